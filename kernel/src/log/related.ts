/** Posted facts that may be the same thing as the one that somebody is typing. */

import type { Fact, FactValue } from '../book/book.ts';
import { fieldText } from '../evaluate/fields.ts';
import { dayOf } from '../evaluate/ledger-view.ts';
import { grouped } from '../grouped.ts';
import { parseExact } from '../number/rational.ts';
import type { FactKind } from '../scheme/scheme.ts';
import { ownOf } from '../scheme/shapes.ts';
import { daysBetween } from '../time/dates.ts';

/** A fact being typed: whatever is known of it so far. */
export type FactDraft = Partial<
  Pick<Fact, 'id' | 'kind' | 'about' | 'on' | 'period' | 'values' | 'matter' | 'doc'>
>;

/** Why a posted fact may be the same thing, strongest first. */
export const relatedReasons = ['same-matter', 'same-document', 'same-values'] as const;

/** A posted fact to look at before another one is recorded. */
export interface RelatedFact {
  readonly factId: string;
  readonly why: (typeof relatedReasons)[number];
  /** What it is, why it is shown, and what to do. */
  readonly sentence: string;
}

/** Facts by subject and by matter, so that a long ledger is not read at every key stroke. */
export interface FactIndex {
  readonly bySubject: ReadonlyMap<string, readonly Fact[]>;
  readonly byMatter: ReadonlyMap<string, readonly Fact[]>;
}

/** How facts are compared. */
export interface RelatedOptions {
  /** The catalogue, so that sentences can name kinds. */
  readonly kinds?: readonly FactKind[];
  /** How many days apart equal facts may lie; default 15. */
  readonly withinDays?: number;
  /** How many are given at most; default 5. */
  readonly limit?: number;
}

/**
 * The posted facts that may be the same thing as the draft: of the same matter, about the same
 * subject by the same document, or of the same kind about the same subject within some days and
 * with equal values. Strongest reason first, then the same kind, the nearest day, the latest posted;
 * each fact once. Time grows with the facts about the draft's subjects alone where an index is given.
 */
export function relatedFacts(
  draft: FactDraft,
  facts: readonly Fact[] | FactIndex,
  options: RelatedOptions = {},
): RelatedFact[] {
  const index = 'bySubject' in facts ? facts : indexFacts(facts);
  const candidates = new Set([
    ...(index.byMatter.get(matterKey(draft.matter)) ?? []),
    ...subjectsOf(draft).flatMap((subject) => index.bySubject.get(subject) ?? []),
  ]);
  const found = [...candidates].flatMap((fact) => {
    const why = fact.id === draft.id ? undefined : reasonFor(draft, fact, options);
    return why === undefined ? [] : [{ fact, why, days: daysApart(draft, fact) }];
  });
  const order = (a: Found, b: Found) =>
    relatedReasons.indexOf(a.why) - relatedReasons.indexOf(b.why) ||
    Number(b.fact.kind === draft.kind) - Number(a.fact.kind === draft.kind) ||
    (a.days ?? farAway) - (b.days ?? farAway) ||
    b.fact.seq - a.fact.seq;
  return found
    .sort(order)
    .slice(0, options.limit ?? 5)
    .map((item) => ({
      factId: item.fact.id,
      why: item.why,
      sentence: sentenceFor(item, options.kinds),
    }));
}

/**
 * The index for `relatedFacts`. What was reversed, reversals, results, signatures and decided cells
 * are left out: nobody records them twice by mistake. Reversals are known only if they are among
 * the facts.
 */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const reversed = new Set(facts.map((fact) => fact.reverses));
  const shown = facts.filter(
    ({ id, form, reverses }) =>
      reverses === undefined &&
      !reversed.has(id) &&
      form !== 'result' &&
      form !== 'checked' &&
      form !== 'missing',
  );
  const pairs = shown.flatMap((fact) => subjectsOf(fact).map((subject) => ({ subject, fact })));
  const bySubject = new Map<string, Fact[]>();
  for (const [subject, list] of grouped(pairs, (pair) => pair.subject)) {
    bySubject.set(
      subject,
      list.map(({ fact }) => fact),
    );
  }
  const withMatter = shown.filter(({ matter }) => matterKey(matter) !== '');
  return { bySubject, byMatter: grouped(withMatter, ({ matter }) => matterKey(matter)) };
}

