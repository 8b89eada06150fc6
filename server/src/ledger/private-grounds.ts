/**
 * Grounds that touch somebody's privacy: illness, family, a person's circumstances. Whoever records
 * the fact says so, and the fact carries it for ever. What happened stays in the ledger and is read
 * within the office; on everything that leaves it — a published list and its file, a printed sheet,
 * an answer, a line of pay — stands that it was dealt with by rule, and nothing else.
 *
 * Its subject may know: a village reads in its own account what was said about it, so that it can
 * object. That ends where the fact names somebody else, another village or a person of the roster, be
 * it only in its words: those are not told to the village either, nor shown their photos. Paper goes
 * from hand to hand, so a printed sheet tells the ground to nobody, its own village included.
 *
 * @source 《中华人民共和国个人信息保护法》第十三条、第二十五条；《政府信息公开条例》第十五条
 */

import { privateTag } from '@oneneedle/contract';
import type { Fact, Roster } from '@oneneedle/kernel';

/** Whether the ground of a fact is told to nobody outside of the office. */
export function isPrivate({ tags }: Pick<Fact, 'tags'>): boolean {
  return tags.includes(privateTag);
}

/**
 * What stands in the place of a private ground. `milli` is what its line adds or takes, in
 * thousandths of a point; without it the words say nothing of points.
 */
export function groundInstead(milli?: number): string {
  if (milli === undefined) return '按规定处理';
  if (milli === 0) return '按规定不扣分';
  return milli < 0 ? '按规定扣分' : '按规定加分';
}

/** The fact as paper may tell it: that there is one, and its number. */
export function withoutGround({ id, seq, kind, form, about, tags }: Fact): Fact {
  const said = { note: '涉及个人隐私', evidence: ['佐证不公开'] };
  return { id, seq, kind, form, about, tags, values: {}, ...said };
}

/** Whose account asks about a private ground. */
export interface GroundReader {
  /** The units that are its own, with those below them. */
  readonly units: 'all' | ReadonlySet<string>;
  readonly person?: string | undefined;
  /** Names of everybody else on the roster. */
  readonly otherNames: readonly string[];
}

/** What of a fact could name somebody. */
type Told = Pick<Fact, 'about' | 'tags' | 'values' | 'note' | 'evidence' | 'chosen'>;

/** Whether a fact tells its ground to an account; `all` units are the office. */
export function tellsGround(
  { about, values, note = '', evidence, chosen, ...fact }: Told,
  { units, person, otherNames }: GroundReader,
): boolean {
  if (units === 'all' || !isPrivate(fact)) return true;
  const isOwn = about.every(({ subject }) => subject === person || units.has(subject));
  const words = [note, chosen?.reason ?? '', JSON.stringify(values), ...evidence].join(' ');
  return isOwn && !otherNames.some((name) => words.includes(name));
}

/** Names of a roster but one's own; one letter alone names nobody. */
export function otherNames({ persons }: Pick<Roster, 'persons'>, own?: string): string[] {
  return persons.flatMap(({ code, name }) => (code === own || name.length < 2 ? [] : [name]));
}
