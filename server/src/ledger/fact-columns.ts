/** Which columns a table of facts has, and what a fact writes into each. */

import { privateTag } from '@oneneedle/contract';
import { type Fact, type FactKind, type FactValue, periodLabel } from '@oneneedle/kernel';
import { joinList, literal, literalOf, type Names, periodIn, safeText } from '../org/index.ts';
import type { Column, ColumnType } from '../platform/index.ts';
import { formWord } from './catalogue.ts';
import { cellField, type Ledger, needsDay, needsSubject } from './context.ts';
import { isPrivate } from './private-grounds.ts';
import { type Part, partTitles, titleOf } from './titles.ts';
import { valueText } from './values.ts';

/** A column of a part of every fact. */
export function partColumn(part: Part): Column {
  return { title: partTitles[part][0], type: partTypes[part] ?? 'text' };
}

/** A column of a field, under the title that it has for the kind. */
export function fieldColumn(name: string, kind: FactKind | undefined): Column {
  const { type } = cellField(name, kind);
  const isOwn = type === 'number' || type === 'date';
  return { title: titleOf({ field: name }, kind), type: isOwn ? type : 'text' };
}

/** A column for whoever plays a part besides the subject. */
export function roleColumn(role: string, kind: FactKind): Column {
  return { title: titleOf({ role }, kind), type: 'text' };
}

/**
 * What a fact writes, by the title of the column. Rates, ranks and periods stand in text columns: a
 * spreadsheet would make a date of 3/12 and of 2026-03.
 */
export function cellsOf(fact: Fact, ledger: Ledger): Map<string, string> {
  const kind = ledger.catalogue.entryOf(fact.kind);
  const cells = new Map<string, string>();
  for (const [part, write] of Object.entries(partWriters)) {
    const text = write(fact, ledger, kind);
    if (text !== '') cells.set(partTitles[part as Part][0], text);
  }
  for (const role of kind?.parts ?? []) {
    const text = rolesOf(fact, kind, ledger).get(role) ?? '';
    if (text !== '') cells.set(titleOf({ role }, kind), text);
  }
  for (const [name, value] of Object.entries(fact.values)) {
    cells.set(titleOf({ field: name }, kind), fieldText(value, name, kind));
  }
  return cells;
}

/** A field's value; a number that a spreadsheet would shorten (5.0) is spelled out. */
function fieldText(value: FactValue, name: string, kind: FactKind | undefined): string {
  const field = cellField(name, kind);
  const text = valueText(value, field);
  return field.type === 'number' ? keptDigits(text) : text;
}

/** In a column of numbers 5.0 would come back as 5. */
function keptDigits(text: string): string {
  return /^-?\d+\.\d*0$/.test(text) ? literal(text) : text;
}

/** Tells whether a fact says anything in a part. */
export function usesPart(fact: Fact, part: Part, ledger: Ledger): boolean {
  const kind = ledger.catalogue.entryOf(fact.kind);
  return partWriters[part](fact, ledger, kind) !== '';
}

/** The fields of a fact that the catalogue does not know. */
export function strangeFields(fact: Fact, kind: FactKind | undefined): string[] {
  return Object.keys(fact.values).filter((name) => !Object.hasOwn(kind?.fields ?? {}, name));
}

/** Columns of one title stand once; where their types differ, it is a column of texts. */
export function distinctColumns(columns: readonly Column[]): Column[] {
  const byTitle = new Map<string, Column>();
  for (const column of columns) {
    const earlier = byTitle.get(column.title);
    const isAlike = earlier === undefined || earlier.type === column.type;
    byTitle.set(column.title, isAlike ? (earlier ?? column) : { ...earlier, type: 'text' });
  }
  return [...byTitle.values()];
}

const partTypes: { readonly [part in Part]?: ColumnType } = {
  on: 'date',
  to: 'date',
  docDate: 'date',
  chosenPoints: 'number',
  seq: 'number',
};

type Writer = (fact: Fact, ledger: Ledger, kind: FactKind | undefined) => string;

/** Nothing said on purpose, where a blank would be taken for an oversight. */
const nothing = literal('');

