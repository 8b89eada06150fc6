/** Sheets of an inspection: written on the phone without a network, on paper, or brought as a file. */

import { z } from 'zod';
import { instant, inTown, isoDate, line, sha256, townInput, uuid } from './address.ts';
import {
  arrivingSheet,
  fieldFiling,
  fieldVisit,
  savedSheet,
  sheetAnswers,
  sheetReceipt,
  sheetShown,
} from './sheet-shapes.ts';

const ofSheet = { sheetId: uuid };
/** Sentences of people, which the audit keeps as digests. */
const personal = ['statement', 'note', 'at'] as const;

export const sheets = {
  work: inTown('GET', '/field/work', {
    summary:
      'The visits that name the asker, or at the office those of its rounds, with all that writing a sheet without a network needs.',
  })
    .input(townInput({ at: z.enum(['field', 'office']) }))
    .output(
      z.strictObject({
        today: isoDate,
        serverNow: instant,
        me: z.strictObject({ person: z.string(), name: z.string() }),
        visits: z.array(fieldVisit),
      }),
    ),
  filing: inTown('GET', '/field/filing', {
    summary: 'By what paper the page of the field may be used; without one it is off.',
  })
    .input(townInput({}))
    .output(z.strictObject({ filing: fieldFiling.optional() })),
  file: inTown('PUT', '/field/filing', { summary: 'Opens the page of the field by its filing.' })
    .input(townInput({ no: line, on: isoDate }))
    .output(z.strictObject({ filing: fieldFiling })),
  close: inTown('DELETE', '/field/filing', {
    summary:
      'Shuts the page of the field; what stands on phones stays there and may be brought as a file.',
  })
    .input(townInput({}))
    .output(z.strictObject({})),

  save: inTown('PUT', '/sheets/{sheetId}', {
    summary: 'Saves a writing of a sheet. Whatever arrives twice or late changes nothing.',
    personal,
  })
    .input(townInput({ ...ofSheet, ...arrivingSheet }))
    .output(savedSheet),
  attach: inTown('POST', '/sheets/{sheetId}/photos', {
    summary: 'Says which piece of evidence a listed photo has become.',
  })
    .input(townInput({ ...ofSheet, sha256, evidenceId: uuid }))
    .output(z.strictObject({ missing: z.array(sha256) })),
  send: inTown('POST', '/sheets/{sheetId}/send', {
    summary: 'Hands in a sheet whose photos are all here; asked again, it gives the same receipt.',
  })
    .input(townInput({ ...ofSheet, revision: z.int().min(1), digest: sha256 }))
    .output(sheetReceipt),
  one: inTown('GET', '/sheets/{sheetId}', { summary: 'One sheet with its photos and its course.' })
    .input(townInput(ofSheet))
    .output(sheetShown),
  list: inTown('GET', '/visits/{visit}/sheets', { summary: 'The sheets of a visit.' })
    .input(townInput({ visit: uuid }))
    .output(z.strictObject({ rows: z.array(sheetShown) })),
  change: inTown('POST', '/sheets/{sheetId}/changes', {
    summary:
      'Changes answers of a sheet that was sent, with a reason; the old ones stay in its course.',
    creates: true,
    personal,
  })
    .input(townInput({ ...ofSheet, version: z.int().min(1), answers: sheetAnswers, note: line }))
    .output(sheetShown),
};
