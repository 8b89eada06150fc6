/** Two versions of a scheme side by side: clause by clause, what was added, taken away and changed. */

import { conventions, type FactKind, type Scheme } from '@oneneedle/kernel';
import { modifierTerms, ruleText } from './modifier-terms.ts';
import { fullWords, ruleNames } from './official-page.ts';
import { dayText } from './render.ts';
import { nodeRemarks } from './render-table.ts';
import { type Clause, type RuleNames, ruleKindOf, ruleTerms } from './rule-terms.ts';
import { termChanges, termsText } from './terms.ts';
import { textChanges } from './text-changes.ts';
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
  const told = [...textChanges(older, newer, kinds), ...conventionChanges(older, newer)];
  return {
    changes: [
      ...headChanges(older, newer),
      ...told.filter(({ what }) => what === 'scheme'),
      ...(told.length === 0 ? silentChanges(older, newer) : []),
      ...indicatorChanges(before, after),
      ...clauses,
      ...told.filter(({ what }) => what === 'convention'),
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

interface NodeIn {
  readonly node: Node;
  /** "40分", or one for each group; absent where it has none. */
  readonly full?: string;
}

interface Spread {
  readonly names: RuleNames;
  readonly clauses: ReadonlyMap<string, ClauseIn>;
  readonly nodes: ReadonlyMap<string, NodeIn>;
}

function spreadOut(scheme: Scheme, kinds: readonly FactKind[]): Spread {
  const clauses = new Map<string, ClauseIn>();
  const nodes = new Map<string, NodeIn>();
  const names = ruleNames(scheme, kinds);
  const walk = (node: Node, path: readonly Node[], above: string | undefined) => {
    const full = fullWords(scheme, [...path, node], names);
    nodes.set(node.code, { node, ...(full === '' ? {} : { full }) });
    const owner = node.owner ?? above;
    for (const child of node.children ?? []) walk(child, [...path, node], owner);
    for (const clause of node.clauses ?? []) {
      const own = clause.owner ?? owner;
      clauses.set(clause.code, {
        clause,
        indicator: node.name,
        ...(own === undefined ? {} : { owner: own }),
      });
    }
  };
  for (const node of scheme.tree) walk(node, [], undefined);
  return { names, clauses, nodes };
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
  const taken = new Set<string>();
  for (const [code, { clause }] of after.clauses) {
    if (before.clauses.get(code)?.clause.text === clause.text) continue;
    const [former, ...others] = byText.get(clause.text) ?? [];
    if (former === undefined || others.length > 0) continue; // nobody can say which
    if (after.clauses.get(former)?.clause.text === clause.text || taken.has(former)) continue;
    found.set(code, former);
    taken.add(former);
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
  ];
  if (isWorded && sentences.length === 0) sentences.push('条文有改动');
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
    const common = { what: 'indicator' as const, code, name: now.node.name };
    if (!was) {
      return [{ ...common, kind: 'added', sentences: [`新增指标${code} ${now.node.name}。`] }];
    }
    const remarks = [
      nodeRemarks(was.node, before.names),
      nodeRemarks(now.node, after.names),
    ] as const;
    const sentences = [
      ...valueChange('名称', was.node.name, now.node.name),
      ...valueChange('满分', was.full, now.full),
      ...valueChange('责任部门', was.node.owner, now.node.owner),
      ...remarks[1].filter((one) => !remarks[0].includes(one)).map((one) => `增加“${one}”`),
      ...remarks[0].filter((one) => !remarks[1].includes(one)).map((one) => `删去“${one}”`),
    ];
    if (sentences.length === 0) return [];
    const told = sentences.map((one) => `${code} ${now.node.name}：${one}。`);
    return [{ ...common, kind: 'changed', sentences: told }];
  });
  const removed = [...before.nodes]
    .filter(([code]) => !after.nodes.has(code))
    .map(
      ([
        code,
        {
          node: { name },
        },
      ]): Change => {
        const sentences = [`删去指标${code} ${name}。`];
        return { kind: 'removed', what: 'indicator', code, name, sentences };
      },
    );
  return [...changes, ...removed];
}

function headChanges(older: Scheme, newer: Scheme): Change[] {
  const days = ({ effective }: Scheme) =>
    effective && `${dayText(effective.from)}至${dayText(effective.to)}`;
  const sentences = [
    ...valueChange('名称', older.name, newer.name),
    ...valueChange('文号', older.documentNo, newer.documentNo),
    ...valueChange('决定机构', older.decidedBy, newer.decidedBy),
    ...valueChange('施行日期', days(older), days(newer)),
  ];
  if (sentences.length === 0) return [];
  const told = sentences.map((one) => `${one}。`);
  return [{ kind: 'changed', what: 'scheme', code: newer.line, name: newer.name, sentences: told }];
}

/** Parts that differ although no sentence of the official text does: nothing is passed over in silence. */
function silentChanges(older: Scheme, newer: Scheme): Change[] {
  const loud = ['tree', 'kinds', 'line', 'name', 'version', 'documentNo', 'decidedBy', 'effective'];
  const values = (scheme: Scheme) => new Map<string, unknown>(Object.entries(scheme));
  const [was, now] = [values(older), values(newer)];
  const keys = [...new Set([...now.keys(), ...was.keys()])].filter(
    (key) => !loud.includes(key) && JSON.stringify(was.get(key)) !== JSON.stringify(now.get(key)),
  );
  return keys.map((key) => {
    const sentences = [`“${key}”有改动，正文里看不出来，请对照原文这一段。`];
    return { kind: 'changed', what: 'scheme', code: key, name: key, sentences };
  });
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