interface Found {
  readonly fact: Fact;
  readonly why: RelatedFact['why'];
  readonly days: number | undefined;
}

const farAway = Number.MAX_SAFE_INTEGER;

function reasonFor(
  draft: FactDraft,
  fact: Fact,
  { withinDays = 15 }: RelatedOptions,
): RelatedFact['why'] | undefined {
  const matter = matterKey(draft.matter);
  if (matter !== '' && matter === matterKey(fact.matter)) return 'same-matter';
  const subjects = new Set(subjectsOf(draft));
  if (!subjectsOf(fact).some((subject) => subjects.has(subject))) return undefined;
  const document = documentKey(draft.doc?.no);
  if (document !== '' && document === documentKey(fact.doc?.no)) return 'same-document';
  const days = daysApart(draft, fact);
  const near = fact.kind === draft.kind && days !== undefined && days <= withinDays;
  return near && sameValues(draft.values ?? {}, fact.values) ? 'same-values' : undefined;
}

/** Every field typed so far agrees; before anything is typed, only a fact without fields does. */
function sameValues(draft: Fact['values'], posted: Fact['values']): boolean {
  const typed = Object.entries(draft).filter(([, value]) => valueKey(value) !== '');
  if (typed.length === 0) return Object.keys(posted).length === 0;
  return typed.every(([name, value]) => valueKey(value) === valueKey(ownOf(posted, name)));
}

/** One text for one value: `5`, `5.0` and 5 处 are equal, and so are `80%` and `4/5`. */
function valueKey(value: FactValue | undefined): string {
  const text = fieldText(value)?.trim() ?? '';
  const number = parseExact(text);
  return number ? `${number.num}/${number.den}` : text;
}

/** Document numbers are typed with every kind of bracket, space and 第. */
function documentKey(no: string | undefined): string {
  return (no ?? '')
    .normalize('NFKC')
    .replace(/[[(【〔]/gu, '〔')
    .replace(/[\])】〕]/gu, '〕')
    .replace(/[\s第]/gu, '');
}

function matterKey(matter: string | undefined): string {
  return matter?.trim() ?? '';
}

function subjectsOf({ about = [] }: Pick<FactDraft, 'about'>): string[] {
  return [...new Set(about.map(({ subject }) => subject))];
}

function daysApart(draft: FactDraft, fact: Fact): number | undefined {
  const [a, b] = [dayOf({ ...fact, on: draft.on, period: draft.period }), dayOf(fact)];
  return a === undefined || b === undefined ? undefined : Math.abs(daysBetween(a, b));
}

function sentenceFor({ fact, why, days }: Found, kinds: readonly FactKind[] = []): string {
  const kind = kinds.find((item) => item.kind === fact.kind)?.name ?? fact.kind;
  const name = `事实 ${fact.id}（${[dayOf(fact), kind].filter(Boolean).join('，')}）`;
  switch (why) {
    case 'same-matter':
      return `${name}也是事项 ${matterKey(fact.matter)}；这次是催办、整改、再通报这样的后续，照记；说的是同一回事，不必再记。`;
    case 'same-document':
      return `${name}对象相同，依据的也是 ${fact.doc?.no}；说的是同一回事，不必再记；同一件事的另一步，填同一个事项号。`;
    default:
      return `${name}对象、种类、内容都相同，${days === 0 ? '同一天' : `只差 ${days} 天`}；请核对是不是同一回事，是的不必再记。`;
  }
}
