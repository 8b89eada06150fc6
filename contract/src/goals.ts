/** Goals of a year: the tree, its figures, and what is done to them. */

import { z } from 'zod';
import {
  done,
  inTown,
  isoDate,
  line,
  prose,
  queryFlag,
  queryNumber,
  sha256,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';
import {
  coverageFinding,
  exactText,
  goalCode,
  goalImportPreview,
  goalInput,
  goalPage,
  goalRow,
  goalYear,
} from './goal-shapes.ts';

/** Sentences of people: told in the audit by digest alone, as the pages withhold them too. */
const personal = ['note', 'reason', 'evidence', 'text', 'title'] as const;
const named = z.strictObject({ code: z.string(), name: z.string() });
const ofGoal = { goalId: uuid, version: z.int().min(1) };
const made = z.strictObject({ id: uuid, code: goalCode });

/** A year in a query, where everything arrives as text. */
const yearQuery = queryNumber(2999);

export const goals = {
  list: inTown('GET', '/goals', {
    summary: 'The goals of a year that the asker may read, with progress, light and coverage.',
  })
    .input(townInput({ year: yearQuery.optional() }))
    .output(
      z.strictObject({
        today: isoDate,
        year: goalYear,
        /** Years that have goals, the latest first. */
        years: z.array(goalYear),
        mayManage: z.boolean(),
        mayRead: z.boolean(),
        /** Only the asker's own villages: leaves without what stands above them. */
        isVillageView: z.boolean(),
        villages: z.array(named),
        rows: z.array(goalRow),
        findings: z.array(coverageFinding),
      }),
    ),

  options: inTown('GET', '/goals/options', {
    summary:
      'What writing a goal needs: people who hold a post, offices, villages, goals to serve.',
  })
    .input(townInput({ year: yearQuery }))
    .output(
      z.strictObject({
        persons: z.array(z.strictObject({ code: z.string(), name: z.string(), post: z.string() })),
        units: z.array(named),
        villages: z.array(named),
        goals: z.array(z.strictObject({ code: goalCode, title: z.string() })),
      }),
    ),

  goal: inTown('GET', '/goals/{goalId}', {
    summary: 'One goal: all that is written of it, its parts with the arithmetic, its readings.',
  })
    .input(townInput({ goalId: uuid }))
    .output(goalPage),

  make: inTown('POST', '/goals', { summary: 'Makes a goal.', creates: true, personal })
    .input(townInput({ year: goalYear, code: goalCode, text: goalInput }))
    .output(made),

  change: inTown('POST', '/goals/{goalId}/changes', {
    summary:
      'Writes a goal anew; what stood is kept. A due date that was set is moved, not changed.',
    personal,
  })
    .input(townInput({ ...ofGoal, text: goalInput, reason: prose.default('') }))
    .output(done),

  moveDate: inTown('POST', '/goals/{goalId}/moves', {
    summary: 'Moves the due date; the old one and the reason are kept and counted.',
    personal,
  })
    .input(townInput({ ...ofGoal, dueOn: isoDate, reason: prose.min(1) }))
    .output(done),

  addReadings: inTown('POST', '/goals/readings', {
    summary: 'Reads figures in, each the whole so far; a correction names what it corrects.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        readings: z
          .array(
            z.strictObject({
              goalId: uuid,
              on: isoDate,
              quantity: exactText.optional(),
              stepsDone: z.int().min(0).max(40).optional(),
              note: z.string().trim().max(500).default(''),
              evidence: z.string().trim().max(200).default(''),
              corrects: uuid.optional(),
            }),
          )
          .min(1)
          .max(300),
      }),
    )
    .output(z.strictObject({ ids: z.array(uuid) })),

  close: inTown('POST', '/goals/{goalId}/closing', {
    summary: 'Closes a goal: it keeps its place and figures and takes no readings any more.',
    personal,
  })
    .input(townInput({ ...ofGoal, reason: prose.min(1) }))
    .output(done),

  withdraw: inTown('POST', '/goals/{goalId}/withdrawal', {
    summary: 'Takes a goal without goals below it out of the tree; it is kept.',
    personal,
  })
    .input(townInput({ ...ofGoal, reason: prose.min(1) }))
    .output(done),

  expand: inTown('POST', '/goals/{goalId}/expansion', {
    summary: 'Makes a leaf for each village that an every-village goal lacks.',
    creates: true,
  })
    .input(
      townInput({
        ...ofGoal,
        accountable: z.enum(['secretary', 'residentCadre']),
        /** Targets by village; a village without one is left without a quantity. */
        targets: z.array(z.strictObject({ village: subjectCode, target: exactText })).max(300),
        unit: z.string().trim().min(1).max(20).optional(),
      }),
    )
    .output(z.strictObject({ made: z.int(), withoutPerson: z.array(named) })),

  makeItem: inTown('POST', '/goals/{goalId}/items', {
    summary: 'Makes an item of a goal: led and answered for as the goal is.',
    creates: true,
    personal: ['requirement', 'title'],
  })
    .input(
      townInput({
        goalId: uuid,
        form: z.enum(['supervised', 'oneLine']),
        title: line,
        requirement: prose.default(''),
        dueOn: isoDate,
      }),
    )
    .output(z.strictObject({ id: uuid, no: z.string().optional() })),

  copyYear: inTown('POST', '/goals/copies', {
    summary: 'Copies the tree of one year into another that has none, every date a year later.',
    creates: true,
  })
    .input(
      townInput({
        from: goalYear,
        to: goalYear,
        /** Baselines as they were, or the last readings. */
        baselines: z.enum(['asBefore', 'lastReading']),
      }),
    )
    .output(z.strictObject({ made: z.int(), withoutPerson: z.array(line) })),

  exportGoals: inTown('GET', '/goals/export', {
    summary: 'The goals of a year as a workbook with the columns that the import reads.',
  })
    .input(townInput({ year: yearQuery }))
    .output(z.file()),

  previewImport: inTown('POST', '/goals/imports/preview', {
    summary: 'What a workbook would make and change, and what is wrong in it.',
    reads: true,
  })
    .input(townInput({ year: yearQuery, file: z.file() }))
    .output(goalImportPreview),

  markImport: inTown('POST', '/goals/imports/marked', {
    summary: 'The workbook with what is wrong written into its cells.',
    reads: true,
  })
    .input(townInput({ year: yearQuery, file: z.file() }))
    .output(z.file()),

  importGoals: inTown('POST', '/goals/imports', {
    summary: 'Takes the good rows of a workbook over, as they were previewed.',
    creates: true,
  })
    .input(
      townInput({
        year: yearQuery,
        file: z.file(),
        digest: sha256,
        goodOnly: queryFlag,
      }),
    )
    .output(z.strictObject({ added: z.int(), changed: z.int() })),
};
