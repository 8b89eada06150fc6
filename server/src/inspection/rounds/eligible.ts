/** Who may inspect which village, and why somebody may not. */

import type { IsoDate, Roster } from '@oneneedle/kernel';
import { villageOf } from '../town.ts';
import type { RecusalRow } from './store.ts';

/** Somebody who works for an office of the town and has an account to write a sheet with. */
export interface Inspector {
  readonly person: string;
  readonly office: string;
}

/** The persons of the town's offices on a day, those with an account alone. */
export function inspectorsOf(
  roster: Roster,
  withAccount: readonly string[],
  day: IsoDate,
): Inspector[] {
  const accounts = new Set(withAccount);
  const offices = new Set(
    roster.units.flatMap(({ code, type }) =>
      type === 'station' || type === 'office' ? [code] : [],
    ),
  );
  const found = new Map<string, Inspector>();
  for (const { person, unit, from, to } of roster.posts) {
    const holds = from <= day && (to === undefined || to >= day);
    if (holds && offices.has(unit) && accounts.has(person) && !found.has(person)) {
      found.set(person, { person, office: unit });
    }
  }
  return [...found.values()];
}

/** Why somebody does not inspect a village on a day; undefined where nothing stands against it. */
export function recusedBecause(
  person: string,
  village: string,
  { roster, day, declared }: { roster: Roster; day: IsoDate; declared: readonly RecusalRow[] },
): string | undefined {
  const holds = ({ from, to }: { from: string; to?: string }) =>
    from <= day && (to === undefined || to >= day);
  const hasPost = roster.posts.some(
    (post) => post.person === person && holds(post) && villageOf(post.unit, roster) === village,
  );
  if (hasPost) return '在这个村任职';
  const pairing = roster.pairings.find(
    (one) => one.person === person && one.unit === village && holds(one),
  );
  if (pairing) return `是这个村的${pairing.kind}`;
  return declared.find((one) => one.person === person && one.village === village)?.reason;
}
