/** Counting a round: what its sheets become in the ledger, line by line, once and for ever. */

import { z } from 'zod';
import { instant, inTown, isoDate, townInput, uuid } from './address.ts';
import { lineClause, templateCode } from './inspection-shapes.ts';
import { named } from './item-shapes.ts';
import { fieldShown } from './ledger-shapes.ts';

/**
 * What a line of a sheet becomes. `fact`: an entry for the ledger; `sound`: nothing was wrong, and
 * its kind tells only of what is; `notSeen`: nobody could look, so nothing is known; `withoutKind`:
 * the check sheet names no kind of fact; `notCombined`: one sheet of each, and only marks are combined.
 */
export const lineOutcome = z.enum(['fact', 'sound', 'notSeen', 'withoutKind', 'notCombined']);

const countedLine = z.strictObject({
  line: templateCode,
  /** From 1, as the check sheet counts. */
  number: z.int(),
  group: z.string(),
  standard: z.string(),
  outcome: lineOutcome,
  /** Whose mark it is, where each inspector wrote a sheet. */
  judge: named.optional(),
  /** Name of the kind of fact; absent where the line names none. */
  kindName: z.string().optional(),
  fields: z.array(fieldShown),
  places: z.array(z.string()),
  photos: z.array(uuid),
  /** Why nobody could look. */
  note: z.string().optional(),
  /** The clauses in force on that day that hear it; none makes no points of it. */
  clauses: z.array(lineClause.omit({ line: true })),
});

/** An entry on its way into the ledger, or the fact that it became. */
const countedRecord = z.strictObject({
  kindName: z.string(),
  fields: z.array(fieldShown),
  state: z.enum(['waiting', 'sentBack', 'reviewed', 'posted', 'reversed']),
  entryId: uuid.optional(),
  factId: z.string().optional(),
});

const countingPage = z.strictObject({
  round: z.strictObject({
    id: uuid,
    period: z.string(),
    template: z.string(),
    office: named,
    version: z.int(),
  }),
  /** Whether the asker may count it now. */
  may: z.boolean(),
  /** What keeps it from being counted, each in a sentence. */
  inTheWay: z.array(z.string()),
  /** What to know before, for instance in which later period it will count. */
  heeds: z.array(z.string()),
  /** Who counted it, and when. */
  counted: z.strictObject({ by: named, at: instant }).optional(),
  visits: z.array(
    z.strictObject({
      id: uuid,
      subject: named,
      state: z.enum(['planned', 'gone', 'missed', 'withdrawn']),
      /** Why nobody went; a place that was not gone to has no facts, and never a zero. */
      reason: z.string().optional(),
      /** The day that its facts bear. */
      on: isoDate.optional(),
      lines: z.array(countedLine),
      records: z.array(countedRecord),
    }),
  ),
});

export const counting = {
  round: inTown('GET', '/rounds/{id}/counting', {
    summary: 'What a round becomes in the ledger, what stands in the way, and what came of it.',
  })
    .input(townInput({ id: uuid }))
    .output(countingPage),

  count: inTown('POST', '/rounds/{id}/counting', {
    summary: 'Writes the facts of a round as entries that wait for review; once and for ever.',
    creates: true,
  })
    .input(townInput({ id: uuid, version: z.int().min(1) }))
    .output(countingPage),
};

export type CountedLine = z.infer<typeof countedLine>;
export type CountingPage = z.infer<typeof countingPage>;
