/** One case: a row of the catalogue of rule shapes as a scheme, its facts, and what must come out. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../src/scheme/read.ts';
import { oneOrMore, text } from '../../src/scheme/shapes.ts';

/** The rows of the catalogue. */
export const rowNumbers: readonly number[] = Array.from({ length: 159 }, (_, index) => index + 1);

/** Rows whose behaviour belongs to a later room: the scheme keeps them as data. */
export const laterRows: readonly number[] = [137, 147, 148, 149, 150, 151, 152, 153, 154, 158];

const bySubject = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value);
const maybe = z.string().optional();
const notice = z.strictObject({
  code: text,
  facts: z.array(text).optional(),
  subject: text.optional(),
  clause: text.optional(),
});

const expectation = z.strictObject({
  points: bySubject(bySubject(z.string())).optional(),
  states: bySubject(bySubject(z.string())).optional(),
  rank: bySubject(maybe).optional(),
  grade: bySubject(maybe).optional(),
  gradeState: bySubject(z.string()).optional(),
  noGrade: bySubject(z.boolean()).optional(),
  notAssessed: bySubject(z.boolean()).optional(),
  assessedBy: bySubject(maybe).optional(),
  prize: bySubject(maybe).optional(),
  proposals: bySubject(z.array(text)).optional(),
  vetoes: bySubject(z.array(text)).optional(),
  money: bySubject(bySubject(maybe)).optional(),
  payStates: bySubject(bySubject(z.string())).optional(),
  lists: bySubject(z.array(text)).optional(),
  notices: z.array(notice).optional(),
  noNotices: z.array(notice).optional(),
  lint: z.array(z.strictObject({ code: text, path: z.string() })).optional(),
  dates: bySubject(z.string()).optional(),
  carried: z.array(text).optional(),
});

const caseShape = z.strictObject({
  row: z
    .string()
    .regex(/^\d+$/)
    .transform((value) => Number(value)),
  shape: text,
  construct: oneOrMore(text).transform((value) => (Array.isArray(value) ? value : [value])),
  figure: z.enum(['row', 'ours']),
  arithmetic: text,
  scheme: z.record(z.string(), z.unknown()),
  roster: z.record(z.string(), z.unknown()).optional(),
  facts: z.array(z.unknown()).optional(),
  seals: z.array(z.unknown()).optional(),
  period: z.string(),
  asOf: z.string().optional(),
  expect: expectation,
  parameter: z.strictObject({ path: text, value: z.unknown() }),
});

export type Expectation = z.output<typeof expectation>;

/** A case, with its place among the cases of its row. */
export type Case = z.output<typeof caseShape> & { readonly name: string };

/** Every case of this folder, by row and then as written; a case of the wrong shape throws. */
export function loadCases(): Case[] {
  const files = readdirSync(import.meta.dirname).filter((file) => /^rows-.*\.yaml$/.test(file));
  const cases = files.sort().flatMap((file) => {
    const read = readYaml(readFileSync(join(import.meta.dirname, file), 'utf8'));
    if (read.findings.length > 0) throw new Error(`${file}: ${read.findings[0]?.sentence}`);
    return (read.value as unknown[]).map((item) => caseOf(item, file));
  });
  cases.sort((a, b) => a.row - b.row);
  const counted = new Map<number, number>();
  return cases.map((item) => {
    const place = (counted.get(item.row) ?? 0) + 1;
    counted.set(item.row, place);
    return { ...item, name: `row ${item.row}${place > 1 ? ` #${place}` : ''} ${item.shape}` };
  });
}

function caseOf(item: unknown, file: string): z.output<typeof caseShape> {
  const parsed = caseShape.safeParse(item);
  if (parsed.success) return parsed.data;
  const row = (item as { row?: string }).row;
  throw new Error(`${file}, row ${row}: ${JSON.stringify(parsed.error.issues)}`);
}

/** True if the kernel works nothing out for the case: the scheme only keeps what the row says. */
export function isCarried({ expect }: Pick<Case, 'expect'>): boolean {
  return Object.keys(expect).join() === 'carried';
}
