/** `inspection.yaml` of a demonstration township: what inspectors saw, and what became of it. */

import { createHash, randomUUID } from 'node:crypto';
import type { ArrivingSheet } from '@oneneedle/contract';
import { readShape, type SheetContent, sheetDigest } from '@oneneedle/kernel';
import { z } from 'zod';
import type { DemoEvidence } from '../scripts/demo/pictures.ts';
import type { readyTemplates } from './inspection/index.ts';

const words = z.string();
const wrongShape = z.strictObject({
  at: words.array().default([]),
  count: z.coerce.number().int().optional(),
  failed: z.coerce.number().int().optional(),
  choice: words.optional(),
  note: words.default(''),
});
const photoShape = z.strictObject({ id: words, line: words, at: words, caption: words });
const answerShape = z.strictObject({
  by: words,
  on: words,
  note: words,
  how: z.enum(['telephone', 'inPerson', 'paper']).optional(),
  /** An answer that is settled was an objection; `drop` is what turned out not to be wrong. */
  settled: z.strictObject({ on: words, note: words, drop: words.array() }).optional(),
});
const doneShape = z.strictObject({
  at: words,
  by: words,
  on: words,
  note: words,
  again: words.optional(),
  photo: words.optional(),
});
const visitShape = z.strictObject({
  village: words,
  on: words,
  wrong: z.record(words, wrongShape).default({}),
  photos: photoShape.array().default([]),
  answer: answerShape.optional(),
  rectify: words.optional(),
  done: doneShape.array().default([]),
});
const roundShape = z.strictObject({
  period: words,
  planned: words,
  from: words,
  to: words,
  counted: words.optional(),
  reviewed: words.optional(),
  unseen: z.record(words, words),
  visits: visitShape.array(),
  settled: words.array().default([]),
});
const hamletShape = z.strictObject({
  hamlet: words,
  on: words,
  marks: words.array().array(),
  statement: words,
});
const fileShape = z.strictObject({
  rounds: roundShape.array(),
  hamlets: z.strictObject({
    period: words,
    announced: words,
    from: words,
    to: words,
    basis: words,
    entry: words,
    visits: hamletShape.array(),
  }),
});

export type InspectionFile = z.infer<typeof fileShape>;
export type DemoRound = InspectionFile['rounds'][number];
export type DemoVisit = DemoRound['visits'][number];
export type DemoDone = DemoVisit['done'][number];
export type DemoHamlet = InspectionFile['hamlets']['visits'][number];

/** A photo that was drawn. */
export interface DemoPhoto {
  readonly name: string;
  readonly caption: string;
  readonly on: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Reads the file; undefined where a township has none. A row that cannot be read is a bug of ours. */
export function readInspectionFile(text: string): InspectionFile | undefined {
  if (text.trim() === '') return undefined;
  const { value, findings } = readShape(text, fileShape);
  if (!value) throw new Error(`inspection.yaml: ${JSON.stringify(findings.slice(0, 3))}`);
  return value;
}

/** The photos to draw, of before and of after, each once. */
export function photosIn(file: InspectionFile | undefined): DemoEvidence[] {
  const found = (file?.rounds ?? []).flatMap(({ visits }) =>
    visits.flatMap(({ village, on, photos, done }) => [
      ...photos.map(({ id, at, caption }) => ({ id, caption, place: `${village}${at}`, on })),
      ...done.flatMap(({ photo: id, at, again: day }) =>
        id === undefined || day === undefined
          ? []
          : [{ id, caption: '整改后复查', place: `${village}${at}`, on: day }],
      ),
    ]),
  );
  const once = new Map(found.map((one) => [one.id, one]));
  return [...once.values()].map((one) => ({
    ...one,
    file: `${one.id}.jpg`,
    fact: one.id,
    sort: 'photo' as const,
  }));
}

/** The photos with the pictures that were drawn of them, by their number. */
export function photosOf(
  file: InspectionFile,
  pictures: readonly Uint8Array[],
): ReadonlyMap<string, DemoPhoto> {
  return new Map(
    photosIn(file).flatMap(({ id, file: name, place, caption, on }, index) => {
      const bytes = pictures[index];
      if (!bytes) return [];
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return [[id, { name, caption: `${place}：${caption}`, on, bytes, sha256 }] as const];
    }),
  );
}

type Line = ReturnType<typeof readyTemplates>[number]['lines'][number];
export type Answers = ArrivingSheet['answers'];

/** The answer to every line: sound where the file says nothing of it. */
export function answersOf(
  lines: readonly Line[],
  { unseen }: DemoRound,
  visit: DemoVisit,
): Answers {
  return Object.fromEntries(
    lines.map((line) => {
      const note = unseen[line.code];
      if (note !== undefined) return [line.code, { asks: 'notSeen', note }];
      return [line.code, answerTo(line, visit.wrong[line.code])];
    }),
  );
}

function answerTo(line: Line, wrong: DemoVisit['wrong'][string] | undefined): Answers[string] {
  const places = (wrong?.at ?? []).map((at, index) => ({ id: `p${index}`, at }));
  const found = { places, note: wrong?.note ?? '' };
  switch (line.asks) {
    case 'count':
      return { asks: 'count', count: wrong?.count ?? places.length, ...found };
    case 'yesNo':
      return { asks: 'yesNo', yes: wrong === undefined, ...found };
    case 'sample':
      return { asks: 'sample', looked: 5, failed: wrong?.failed ?? 0, ...found };
    default:
      return { asks: 'choice', choice: wrong?.choice ?? line.choices?.[0]?.code ?? '', ...found };
  }
}

/** What the village had not done wrong after all is sound in the answers. */
export function withoutWrong(
  lines: readonly Line[],
  answers: Answers,
  drop: readonly string[],
): Answers {
  const sound = lines.filter(({ code }) => drop.includes(code));
  return {
    ...answers,
    ...Object.fromEntries(sound.map((line) => [line.code, answerTo(line, undefined)])),
  };
}

/** Marks for the lines that are marked, in their order; the others are sound. */
export function marksOf(lines: readonly Line[], marks: readonly string[]): Answers {
  const left = [...marks];
  const none = { places: [], note: '' };
  return Object.fromEntries(
    lines.map((line): [string, Answers[string]] =>
      line.asks === 'mark'
        ? [line.code, { asks: 'mark', mark: left.shift() ?? '0', ...none }]
        : [line.code, answerTo(line, undefined)],
    ),
  );
}

/** A sheet as a phone sends it: written once. */
export function arriving(
  content: Omit<SheetContent, 'templateVersion' | 'statement' | 'signature'> &
    Partial<Pick<SheetContent, 'statement' | 'signature'>>,
  now: string,
): ArrivingSheet & { sheetId: string } {
  const whole: SheetContent = {
    templateVersion: 1,
    statement: '',
    signature: 'none',
    ...content,
  };
  return {
    ...(whole as Omit<ArrivingSheet, 'digest'>),
    digest: sheetDigest(whole),
    sheetId: randomUUID(),
    revision: 1,
    after: [],
    origin: 'field',
    deviceNow: now,
  };
}
