/**
 * The table of an encoded scheme: code → construct → figures → what it says, in our own words.
 * `node kernel/test/schemes/table.ts` writes `docs/reference/encoded-*.md`, one page per folder.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Clause } from '../../src/scheme/clause.ts';
import type { Condition, Quantity } from '../../src/scheme/quantity.ts';
import { readScheme } from '../../src/scheme/read.ts';
import type { Sequence, Veto } from '../../src/scheme/result-use.ts';
import type { RuleBody, RuleKind } from '../../src/scheme/rule.ts';
import type { Node, Scheme } from '../../src/scheme/scheme.ts';
import { listOf, only } from '../../src/scheme/shapes.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const docs = fileURLToPath(new URL('../../../docs/reference/', import.meta.url));

/** One line of the table. */
export interface Row {
  readonly code: string;
  readonly construct: string;
  readonly figures: string;
  readonly remark: string;
}

/** The folders beside this file that hold a scheme. */
export function schemeFolders(): string[] {
  return readdirSync(here)
    .filter((name) => existsSync(`${here}${name}/scheme.yaml`))
    .sort();
}

/** Reads the scheme of a folder; a shape error is a bug of the test data. */
export function schemeIn(folder: string): Scheme {
  const read = readScheme(readFileSync(`${here}${folder}/scheme.yaml`, 'utf8'));
  if (!read.value) throw new Error(read.findings.map((f) => `${f.path}: ${f.sentence}`).join('\n'));
  return read.value;
}

/** Where the page of a folder stands: `rules-23` → `encoded-23.md`. */
export function pagePath(folder: string): string {
  return `${docs}encoded-${folder.replace(/^rules-/, '')}.md`;
}

