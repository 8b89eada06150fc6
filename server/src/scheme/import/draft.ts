/** An outline as a scheme that the program accepts, with every open question marked. */

import { add, type FactKind, parseExact, type Rational, toExactText } from '@oneneedle/kernel';
import { type CodedNode, codedNodes } from './codes.ts';
import { shortName } from './names.ts';
import type { Outline } from './outline.ts';
import type { Remark } from './paper.ts';
import { periodOf } from './period.ts';
import { readText, settledKind, urgedKind } from './read-text.ts';
import { isUnderstood, type KindDraft, type ReadingContext, undecided } from './reading.ts';
import { type ClauseDraft, kindsYaml, type NodeDraft, schemeYaml } from './write-draft.ts';

/** A scheme drafted from a document, for a person to finish. */
export interface SchemeDraft {
  /** The text of `scheme.yaml`; clauses that nobody understood are pending in it. */
  readonly scheme: string;
  /** The text of `kinds.yaml`: one kind of fact for each clause that was understood. */
  readonly kinds: string;
  /** What was left out or not understood, with its place in the document. */
  readonly remarks: readonly Remark[];
  /** 还要您写定的事: one sentence each, in the order of the scheme. */
  readonly open: readonly string[];
  readonly counts: {
    readonly clauses: number;
    readonly recognised: number;
    readonly pending: number;
  };
}

/**
 * Drafts a scheme. Equal outlines and equal kinds that exist give equal bytes. Kinds that exist are
 * no part of it: those of urging are taken as they are, those of its clauses get other codes.
 */
export function draftOf(outline: Outline, existing: readonly FactKind[] = []): SchemeDraft {
  const letters = freeLetters(existing);
  const said = periodOf(outline);
  const period = said?.period;
  const kinds = new Map<string, KindDraft>();
  const remarks: Remark[] = [...outline.remarks];
  const coded = codedNodes(outline.nodes);
  const taken = new Set(coded.flatMap(codesOf));
  const nodes = coded.map((one) =>
    nodeDraft(one, { period, kinds, remarks, taken, above: '', letters }),
  );
  remarks.push(...sumRemarks(nodes, outline));
  const clauses = nodes.flatMap(clausesOf);
  const pending = clauses.filter((clause) => !isUnderstood(clause.reading));
  remarks.push(...pending.map(pendingRemark));
  const head = {
    ...(outline.title === undefined ? {} : { name: outline.title }),
    ...(said ? { period: said } : {}),
  };
  const known = new Set(existing.filter(isForUrging).map(({ kind }) => kind));
  for (const code of known) kinds.delete(code);
  return {
    scheme: schemeYaml({ ...head, groups: groupNames(coded) }, nodes),
    kinds: kindsYaml(withDistinctNames(kinds)),
    remarks,
    open: openQuestions(outline, period, nodes),
    counts: {
      clauses: clauses.length,
      recognised: clauses.length - pending.length,
      pending: pending.length,
    },
  };
}

/** What the codes of a draft begin with: letters with which no clause of another scheme begins. */
function freeLetters(existing: readonly FactKind[]): string {
  const codes = existing.flatMap(({ kind, formerly = [] }) => [kind, ...formerly]);
  const taken = new Set(codes.map((code) => /^([a-z]+)[\d\p{Script=Han}]/u.exec(code)?.[1]));
  const single = [...'cdefghijklmnopqrstuvwxyz'];
  const double = single.flatMap((one) => single.map((other) => one + other));
  return [...single, ...double].find((letters) => !taken.has(letters)) ?? 'c';
}

/** A kind of the town that says all that urging needs. */
function isForUrging({ kind, fields = {} }: FactKind): boolean {
  const draft = urging.find(([code]) => code === kind)?.[1];
  return (
    draft !== undefined &&
    Object.entries(draft.fields).every(([name, { type }]) => fields[name]?.type === type)
  );
}

interface DraftContext {
  readonly period: ReadingContext['period'];
  readonly kinds: Map<string, KindDraft>;
  readonly remarks: Remark[];
  /** The codes of all levels, which no clause may have. */
  readonly taken: ReadonlySet<string>;
  /** What the codes of kinds begin with. */
  readonly letters: string;
  /** The names of the levels above, for what a short text is about. */
  readonly above: string;
}

function codesOf({ code, children }: CodedNode): string[] {
  return [code, ...children.flatMap(codesOf)];
}

