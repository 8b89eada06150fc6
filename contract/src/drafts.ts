/** The decomposition bench: a speech or a task table is taken apart, and persons claim what is a task. */

import { z } from 'zod';
import { inTown, isoDate, line, prose, queryFlag, sha256, townInput, uuid } from './address.ts';
import { listPreview } from './demand-shapes.ts';
import { documentPage, documentRow, draftDeed, newDocument } from './draft-shapes.ts';

const file = z.file();
/** What may not stand in the audit as it is: words of people. */
const personal = ['text', 'title', 'source', 'reason', 'claim'] as const;

export const drafts = {
  list: inTown('GET', '/drafts', { summary: 'Documents on the decomposition bench, latest first.' })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(documentRow), mayWork: z.boolean() })),
  make: inTown('POST', '/drafts', {
    summary: 'Puts a text on the bench: numbered sentences, drafts by fixed patterns. No item yet.',
    creates: true,
    personal,
  })
    .input(townInput(newDocument))
    .output(z.strictObject({ id: uuid })),
  one: inTown('GET', '/drafts/{id}', {
    summary: 'One document: its sentences, and the drafts beside them.',
  })
    .input(townInput({ id: uuid }))
    .output(documentPage),
  act: inTown('POST', '/drafts/{id}/deeds', {
    summary:
      'Does one deed on a draft: claims it as an item, merges, splits, puts it aside, adds one.',
    creates: true,
    personal,
  })
    .input(townInput({ id: uuid, ...draftDeed }))
    .output(documentPage),
  redact: inTown('POST', '/drafts/{id}/redactions', {
    summary: 'Takes a sentence with personal data out of a document; its number and digest stay.',
    creates: true,
    personal,
  })
    .input(townInput({ id: uuid, sentence: z.int().min(1), reason: prose.min(2) }))
    .output(documentPage),

  form: inTown('GET', '/drafts/export', {
    summary: 'The empty task table with the columns that the import reads.',
  })
    .input(townInput({}))
    .output(z.file()),
  previewTable: inTown('POST', '/drafts/imports/preview', {
    summary: 'What a task table would claim, and which rows are mapped to nobody here.',
    reads: true,
  })
    .input(townInput({ title: line, file }))
    .output(listPreview),
  markTable: inTown('POST', '/drafts/imports/marked', {
    summary: 'The task table with what is wrong written into its cells.',
    reads: true,
  })
    .input(townInput({ title: line, file }))
    .output(z.file()),
  importTable: inTown('POST', '/drafts/imports', {
    summary: 'Claims the good rows of a task table as items, as they were previewed.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        title: line,
        dated: isoDate.optional(),
        source: z.string().trim().max(200).default(''),
        file,
        digest: sha256,
        goodOnly: queryFlag,
        /** Read by its author, supervision, leaders and discipline only; so are its items. */
        isWithheld: queryFlag.optional(),
      }),
    )
    .output(z.strictObject({ id: uuid, added: z.int() })),
};
