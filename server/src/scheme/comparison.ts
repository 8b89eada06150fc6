/** Two versions of a scheme side by side: clause by clause, what was added, taken away and changed. */

import { conventions, type FactKind, type Scheme } from '@oneneedle/kernel';
import { modifierTerms, ruleText } from './modifier-terms.ts';
import { ruleNames } from './official-page.ts';
import { nodeRemarks } from './render-table.ts';
import { type Clause, type RuleNames, ruleKindOf, ruleTerms } from './rule-terms.ts';
import { termChanges, termsText } from './terms.ts';
import { type WordMark, wordMarks } from './word-marks.ts';

type Node = Scheme['tree'][number];

/** A difference, with sentences that say it. */
export interface Change {
  kind: 'added' | 'removed' | 'changed';
  what: 'clause' | 'indicator' | 'scheme' | 'convention';
  code: string;
  formerCode?: string;
  name?: string;
  sentences: string[];
  words?: WordMark[];
  before?: { text: string; rule: string };
  after?: { text: string; rule: string };
}

export interface Compared {
  readonly changes: Change[];
  /** Clauses only. */
  readonly counts: { added: number; removed: number; changed: number; same: number };
}

/** Every difference in the order of the newer text; what it no longer has stands at the end. */
export function compareSchemes(older: Scheme, newer: Scheme, kinds: readonly FactKind[]): Compared {
  const [before, after] = [spreadOut(older, kinds), spreadOut(newer, kinds)];
  const clauses = clauseChanges(before, after);
  const count = (kind: Change['kind']) => clauses.filter((one) => one.kind === kind).length;
  const [added, changed] = [count('added'), count('changed')];
  return {
    changes: [
      ...headChanges(older, newer),
      ...indicatorChanges(before, after),
      ...clauses,
      ...conventionChanges(older, newer),
    ],
    counts: {
      added,
      removed: count('removed'),
      changed,
      same: after.clauses.size - added - changed,
    },
  };
}

interface ClauseIn {
  readonly clause: Clause;
  readonly owner?: string;
  readonly indicator: string;
}

interface Spread {
  readonly names: RuleNames;
  readonly clauses: ReadonlyMap<string, ClauseIn>;
  readonly nodes: ReadonlyMap<string, Node>;
}

function spreadOut(scheme: Scheme, kinds: readonly FactKind[]): Spread {
  const clauses = new Map<string, ClauseIn>();
  const nodes = new Map<string, Node>();
  const walk = (node: Node, above: string | undefined) => {
    nodes.set(node.code, node);
    const owner = node.owner ?? above;
    for (const child of node.children ?? []) walk(child, owner);
    for (const clause of node.clauses ?? []) {
      const own = clause.owner ?? owner;
      clauses.set(clause.code, {
        clause,
        indicator: node.name,
        ...(own === undefined ? {} : { owner: own }),
      });
    }
  };
  for (const node of scheme.tree) walk(node, undefined);
  return { names: ruleNames(scheme, kinds), clauses, nodes };
}

function clauseChanges(before: Spread, after: Spread): Change[] {
  const formerCodes = renumbered(before, after);
  const gone = new Set(formerCodes.values());
  const changes = [...after.clauses].flatMap(([code, now]): Change[] => {
    const formerCode = formerCodes.get(code) ?? code;
    const was = before.clauses.get(formerCode);
    const isTaken = formerCode === code && gone.has(code);
    if (!was || isTaken) return [aloneChange('added', now, after)];
    return changedClause(was, now, { before, after });
  });
  const removed = [...before.clauses]
    .filter(([code]) => !gone.has(code) && (!after.clauses.has(code) || formerCodes.has(code)))
    .map(([, was]) => aloneChange('removed', was, before));
  return [...changes, ...removed];
}

/**
 * Clauses that only got another number: the same words under a code that the other text does not
 * use for them. By new code the former one.
 */
function renumbered(before: Spread, after: Spread): Map<string, string> {
  const byText = new Map<string, string[]>();
  for (const [code, { clause }] of before.clauses) {
    byText.set(clause.text, [...(byText.get(clause.text) ?? []), code]);
  }
  const found = new Map<string, string>();
  for (const [code, { clause }] of after.clauses) {
    if (before.clauses.get(code)?.clause.text === clause.text) continue;
    const [former, ...others] = byText.get(clause.text) ?? [];
    if (former === undefined || others.length > 0) continue; // nobody can say which
    if (after.clauses.get(former)?.clause.text !== clause.text) found.set(code, former);
  }
  return found;
}

function aloneChange(kind: 'added' | 'removed', one: ClauseIn, { names }: Spread): Change {
  const { clause, indicator, owner } = one;
  const text = { text: clause.text, rule: ruleText(clause, names) };
  const who = owner === undefined ? '' : `，由${owner}负责`;
  const word = kind === 'added' ? '新增' : '删去';
  return {
    kind,
    what: 'clause',
    code: clause.code,
    name: indicator,
    sentences: [`${word}条款${clause.code}（${indicator}${who}）。`],
    ...(kind === 'added' ? { after: text } : { before: text }),
  };
}

