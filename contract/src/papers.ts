/** Issued documents with their numbers, the templates of each kind, and many documents in one file. */

import { z } from 'zod';
import { instant, inTown, line, queryNumber, sha256, townInput, uuid } from './address.ts';

export const documentKind = z.enum([
  'circular',
  'notice',
  'publication',
  'slip',
  'rectification',
  'answer',
  'result',
  'talk',
  'honour',
  'withholding',
  'decision',
  'selection',
  'scheme',
  'table',
]);

/** What a room tells of a document that it had made. */
export const madeDocument = z.strictObject({
  id: uuid,
  /** `通报2026-003`: never used again. */
  number: z.string(),
  title: z.string(),
  /** False where the same had been made before: that one is told. */
  isNew: z.boolean(),
});

const issuedDocument = z.strictObject({
  id: uuid,
  kind: documentKind,
  number: z.string(),
  title: z.string(),
  /** The edition of the data that it was made from, as it is printed at its end. */
  madeFrom: z.string(),
  /** 0: the default of the program. */
  templateVersion: z.int(),
  sha256,
  madeBy: z.string(),
  madeAt: instant,
  officialNumber: z.string().optional(),
  voided: z.strictObject({ by: z.string(), at: instant, reason: z.string() }).optional(),
  may: z.strictObject({ register: z.boolean(), void: z.boolean() }),
});

const finding = z.strictObject({
  severity: z.enum(['error', 'notice']),
  sentence: z.string(),
  /** Beginning of the paragraph that it stands in. */
  paragraph: z.string().optional(),
});

const template = z.strictObject({
  kind: documentKind,
  label: z.string(),
  /** 0: the default of the program. */
  inUse: z.int(),
  versions: z.array(
    z.strictObject({
      version: z.int(),
      fileName: z.string(),
      keptBy: z.string(),
      keptAt: instant,
      /** Documents that were made with it. */
      documents: z.int(),
    }),
  ),
  fields: z.array(
    z.strictObject({
      /** As it is written in Word: `【主送】`. */
      placeholder: z.string(),
      example: z.string(),
      isRequired: z.boolean(),
      shape: z.enum(['text', 'rows', 'blocks']),
    }),
  ),
  /** Running numbers by year, the latest first. */
  numbers: z.array(z.strictObject({ year: z.int(), last: z.int(), voided: z.int() })),
  mayChange: z.boolean(),
});

const batch = z.strictObject({
  id: uuid,
  state: z.enum(['packing', 'ready', 'failed']),
  done: z.int(),
  total: z.int(),
  askedAt: instant,
});

const ofVersion = { kind: documentKind, version: queryNumber(9_999) };

export const papers = {
  list: inTown('GET', '/official-documents', {
    summary:
      'Documents that were made and numbered, the latest first; those that the asker may read.',
  })
    .input(
      townInput({
        kind: documentKind.optional(),
        year: queryNumber(2999).optional(),
        limit: queryNumber(2_000).default(500),
      }),
    )
    .output(z.strictObject({ rows: z.array(issuedDocument), years: z.array(z.int()) })),
  file: inTown('GET', '/official-documents/{id}/file', {
    summary: 'A document as it was made, byte for byte.',
  })
    .input(townInput({ id: uuid }))
    .output(z.file()),
  register: inTown('POST', '/official-documents/{id}/official-number', {
    summary: 'Enters the number from the register of the office; one number, one document.',
    creates: true,
  })
    .input(townInput({ id: uuid, officialNumber: line }))
    .output(issuedDocument),
  voidDocument: inTown('POST', '/official-documents/{id}/void', {
    summary: 'Voids a document with a reason; its number is kept and never used again.',
    creates: true,
  })
    .input(townInput({ id: uuid, reason: line }))
    .output(issuedDocument),

  templates: inTown('GET', '/document-templates', {
    summary: 'Every kind of document with its placeholders, versions and running numbers.',
  })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(template) })),
  templateFile: inTown('GET', '/document-templates/{kind}/{version}/file', {
    summary: 'A version of a template as a Word file; version 0 is the default.',
  })
    .input(townInput(ofVersion))
    .output(z.file()),
  preview: inTown('GET', '/document-templates/{kind}/{version}/preview', {
    summary: 'A version of a template filled with example data.',
  })
    .input(townInput(ofVersion))
    .output(z.file()),
  check: inTown('POST', '/document-templates/{kind}/check', {
    summary: 'What is wrong with a changed template, and where; nothing is kept.',
    reads: true,
  })
    .input(townInput({ kind: documentKind, file: z.file() }))
    .output(z.strictObject({ findings: z.array(finding) })),
  keep: inTown('POST', '/document-templates/{kind}', {
    summary: 'Keeps a changed template as a new version and uses it from now on.',
    creates: true,
  })
    .input(townInput({ kind: documentKind, file: z.file() }))
    .output(template),
  choose: inTown('POST', '/document-templates/{kind}/choice', {
    summary: 'Uses another version from now on; version 0 goes back to the default.',
    creates: true,
  })
    .input(townInput({ kind: documentKind, version: z.int().min(0) }))
    .output(template),

  startBatch: inTown('POST', '/document-batches', {
    summary: 'Packs documents into one zip with a list; it goes on by itself.',
    creates: true,
  })
    .input(townInput({ documents: z.array(uuid).min(1).max(1_000) }))
    .output(batch),
  batch: inTown('GET', '/document-batches/{id}', { summary: 'How far a batch is.' })
    .input(townInput({ id: uuid }))
    .output(batch),
  batchFile: inTown('GET', '/document-batches/{id}/file', {
    summary: 'The zip of a batch that is ready.',
  })
    .input(townInput({ id: uuid }))
    .output(z.file()),
};
