/** The table of indicators and clauses: each point with its clause, its text and who answers for it. */

import type { Scheme } from '@oneneedle/kernel';
import type { Block, Table, TableCell, TableColumn } from '../document/index.ts';
import { conditionText, type Names, quantityText } from './render-questions.ts';
import { appliesText, capText, floorText, open, sameMatterText } from './render-words.ts';

type Node = Scheme['tree'][number];
type Clause = NonNullable<Node['clauses']>[number];

/** A line of the table: the indicators above a clause, outermost first, and the clause. */
interface Line {
  readonly path: readonly Node[];
  readonly clause?: Clause;
}

/**
 * The whole tree. Full marks stand in a column for each group where groups differ, else in one; an
 * indicator with parts of its own has its full mark beside its name.
 */
export function indicatorTable(scheme: Scheme, names: Names): Table {
  const lines = scheme.tree.flatMap((node) => linesOf(node, []));
  const depth = Math.max(...lines.map(({ path }) => path.length));
  const groups = groupColumns(scheme);
  return {
    kind: 'table',
    small: true,
    columns: columnsOf(depth, groups.length),
    head: headOf(depth, groups, names),
    rows: lines.map((line, index) =>
      rowOf(line, lines.slice(0, index), lines, { depth, groups, names }),
    ),
  };
}

/** Codes of the groups that have columns of their own; [''] where one column serves all. */
export function groupColumns({ groups = [], tree }: Scheme): string[] {
  const differs = (node: Node): boolean =>
    node.byGroup !== undefined ||
    node.applies?.groups !== undefined ||
    (node.children ?? []).some(differs);
  return tree.some(differs) && groups.length > 0 ? groups.map(({ code }) => code) : [''];
}

/** The full mark of an indicator for a group; "—" where it has none or is not there for the group. */
export function fullText(path: readonly Node[], group: string): string {
  const isAbsent = path.some(({ applies }) => applies?.groups?.includes(group) === false);
  const node = path.at(-1);
  if (!node || (group !== '' && isAbsent)) return '—';
  return (group === '' ? undefined : node.byGroup?.[group]?.full) ?? node.full ?? node.base ?? '—';
}

function linesOf(node: Node, above: readonly Node[]): Line[] {
  const path = [...above, node];
  if (node.children) return node.children.flatMap((child) => linesOf(child, path));
  if (!node.clauses) return [{ path }];
  return node.clauses.map((clause) => ({ path, clause }));
}

interface Shape {
  readonly depth: number;
  readonly groups: readonly string[];
  readonly names: Names;
}

const levelWords = ['一级指标', '二级指标', '三级指标', '四级指标'];

/** Shares of the width, of 128 in all: what the others leave belongs to the text of the clauses. */
const shares = {
  onlyLevel: 18,
  level: 14,
  group: 7.6,
  full: 9,
  code: 7.5,
  owner: 11.8,
  source: 16,
  all: 128,
};

function columnsOf(depth: number, groups: number): TableColumn[] {
  const full = groups > 1 ? shares.group : shares.full;
  const level = depth === 1 ? shares.onlyLevel : shares.level;
  const others = depth * level + groups * full + shares.code + shares.owner + shares.source;
  return [
    ...Array.from({ length: depth }, () => ({ width: level, align: 'center' as const })),
    ...Array.from({ length: groups }, () => ({ width: full, align: 'center' as const })),
    { width: shares.code, align: 'center' },
    { width: Math.max(shares.all - others, shares.source), align: 'left' },
    { width: shares.owner, align: 'center' },
    { width: shares.source, align: 'left' },
  ];
}

function headOf(depth: number, groups: readonly string[], { groups: named }: Names): TableCell[][] {
  const levelWord = (level: number) => levelWords[level] ?? `${level + 1}级指标`;
  const levels = Array.from({ length: depth }, (_, level) =>
    depth === 1 ? '指标' : levelWord(level),
  );
  const rest = ['编号', '评分标准', '责任部门', '数据来源'];
  if (groups.length === 1) return [[...levels, '满分（分）', ...rest]];
  const tall = (text: string): TableCell => ({ text, rows: 2 });
  return [
    [...levels.map(tall), { text: '满分（分）', columns: groups.length }, ...rest.map(tall)],
    groups.map((code) => named.get(code) ?? code),
  ];
}

/** The cells of a line; an indicator that stands in the line above already is not said again. */
function rowOf(
  { path, clause }: Line,
  before: readonly Line[],
  all: readonly Line[],
  { depth, groups, names }: Shape,
): TableCell[] {
  const above = before.at(-1)?.path ?? [];
  const rowsWith = (level: number) => all.filter((line) => line.path[level] === path[level]).length;
  const indicators = path.flatMap((node, level): TableCell[] => {
    if (above[level] === node) return [];
    const isLeaf = level === path.length - 1;
    const columns = isLeaf ? depth - level : 1;
    const text = indicatorText(path.slice(0, level + 1), isLeaf, { depth, groups, names });
    return [{ text, rows: rowsWith(level), columns }];
  });
  const leaf = path.length - 1;
  const isFirst = above[leaf] !== path[leaf];
  const marks = isFirst
    ? groups.map((group) => ({ text: fullText(path, group), rows: rowsWith(leaf) }))
    : [];
  return [...indicators, ...marks, ...clauseCells(path, clause, names)];
}

function clauseCells(path: readonly Node[], clause: Clause | undefined, names: Names): TableCell[] {
  const owner = clause?.owner ?? path.findLast((node) => node.owner !== undefined)?.owner;
  if (!clause) return ['—', open('评分标准'), owner ?? open(), '—'];
  return [clause.code, clauseText(clause, names), owner ?? open(), clause.source ?? open()];
}

