/** The burden gate: what asks something of villages passes it, or is booked afterwards; and the meter. */

import { z } from 'zod';
import {
  inTown,
  isoDate,
  line,
  queryFlag,
  sha256,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';
import {
  burdenKind,
  demandAnswers,
  demandBooked,
  demandDraft,
  demandPage,
  demandRow,
  demandState,
  dutyEntryShown,
  judgement,
  knownFigureShown,
  listPreview,
  meterReply,
  month,
  named,
} from './demand-shapes.ts';

/** What may not stand in the audit as it is: sentences of people, and what an item withholds. */
const personal = ['reason', 'purpose', 'title', 'basis'] as const;
const ofDemand = { id: uuid };
const file = z.file();
const taken = { file, digest: sha256, goodOnly: queryFlag };
const counted = z.strictObject({ added: z.int(), changed: z.int() });

export const demands = {
  options: inTown('GET', '/demands/options', {
    summary: 'What asking needs: my offices, villages, duty lists, names of known figures.',
  })
    .input(townInput({ item: uuid.optional() }))
    .output(
      z.strictObject({
        today: isoDate,
        /** Offices for which I may ask; empty where I may not ask at all. */
        offices: z.array(named),
        /** Offices of which I may book what went out. */
        bookable: z.array(named),
        /** Villages that I may name. */
        villages: z.array(named),
        dutyEntries: z.array(dutyEntryShown),
        /** Names of figures that the town knows of some village. */
        figures: z.array(z.string()),
        mayKeepLists: z.boolean(),
        mayReadMeter: z.boolean(),
        /** The item that the demand is to send. */
        item: z
          .strictObject({
            id: uuid,
            title: z.string(),
            /** The office that asks by it; absent where whoever asks must say. */
            office: named.optional(),
            /** The villages that it asks. */
            units: z.array(z.string()),
            /** Assigned already: only an earlier day, or another village, can be new. */
            isOutside: z.boolean(),
            dueOn: isoDate.optional(),
            basis: z.string(),
          })
          .optional(),
      }),
    ),

  judge: inTown('POST', '/demands/gate', {
    summary: 'What the gate says of a demand as it stands; nothing is kept.',
    reads: true,
  })
    .input(townInput(demandDraft))
    .output(judgement),
  ask: inTown('POST', '/demands', {
    summary: 'Takes a demand through the gate; what is stopped waits for a leader if so asked.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        ...demandDraft,
        title: line,
        units: demandDraft.units.min(1),
        answers: demandAnswers,
        /** Where the gate stops it, keep it for a leader instead of refusing it. */
        askLeader: z.boolean().default(false),
        /** What is no item is sent at once if nothing stops it. */
        sendNow: z.boolean().default(false),
      }),
    )
    .output(demandPage),
  book: inTown('POST', '/demands/afterwards', {
    summary: 'Books what went out by telephone, chat or word of mouth, so that it counts.',
    creates: true,
    personal,
  })
    .input(townInput(demandBooked))
    .output(demandPage),

  list: inTown('GET', '/demands', { summary: 'Demands that the asker may read, latest first.' })
    .input(
      townInput({
        month: month.optional(),
        office: subjectCode.optional(),
        unit: subjectCode.optional(),
        state: demandState.optional(),
        about: uuid.optional(),
        /** Only what the meter counts so. */
        counted: burdenKind.optional(),
      }),
    )
    .output(z.strictObject({ rows: z.array(demandRow) })),
  one: inTown('GET', '/demands/{id}', { summary: 'One demand with its course.' })
    .input(townInput(ofDemand))
    .output(demandPage),
  override: inTown('POST', '/demands/{id}/override', {
    summary: 'A leader lets a stopped demand through or refuses it, with the reason.',
    personal,
  })
    .input(townInput({ ...ofDemand, outcome: z.enum(['allow', 'refuse']), reason: line }))
    .output(demandPage),
  send: inTown('POST', '/demands/{id}/send', { summary: 'Notes that a cleared demand left.' })
    .input(townInput(ofDemand))
    .output(demandPage),
  withdraw: inTown('POST', '/demands/{id}/withdrawal', {
    summary: 'Takes a demand back, with the reason; it stays readable and counts no more.',
    personal,
  })
    .input(townInput({ ...ofDemand, reason: line }))
    .output(demandPage),
  acknowledge: inTown('POST', '/demands/{id}/acknowledge', {
    summary: 'The office that a booking of somebody else counts against takes note of it.',
  })
    .input(townInput(ofDemand))
    .output(demandPage),
  merge: inTown('POST', '/demands/{id}/merge', {
    summary: 'Makes a demand part of another one that asks the same.',
  })
    .input(townInput({ ...ofDemand, into: uuid }))
    .output(demandPage),

  meter: inTown('GET', '/demands/meter', {
    summary: 'What each office asked of each village in a month.',
  })
    .input(townInput({ month: month.optional() }))
    .output(meterReply),

  dutyEntries: inTown('GET', '/demands/duty-lists', { summary: 'The duty lists.' })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(dutyEntryShown), mayKeep: z.boolean() })),
  exportDutyLists: inTown('GET', '/demands/duty-lists/export', {
    summary: 'The duty lists as a workbook, with the columns that the import reads.',
  })
    .input(townInput({}))
    .output(z.file()),
  previewDutyLists: inTown('POST', '/demands/duty-lists/imports/preview', {
    summary: 'What a file would change in the duty lists, and what is wrong in it.',
    reads: true,
  })
    .input(townInput({ file }))
    .output(listPreview),
  markDutyLists: inTown('POST', '/demands/duty-lists/imports/marked', {
    summary: 'The file with what is wrong written into its cells.',
    reads: true,
  })
    .input(townInput({ file }))
    .output(z.file()),
  importDutyLists: inTown('POST', '/demands/duty-lists/imports', {
    summary: 'Takes the good rows of a file over, as they were previewed.',
    creates: true,
  })
    .input(townInput(taken))
    .output(counted),

  knownFigures: inTown('GET', '/demands/known-figures', {
    summary: 'Figures of villages that the town holds, the newest of each.',
  })
    .input(townInput({ unit: subjectCode.optional() }))
    .output(z.strictObject({ rows: z.array(knownFigureShown), mayKeep: z.boolean() })),
  exportKnownFigures: inTown('GET', '/demands/known-figures/export', {
    summary: 'The known figures as a workbook, with the columns that the import reads.',
  })
    .input(townInput({}))
    .output(z.file()),
  previewKnownFigures: inTown('POST', '/demands/known-figures/imports/preview', {
    summary: 'What a file would change in the known figures, and what is wrong in it.',
    reads: true,
  })
    .input(townInput({ file }))
    .output(listPreview),
  markKnownFigures: inTown('POST', '/demands/known-figures/imports/marked', {
    summary: 'The file with what is wrong written into its cells.',
    reads: true,
  })
    .input(townInput({ file }))
    .output(z.file()),
  importKnownFigures: inTown('POST', '/demands/known-figures/imports', {
    summary: 'Takes the good rows of a file over, as they were previewed.',
    creates: true,
  })
    .input(townInput(taken))
    .output(counted),
};
