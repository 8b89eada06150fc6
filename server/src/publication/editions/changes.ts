/** What an edition changed against the one that it takes the place of, subject by subject, and why. */

import type { Fact } from '@oneneedle/kernel';
import { groundInstead, isPrivate } from '../../ledger/index.ts';
import type { Tree } from './file.ts';
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
    .filter(({ reverses }) => reverses !== undefined && old.has(reverses))
    .map(({ reverses = '', doc }) => {
      const by = doc === undefined ? '' : `（${doc.no}）`;
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