/** The text of a clause as adopted, its note, and whom it is for where the text does not say so. */
function clauseText(clause: Clause, names: Names): string {
  const { text, note, applies, rule } = clause;
  const forWhom = applies ? appliesText(applies, names.groups) : '';
  const values = [
    ...(applies?.groups ?? []).map((code) => names.groups.get(code) ?? code),
    ...(applies?.roles ?? []),
    ...(applies?.classes ?? []),
  ];
  const isSaid = values.length > 0 && values.every((value) => text.includes(value));
  return [
    text,
    note === undefined ? '' : `（${note}）`,
    forWhom === '' || isSaid ? '' : `（适用：${forWhom}）`,
    'pending' in rule ? `${open('计分方式')}${rule.pending.why}` : '',
  ].join('');
}

/** "3.1 耕地保护" and below it, in brackets, the few words that fit a narrow column. */
function indicatorText(path: readonly Node[], isLeaf: boolean, shape: Shape): string {
  const node = path.at(-1);
  if (!node) return '';
  const remarks = [...(isLeaf ? [] : fullRemarks(path, shape)), ...shortRemarks(node)];
  return [`${node.code} ${node.name}`, ...remarks.map((remark) => `（${remark}）`)].join('\n');
}

/** The full mark of an indicator that has parts: "16分", or a number for each group. */
function fullRemarks(path: readonly Node[], { groups, names }: Shape): string[] {
  const fulls = groups.map((group) => [group, fullText(path, group)] as const);
  const stated = fulls.filter(([, full]) => full !== '—');
  const [first] = stated;
  if (!first) return [];
  if (stated.length === fulls.length && stated.every(([, full]) => full === first[1])) {
    return [`${first[1]}分`];
  }
  return [stated.map(([group, full]) => `${names.groups.get(group) ?? group}${full}分`).join('，')];
}

/**
 * What holds for whole indicators and is too long for their column, a sentence each, to stand below
 * the table.
 */
export function indicatorNotes(scheme: Scheme, names: Names): Block[] {
  const under = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(under)];
  return scheme.tree.flatMap(under).flatMap((node): Block[] => {
    const remarks = longRemarks(node, names);
    if (remarks.length === 0) return [];
    return [{ kind: 'text', text: `${node.code} ${node.name}：${remarks.join('；')}。` }];
  });
}

/** What a reader must know of an indicator beside its clauses, a phrase each. */
export function nodeRemarks(node: Node, names: Names): string[] {
  return [...shortRemarks(node), ...longRemarks(node, names)];
}

function shortRemarks(node: Node): string[] {
  const { floor, cap, start, base, span, weight, grants } = node;
  const hasFull = node.full !== undefined || base !== undefined;
  const said = [
    base === undefined ? '' : `基本分${base}分`,
    start === 'zero' ? '从零计分' : '',
    grants === 'onSpan' ? '满分每年给一次' : '',
    floor === undefined ? '' : floorText(floor, hasFull),
    cap === undefined ? '' : capText(cap, hasFull),
    weight === undefined ? '' : `权重${weight}`,
    span === 'year' ? '按全年计' : '',
  ];
  return said.filter((remark) => remark !== '');
}

function longRemarks(node: Node, names: Names): string[] {
  const { bonus, sameMatter, note, coefficient } = node;
  const said = [
    ...groupBounds(node, names),
    bonus === undefined ? '' : bonus === 'refill' ? '加分可补扣分' : '加分不补扣分',
    sameMatter === undefined ? '' : sameMatterText(sameMatter),
    ...(node.gate ?? []).map(
      ({ when, then, reason }) => reason ?? `${conditionText(when, names)}的，${gateWords[then]}`,
    ),
    notApplicableText(node, names),
    personsOnly(node),
    coefficient ? coefficientText(coefficient, names) : '',
    note?.replace(/。$/, '') ?? '',
  ];
  return said.filter((remark) => remark !== '');
}

const gateWords = {
  zero: '本项不得分',
  full: '本项得满分',
  noBonus: '本项不加分',
  noDeduction: '本项不扣分',
} as const;

function groupBounds({ byGroup = {} }: Node, { groups }: Names): string[] {
  return Object.entries(byGroup).flatMap(([code, { cap, weight }]) => {
    const name = groups.get(code) ?? code;
    return [
      ...(cap === undefined ? [] : [`${name}最多${cap}分`]),
      ...(weight === undefined ? [] : [`${name}权重${weight}`]),
    ];
  });
}

const notApplicableWords = {
  exclude: '不计入，其余按比例放大',
  mean: '按同组平均分计',
  full: '计满分',
} as const;

function notApplicableText(node: Node, names: Names): string {
  const { notApplicableWhen, notApplicable } = node;
  if (!notApplicableWhen) return '';
  const how = notApplicable === undefined ? '按附件2的口径计' : notApplicableWords[notApplicable];
  return `${conditionText(notApplicableWhen, names)}的不适用，${how}`;
}

/** Groups have their columns; classes and posts are said beside the name. */
function personsOnly({ applies }: Node): string {
  if (!applies) return '';
  const { groups: _, ...others } = applies;
  const text = appliesText(others, new Map());
  return text === '' ? '' : `适用于${text}的`;
}

/** "按名册上的人口难度系数": base, step and bounds of a coefficient. */
export function coefficientText(of: NonNullable<Node['coefficient']>, names: Names): string {
  const bounds = [
    of.atLeast === undefined ? '' : `不低于${of.atLeast}`,
    of.atMost === undefined ? '' : `不高于${of.atMost}`,
  ].filter((part) => part !== '');
  const step = `${quantityText(of.of, names)}与${quantityText(of.reference, names)}每差${of.per}，系数相差${of.step}`;
  return [`乘以系数，系数从${of.base}起，${step}`, ...bounds].join('，');
}
