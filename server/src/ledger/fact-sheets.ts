/** Facts as tables: a sheet for each kind in a workbook, or one table of all for a CSV file. */

import type { Fact, FactKind } from '@oneneedle/kernel';
import type { Column, NewSheet } from '../platform/index.ts';
import { otherSheet } from './catalogue.ts';
import { inPostingOrder, type Ledger, type LedgerContext, ledgerOf } from './context.ts';
import {
  cellsOf,
  distinctColumns,
  fieldColumn,
  partColumn,
  roleColumn,
  strangeFields,
  usesPart,
} from './fact-columns.ts';
import { meaningOf, type Part } from './titles.ts';

/** What every ledger needs sooner or later: these kinds have a sheet also without a fact. */
const wantedNext: ReadonlySet<string> = new Set(['reversal', 'checked', 'missing']);

/** Empty rows that keep the formats: a clause 1.10 stays a text. */
const spareRows = 200;

/**
 * The facts as the sheets of a workbook, by kind in the order of the catalogue; kinds that cannot
 * have a sheet of their own share one that names the kind of each row. 更正, 经查无 and 缺项说明 are
 * there also when they are empty, for the next rows.
 */
export function factSheets(facts: readonly Fact[], context: LedgerContext): NewSheet[] {
  const ledger = ledgerOf(context);
  const { catalogue } = ledger;
  const posted = inPostingOrder(facts);
  const byKind = new Map<string, Fact[]>();
  for (const fact of posted) {
    const own = byKind.get(fact.kind);
    if (own) own.push(fact);
    else byKind.set(fact.kind, [fact]);
  }
  const sheets = catalogue.kinds.flatMap((kind) => {
    const [name, own] = [catalogue.sheetOf(kind), byKind.get(kind.kind)];
    if (name === undefined) return [];
    if (own === undefined) return wantedNext.has(kind.kind) ? [emptySheet(name, kind, ledger)] : [];
    byKind.delete(kind.kind);
    return [sheetOf(name, own, columnsOf(kind, own, ledger), ledger)];
  });
  const others = posted.filter(({ kind }) => byKind.has(kind));
  return others.length === 0 && posted.length > 0
    ? sheets
    : [...sheets, sheetOf(otherSheet, others, wideColumns(others, ledger), ledger)];
}

/** All facts as one table, for a CSV file: the column 事实种类 says what each row is. */
export function factTable(facts: readonly Fact[], context: LedgerContext): NewSheet {
  const ledger = ledgerOf(context);
  const posted = inPostingOrder(facts);
  return sheetOf('事实', posted, wideColumns(posted, ledger), ledger);
}

function emptySheet(name: string, kind: FactKind, ledger: Ledger): NewSheet {
  return { name, columns: columnsOf(kind, [], ledger), rows: [], spareRows };
}

function sheetOf(
  name: string,
  facts: readonly Fact[],
  columns: readonly Column[],
  ledger: Ledger,
): NewSheet {
  const rows = facts.map((fact) => {
    const cells = cellsOf(fact, ledger);
    return columns.map(({ title }) => cells.get(title) ?? '');
  });
  const typed = columns.map((column, at) => {
    const texts = rows.flatMap((row) => (row[at] === '' ? [] : [row[at] ?? '']));
    return isStrange(column, ledger) && texts.length > 0 && texts.every(isPlainNumber)
      ? { ...column, type: 'number' as const }
      : column;
  });
  return { name, columns: typed, rows };
}

/** A field that no catalogue knows: its column is one of numbers where all its cells are. */
function isStrange({ title, type }: Column, { catalogue }: Ledger): boolean {
  if (type !== 'text') return false;
  return [...catalogue.kinds, undefined].every((kind) => {
    const meaning = meaningOf(title, kind);
    if (meaning === undefined || meaning === 'ignored') return true;
    return 'field' in meaning && !Object.hasOwn(kind?.fields ?? {}, meaning.field);
  });
}

/** A number that a spreadsheet gives back digit for digit. */
function isPlainNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d{0,11})(?:\.\d{0,2}[1-9])?$/.test(text) && text !== '-0';
}

