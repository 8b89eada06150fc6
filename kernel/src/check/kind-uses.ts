/** Every place where a scheme names kinds of facts, with the tests and fields it expects of them. */

import type { Facts, FieldTest, Where } from '../scheme/quantity.ts';
import type { Rule } from '../scheme/rule.ts';
import { listOf } from '../scheme/shapes.ts';
import type { Asked } from './questions.ts';
import type { ClauseAt, SchemeView } from './view.ts';

export interface FieldUse {
  readonly name: string;
  readonly path: string;
  /** True where the field is read as a number. */
  readonly isNumber?: boolean;
}

export interface TestUse {
  readonly name: string;
  readonly test: FieldTest;
  readonly path: string;
}

/** One mention of kinds. `hears`: nothing else reaches the clause or veto than these facts. */
export interface KindUse {
  readonly kinds: readonly string[];
  readonly path: string;
  readonly hears: boolean;
  readonly tests: readonly TestUse[];
  readonly fields: readonly FieldUse[];
}

/** Names that `where` knows besides the fields of the fact. */
export const reservedNames: ReadonlySet<string> = new Set([
  'as',
  'tag',
  'matter',
  'doc.no',
  'doc.body',
  'doc.level',
  'role',
  'group',
  'class',
]);

/** All mentions of kinds in a scheme. */
export function kindUsesOf(view: SchemeView): KindUse[] {
  return [
    ...view.clauses.flatMap(clauseUses),
    ...view.quantities.flatMap(quantityUses),
    ...view.conditions.flatMap(conditionUses),
    ...resultUses(view),
  ];
}

function clauseUses(at: ClauseAt): KindUse[] {
  const { clause, path } = at;
  const rectified = clause.validity?.rectified;
  return [
    ...(clause.on === undefined
      ? []
      : [
          {
            kinds: listOf(clause.on),
            path: `${path}.on`,
            hears: true,
            tests: testsOf(clause.where, `${path}.where`),
            fields: ruleFields(clause.rule, `${path}.rule`),
          },
        ]),
    ...(rectified === undefined ? [] : [plainUse(rectified, `${path}.validity.rectified`)]),
  ];
}

function quantityUses({ value, path, inHand, clause }: Asked<unknown>): KindUse[] {
  if (typeof value !== 'object' || value === null) return [];
  const detail = value as Record<string, unknown>;
  if (typeof detail.field === 'string') {
    const isNumber = !isLabelTable(clause, path);
    const fields = [{ name: detail.field, path: `${path}.field`, isNumber }];
    return inHand ? [{ kinds: inHand, path: '', hears: false, tests: [], fields }] : [];
  }
  if (isElapsed(detail.elapsed)) {
    const { from, to } = detail.elapsed;
    const fields = [
      { name: from, path: `${path}.elapsed.from` },
      { name: to, path: `${path}.elapsed.to` },
    ].filter(({ name }) => !['on', 'asOf', 'periodStart'].includes(name));
    return inHand ? [{ kinds: inHand, path: '', hears: false, tests: [], fields }] : [];
  }
  for (const form of ['measure', 'count', 'sum', 'distinct', 'votes'] as const) {
    const facts = detail[form] as (Facts & FactTerms) | undefined;
    if (facts) return [factsUse(facts, form, `${path}.${form}`)];
  }
  return [];
}

/** A table whose rows are labels reads its field as a word. */
function isLabelTable(at: ClauseAt | undefined, path: string): boolean {
  const rule = at?.clause.rule;
  return (
    rule !== undefined &&
    'table' in rule &&
    path === `${at?.path}.rule.table.of` &&
    rule.table.rows.some((row) => row.is !== undefined)
  );
}

interface FactTerms {
  readonly field?: string;
  readonly weights?: { readonly by: string };
  readonly by?: string | string[];
  readonly options?: string | string[];
  readonly over?: string[];
}

function isElapsed(value: unknown): value is { from: string; to: string } {
  return typeof value === 'object' && value !== null;
}

function factsUse(facts: Facts & FactTerms, form: string, path: string): KindUse {
  const number = (name: string, key: string): FieldUse => ({
    name,
    path: `${path}.${key}`,
    isNumber: true,
  });
  const fields: FieldUse[] =
    form === 'measure'
      ? [number(facts.field ?? 'value', 'field')]
      : form === 'sum'
        ? [
            ...(facts.field === undefined ? [] : [number(facts.field, 'field')]),
            ...(facts.weights ? [{ name: facts.weights.by, path: `${path}.weights.by` }] : []),
          ]
        : form === 'distinct'
          ? distinctFields(facts.by, `${path}.by`)
          : form === 'votes'
            ? [
                ...listOf(facts.options).map((name) => number(name, 'options')),
                ...listOf(facts.over).map((name) => number(name, 'over')),
              ]
            : [];
  return {
    kinds: listOf(facts.kind),
    path: `${path}.kind`,
    hears: false,
    tests: testsOf(facts.where, `${path}.where`),
    fields,
  };
}