function nodeDraft(coded: CodedNode, context: DraftContext): NodeDraft {
  const { node, code } = coded;
  const below = { ...context, above: node.name };
  const children = coded.children.map((child) => nodeDraft(child, below));
  const clauses = coded.items.flatMap((one) => itemClauses(one, coded, context));
  const isEmpty = children.length === 0 && clauses.length === 0;
  const own = isEmpty ? [unscored(coded)] : clauses;
  const owners = new Set(coded.items.map(({ item }) => item.owner));
  const owner = owners.size === 1 ? coded.items[0]?.item.owner : undefined;
  const draft: NodeDraft = {
    code,
    name: node.name,
    place: node.place,
    ...(node.note === undefined ? {} : { note: node.note }),
    ...(owner === undefined ? {} : { owner }),
    ...pointKeys(coded, own, children, context.remarks),
    children,
    clauses: own.map((clause) => (owner === undefined ? clause : { ...clause, owner: undefined })),
  };
  return children.length > 0 && clauses.length > 0 ? withRest(draft) : draft;
}

/** An indicator has either levels or texts below it: texts beside levels get a level of their own. */
function withRest(draft: NodeDraft): NodeDraft {
  const rest: NodeDraft = {
    code: `${draft.code}.0`,
    name: `${draft.name}（本级）`,
    place: draft.place,
    children: [],
    clauses: draft.clauses,
  };
  return { ...draft, children: [rest, ...draft.children], clauses: [] };
}

function unscored({ code, node }: CodedNode): ClauseDraft {
  return {
    code: `${code}-1`,
    text: node.note ?? node.name,
    place: node.place,
    reading: undecided('只有分值，没有写怎样计分'),
  };
}

function itemClauses(
  { code, item }: CodedNode['items'][number],
  { node }: CodedNode,
  { period, kinds, taken, above, letters }: DraftContext,
): ClauseDraft[] {
  const hasFull =
    node.points !== undefined &&
    !node.points.isBound &&
    (node.isRow === true || node.items.length === 1);
  const isVeto = /否决/u.test(`${above}${node.name}`);
  const context = { code, letters, hasFull, subject: node.name, ...(period ? { period } : {}) };
  const several = readText(item.text, context);
  // A text that is one clause has the number that the document prints, without -1 behind it.
  const isAlone = several.length === 1 && !taken.has(code);
  const read = isAlone ? readText(item.text, { ...context, isAlone }) : several;
  return read.map(({ words, kind, reading }, at) => {
    const settled = item.isNested
      ? undecided('写在表中的表里，各列对应什么没有读')
      : isVeto && !isUnderstood(reading)
        ? undecided('一票否决须有中央或省的依据文号，写在“一票否决”里；没有依据的，请改为扣分条款')
        : reading;
    if (isUnderstood(settled)) {
      kinds.set(kind, settled.kind);
      if (settled.shares === 'urging')
        for (const [shared, draft] of urging) kinds.set(shared, draft);
    }
    return {
      code: isAlone ? code : `${code}-${at + 1}`,
      text: words.replace(/\s*\n\s*/gu, '').trim(),
      place: item.place,
      kind,
      reading: settled,
      ...(item.owner === undefined ? {} : { owner: item.owner }),
      ...(item.source === undefined ? {} : { source: item.source }),
    };
  });
}

/** The two kinds that 催办后仍未 needs, shared by all tasks. */
const urging: readonly [string, KindDraft][] = [
  [urgedKind, { name: '催办', form: 'event', fields: { 期限: { type: 'date', required: true } } }],
  [settledKind, { name: '已办结', form: 'event', fields: {} }],
];

/** The groups that points are printed for, in the order of the document. */
function groupNames(nodes: readonly CodedNode[]): string[] {
  const named = ({ node, children }: CodedNode): string[] => [
    ...(node.points?.groups ?? []).map(({ group }) => group),
    ...groupNames(children),
  ];
  return [...new Set(nodes.flatMap(named))];
}

type PointKeys = Pick<NodeDraft, 'full' | 'groups' | 'start' | 'cap' | 'floor' | 'assumed'>;

