/** How often whose facts fall: for the assessment office and discipline alone; never published, never a fact. */

import { factsTold } from '../../ledger/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { matterOf } from './matters.ts';
import { correctionsOf, findObjections, type ObjectionRow } from './store.ts';
import { objectionTown } from './town.ts';

/** Below so many facts a share says nothing about anybody, and is not shown. */
const leastFacts = 5;
const upheld = ['reversed', 'replaced', 'inPart'];

interface Tally {
  readonly objected: Set<string>;
  readonly fallen: Set<string>;
}

/** The year's objections by when they came; facts by office and by who recorded them. */
export async function objectionStatistics(ctx: Ctx, { year }: { year: string }) {
  const town = await objectionTown(ctx);
  const all = (await findObjections(ctx.db)).filter(({ received_on: on }) => on.startsWith(year));
  const offices = new Map<string, Tally>();
  const recorders = new Map<string, Tally>();
  for (const row of all) await countIn(ctx, row, { offices, recorders });
  const answered = all.filter(({ state }) => state === 'answered');
  const late = answered.filter(({ answered_on: on, answer_by: by }) => (on ?? '') > by);
  return {
    year,
    least: leastFacts,
    received: all.length,
    answeredInTime: answered.length - late.length,
    answeredLate: late.length,
    groups: [
      ...groupsOf('office', offices, (code) => code),
      ...groupsOf('recorder', recorders, (code) => town.named(code).name),
    ],
  };
}

/** A fact falls that the decision took back and that another person's review posted. */
async function countIn(
  { db }: Ctx,
  row: ObjectionRow,
  { offices, recorders }: Readonly<Record<'offices' | 'recorders', Map<string, Tally>>>,
): Promise<void> {
  if (row.result === null || row.result === 'notHeard') return;
  const taken = (await correctionsOf(db, [row.id])).flatMap(({ fact_id: id }) => id ?? []);
  const { facts } = await matterOf(db, row);
  // Of a whole result only what was taken back was looked at one by one.
  const objected = row.about === 'fact' ? facts : await factsTold(db, taken);
  for (const { id, office, recordedBy, reversedBy } of objected) {
    const isFallen = upheld.includes(row.result) && taken.includes(id) && reversedBy !== undefined;
    add(offices, office, { id, isFallen });
    add(recorders, recordedBy, { id, isFallen });
  }
}

function add(
  tallies: Map<string, Tally>,
  code: string | undefined,
  { id, isFallen }: { id: string; isFallen: boolean },
): void {
  if (code === undefined) return;
  const tally = tallies.get(code) ?? { objected: new Set(), fallen: new Set() };
  tally.objected.add(id);
  if (isFallen) tally.fallen.add(id);
  tallies.set(code, tally);
}

function groupsOf(
  by: 'office' | 'recorder',
  tallies: ReadonlyMap<string, Tally>,
  nameOf: (code: string) => string,
) {
  return [...tallies]
    .map(([code, { objected, fallen }]) => ({
      by,
      name: nameOf(code),
      objected: objected.size,
      ...(objected.size < leastFacts ? {} : { fallen: fallen.size }),
    }))
    .sort((a, b) => b.objected - a.objected || (a.name < b.name ? -1 : 1));
}
