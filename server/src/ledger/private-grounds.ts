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

/** What puts a private fact right is as private as it, whatever was ticked. */
export function asPrivate<Words extends { readonly tags: readonly string[] }>(
  words: Words,
  isHidden: boolean,
): Words {
  if (!isHidden || isPrivate(words)) return words;
  return { ...words, tags: [...words.tags, privateTag] };
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
  /** Names of everybody else on the roster and of the other villages. */
  readonly otherNames: readonly string[];
}

/** What of a fact could name somebody. */
type Told = Pick<
  Fact,
  'about' | 'tags' | 'values' | 'note' | 'evidence' | 'chosen' | 'matter' | 'doc'
>;

/** Whether a fact tells its ground to an account; `all` units are the office. */
export function tellsGround(
  { about, values, note = '', evidence, chosen, matter = '', doc, ...fact }: Told,
  { units, person, otherNames }: GroundReader,
): boolean {
  if (units === 'all' || !isPrivate(fact)) return true;
  const isOwn = about.every(({ subject }) => subject === person || units.has(subject));
  const papers = [matter, doc?.no ?? '', doc?.body ?? '', ...fact.tags];
  const said = [note, chosen?.reason ?? '', JSON.stringify(values), ...evidence];
  const words = [...said, ...papers].join(' ');
  return isOwn && !otherNames.some((name) => words.includes(name));
}

/** Those that inspect and keep papers: to be named in a ground is their work. */
const offices: ReadonlySet<string> = new Set(['town', 'station', 'office']);

/**
 * Names of a roster but one's own and those of one's own units: persons, and villages with what is in
 * them, by their other names too. Offices are named in every ground; one letter alone names nobody.
 */
export function otherNames(
  { units, persons }: Pick<Roster, 'units' | 'persons'>,
  own: { readonly units: 'all' | ReadonlySet<string>; readonly person?: string | undefined },
): string[] {
  if (own.units === 'all') return [];
  const isOwn = (code: string) => own.units !== 'all' && own.units.has(code);
  const ownNames = units.filter(({ code }) => isOwn(code)).flatMap(namesOf);
  const others = units.filter(({ code, type }) => !isOwn(code) && !offices.has(type));
  const names = [
    ...persons.flatMap(({ code, name }) => (code === own.person ? [] : [name])),
    // 东溪 within 东溪村 would find its own village in every ground.
    ...others.flatMap(namesOf).filter((name) => !ownNames.some((mine) => mine.includes(name))),
  ];
  return [...new Set(names)].filter((name) => name.length > 1);
}

function namesOf({ name, aliases }: Roster['units'][number]): string[] {
  return [name, ...aliases];
}
