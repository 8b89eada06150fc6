/** Rosters, facts and seals from YAML text, in the shape that people write by hand. */

import { z } from 'zod';
import type { Finding } from '../check/finding.ts';
import type { Positions } from '../scheme/positions.ts';
import { readShape } from '../scheme/read.ts';
import { code, decimal, oneOrMore, text } from '../scheme/shapes.ts';
import { type IsoDate, isIsoDate } from '../time/dates.ts';
import { isPeriodId } from '../time/periods.ts';
import type { CalendarYear } from '../time/workdays.ts';
import type { Fact, Roster, Seal } from './book.ts';
import { factForms } from './forms.ts';

const day = z
  .string()
  .refine(isIsoDate, { error: 'not-date' })
  .transform((value) => value as IsoDate);
const period = z.string().refine(isPeriodId, { error: 'not-period' });

const value = z.union([
  z.string(),
  z.boolean().transform((answer) => (answer ? '是' : '否')),
  z.strictObject({ num: decimal, den: decimal }),
  z.strictObject({ atLeast: decimal, of: decimal.optional(), list: text.optional() }),
  z.strictObject({ value: decimal, unit: text.optional(), approx: z.boolean().optional() }),
  z.strictObject({ rank: decimal, of: decimal.optional(), list: text.optional() }),
]);

const about = z
  .union([code, z.strictObject({ subject: code, as: z.string() })])
  .transform((item) => (typeof item === 'string' ? { subject: item, as: '' } : item));

/** One fact as written in `facts.yaml`; `by` and `reviewedBy` name the recorder and the reviewer. */
export const factShape = z.strictObject({
  id: text,
  kind: code,
  form: z.enum(factForms).optional(),
  about: oneOrMore(about).optional(),
  on: day.optional(),
  to: day.optional(),
  period: period.optional(),
  values: z.record(z.string(), value).optional(),
  tags: z.array(text).optional(),
  matter: text.optional(),
  doc: z
    .strictObject({
      no: text,
      body: text.optional(),
      date: day.optional(),
      level: text.optional(),
    })
    .optional(),
  chosen: z
    .strictObject({ scheme: code.optional(), clause: code, points: decimal, reason: z.string() })
    .optional(),
  evidence: z.array(text).optional(),
  by: text.optional(),
  reviewedBy: text.optional(),
  seq: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional(),
  reverses: text.optional(),
  countsIn: z.record(z.string(), period).optional(),
  note: text.optional(),
});

const sizes = z.record(
  z.string(),
  z.union([decimal, z.array(z.strictObject({ from: day, value: decimal })).min(1)]),
);

/** The dated roster as written in `roster.yaml`. */
export const rosterShape = z.strictObject({
  units: z
    .array(
      z.strictObject({
        code,
        name: text,
        type: text.default('village'),
        group: code.optional(),
        parent: code.optional(),
        aliases: z.array(text).default([]),
        tags: z.array(text).default([]),
        from: day.optional(),
        to: day.optional(),
        sizes: sizes.default({}),
      }),
    )
    .default([]),
  persons: z
    .array(
      z.strictObject({
        code,
        name: text,
        class: text,
        group: code.optional(),
        tags: z.array(text).default([]),
      }),
    )
    .default([]),
  posts: z
    .array(
      z.strictObject({
        person: code,
        unit: code,
        role: text,
        from: day,
        to: day.optional(),
        secondedTo: code.optional(),
      }),
    )
    .default([]),
  pairings: z
    .array(z.strictObject({ kind: text, person: code, unit: code, from: day, to: day.optional() }))
    .default([]),
});

const calendarYearShape = z.strictObject({
  year: z.string().regex(/^[12]\d{3}$/),
  /** The notice that it follows. */
  source: text,
  off: z.array(day),
  on: z.array(day).default([]),
});

const sealShape = z.strictObject({
  line: code,
  period,
  edition: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .default(1),
  atSeq: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
  decisionNo: text.optional(),
  printed: z.record(
    z.string(),
    z.record(
      z.string(),
      z
        .string()
        .regex(/^-?\d{1,15}$/)
        .transform(Number),
    ),
  ),
});

/**
 * Facts in file order; a fact without `seq` takes its row's number, counted from 1. Its positions
 * also know the paths of `checkFacts`: `事实 D-0012 字段 处数`.
 */
export function readFacts(source: string): {
  facts: Fact[];
  findings: readonly Finding[];
  positions: Positions;
} {
  const { value = [], findings, positions } = readShape(source, z.array(factShape));
  const facts = value.map((row, index) => factOf(row, index + 1));
  return { facts, findings, positions: positionsOfFacts(facts, positions) };
}

/** Of two facts with one id the later row is meant: it is the one that is too many. */
function positionsOfFacts(facts: readonly Fact[], positions: Positions): Positions {
  let rows: ReadonlyMap<string, number> | undefined;
  return (path) => {
    const [, id, field] = /^事实 (.+?)(?: 字段 (.+))?$/.exec(path) ?? [];
    if (id === undefined) return positions(path);
    rows ??= new Map(facts.map((fact, index) => [fact.id, index]));
    const row = rows.get(id);
    if (row === undefined) return undefined;
    return positions(field === undefined ? `[${row}]` : `[${row}].values.${field}`);
  };
}

/** The fact that a written row stands for; the scheme of `chosen` may be left out in files. */
export function factOf(row: z.output<typeof factShape>, rowNumber: number): Fact {
  const { by, form, about: subjects, seq, chosen, ...rest } = row;
  const list = subjects === undefined ? [] : Array.isArray(subjects) ? subjects : [subjects];
  return {
    ...rest,
    form: form ?? 'event',
    about: list,
    values: row.values ?? {},
    tags: row.tags ?? [],
    evidence: row.evidence ?? [],
    seq: seq === undefined ? rowNumber : Number(seq),
    ...(by === undefined ? {} : { recordedBy: by }),
    ...(chosen === undefined ? {} : { chosen: { ...chosen, scheme: chosen.scheme ?? '' } }),
  };
}

/** The dated roster: units, persons, posts and pairings. */
export function readRoster(source: string): {
  roster: Roster;
  findings: readonly Finding[];
  positions: Positions;
} {
  const { value, findings, positions } = readShape(source, rosterShape as z.ZodType<Roster>);
  const roster = value ?? { units: [], persons: [], posts: [], pairings: [] };
  return { roster, findings, positions };
}

/** Years of the calendar that do not come with the program, as in `calendar.yaml`. */
export function readCalendarYears(source: string): {
  years: Record<string, CalendarYear>;
  findings: readonly Finding[];
  positions: Positions;
} {
  const { value = [], findings, positions } = readShape(source, z.array(calendarYearShape));
  const years = Object.fromEntries(value.map(({ year, ...rest }) => [year, rest]));
  return { years, findings, positions };
}

/** Sealed editions. */
export function readSeals(source: string): {
  seals: Seal[];
  findings: readonly Finding[];
  positions: Positions;
} {
  const { value, findings, positions } = readShape(source, z.array(sealShape) as z.ZodType<Seal[]>);
  return { seals: value ?? [], findings, positions };
}