/** The whole page of a folder. */
export function pageOf(folder: string): string {
  const scheme = schemeIn(folder);
  const clauses = scheme.tree.flatMap(clausesUnder);
  const kinds = new Map<string, number>();
  for (const { rule } of clauses) kinds.set(only(rule)[0], (kinds.get(only(rule)[0]) ?? 0) + 1);
  const used = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [
    `# 编码对照：${scheme.name}`,
    '',
    `由 \`kernel/test/schemes/${folder}/scheme.yaml\` 生成（\`node kernel/test/schemes/table.ts\`），不要手改。`,
    '只用来检验计分引擎，不是模板。措辞是重写的，条号和数字照旧；原文没有写清的见同一文件夹的 `gaps.md`。',
    '',
    `条款 ${clauses.length} 条：${used.map(([kind, count]) => `${kind} ${count}`).join('，')}。`,
    '',
    '| 条号 | 构造 | 数字 | 说明 |',
    '|---|---|---|---|',
    ...rowsOf(scheme).map(
      (row) => `| ${[row.code, row.construct, row.figures, row.remark].map(cell).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** Clauses below a node, in the order written. */
export function clausesUnder(node: Node): Clause[] {
  return [...(node.clauses ?? []), ...(node.children ?? []).flatMap(clausesUnder)];
}

/** The lines of the table, in the order of the scheme. */
export function rowsOf(scheme: Scheme): Row[] {
  return [
    ...scheme.tree.flatMap(nodeRows),
    ...(scheme.vetoes ?? []).map(vetoRow),
    ...(scheme.sequences ?? []).map(sequenceRow),
    ...(scheme.pay?.lines ?? []).map((line) => {
      const [kind, body] = only(line.rule);
      const remark = line.name;
      return { code: line.code, construct: `pay ${kind}`, figures: figuresIn(body), remark };
    }),
  ];
}

function nodeRows(node: Node): Row[] {
  const marks = [
    ...(['full', 'base', 'start', 'grants', 'floor', 'cap', 'bonus', 'weight', 'span'] as const)
      .filter((name) => node[name] !== undefined)
      .map((name) => `${name} ${node[name]}`),
    ...(node.byGroup ? ['byGroup'] : []),
    ...(node.coefficient ? ['coefficient'] : []),
    ...(node.sameMatter ? [`sameMatter ${matterText(node.sameMatter)}`] : []),
    ...(node.gate ?? []).map((gate) => `gate ${gate.then}（${conditionText(gate.when)}）`),
    ...(node.applies ? ['applies'] : []),
    ...(node.notApplicable ? [`notApplicable ${node.notApplicable}`] : []),
  ];
  const own: Row = {
    code: `**${node.code}**`,
    construct: ['node', ...marks.filter((mark) => !/^(full|base|cap|weight) /.test(mark))].join(
      '，',
    ),
    figures: marks.filter((mark) => /^(full|base|cap|weight) /.test(mark)).join('，'),
    remark: [`**${node.name}**`, node.note].filter(Boolean).join('；'),
  };
  return [own, ...(node.clauses ?? []).map(clauseRow), ...(node.children ?? []).flatMap(nodeRows)];
}

function clauseRow(clause: Clause): Row {
  const [kind, body] = only(clause.rule) as [RuleKind, never];
  const figures = [
    ruleFigures[kind](body),
    ...(clause.factor ?? []).map((factor) => `×${factor.times}`),
    ...(clause.extra ?? []).map((extra) => `另 ${extra.add}`),
    ...(clause.cap === undefined ? [] : [`cap ${clause.cap}`]),
    ...(clause.floor === undefined ? [] : [`floor ${clause.floor}`]),
    ...Object.values(clause.where ?? {}).flatMap((test) =>
      typeof test === 'object' && !Array.isArray(test) ? boundsText(test) : [],
    ),
  ];
  return {
    code: clause.code,
    construct: [kind, ...modifiers(clause)].join('，'),
    figures: figures.filter(Boolean).join('；'),
    remark: [clause.text, clause.note].filter(Boolean).join('；'),
  };
}

function modifiers(clause: Clause): string[] {
  return [
    ...(clause.on === undefined ? ['无 on'] : []),
    ...(clause.where ? [`where ${Object.keys(clause.where).join('、')}`] : []),
    ...(clause.requires ? [`requires ${clause.requires}`] : []),
    ...(clause.waive ?? []).map(({ when }) => `waive（${conditionText(when)}）`),
    ...(clause.factor ?? []).map(({ when }) => `factor（${conditionText(when)}）`),
    ...(clause.aggravate ? [`aggravate ${clause.aggravate}`] : []),
    ...(clause.extra ?? []).map(({ when }) => `extra（${conditionText(when)}）`),
    ...listOf(clause.charge).map((charge) =>
      typeof charge === 'string' ? `charge ${charge}` : `charge ${only(charge)[0]}`,
    ),
    ...(clause.share ? [`share ${clause.share}`] : []),
    ...(clause.validity ? ['validity'] : []),
    ...(clause.counts ? [`counts ${clause.counts}`] : []),
    ...(clause.sameMatter ? [`sameMatter ${matterText(clause.sameMatter)}`] : []),
    ...(clause.separate ? ['separate'] : []),
    ...(clause.gate ?? []).map((gate) => `gate ${gate.then}（${conditionText(gate.when)}）`),
    ...(clause.cap === undefined ? [] : ['cap']),
    ...(clause.span ? [`span ${clause.span}`] : []),
    ...(clause.due ? [`due ${clause.due}`] : []),
    ...(clause.applies ? ['applies'] : []),
    ...(clause.notApplicableWhen ? ['notApplicableWhen'] : []),
    ...(clause.carryOver ? ['carryOver'] : []),
  ];
}

function matterText(policy: NonNullable<Clause['sameMatter']>): string {
  return typeof policy === 'string' ? policy : `decreasing ${policy.decreasing.join('、')}`;
}

function vetoRow(veto: Veto): Row {
  const [scope, detail] = only(veto.scope);
  const figures = Object.entries(veto.where ?? {}).flatMap(([name, test]) =>
    typeof test === 'object' && !Array.isArray(test) ? [`${name} ${boundsText(test)}`] : [],
  );
  const parts = [
    `veto ${scope} ${Array.isArray(detail) ? detail.join('、') : ''}`.trim(),
    ...(veto.waive ?? []).map(({ when }) => `waive（${conditionText(when)}）`),
    ...(veto.window ? [`window ${veto.window}`] : []),
    ...(veto.repair ? ['repair'] : []),
    veto.authority ? `authority ${veto.authority.documentNo}` : '没有依据文号',
  ];
  const remark = veto.text;
  return { code: veto.code, construct: parts.join('，'), figures: figures.join('；'), remark };
}

function sequenceRow(sequence: Sequence): Row {
  const { results, events } = sequence;
  const match = results ? only(results.match)[0] : '';
  const construct = results ? `sequence results ${match}（${results.line}）` : 'sequence events';
  const figures = results
    ? `连续 ${results.consecutive ?? '—'}，累计 ${results.cumulative ?? '—'}`
    : `${events?.atLeast} 次起`;
  return { code: sequence.code, construct, figures, remark: sequence.text };
}

const labels = (points: Readonly<Record<string, string>>) =>
  Object.entries(points)
    .map(([label, value]) => `${label} ${value}`)
    .join('、');

const some = (name: string, value: string | undefined) =>
  value === undefined ? [] : [`${name} ${value}`];

/** The figures of a rule, by kind. */
const ruleFigures: { [Kind in RuleKind]: (body: RuleBody<Kind>) => string } = {
  count: ({ delta, of, weights, then }) =>
    [
      [delta, ...listOf(of)].join(' × '),
      ...some('第二次起', then),
      ...(weights ? [`${weights.by}：${labels(weights.factors)}`] : []),
    ].join('；'),
  choice: ({ options, exactlyOne }) =>
    [labels(options), ...some('只取其一', exactlyOne)].join('；'),
  range: ({ from, to, or }) => `${from} 至 ${to}${or ? `，或 ${or.from} 至 ${or.to}` : ''}`,
  decision: ({ body, from, to }) => [body, ...some('自', from), ...some('至', to)].join('，'),
  sampled: ({ size, delta }) => `抽 ${size}，每不合格 ${delta}`,
  table: ({ of, rows, otherwise }) =>
    [
      `${quantityText(of)}：${rows.map(({ is, points, ...bounds }) => `${is === undefined ? boundsText(bounds) : listOf(is).join('/')} → ${points}`).join('、')}`,
      ...some('其余', otherwise),
    ].join('、'),
  linear: (body) =>
    `${quantityText(body.of)} 对照 ${quantityText(body.reference)}，${body.side}，每 ${body.per} ${body.delta}${body.in ? `（${body.in}）` : ''}${body.stepping ? `，${body.stepping}` : ''}`,
  ratio: ({ of, times, atMost, atLeast }) =>
    [`${quantityText(of)} × ${times}`, ...some('不低于', atLeast), ...some('不高于', atMost)].join(
      '，',
    ),
  shortfall: ({ of, min, delta, once }) =>
    [
      `${quantityText(of)} 不满 ${quantityText(min)}`,
      ...some('每缺一', delta),
      ...some('一次', once),
    ].join('，'),
  excess: ({ of, quota, delta, atQuota }) =>
    [
      `${quantityText(of)} 超 ${quantityText(quota)}`,
      ...some('到数', atQuota),
      `每一 ${delta}`,
    ].join('，'),
  deadline: ({ due, onTime, late, perDay }) =>
    [
      `期限 ${typeof due === 'string' ? due : due.field}`,
      ...some('按期', onTime),
      ...some('逾期', late),
      ...some('每天', perDay),
    ].join('，'),
  award: ({ when, then, otherwise }) =>
    [`${conditionText(when)} → ${then}`, ...some('否则', otherwise)].join('，'),
  import: ({ line, times, grades, ranks, otherwise }) =>
    [
      line,
      ...some('×', times),
      ...(grades ? [labels(grades)] : []),
      ...(ranks ? [labels(ranks)] : []),
      ...some('其余', otherwise),
    ].join('，'),
  judges: ({ trim, times }) =>
    [
      '评委平均',
      ...some('去高', trim?.high),
      ...some('去低', trim?.low),
      ...some('多于', trim?.onlyAbove),
      ...some('×', times),
    ].join('，'),
  ballots: ({ options, times, quorum }) =>
    [labels(options), `× ${times}`, ...some('到会', quorum?.atLeast)].join('，'),
  pending: ({ why }) => `待定：${why}`,
};

const boundWords = {
  atLeast: '≥',
  from: '≥',
  above: '>',
  atMost: '≤',
  to: '≤',
  below: '<',
  equals: '=',
};

function boundsText(bounds: object): string {
  if ('present' in bounds) return bounds.present ? '有' : '无';
  if ('not' in bounds) return `非 ${listOf(bounds.not as string | string[]).join('/')}`;
  return Object.entries(boundWords)
    .flatMap(([name, word]) => {
      const value = (bounds as Record<string, Quantity | undefined>)[name];
      return value === undefined ? [] : [`${word}${quantityText(value)}`];
    })
    .join(' ');
}

function quantityText(quantity: Quantity): string {
  if (typeof quantity === 'string') return quantity;
  const [form, body] = only(quantity) as [string, string | Record<string, never>];
  if (typeof body === 'string') return form === 'field' ? body : `${form} ${body}`;
  if (form === 'share') return `${quantityText(body.of!)} ÷ ${quantityText(body.over!)}`;
  if (form === 'difference') return `${quantityText(body.of!)} − ${quantityText(body.minus!)}`;
  if (form === 'total')
    return listOf(body as never as Quantity[])
      .map(quantityText)
      .join(' + ');
  const inner = [
    ...listOf<string>(body.kind),
    ...(body.field ? [body.field] : []),
    ...(body.line ? [body.line] : []),
    ...(body.name ? [body.name] : []),
  ];
  if (inner.length > 0) return `${form} ${inner.join(' ')}`;
  return body.of ? `${form}(${quantityText(body.of)})` : form;
}

function conditionText(condition: Condition): string {
  const [form, body] = only(condition) as [string, never];
  switch (form) {
    case 'all':
    case 'any':
      return (body as Condition[]).map(conditionText).join(form === 'all' ? ' 且 ' : ' 或 ');
    case 'not':
      return `非 ${conditionText(body)}`;
    case 'test':
      return `${quantityText((body as { of: Quantity }).of)} ${boundsText(body)}`;
    case 'fact':
      return Object.entries(body as Record<string, unknown>)
        .map(([name, test]) => `${name} ${plainText(test)}`)
        .join(' 且 ');
    case 'companion':
    case 'occurs':
      return `${form} ${listOf((body as { kind: string | string[] }).kind).join('、')}`;
    case 'resultGradeIn':
      return `${(body as { line: string }).line} 为 ${(body as { grades: string[] }).grades.join('、')}`;
    default:
      return form;
  }
}

function plainText(test: unknown): string {
  if (typeof test === 'string') return test;
  return Array.isArray(test) ? test.join('/') : boundsText(test as object);
}

/** Numbers anywhere inside a part of the scheme, in the order written. */
function figuresIn(part: unknown): string {
  if (typeof part === 'string') return /^-?\d/.test(part) ? part : '';
  if (typeof part !== 'object' || part === null) return '';
  const entries: [string, unknown][] = Array.isArray(part)
    ? part.map((item) => ['', item])
    : Object.entries(part);
  return entries
    .map(([name, value]) => [name, figuresIn(value)] as const)
    .filter(([name, value]) => value !== '' && name !== 'sequence')
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('、');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(docs, { recursive: true });
  for (const folder of schemeFolders()) writeFileSync(pagePath(folder), pageOf(folder));
}