const parts: readonly Part[] = [
  'id',
  'about',
  'on',
  'to',
  'period',
  'matter',
  'docNo',
  'docBody',
  'docDate',
  'docLevel',
  'chosenScheme',
  'chosenClause',
  'chosenPoints',
  'chosenReason',
  'evidence',
  'tags',
  'form',
  'countsIn',
  'recordedBy',
  'reviewedBy',
  'reverses',
  'note',
  'seq',
  'private', // last: whoever fills in forms of before finds every column where it was
];

const signed: readonly Part[] = ['id', 'recordedBy', 'reviewedBy', 'note', 'seq'];

/** The parts that a document has: where one is written down, there is room for the others. */
export const documentParts: readonly Part[] = ['docNo', 'docBody', 'docDate', 'docLevel'];

/** The parts that a kind's sheet always has; any other comes when a fact uses it. */
function usualParts({ kind, form, about }: FactKind): ReadonlySet<Part> {
  const subject: readonly Part[] = about === 'none' ? [] : ['about'];
  if (form === 'checked') return new Set([...signed, ...subject, 'period']);
  if (form === 'missing') return new Set([...signed, 'about', 'period', 'evidence']);
  if (form === 'result') return new Set([...signed, 'about', 'period', 'evidence']);
  if (kind === 'reversal') return new Set([...signed, 'about', 'on', 'evidence', 'reverses']);
  return new Set([...signed, ...subject, 'on', 'matter', 'evidence']);
}

/** The columns of a kind's sheet: the usual ones, its fields, and what its facts use besides. */
export function columnsOf(
  kind: FactKind,
  facts: readonly Fact[],
  ledger: Ledger,
  more: readonly Part[] = [],
): Column[] {
  const usual = usualParts(kind);
  const used = (part: Part) => facts.some((fact) => usesPart(fact, part, ledger));
  const isProved = documentParts.some(used);
  const has = (part: Part) =>
    usual.has(part) ||
    more.includes(part) ||
    (isProved && documentParts.includes(part)) ||
    used(part);
  const strange = facts.flatMap((fact) => strangeFields(fact, kind));
  // Whoever has one scheme need not say of which line a signature is.
  const isAsked = (field: string) =>
    kind.form !== 'checked' ||
    kind.fields?.[field]?.required === true ||
    facts.some(({ values }) => values[field] !== undefined);
  const fields = [...Object.keys(kind.fields ?? {}).filter(isAsked), ...strange];
  const [before, after] = beforeAndAfterFields(parts.filter(has));
  const isReversal = kind.kind === 'reversal';
  const first = isReversal ? before.toSpliced(1, 0, 'reverses' as const) : before;
  const roles = (kind.parts ?? []).map((role) => roleColumn(role, kind));
  return distinctColumns([
    ...first.flatMap((part) =>
      part === 'about' ? [partColumn(part), ...roles] : [partColumn(part)],
    ),
    ...fields.map((field) => fieldColumn(field, kind)),
    ...after.filter((part) => !first.includes(part)).map(partColumn),
  ]);
}

/** The columns of a table of several kinds: what its facts use. */
function wideColumns(facts: readonly Fact[], ledger: Ledger): Column[] {
  const always: readonly Part[] = ['id', 'about', 'on', 'seq'];
  const used = new Set<string>(always);
  const fields = new Map<string, Column>();
  const roles = new Map<string, Column>();
  for (const fact of facts) {
    const kind = ledger.catalogue.entryOf(fact.kind);
    for (const part of parts) if (!used.has(part) && usesPart(fact, part, ledger)) used.add(part);
    for (const name of Object.keys(fact.values)) {
      const key = `${fact.kind} ${name}`;
      if (!fields.has(key)) fields.set(key, fieldColumn(name, kind));
    }
    for (const role of kind?.parts ?? []) {
      const key = `${fact.kind} ${role}`;
      if (kind && !roles.has(key)) roles.set(key, roleColumn(role, kind));
    }
  }
  const [before, after] = beforeAndAfterFields(parts.filter((part) => used.has(part)));
  return distinctColumns([
    partColumn('kind'),
    ...before.flatMap((part) =>
      part === 'about' ? [partColumn(part), ...roles.values()] : [partColumn(part)],
    ),
    ...fields.values(),
    ...after.map(partColumn),
  ]);
}

function beforeAndAfterFields(used: readonly Part[]): [Part[], Part[]] {
  const early = used.filter((part) => parts.indexOf(part) <= parts.indexOf('period'));
  return [early, used.filter((part) => !early.includes(part))];
}
