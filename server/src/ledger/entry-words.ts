/** What a person typed becomes a fact on its way: cells are read as those of a workbook are. */

import type { EntryFinding, EntryWords } from '@oneneedle/contract';
import type { Fact, FactKind, FactValue } from '@oneneedle/kernel';
import { isoDate, parseExact } from '@oneneedle/kernel';
import { plainText } from '../platform/index.ts';
import type { RecordingBook } from './book.ts';
import { cellField } from './context.ts';
import { valueIn } from './values.ts';

/** A fact without what posting gives it; `files` are ids of the evidence room. */
export type EntryBody = Omit<
  Fact,
  'id' | 'seq' | 'recordedBy' | 'reviewedBy' | 'countsIn' | 'form'
> & {
  readonly form: Fact['form'];
  readonly files: readonly string[];
  /** A number that a workbook gave it; the ledger gives one otherwise. */
  readonly id?: string;
};

/** Reads what was typed; what cannot be read is told at its field and left out. */
export function bodyOf(
  words: EntryWords,
  book: RecordingBook,
): { body: EntryBody; findings: EntryFinding[] } {
  const kind = book.catalogue.entryOf(words.kind);
  const { values, findings } = valuesIn(words.values, kind);
  const { on, to, period, matter, note, doc, chosen } = words;
  const body: EntryBody = {
    kind: kind?.kind ?? words.kind,
    form: kind?.form ?? 'event',
    about: words.about.map(({ subject, as }) => ({ subject, as: plainText(as) })),
    ...(on === undefined ? {} : { on: isoDate(on) }),
    ...(to === undefined ? {} : { to: isoDate(to) }),
    ...(period === undefined ? {} : { period }),
    values,
    tags: words.tags.map(plainText),
    ...(isBlank(matter) ? {} : { matter: plainText(matter ?? '') }),
    ...(doc === undefined ? {} : { doc: docOf(doc) }),
    ...(chosen === undefined ? {} : { chosen: chosenOf(chosen) }),
    evidence: words.evidence.map(plainText),
    files: [...new Set(words.files)],
    ...(isBlank(note) ? {} : { note: plainText(note ?? '') }),
  };
  return { body, findings };
}

function valuesIn(typed: Readonly<Record<string, string>>, kind: FactKind | undefined) {
  const values: Record<string, FactValue> = {};
  const findings: EntryFinding[] = [];
  for (const [name, text] of Object.entries(typed)) {
    const cell = plainText(text);
    if (cell === '') continue;
    const field = cellField(name, kind);
    const read = valueIn({ kind: 'text', text: cell }, field);
    if ('value' in read) values[name] = withoutUnit(read.value, field.unit);
    else findings.push({ severity: 'error', field: name, sentence: read.problem });
  }
  return { values, findings };
}

/** 3处 in a field that counts 处 is 3: the unit stands in the title and is not kept twice. */
function withoutUnit(value: FactValue, unit: string | undefined): FactValue {
  if (typeof value === 'string' || !('value' in value) || value.approx) return value;
  return value.unit === unit ? value.value : value;
}

function docOf({ no, body, date, level }: NonNullable<EntryWords['doc']>): Fact['doc'] {
  return {
    no: plainText(no),
    ...(body === undefined ? {} : { body: plainText(body) }),
    ...(date === undefined ? {} : { date: isoDate(date) }),
    ...(level === undefined ? {} : { level: plainText(level) }),
  };
}

/** Points with the signs that keyboards have, `−1.5` and `－1.5` too. */
function chosenOf({ line, clause, points, reason }: NonNullable<EntryWords['chosen']>) {
  const exact = plainText(points)
    .replace(/[−－﹣–]/g, '-')
    .replace(/^[+＋]/, '');
  return {
    scheme: line,
    clause,
    points: parseExact(exact) ? exact : points,
    reason: plainText(reason),
  };
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
