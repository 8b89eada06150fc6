/** Check sheets: what is looked at and how it is asked. They hold no points. */

import { z } from 'zod';
import { inTown, townInput } from './address.ts';
import {
  inspectionMode,
  lineClause,
  newTemplate,
  templateCadence,
  templateCode,
  templateSubjects,
  templateVersion,
} from './inspection-shapes.ts';
import { named } from './item-shapes.ts';

const ofTemplate = { code: templateCode };
const ofDraft = { ...ofTemplate, revision: z.int().min(1) };

const templateRow = z.strictObject({
  code: templateCode,
  name: z.string(),
  office: named,
  subjects: templateSubjects,
  cadence: templateCadence,
  mode: inspectionMode,
  lines: z.int(),
  /** The version in use, if there is one, and the draft of the next. */
  inUse: z.int().optional(),
  draft: z.int().optional(),
  retired: z.boolean(),
});

const templatePage = z.strictObject({
  template: z.strictObject({ ...templateVersion.shape, officeName: z.string() }),
  /** Every version, the newest first. */
  versions: z.array(
    z.strictObject({ version: z.int(), state: z.enum(['draft', 'inUse', 'retired']) }),
  ),
  /** What makes points of each line today; a line that is not here counts in no scheme in force. */
  clauses: z.array(lineClause),
  may: z.strictObject({ write: z.boolean(), release: z.boolean(), retire: z.boolean() }),
});

export const templates = {
  list: inTown('GET', '/templates', { summary: 'Check sheets that the asker may read.' })
    .input(townInput({}))
    .output(z.strictObject({ rows: z.array(templateRow), mayWrite: z.boolean() })),
  options: inTown('GET', '/templates/options', {
    summary: 'What writing a check sheet needs: offices, kinds with their fields, ready sheets.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        offices: z.array(named),
        schemeLines: z.array(named),
        kinds: z.array(
          z.strictObject({
            code: z.string(),
            name: z.string(),
            fields: z.array(z.string()),
            clauses: z.array(z.string()),
          }),
        ),
        /** Check sheets to begin with, in our own words; none is taken from a real town. */
        ready: z.array(z.strictObject({ ...newTemplate, office: z.string() })),
      }),
    ),
  one: inTown('GET', '/templates/{code}', {
    summary: 'One check sheet: the version in use, or the one that is asked for.',
  })
    .input(
      townInput({
        ...ofTemplate,
        version: z
          .string()
          .regex(/^\d{1,6}$/)
          .optional(),
      }),
    )
    .output(templatePage),
  save: inTown('PUT', '/templates/{code}', {
    summary: 'Writes the draft of a check sheet; one that is in use is not touched.',
  })
    .input(
      townInput({
        ...newTemplate,
        /** The draft that was read; absent where there was none. */
        revision: z.int().min(1).optional(),
      }),
    )
    .output(templatePage),
  release: inTown('POST', '/templates/{code}/release', {
    summary: 'Puts the draft into use; rounds that are planned already stay on their version.',
  })
    .input(townInput(ofDraft))
    .output(templatePage),
  retire: inTown('POST', '/templates/{code}/retirement', {
    summary: 'Takes a check sheet out of use; rounds that were planned by it are ended as usual.',
  })
    .input(townInput(ofTemplate))
    .output(templatePage),
};
