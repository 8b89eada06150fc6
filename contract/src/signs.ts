/** Signs at village offices and work chat groups of villages, counted down. */

import { z } from 'zod';
import {
  done,
  inTown,
  isoDate,
  line,
  queryFlag,
  sha256,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';
import { listPreview, named } from './demand-shapes.ts';

const signKind = z.enum(['sign', 'group']);
const year = z.string().regex(/^[12]\d{3}$/);
const basis = z.string().trim().max(200);
const ofSign = { id: uuid };
const file = z.file();

/** At the start of the year + new − ended = left. */
const counts = z.strictObject({
  atStart: z.int(),
  added: z.int(),
  ended: z.int(),
  left: z.int(),
  /** Of those left: kept because the rules allow it. */
  kept: z.int(),
  /** Of those left: noted as groups in which nothing happens. */
  idle: z.int(),
});
const bothCounts = { sign: counts, group: counts };

const signRow = z.strictObject({
  id: uuid,
  unit: named,
  kind: signKind,
  name: z.string(),
  /** Who hung or started it: an office, or the name of one outside of the town. */
  office: named,
  basis: z.string(),
  isKept: z.boolean(),
  sinceOn: isoDate.optional(),
  countedOn: isoDate,
  end: z.strictObject({ on: isoDate, how: z.string(), evidence: z.string() }).optional(),
  /** Since when somebody calls it idle, and who. */
  idle: z.strictObject({ on: isoDate, by: z.string() }).optional(),
  mayChange: z.boolean(),
});

const limit = z.strictObject({ allowed: z.int().min(0).max(999), document: line });

export const signs = {
  list: inTown('GET', '/signs', {
    summary: 'Signs and work groups of a year, with the figures by village and by issuing office.',
  })
    .input(townInput({ year: year.optional() }))
    .output(
      z.strictObject({
        year,
        years: z.array(year),
        today: isoDate,
        /** Only what the asker's own offices hung, or what hangs in their villages. */
        isPart: z.boolean(),
        mayKeep: z.boolean(),
        /** Villages and offices that the asker may name in a new one; no village: none may be added. */
        mayAdd: z.strictObject({ villages: z.array(named), offices: z.array(named) }),
        limits: z.strictObject({ sign: limit.optional(), group: limit.optional() }),
        total: z.strictObject(bothCounts),
        villages: z.array(
          z.strictObject({
            unit: named,
            ...bothCounts,
            /** More than the town allows a village. */
            over: z.strictObject({ sign: z.int(), group: z.int() }),
          }),
        ),
        offices: z.array(z.strictObject({ office: named, ...bothCounts })),
        rows: z.array(signRow),
      }),
    ),
  add: inTown('POST', '/signs', { summary: 'Writes a sign or a work group down.', creates: true })
    .input(
      townInput({
        unit: subjectCode,
        kind: signKind,
        name: line,
        office: subjectCode,
        basis: basis.default(''),
        isKept: z.boolean().default(false),
        sinceOn: isoDate.optional(),
        countedOn: isoDate,
      }),
    )
    .output(z.strictObject({ id: uuid })),
  end: inTown('POST', '/signs/{id}/end', {
    summary: 'Notes when and how a sign was taken down or a group dissolved.',
    personal: ['how', 'evidence'],
  })
    .input(
      townInput({
        ...ofSign,
        on: isoDate,
        how: line,
        evidence: z.string().trim().max(200).default(''),
      }),
    )
    .output(done),
  keep: inTown('POST', '/signs/{id}/kept', {
    summary: 'Says that the rules allow it, and which; or that it is kept no more.',
  })
    .input(townInput({ ...ofSign, isKept: z.boolean(), basis }))
    .output(done),
  idle: inTown('POST', '/signs/{id}/idle', {
    summary: 'A person notes that nothing happens in a group, or takes the note back.',
  })
    .input(townInput({ ...ofSign, isIdle: z.boolean() }))
    .output(done),
  limit: inTown('PUT', '/signs/limits/{kind}', {
    summary: 'How many a village may have, with the document; without a number there is no limit.',
  })
    .input(townInput({ kind: signKind, limit: limit.optional() }))
    .output(done),
  exportSigns: inTown('GET', '/signs/export', {
    summary: 'Signs and work groups as a workbook, with the columns that the import reads.',
  })
    .input(townInput({}))
    .output(z.file()),
  previewSigns: inTown('POST', '/signs/imports/preview', {
    summary: 'What a file would change among signs and groups, and what is wrong in it.',
    reads: true,
  })
    .input(townInput({ file }))
    .output(listPreview),
  markSigns: inTown('POST', '/signs/imports/marked', {
    summary: 'The file with what is wrong written into its cells.',
    reads: true,
  })
    .input(townInput({ file }))
    .output(z.file()),
  importSigns: inTown('POST', '/signs/imports', {
    summary: 'Takes the good rows of a file over, as they were previewed.',
    creates: true,
  })
    .input(townInput({ file, digest: sha256, goodOnly: queryFlag }))
    .output(z.strictObject({ added: z.int(), changed: z.int() })),
};
