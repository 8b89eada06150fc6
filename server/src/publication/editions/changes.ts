/** What an edition changed against the one that it takes the place of, subject by subject, and why. */

import type { Fact } from '@oneneedle/kernel';
import { groundInstead, isPrivate } from '../../ledger/index.ts';
import type { Tree } from './file.ts';
import type { PublishedChange, PublishedPlace } from './published-shapes.ts';
import type { Replies } from './reading.ts';

export type Change = Replies['one']['editions'][number]['changes'][number];

/** Those whose total or rank is another, each with the reversals and new facts that made it so. */
export function changesBetween(
  was: readonly Tree[],
  is: readonly Tree[],
  /** Those that became known after the first. */
  later: readonly Fact[],
  /** All facts, to know which of those taken back were private. */
  known: readonly Fact[] = later,
): Change[] {
  const old = new Map(was.map((tree) => [tree.subject, tree]));
  const now = new Map(is.map((tree) => [tree.subject, tree]));
  const subjects = [...new Set([...old.keys(), ...now.keys()])].sort();
  return subjects.flatMap((subject): Change[] => {
    const [before, after] = [old.get(subject), now.get(subject)];
    const why = before && after ? reasons(before, after, { later, known }) : [];
    if (why.length === 0 && placeText(before) === placeText(after)) return [];
    return [
      {
        subject,
        name: (after ?? before)?.name ?? subject,
        ...(before ? { old: placeOf(before) } : {}),
        ...(after ? { new: placeOf(after) } : {}),
        why,
      },
    ];
  });
}

function placeOf({ total, rank }: Tree) {
  return { total: total.text, ...(rank === undefined ? {} : { rank }) };
}

function placeText(tree: Tree | undefined): string {
  return tree ? JSON.stringify(placeOf(tree)) : '';
}

/** Facts that were taken back or added since, as the trees themselves call them. */
function reasons(
  before: Tree,
  after: Tree,
  { later, known }: { later: readonly Fact[]; known: readonly Fact[] },
): string[] {
  const [old, now] = [sentencesOf(before.root), sentencesOf(after.root)];
  const hidden = new Set(known.filter(isPrivate).map(({ id }) => id));
  const told = (id: string, { sentence, milli }: Told) =>
    hidden.has(id) ? groundInstead(milli) : sentence;
  const taken = later
    // After the seal a reversal counts in the next period, and changes nothing here.
    .filter(
      ({ reverses = '' }) =>
        old.has(reverses) && old.get(reverses)?.milli !== (now.get(reverses)?.milli ?? 0),
    )
    .map(({ reverses = '', doc }) => {
      const by = doc === undefined || hidden.has(reverses) ? '' : `（${doc.no}）`;
      return `更正${by}：${told(reverses, old.get(reverses) ?? nothing)}`;
    });
  const added = [...now]
    .filter(([id]) => !old.has(id))
    .map(([id, said]) => `补记：${told(id, said)}`);
  return [...taken, ...added];
}

/** What a tree says of a fact, and what the line of the fact adds or takes there. */
interface Told {
  readonly sentence: string;
  readonly milli: number;
}

const nothing: Told = { sentence: '', milli: 0 };

function sentencesOf(line: Tree['root']): Map<string, Told> {
  const milli = line.struck ? 0 : line.milli;
  const own = line.facts.map(({ id, sentence }) => [id, { sentence, milli }] as const);
  return new Map([...own, ...line.children.flatMap((child) => [...sentencesOf(child)])]);
}

/**
 * The same for a file that leaves the office: the clauses whose marks are others and the papers that
 * say so; no sentence of a fact. `later` are the facts that became known after the first.
 */
export function publicChanges(
  changes: readonly Change[],
  { was, is }: { readonly was: readonly Tree[]; readonly is: readonly Tree[] },
  later: readonly Fact[],
): PublishedChange[] {
  const old = new Map(was.map((tree) => [tree.subject, tree]));
  const now = new Map(is.map((tree) => [tree.subject, tree]));
  return changes.map(({ subject, name, ...places }) => {
    const [before, after] = [old.get(subject), now.get(subject)];
    return {
      name,
      old: publicPlace(places.old),
      new: publicPlace(places.new),
      why: before && after ? clausesChanged(before.root, after.root, later) : [],
    };
  });
}

function publicPlace(place: Change['old']): PublishedPlace | null {
  return place ? { total: place.total, rank: place.rank ?? null } : null;
}

/** "第 1.1 条 −2.00 → 0.00（青考复〔2026〕1号）" of each clause whose mark or facts are others. */
function clausesChanged(
  before: Tree['root'],
  after: Tree['root'],
  later: readonly Fact[],
): string[] {
  const [old, now] = [clausesOf(before), clausesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((code) => {
    const [was, is] = [old.get(code), now.get(code)];
    const ids = new Set([...(was ? idsBelow(was) : []), ...(is ? idsBelow(is) : [])]);
    // The paper of a private ground, or of its reversal, can say what it was.
    const papers = later.flatMap(({ id, reverses, doc, tags }) =>
      doc && !isPrivate({ tags }) && (ids.has(id) || ids.has(reverses ?? '')) ? [doc.no] : [],
    );
    if (was?.milli === is?.milli) return [];
    const by = papers.length === 0 ? '' : `（${[...new Set(papers)].join('、')}）`;
    return [`第 ${code} 条 ${was?.value ?? '无'} → ${is?.value ?? '无'}${by}`];
  });
}

function clausesOf(line: Tree['root']): Map<string, Tree['root']> {
  if (line.kind === 'clause') return new Map([[line.code, line]]);
  return new Map(line.children.flatMap((child) => [...clausesOf(child)]));
}

function idsBelow({ facts, children }: Tree['root']): string[] {
  return [...facts.map(({ id }) => id), ...children.flatMap(idsBelow)];
}