function changedClause(
  was: ClauseIn,
  now: ClauseIn,
  { before, after }: { before: Spread; after: Spread },
): Change[] {
  const { code } = now.clause;
  const isWorded = was.clause.text !== now.clause.text;
  const sentences = [
    ...(was.clause.code === code ? [] : [`编号由${was.clause.code}改为${code}`]),
    ...ruleChanges(was.clause, now.clause, { before, after }),
    ...valueChange('责任部门', was.owner, now.owner),
    ...valueChange('数据来源', was.clause.source, now.clause.source),
    ...valueChange('指标', was.indicator, now.indicator),
    ...valueChange('听取的事实', heard(was, before), heard(now, after)),
    ...valueChange('说明', was.clause.note, now.clause.note),
    ...(isWorded ? ['条文有改动'] : []),
  ];
  if (sentences.length === 0) return [];
  return [
    {
      kind: 'changed',
      what: 'clause',
      code,
      name: now.indicator,
      ...(was.clause.code === code ? {} : { formerCode: was.clause.code }),
      sentences: sentences.map((sentence) => `${code} ${sentence}。`),
      ...(isWorded ? { words: wordMarks(was.clause.text, now.clause.text) } : {}),
      before: { text: was.clause.text, rule: ruleText(was.clause, before.names) },
      after: { text: now.clause.text, rule: ruleText(now.clause, after.names) },
    },
  ];
}

function heard({ clause }: ClauseIn, { names }: Spread): string | undefined {
  const kinds = clause.on === undefined ? [] : [clause.on].flat();
  return kinds.length === 0
    ? undefined
    : kinds.map((code) => names.kinds.get(code) ?? code).join('、');
}

function ruleChanges(
  was: Clause,
  now: Clause,
  { before, after }: { before: Spread; after: Spread },
): string[] {
  const rules = [ruleTerms(was, before.names), ruleTerms(now, after.names)] as const;
  const bends = [modifierTerms(was, before.names), modifierTerms(now, after.names)] as const;
  const isOtherKind = ruleKindOf(was) !== ruleKindOf(now);
  return [
    ...(isOtherKind ? [`计分方式改为“${termsText(rules[1])}”`] : termChanges(...rules)),
    ...termChanges(...bends),
  ];
}

function valueChange(label: string, was: string | undefined, now: string | undefined): string[] {
  if (was === now) return [];
  if (was === undefined) return [`${label}写明为“${now}”`];
  if (now === undefined) return [`不再写明${label}（原为“${was}”）`];
  return [`${label}由“${was}”改为“${now}”`];
}

function indicatorChanges(before: Spread, after: Spread): Change[] {
  const changes = [...after.nodes].flatMap(([code, now]): Change[] => {
    const was = before.nodes.get(code);
    const common = { what: 'indicator' as const, code, name: now.name };
    if (!was) {
      return [{ ...common, kind: 'added', sentences: [`新增指标${code} ${now.name}。`] }];
    }
    const remarks = [nodeRemarks(was, before.names), nodeRemarks(now, after.names)] as const;
    const sentences = [
      ...valueChange('名称', was.name, now.name),
      ...valueChange('满分', fullOf(was, before), fullOf(now, after)),
      ...valueChange('责任部门', was.owner, now.owner),
      ...remarks[1].filter((one) => !remarks[0].includes(one)).map((one) => `增加“${one}”`),
      ...remarks[0].filter((one) => !remarks[1].includes(one)).map((one) => `删去“${one}”`),
    ];
    if (sentences.length === 0) return [];
    const told = sentences.map((one) => `${code} ${now.name}：${one}。`);
    return [{ ...common, kind: 'changed', sentences: told }];
  });
  const removed = [...before.nodes]
    .filter(([code]) => !after.nodes.has(code))
    .map(([code, { name }]): Change => {
      const sentences = [`删去指标${code} ${name}。`];
      return { kind: 'removed', what: 'indicator', code, name, sentences };
    });
  return [...changes, ...removed];
}

function fullOf({ full, base, byGroup }: Node, { names }: Spread): string | undefined {
  const groups = Object.entries(byGroup ?? {})
    .filter(([, bounds]) => bounds.full !== undefined)
    .map(([code, bounds]) => `${names.groups.get(code) ?? code}${bounds.full}分`);
  const own = full ?? base;
  if (own === undefined && groups.length === 0) return undefined;
  return [own === undefined ? '' : `${own}分`, ...groups].filter((one) => one !== '').join('，');
}

const periodWords = { month: '月', quarter: '季度', halfYear: '半年', year: '年度' } as const;

function headChanges(older: Scheme, newer: Scheme): Change[] {
  const days = ({ effective }: Scheme) => effective && `${effective.from}至${effective.to}`;
  const groups = (scheme: Scheme) => scheme.groups?.map(({ name }) => name).join('、');
  const sentences = [
    ...valueChange('名称', older.name, newer.name),
    ...valueChange('文号', older.documentNo, newer.documentNo),
    ...valueChange('决定机构', older.decidedBy, newer.decidedBy),
    ...valueChange('施行日期', days(older), days(newer)),
    ...valueChange('考核周期', periodWords[older.period], periodWords[newer.period]),
    ...valueChange('类组', groups(older), groups(newer)),
    ...valueChange('总分满分', older.total?.full, newer.total?.full),
  ];
  if (sentences.length === 0) return [];
  const told = sentences.map((one) => `${one}。`);
  return [{ kind: 'changed', what: 'scheme', code: newer.line, name: newer.name, sentences: told }];
}

/** Answers to open questions that differ, whether they are written or only assumed. */
function conventionChanges(older: Scheme, newer: Scheme): Change[] {
  const answers = new Map(conventions(older).map(({ no, answer }) => [no, answer]));
  return conventions(newer).flatMap(({ no, question, answer }): Change[] => {
    const was = answers.get(no);
    if (was === undefined || was === answer) return [];
    const sentences = [`口径${no}（${question}）由“${was}”改为“${answer}”。`];
    return [{ kind: 'changed', what: 'convention', code: `${no}`, sentences }];
  });
}
