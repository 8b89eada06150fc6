/** A draft as YAML text: in the order a person reads, with a comment wherever somebody must decide. */

import type { SaidPeriod } from './period.ts';
import type { GroupPoints } from './points.ts';
import { isUnderstood, type KindDraft, type Reading } from './reading.ts';
import { blockScalar, comment, flow, scalar } from './yaml-text.ts';

/** A clause of the draft. */
export interface ClauseDraft {
  readonly code: string;
  /** The words of the document. */
  readonly text: string;
  readonly place: string;
  /** The code of its kind of fact. */
  readonly kind?: string;
  readonly owner?: string;
  readonly source?: string;
  readonly reading: Reading;
}

/** An indicator of the draft. */
export interface NodeDraft {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly note?: string;
  readonly owner?: string;
  readonly full?: string;
  /** What each group has, where they differ; `full` is then that of the first that has one. */
  readonly groups?: readonly GroupPoints[];
  readonly start?: 'zero';
  readonly cap?: string;
  readonly floor?: string;
  /** What was assumed about its points. */
  readonly assumed?: string;
  readonly children: readonly NodeDraft[];
  readonly clauses: readonly ClauseDraft[];
}

/** What the document says of itself. */
export interface DraftHead {
  readonly name?: string;
  readonly period?: SaidPeriod;
  /** The names of the groups, where points differ between them. */
  readonly groups: readonly string[];
}

const periodNames = { month: '按月', quarter: '按季', halfYear: '按半年', year: '按年' };

/** The text of `scheme.yaml`. */
export function schemeYaml(head: DraftHead, nodes: readonly NodeDraft[]): string {
  const name =
    head.name === undefined
      ? '待定 # 待定：办法的全称，原文里没有认出标题'
      : blockScalar(head.name);
  const period = head.period
    ? `${head.period.period} # 原文写“${head.period.words}”，读作${periodNames[head.period.period]}，请核对`
    : 'year # 待定：考核周期，month、quarter、halfYear 或 year；原文里没有认出';
  return [
    '# 从文件导入的草稿。text 是原文，一字未改；计分方式按固定句式认出，请逐条对照原文。',
    '# 标“待定”的要由人写定，写定以前不能计分；写定一处，删去一处的注释。',
    'line: 待定 # 待定：办法代号，年年不变，如 village-monthly',
    `name: ${name}`,
    'version: 待定 # 待定：如 "2026.1"',
    'subject: { kind: unit } # 待定：考核谁；考核村的写 { kind: unit, where: { types: [village] } }',
    `period: ${period}`,
    ...groupLines(head.groups),
    'tree:',
    ...(nodes.length === 0
      ? emptyTree
      : nodes.flatMap((node) => nodeLines(node, '  ', head.groups))),
    '',
  ].join('\n');
}

/** The language wants at least one indicator. */
const emptyTree = ['  - code: 待定', '    name: 待定 # 待定：没有认出一个指标'];

function groupLines(groups: readonly string[]): string[] {
  if (groups.length === 0) return [];
  const lines = groups.map((name) => `  - ${flow({ code: groupCode(groups, name), name })}`);
  return ['# 待定：类组的代号，要与名册上写的一样', 'groups:', ...lines];
}

function groupCode(groups: readonly string[], name: string): string {
  return `g${groups.indexOf(name) + 1}`;
}

/** The full marks of groups other than that of `full`, and who has none at all. */
function groupKeys(node: NodeDraft, names: readonly string[]): [string, string][] {
  const groups = node.groups ?? [];
  const code = (one: GroupPoints) => groupCode(names, one.group);
  const own = groups.filter((one) => one.value !== undefined && one.value !== node.full);
  const present = groups.filter((one) => one.value !== undefined);
  const byGroup = Object.fromEntries(own.map((one) => [code(one), { full: one.value ?? '' }]));
  return [
    ...(own.length === 0 ? [] : [['byGroup', flow(byGroup)] as [string, string]]),
    ...(present.length === groups.length
      ? []
      : [['applies', flow({ groups: present.map(code) })] as [string, string]]),
  ];
}

function nodeLines(node: NodeDraft, indent: string, groups: readonly string[]): string[] {
  const inner = `${indent}  `;
  const keys: [string, string | undefined][] = [
    ['name', node.name],
    ['note', node.note],
    ['owner', node.owner],
    ['full', node.full],
    ['start', node.start],
    ['cap', node.cap],
    ['floor', node.floor],
  ];
  return [
    ...(node.assumed === undefined ? [] : [`${indent}${comment(`待定：${node.assumed}`)}`]),
    `${indent}- code: ${blockScalar(node.code)}`,
    ...keys.flatMap(([key, value]) =>
      value === undefined ? [] : [`${inner}${key}: ${blockScalar(value)}`],
    ),
    ...groupKeys(node, groups).map(([key, value]) => `${inner}${key}: ${value}`),
    ...(node.children.length === 0 ? [] : [`${inner}children:`]),
    ...node.children.flatMap((child) => nodeLines(child, `${inner}  `, groups)),
    ...(node.clauses.length === 0 ? [] : [`${inner}clauses:`]),
    ...node.clauses.flatMap((clause) => clauseLines(clause, `${inner}  `)),
  ];
}

function clauseLines(clause: ClauseDraft, indent: string): string[] {
  const { reading } = clause;
  const inner = `${indent}  `;
  const head = [
    `${indent}- code: ${blockScalar(clause.code)}`,
    `${inner}text: ${blockScalar(clause.text)}`,
    ...(clause.owner === undefined ? [] : [`${inner}owner: ${blockScalar(clause.owner)}`]),
  ];
  const source =
    clause.source === undefined ? [] : [`${inner}source: ${blockScalar(clause.source)}`];
  if (!isUnderstood(reading)) {
    const rule = `${inner}rule: ${flow({ pending: { why: reading.why } })}`;
    return [`${indent}${comment(`待定：${reading.why}`)}`, ...head, ...source, rule];
  }
  const { source: own, ...keys } = reading.keys;
  const from = [clause.source, own].filter((one) => typeof one === 'string').join('；');
  return [
    ...reading.assumed.map((words) => `${indent}${comment(`请核对：${words}`)}`),
    ...head,
    ...(from === '' ? [] : [`${inner}source: ${blockScalar(from)}`]),
    ...(reading.hears && clause.kind !== undefined ? [`${inner}on: ${scalar(clause.kind)}`] : []),
    `${inner}rule: ${flow(reading.rule)}`,
    ...Object.entries(keys).map(([key, value]) => `${inner}${key}: ${flow(value)}`),
  ];
}

/** The text of `kinds.yaml`. */
export function kindsYaml(kinds: readonly (readonly [string, KindDraft])[]): string {
  const head = '# 事实目录的草稿：认出的条款一条一种，编码同条款编号；名称请改成镇里常用的说法。';
  if (kinds.length === 0) return `${head}\n[]\n`;
  const lines = kinds.flatMap(([code, { name, form, fields }]) => [
    `- kind: ${scalar(code)}`,
    `  name: ${blockScalar(name)}`,
    `  form: ${form}`,
    '  about: unit',
    ...(Object.keys(fields).length === 0 ? [] : ['  fields:']),
    ...Object.entries(fields).map(([field, { type, unit, options, required }]) => {
      const keys = {
        type,
        ...(unit === undefined ? {} : { unit }),
        ...(options === undefined ? {} : { options }),
        ...(required === undefined ? {} : { required: 'true' }),
      };
      return `    ${scalar(field)}: ${flow(keys).replace('"true"', 'true')}`;
    }),
  ]);
  return [head, ...lines, ''].join('\n');
}