function conditionUses({ value, path, inHand }: SchemeView['conditions'][number]): KindUse[] {
  if ('fact' in value && inHand) {
    const tests = testsOf(value.fact, `${path}.fact`);
    return [{ kinds: inHand, path: '', hears: false, tests, fields: [] }];
  }
  if ('occurs' in value) return [factsUse(value.occurs, 'count', `${path}.occurs`)];
  if (!('companion' in value)) return [];
  const { kind, where, notDoneBy, done } = value.companion;
  const at = `${path}.companion`;
  return [
    {
      kinds: listOf(kind),
      path: `${at}.kind`,
      hears: false,
      tests: testsOf(where, `${at}.where`),
      fields: notDoneBy === undefined ? [] : [{ name: notDoneBy, path: `${at}.notDoneBy` }],
    },
    ...(done === undefined ? [] : [plainUse(done, `${at}.done`)]),
  ];
}

function resultUses({ scheme }: SchemeView): KindUse[] {
  const vetoes = (scheme.vetoes ?? []).flatMap((veto, index): KindUse[] => {
    const path = `vetoes[${index}]`;
    return [
      {
        kinds: listOf(veto.on),
        path: `${path}.on`,
        hears: true,
        tests: testsOf(veto.where, `${path}.where`),
        fields: [],
      },
      ...(veto.repair ? [plainUse(veto.repair.kind, `${path}.repair.kind`)] : []),
      ...(veto.validity?.rectified === undefined
        ? []
        : [plainUse(veto.validity.rectified, `${path}.validity.rectified`)]),
    ];
  });
  const sequences = (scheme.sequences ?? []).flatMap((rule, index): KindUse[] => {
    const path = `sequences[${index}]`;
    if (rule.events) {
      const { kind, where, distinct } = rule.events;
      const fields = distinctFields(distinct, `${path}.events.distinct`);
      const tests = testsOf(where, `${path}.events.where`);
      return [{ kinds: listOf(kind), path: `${path}.events.kind`, hears: false, tests, fields }];
    }
    const match = rule.results?.match;
    return match && 'noFacts' in match
      ? [plainUse(match.noFacts.kind, `${path}.results.match.noFacts.kind`)]
      : [];
  });
  const lines = (scheme.pay?.lines ?? []).flatMap((line, index): KindUse[] => {
    if (!('perEvent' in line.rule)) return [];
    const path = `pay.lines[${index}].rule.perEvent`;
    const tests = testsOf(line.rule.perEvent.where, `${path}.where`);
    const kinds = listOf(line.rule.perEvent.kind);
    return [{ kinds, path: `${path}.kind`, hears: false, tests, fields: [] }];
  });
  return [...vetoes, ...sequences, ...lines];
}

function plainUse(kind: string | string[], path: string): KindUse {
  return { kinds: listOf(kind), path, hears: false, tests: [], fields: [] };
}

function testsOf(where: Where | undefined, path: string): TestUse[] {
  return Object.entries(where ?? {}).map(([name, test]) => ({
    name,
    test,
    path: `${path}.${name}`,
  }));
}

function distinctFields(by: string | string[] | undefined, path: string): FieldUse[] {
  return listOf(by)
    .filter((name) => !reservedNames.has(name))
    .map((name) => ({ name, path }));
}

/** The fields that a rule reads from the fact in hand. */
function ruleFields(rule: Rule, path: string): FieldUse[] {
  const number = (name: string, key: string): FieldUse => ({
    name,
    path: `${path}.${key}`,
    isNumber: true,
  });
  if ('count' in rule) {
    const { of, weights, distinct } = rule.count;
    return [
      ...listOf(of).map((name) => number(name, 'count.of')),
      ...(weights ? [{ name: weights.by, path: `${path}.count.weights.by` }] : []),
      ...distinctFields(distinct, `${path}.count.distinct`),
    ];
  }
  if ('choice' in rule) {
    // The level of a document serves where the fact has no field of that name.
    if (rule.choice.by === 'level') return [];
    return [{ name: rule.choice.by, path: `${path}.choice.by` }];
  }
  if ('sampled' in rule) {
    const { failed = 'failed', sampled = 'sampled', population } = rule.sampled;
    return [
      number(failed, 'sampled.failed'),
      number(sampled, 'sampled.sampled'),
      ...(population === undefined ? [] : [number(population, 'sampled.population')]),
    ];
  }
  if ('deadline' in rule) {
    const { due } = rule.deadline;
    if (typeof due === 'string' || due.field === 'on') return [];
    return [{ name: due.field, path: `${path}.deadline.due.field` }];
  }
  if ('judges' in rule && rule.judges.field !== undefined) {
    return [number(rule.judges.field, 'judges.field')];
  }
  if (!('ballots' in rule)) return [];
  const { options, abstain, quorum, composition } = rule.ballots;
  return [
    ...Object.keys(options).map((name) => number(name, 'ballots.options')),
    ...listOf(abstain).map((name) => number(name, 'ballots.abstain')),
    ...(quorum
      ? [
          number(quorum.present, 'ballots.quorum.present'),
          number(quorum.eligible, 'ballots.quorum.eligible'),
        ]
      : []),
    ...(composition ?? []).flatMap(({ field, over }, index) => [
      number(field, `ballots.composition[${index}].field`),
      number(over, `ballots.composition[${index}].over`),
    ]),
  ];
}
