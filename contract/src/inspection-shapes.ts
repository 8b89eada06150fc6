/** Shapes of inspection that several of its addresses carry. */

import { z } from 'zod';
import { isoDate, line, prose, subjectCode, uuid } from './address.ts';
import { named } from './item-shapes.ts';

/** Short name of a check sheet or of a line of it: `environment`, `bare-rubbish`. */
export const templateCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

/** What is looked at: a village, its hamlets, or the service centre of a village. */
export const templateSubjects = z.enum(['village', 'hamlet', 'centre']);
export const templateCadence = z.enum(['month', 'quarter', 'year']);
/** `unannounced`: nobody of the village knows before. */
export const inspectionMode = z.enum(['unannounced', 'open']);
/** One sheet of all who went, or one of each. */
export const templateSheets = z.enum(['team', 'each']);

/**
 * How a line is asked. `count`: how many places are wrong; `yesNo`: whether it is so; `choice`: one
 * of graded answers; `sample`: how many households were looked at and how many of them failed;
 * `mark`: a mark out of the full mark of the clause, given by each inspector.
 */
export const lineAsks = z.enum(['count', 'yesNo', 'choice', 'sample', 'mark']);

/** By when what is wrong is put right: on the spot, or in 3, 7, 15 workdays. */
export const severity = z.enum(['onTheSpot', 'three', 'seven', 'fifteen']);

/** One thing that is looked at. It holds no points: clauses that listen to its kind make them. */
export const templateLine = z.strictObject({
  code: templateCode,
  /** 项目: 清除裸露垃圾. */
  group: z.string().trim().min(1).max(40),
  /** 标准: what should be found. */
  standard: z.string().trim().min(2).max(300),
  asks: lineAsks,
  /** The answers of a `choice`, the best first; the first makes no finding. */
  choices: z
    .array(z.strictObject({ code: templateCode, text: z.string().trim().min(1).max(80) }))
    .min(2)
    .max(8)
    .optional(),
  /** Kind of fact that it becomes; without one it only makes findings. */
  kind: subjectCode.optional(),
  /** Field of that kind that takes the number, the mark or the chosen answer. */
  field: subjectCode.optional(),
  /** Field of that kind that takes how many were looked at; of a `sample` only. */
  sampledField: subjectCode.optional(),
  severity,
  photo: z.enum(['asked', 'none']),
  /** What an inspector should mind: 每村环绕一圈. */
  hint: z.string().trim().max(200).default(''),
});

/** A check sheet as it is written. */
export const newTemplate = {
  code: templateCode,
  name: line,
  subjects: templateSubjects,
  office: subjectCode,
  schemeLine: subjectCode.optional(),
  cadence: templateCadence,
  mode: inspectionMode,
  sheets: templateSheets,
  route: z.string().trim().max(200).default(''),
  /** How many places and households are drawn in a village; 0 draws none. */
  places: z.int().min(0).max(50).default(0),
  households: z.int().min(0).max(50).default(0),
  lines: z.array(templateLine).min(1).max(100),
};

/** A version of a check sheet as its readers and the page of the field see it. */
export const templateVersion = z.strictObject({
  ...newTemplate,
  version: z.int(),
  revision: z.int(),
  state: z.enum(['draft', 'inUse', 'retired']),
});

/** Where a line gets its points from: a clause in force that listens to its kind. */
export const lineClause = z.strictObject({
  line: templateCode,
  /** Line of the scheme that the clause stands in. */
  scheme: z.string(),
  clause: z.string(),
  text: z.string(),
  /** Its full mark; absent where it stands with others under one mark. */
  full: z.string().optional(),
});

/** One round at one place, as the office sees it. */
export const visitShown = z.strictObject({
  id: uuid,
  subject: named,
  village: named,
  inspectors: z.array(named),
  places: z.array(z.string()),
  households: z.array(z.int()),
  plannedOn: isoDate.optional(),
  state: z.enum(['planned', 'gone', 'missed', 'withdrawn']),
  mergedWith: z.strictObject({ id: uuid, template: z.string(), office: named }).optional(),
  /** The visit of another office whose result was taken over; nobody goes. */
  reuses: z.strictObject({ id: uuid, template: z.string(), office: named }).optional(),
  /** Why it was not gone to, or why one goes although there is a result already. */
  reason: prose.optional(),
  version: z.int(),
  /** How many sheets were sent; whose, says the page of the sheets. */
  sheets: z.int(),
});

/** A check sheet as it is written, read. */
export type NewTemplate = z.output<z.ZodObject<typeof newTemplate, z.core.$strict>>;
export type TemplateLine = z.infer<typeof templateLine>;
export type TemplateVersion = z.infer<typeof templateVersion>;
export type VisitShown = z.infer<typeof visitShown>;
