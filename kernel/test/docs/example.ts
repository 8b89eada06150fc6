/** Makes a whole case of a documentation example: fragments are wrapped, results are read. */

import { z } from 'zod';
import { factShape, readCalendarYears, readRoster, readSeals } from '../../src/book/read.ts';
import { clause } from '../../src/scheme/clause.ts';
import { condition, quantity } from '../../src/scheme/quantity.ts';
import { readShape, readYaml } from '../../src/scheme/read.ts';
import { factKind, node, type Scheme, scheme } from '../../src/scheme/scheme.ts';
import type { Case } from '../rows/case.ts';
import type { Block, Example } from './blocks.ts';
import { readResults } from './results.ts';

const listed = (shape: z.ZodType) => z.union([z.array(shape), shape]);

/** What each tag of a block stands for; a block without a tag is a whole scheme. */
const shapes: Record<string, z.ZodType> = {
  whole: scheme as z.ZodType<Scheme>,
  scheme: (scheme as z.ZodObject).partial(),
  clause: listed(clause),
  node: listed(node),
  quantity,
  condition,
  facts: z.array(factShape),
  kinds: z.array(factKind),
};

/** The tag of a block. */
export function tagOf(block: Block): string {
  const tags = [...Object.keys(shapes), 'roster', 'seals', 'calendar'];
  return block.words.find((word) => tags.includes(word)) ?? 'whole';
}

/** The plain data of a block, or every error of its shape. */
export function plainOf(block: Block): { value: unknown; problems: string[] } {
  const tag = tagOf(block);
  const unknown = block.words.filter((word) => word !== tag && !(word in flags));
  const { value, findings } = readYaml(block.text);
  const found =
    findings.length > 0
      ? findings
      : tag === 'roster'
        ? readRoster(block.text).findings
        : tag === 'seals'
          ? readSeals(block.text).findings
          : tag === 'calendar'
            ? readCalendarYears(block.text).findings
            : readShape(block.text, shapes[tag] as z.ZodType).findings;
  const problems = [
    ...unknown.map((word) => `no such tag: ${word}`),
    ...found.map(({ path, sentence }) => `${path} ${sentence}`),
  ];
  return { value, problems: problems.map((text) => `${block.page}:${block.line} ${text}`) };
}

/** Words beside the tag that change the scheme around a fragment. */
const flags: Record<string, Record<string, unknown>> = {
  quarter: { period: 'quarter' },
  halfYear: { period: 'halfYear' },
  year: { period: 'year' },
  person: { subject: { kind: 'person' } },
};

/** The roster of every example that does not bring its own. */
const usualRoster = {
  units: ['东溪村', '西岗村', '南坪村']
    .map(
      (name): Record<string, unknown> => ({
        code: name,
        name,
        type: 'village',
        group: 'plain',
        parent: '青禾镇',
        sizes: { 人口: '1200', 户数: '400', 村民小组: '8' },
      }),
    )
    .concat([{ code: '青禾镇', name: '青禾镇', type: 'town' }]),
  persons: [
    { code: '甲', name: '甲', class: '村党组织书记' },
    { code: '乙', name: '乙', class: '村委会成员' },
  ],
  posts: [
    { person: '甲', unit: '东溪村', role: '村党组织书记', from: '2020-01-01' },
    { person: '乙', unit: '东溪村', role: '村委会主任', from: '2020-01-01' },
  ],
};

const usualScheme = {
  line: 'example',
  name: '青禾镇示例办法',
  version: '2026.1',
  subject: { kind: 'unit', where: { types: ['village'] } },
  period: 'month',
};

const usualPeriods: Record<string, string> = {
  month: '2026-03',
  quarter: '2026-Q1',
  halfYear: '2026-H1',
  year: '2026',
};

/** A subject's total as its sheet gives it, for examples about what follows from totals. */
const usualTree = [
  {
    code: '1',
    name: '考核得分',
    clauses: [
      {
        code: '1.1',
        text: '按评分表得分。',
        rule: { ratio: { of: { measure: { kind: 'score.sheet', field: '得分' } }, times: '1' } },
      },
    ],
  },
];

type Plain = Record<string, unknown>;

/** The whole scheme, roster and facts of an example, with what must come out. */
export function caseOf(example: Example): Case {
  const results = readResults(example.results);
  let written: Plain = {};
  const parts: Record<string, unknown[]> = { facts: [], seals: [], clause: [], node: [] };
  let roster: Plain = usualRoster;
  for (const block of example.blocks) {
    const tag = tagOf(block);
    const { value } = plainOf(block);
    for (const word of block.words) written = { ...written, ...flags[word] };
    if (tag === 'roster') roster = { ...roster, ...(value as Plain) };
    else if (tag === 'whole' || tag === 'scheme') written = { ...written, ...(value as Plain) };
    else if (tag === 'kinds') written = { ...written, kinds: value };
    else if (tag === 'quantity') parts.clause?.push(quantityClause(value));
    else if (tag === 'condition') parts.clause?.push(conditionClause(value));
    else parts[tag]?.push(...(Array.isArray(value) ? value : [value]));
  }
  const clauses = parts.clause ?? [];
  const nodes = [
    ...(clauses.length > 0 ? [{ code: '1', name: '示例指标', clauses }] : []),
    ...(parts.node ?? []),
  ];
  const whole: Plain = {
    ...usualScheme,
    tree: nodes.length > 0 ? nodes : usualTree,
    ...written,
  };
  const period = results.period ?? usualPeriods[String(whole.period)] ?? '2026';
  return {
    row: 0,
    name: example.title,
    shape: 'example',
    construct: ['example'],
    figure: 'ours',
    arithmetic: '',
    scheme: whole,
    roster,
    facts: [...(parts.facts ?? []), ...results.scores],
    seals: parts.seals ?? [],
    period,
    ...(results.asOf === undefined ? {} : { asOf: results.asOf }),
    expect: results.expect,
    parameter: { path: 'none', value: '' },
  };
}

function quantityClause(value: unknown): unknown {
  return { code: '1.1', text: '示例量。', rule: { ratio: { of: value, times: '1' } } };
}

function conditionClause(value: unknown): unknown {
  return { code: '1.1', text: '示例条件。', rule: { award: { when: value, then: '1' } } };
}