/** 10分 is a full mark, of 加分项 the most that can be added. */
function pointKeys(
  { node }: CodedNode,
  clauses: readonly ClauseDraft[],
  children: readonly NodeDraft[],
  remarks: Remark[],
): PointKeys {
  if (!node.points) return {};
  const { groups } = node.points;
  const start = /从零计分/u.test(node.note ?? '') ? ({ start: 'zero' } as const) : {};
  if (groups) return { full: node.points.value, groups, ...start };
  const { value, isBound, side, other } = node.points;
  if (isBound && side === 'plus')
    return { cap: value, ...(other === undefined ? {} : { floor: `-${other}` }) };
  if (isBound && side === 'minus')
    return { floor: `-${value}`, ...(other === undefined ? {} : { cap: other }) };
  const signs = signsOf([...clauses, ...children.flatMap(clausesOf)]);
  const isBonus = /加分|奖励|奖分|附加|奖扣|加减|加扣/u.test(node.name);
  const isDeduction = /扣分|减分|奖扣|加减|加扣/u.test(node.name);
  if (isBonus && isDeduction) {
    const sentence = `“${node.name}”写 ${value} 分，看不出是满分，还是最多加、最多扣的分，没有写进办法，请手工写定。`;
    remarks.push({ place: node.place, sentence });
    return {};
  }
  if (isBonus && isBound) return { cap: value };
  if (isDeduction && isBound) return { floor: `-${value}` };
  if (isBonus) return { cap: value, assumed: `${value} 分当作最多加 ${value} 分，请核对` };
  if (isDeduction)
    return { floor: `-${value}`, assumed: `${value} 分当作最多扣 ${value} 分，请核对` };
  if (isBound && signs === 'plus') return { cap: value };
  if (isBound && signs === 'minus') return { floor: `-${value}` };
  if (isBound) {
    const sentence = `“${node.name}”最高 ${value} 分，看不出是最多加还是最多扣，没有写进办法，请手工写定。`;
    remarks.push({ place: node.place, sentence });
    return {};
  }
  if (signs !== 'plus' || 'start' in start) return { full: value, ...start };
  return {
    full: value,
    start: 'zero',
    assumed: '各条都是加分，当作从 0 分加起；先给满分的，请去掉“从哪里起算”',
  };
}