const partWriters: Readonly<Record<Part, Writer>> = {
  kind: (fact, { catalogue }) => catalogue.wordOf(fact.kind),
  id: (fact) => safeText(fact.id),
  about: (fact, ledger, kind) => rolesOf(fact, kind, ledger).get('') ?? '',
  on: ({ on, period, reverses }) =>
    on ?? (period === undefined && needsDay(reverses !== undefined) ? nothing : ''),
  to: ({ to }) => to ?? '',
  period: ({ period }) => (period === undefined ? '' : periodText(period)),
  matter: ({ matter }) => optional(matter),
  docNo: ({ doc }) => optional(doc?.no),
  docBody: ({ doc }) => optional(doc?.body),
  docDate: ({ doc }) => doc?.date ?? '',
  docLevel: ({ doc }) => optional(doc?.level),
  chosenScheme: ({ chosen }) => (chosen?.scheme ? safeText(chosen.scheme) : ''),
  chosenClause: ({ chosen }) => optional(chosen?.clause),
  chosenPoints: ({ chosen }) => (chosen ? pointsText(chosen.points) : ''),
  chosenReason: ({ chosen }) => optional(chosen?.reason),
  evidence: ({ evidence }) => joinList(evidence),
  tags: ({ tags }) => joinList(otherTags(tags)),
  private: (fact) => (isPrivate(fact) ? '是' : ''),
  form: ({ form }, _, kind) => (form === (kind?.form ?? 'event') ? '' : formWord(form)),
  countsIn: ({ countsIn }) => {
    if (countsIn === undefined) return '';
    const lines = Object.entries(countsIn).map(
      ([line, period]) => `${roleWord(line)}：${periodText(period)}`,
    );
    return lines.length === 0 ? nothing : lines.join('；');
  },
  recordedBy: ({ recordedBy }) => optional(recordedBy),
  reviewedBy: ({ reviewedBy }) => optional(reviewedBy),
  reverses: ({ reverses }) => optional(reverses),
  note: ({ note }) => optional(note),
  seq: ({ seq }) => String(seq),
};

/** A last tag that says private stands in the column of its own; elsewhere it keeps its place. */
function otherTags(tags: readonly string[]): readonly string[] {
  const isLast = tags.length > 0 && tags.indexOf(privateTag) === tags.length - 1;
  return isLast ? tags.slice(0, -1) : tags;
}

function optional(text: string | undefined): string {
  return text === undefined ? '' : safeText(text);
}

function periodText(period: string): string {
  const label = periodLabel(period);
  const read = periodIn({ kind: 'text', text: label });
  return 'value' in read && read.value === period ? label : period;
}

function pointsText(points: string): string {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(points) ? keptDigits(points) : literal(points);
}

/**
 * Whom a fact is about, by column: '' is 对象, the others are the parts that the kind knows. What
 * the columns cannot keep in order stands in 对象 alone, as 责任村：西岗村.
 */
function rolesOf(fact: Fact, kind: FactKind | undefined, { names }: Ledger): Map<string, string> {
  const order = ['', ...(kind?.parts ?? [])];
  const places = fact.about.map(({ as }) => order.indexOf(as));
  const isOrdered = places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
  if (!isOrdered) {
    const items = fact.about.map(({ subject, as }) => {
      const name = listed(subject, names);
      return as === '' ? name : `${roleWord(as)}：${name}`;
    });
    return new Map([['', items.join('；')]]);
  }
  const cells = new Map(
    order.map((role) => {
      const own = fact.about.filter(({ as }) => as === role);
      return [role, own.map(({ subject }) => listed(subject, names)).join('；')];
    }),
  );
  if (fact.about.length === 0 && needsSubject(kind, fact.reverses !== undefined)) {
    cells.set('', nothing);
  }
  return cells;
}

/** A name that would part the list or look like a part of it gives way to its code. */
function listed(code: string, names: Names): string {
  const name = names.nameOf(code);
  return /[；;\n：:〖〗]/.test(name) && literalOf(name) === undefined ? literal(code) : name;
}

/** What stands before a colon. */
function roleWord(word: string): string {
  return /[；;：:\n〖〗]/.test(word) ? literal(word) : safeText(word);
}