/** Which way the clauses go, where all of them were understood. */
function signsOf(clauses: readonly ClauseDraft[]): 'plus' | 'minus' | 'mixed' {
  const texts = clauses.map(({ reading }) =>
    isUnderstood(reading) ? JSON.stringify(reading.rule) : '?',
  );
  if (texts.length === 0 || texts.includes('?')) return 'mixed';
  const isMinus = (text: string) =>
    /"(?:delta|then|from|once|perDay|late|atQuota)":"-/u.test(text) || /"[^"]*":"-\d/u.test(text);
  if (texts.every(isMinus)) return 'minus';
  return texts.some(isMinus) ? 'mixed' : 'plus';
}

function clausesOf(node: NodeDraft): ClauseDraft[] {
  return [...node.clauses, ...node.children.flatMap(clausesOf)];
}

function pendingRemark(clause: ClauseDraft): Remark {
  const why = isUnderstood(clause.reading) ? '' : clause.reading.why;
  return {
    place: clause.place,
    sentence: `第 ${clause.code} 条待定：${why}。`,
    words: clause.text,
  };
}

/** Points that do not add up are said, never mended. */
function sumRemarks(nodes: readonly NodeDraft[], outline: Outline): Remark[] {
  const remarks = nodes.flatMap(levelSum);
  const stated = outline.total;
  if (stated === undefined) return remarks;
  const groups = [
    ...new Set(
      nodes.flatMap(nodesOf).flatMap((one) => (one.groups ?? []).map(({ group }) => group)),
    ),
  ];
  const totals = (groups.length === 0 ? [undefined] : groups).flatMap((group) =>
    totalRemarks(nodes, plain(stated), group),
  );
  return [...remarks, ...totals];
}

function totalRemarks(
  nodes: readonly NodeDraft[],
  stated: string,
  group: string | undefined,
): Remark[] {
  const sum = totalOf(nodes, group);
  if (sum === undefined || sum === stated) return [];
  const bonus = nodes.filter((node) => node.cap !== undefined);
  const withBonus = toExactText(add(exact(sum), ...bonus.map((node) => exact(node.cap ?? '0'))));
  const inside =
    withBonus === stated
      ? `加上“${bonus.map((node) => node.name).join('”“')}”正好：加分算在总分之内的，请把封顶改为满分，从零得起。`
      : '请核对。';
  const whose = group === undefined ? '各项' : `${group}各项`;
  const sentence = `原文写总分 ${stated} 分，${whose}满分加起来是 ${sum} 分，${inside}`;
  return [{ place: '', sentence }];
}

function levelSum(node: NodeDraft): Remark[] {
  const groups = [
    ...new Set(nodesOf(node).flatMap((one) => (one.groups ?? []).map(({ group }) => group))),
  ];
  const own = (groups.length === 0 ? [undefined] : groups).flatMap((group) =>
    groupSum(node, group),
  );
  return [...own, ...node.children.flatMap(levelSum)];
}

function groupSum(node: NodeDraft, group: string | undefined): Remark[] {
  const full = fullOf(node, group);
  const sum = totalOf(node.children, group);
  if (full === undefined || sum === undefined || sum === plain(full)) return [];
  const whose = group === undefined ? '' : `${group}`;
  const sentence = `“${node.name}”${whose}写 ${plain(full)} 分，下面各项加起来是 ${sum} 分，请核对。`;
  return [{ place: node.place, sentence }];
}

/** The full mark of an indicator for a group; undefined where it has none. */
function fullOf({ full, groups }: NodeDraft, group: string | undefined): string | undefined {
  const own = groups?.find((one) => one.group === group);
  return own ? own.value : full;
}

/** The full marks of siblings together; undefined where none is stated. */
function totalOf(nodes: readonly NodeDraft[], group?: string): string | undefined {
  const fulls = nodes
    .map((node) => fullOf(node, group) ?? totalOf(node.children, group))
    .filter((full) => full !== undefined);
  if (fulls.length === 0) return undefined;
  return toExactText(add(...fulls.map(exact)));
}

function plain(points: string): string {
  return toExactText(exact(points));
}

function exact(text: string): Rational {
  const value = parseExact(text);
  if (!value) throw new RangeError(`not an exact number: ${text}`);
  return value;
}

/** Two kinds of one name would be one row of a form: the later one says its clause. */
function withDistinctNames(kinds: ReadonlyMap<string, KindDraft>): [string, KindDraft][] {
  const seen = new Set<string>();
  return [...kinds].map(([code, kind]) => {
    const suffix = `（${code.replace(/^[a-z]+/, '')}）`;
    const name = seen.has(kind.name)
      ? `${shortName(kind.name, 20 - suffix.length)}${suffix}`
      : kind.name;
    seen.add(name);
    return [code, { ...kind, name }];
  });
}

const shownCodes = 8;

function listed(codes: readonly string[]): string {
  const shown = codes.slice(0, shownCodes).join('、');
  return codes.length > shownCodes ? `${shown} 等 ${codes.length} 条` : shown;
}

function openQuestions(
  outline: Outline,
  period: ReadingContext['period'],
  nodes: readonly NodeDraft[],
): string[] {
  const clauses = nodes.flatMap(clausesOf);
  const understood = clauses.filter((clause) => isUnderstood(clause.reading));
  const codesWhere = (test: (clause: ClauseDraft) => boolean) =>
    understood.filter(test).map(({ code }) => code);
  const flat = codesWhere(
    ({ reading, text }) => isUnderstood(reading) && 'count' in reading.rule && !/每/u.test(text),
  );
  const bounded = codesWhere(
    ({ reading }) =>
      isUnderstood(reading) &&
      ('cap' in reading.keys || 'floor' in reading.keys) &&
      !('span' in reading.keys),
  );
  const assumed = [
    ...nodes
      .flatMap(nodesOf)
      .flatMap(({ code, assumed: words }) =>
        words === undefined ? [] : [`第 ${code} 项：${words}。`],
      ),
    ...understood.flatMap(({ code, reading }) =>
      isUnderstood(reading) ? reading.assumed.map((words) => `第 ${code} 条：${words}。`) : [],
    ),
  ];
  const pending = clauses.length - understood.length;
  return [
    '办法代号：年年不变的代号，现在写的是“待定”。',
    ...(outline.title === undefined ? ['办法名称：原文里没有认出标题。'] : []),
    '版本：现在写的是“待定”；有依据文号、决定机构的，请补上。',
    ...(nodes.flatMap(nodesOf).some((node) => node.groups !== undefined)
      ? ['类组：表里各组分值不同，代号现在写的是 g1、g2……，请改成名册上写的。']
      : []),
    ...nodes
      .flatMap(nodesOf)
      .filter(({ note }) => /按(?:全年|年度?|半年|季度?|月)计/u.test(note ?? ''))
      .map(
        ({ code, note }) =>
          `第 ${code} 项：原文写“${note}”，与考核周期不同的，请写定按期还是按全年。`,
      ),
    '考核谁：现在写的是单位，没有写哪一类；考核村的，单位类型写 village。',
    ...(period === undefined ? ['考核周期：原文里没有认出，现在写的是按年。'] : []),
    ...(pending > 0 ? [`待定的条款 ${pending} 条：请逐条写定怎样计分。`] : []),
    ...(flat.length > 0
      ? [
          `没有写“每次”的分值（${listed(flat)}）：当作记一次计一次分；一期只计一次的，扣分写保底，加分写封顶。`,
        ]
      : []),
    ...(bounded.length > 0 && period !== 'year'
      ? [
          `最高、最多几分（${listed(bounded)}）：原文没有写管一期还是管全年，当作管一期；管全年的请写按全年。`,
        ]
      : []),
    ...assumed,
    ...(clauses.length === 0 ? ['没有认出一个条款，请核对文件是不是考核细则。'] : []),
  ];
}

function nodesOf(node: NodeDraft): NodeDraft[] {
  return [node, ...node.children.flatMap(nodesOf)];
}
