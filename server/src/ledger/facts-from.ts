/** Facts from the sheets of a workbook or from a CSV file; every problem at its cell. */

import {
  checkFacts,
  type Fact,
  type FactKind,
  type Finding,
  factOf,
  factShape,
} from '@oneneedle/kernel';
import { type DataRow, isTotals, normalTitle } from '../org/index.ts';
import type { CellRemark, TableFile } from '../platform/index.ts';
import type { KindMeant } from './catalogue.ts';
import { inPostingOrder, type Ledger, type LedgerContext, ledgerOf } from './context.ts';
import { type Discretion, wrongSign } from './discretion.ts';
import { type FactSheet, factSheetOf, kindWritten, strangeColumns } from './fact-heads.ts';
import { type FactWritten, factIn, type Report } from './fact-row.ts';
import { rowWords, sheetSentence } from './sentences.ts';
import { titleOf } from './titles.ts';

/** Where a fact stands: the sheet ('' in a CSV file) and the row, from 1. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
  /** Absent where the row gives no number of its own. */
  readonly id?: string;
}

/** What was read: the good rows as facts, and what is wrong with the others. */
export interface FactsRead {
  /** In the order of their posting. */
  readonly facts: readonly Fact[];
  readonly remarks: readonly CellRemark[];
  readonly goodRows: number;
  readonly badRows: number;
  /** Good rows without 序号: a period may be sealed only when there are none. */
  readonly unnumbered: number;
  /** The bad rows, in the order of the file. */
  readonly leftOut: readonly RowPlace[];
  /** Where each fact stands, by its id. */
  readonly places: ReadonlyMap<string, RowPlace>;
  /** The row of titles of each sheet, for whoever writes the remarks into it. */
  readonly headRows: Readonly<Record<string, number>>;
}

/**
 * Reads facts; a row with a problem is left out and remarked at its cells. Rows without 序号 come
 * after all that have one, in the order of the file. Never throws for what is written.
 */
export function factsFrom(file: TableFile, context: LedgerContext): FactsRead {
  const ledger = ledgerOf(context);
  const remarks: CellRemark[] = [];
  const sheets = file.sheets.flatMap((sheet) => factSheetOf(sheet, ledger, remarks) ?? []);
  const drafts = sheets.flatMap((sheet) => draftsOf(sheet, ledger, remarks));
  nameUnnamed(drafts);
  idsTwice(drafts);
  numbersTwice(drafts);
  wrongReversals(drafts);
  if (context.discretion) wrongSigns(drafts, context.discretion);
  const facts = inPostingOrder(numbered(drafts));
  if (context.kinds) {
    const { kinds, roster } = context;
    const found = checkFacts(facts, { kinds, roster });
    againstCatalogue(found, { drafts, ledger });
  }
  const [good, bad] = [drafts.filter(({ isBad }) => !isBad), drafts.filter(({ isBad }) => isBad)];
  const goodIds = new Set(good.map(({ id }) => id));
  return {
    facts: facts.filter(({ id }) => goodIds.has(id)),
    remarks: [...remarks, ...drafts.flatMap((draft) => draft.remarks)],
    goodRows: good.length,
    badRows: bad.length,
    unnumbered: good.filter(({ written }) => written?.seq === undefined).length,
    leftOut: bad.map(placeOf),
    places: new Map(good.map((draft) => [draft.id, placeOf(draft)])),
    headRows: Object.fromEntries(sheets.map(({ name, head }) => [name, head.row])),
  };
}

/** A row on its way to become a fact. */
interface Draft {
  readonly sheet: FactSheet;
  readonly row: DataRow;
  readonly kind: KindMeant | undefined;
  readonly written: FactWritten | undefined;
  /** The number that the row gives, else one made of sheet and row that no other row has. */
  id: string;
  readonly remarks: CellRemark[];
  isBad: boolean;
}

function draftsOf(sheet: FactSheet, ledger: Ledger, remarks: CellRemark[]): Draft[] {
  for (const remark of strangeColumns(sheet, ledger)) remarks.push(remark);
  const told = new Set<string>();
  return sheet.rows.map((row) => {
    const own: CellRemark[] = [];
    let isBad = false;
    const report: Report = (column, sentence, absent) => {
      isBad = true;
      if (absent !== undefined) {
        if (!told.has(absent)) remarks.push({ sheet: sheet.name, row: sheet.head.row, sentence });
        told.add(absent);
      } else if (sentence !== '') own.push(remarkAt(sheet, row, column, sentence));
    };
    const kind = kindOf(sheet, row, { ledger, report });
    const written = kind ? factIn(sheet, row, kind, { ledger, report }) : undefined;
    const name = sheet.name === '' ? (kind?.kind?.name ?? kind?.code ?? '') : sheet.name.trim();
    const id = written?.id ?? `${name}-${row.row}`;
    return { sheet, row, kind, written, id, remarks: own, isBad };
  });
}

function remarkAt(
  { name }: FactSheet,
  { row }: DataRow,
  column: number | undefined,
  sentence: string,
): CellRemark {
  return { sheet: name, row, ...(column === undefined ? {} : { column: column + 1 }), sentence };
}

function kindOf(
  sheet: FactSheet,
  row: DataRow,
  { ledger, report }: { ledger: Ledger; report: Report },
): KindMeant | undefined {
  if (isTotals(row)) {
    report(
      undefined,
      `第 ${row.row} 行是合计，不是一条事实，没有读；请删去这一行，程序会自己合计。`,
    );
    return undefined;
  }
  if (sheet.kind) return sheet.kind;
  const written = kindWritten(sheet, row);
  if (written === '') {
    report(sheet.kindColumn, '没有写“事实种类”，不知道这一行是哪种事实；请补上。');
    return undefined;
  }
  const meant = ledger.catalogue.kindIn(written);
  if ('value' in meant) return meant.value;
  report(sheet.kindColumn, meant.problem);
  return undefined;
}

/**
 * Rows without a number are named after sheet and row. An export writes such names down while its
 * rows move up, so that next quarter another row stands where the name came from: what is taken gives
 * way to 垃圾积存-8-2, -3 …, in the order of the file.
 */
function nameUnnamed(drafts: readonly Draft[]): void {
  const taken = new Set(drafts.flatMap(({ written }) => written?.id ?? []));
  for (const draft of drafts) {
    if (draft.written?.id !== undefined) continue;
    const first = draft.id;
    for (let next = 2; taken.has(draft.id); next += 1) draft.id = `${first}-${next}`;
    taken.add(draft.id);
  }
}

/** Refuses both: which of them is meant by the number, nobody can tell; sealed rows stay as they are. */
function idsTwice(drafts: readonly Draft[]): void {
  both(
    drafts,
    ({ written }) => written?.id,
    'id',
    (id, times) => {
      return `编号“${id}”${times}；一个编号只能是一条事实，请给后登记的一行改一个没有用过的编号（已经封存的一行不要动）；是同一件事登记了两次的，改了编号以后，再在《更正》里写明更正后登记的那一条。`;
    },
  );
}

/** The order of posting is one for all facts; the lines of one sheet are not it. */
function numbersTwice(drafts: readonly Draft[]): void {
  both(
    drafts,
    ({ written }) => written?.seq,
    'seq',
    (seq, times) => {
      return `序号 ${seq} ${times}；序号是全部事实的登记先后，不是一张表里的行号，请给后登记的行接着往后编（已经封存的行不要动）；从没封存过的，也可以清空这一列，按表和行的先后排。`;
    },
  );
}

const shownRows = 4;

function both(
  drafts: readonly Draft[],
  keyOf: (draft: Draft) => string | number | undefined,
  part: 'id' | 'seq',
  sentence: (key: string | number, times: string) => string,
): void {
  const byKey = new Map<string | number, Draft[]>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    if (key === undefined) continue;
    const known = byKey.get(key);
    if (known) known.push(draft);
    else byKey.set(key, [draft]);
  }
  for (const [key, alike] of byKey) {
    if (alike.length === 1) continue;
    const rows = alike.slice(0, shownRows).map(({ sheet, row }) => rowWords(sheet.name, row.row));
    const all = alike.length > shownRows ? [...rows, '等'] : rows;
    const times = `用了 ${alike.length} 次：${all.join('、')}`;
    for (const draft of alike) say(draft, { part }, sentence(key, times));
  }
}

/** A number that a row does not give itself changes when rows move: nothing may refer to it. */
function wrongReversals(drafts: readonly Draft[]): void {
  const unnamed = new Map(
    drafts.flatMap((draft) => (draft.written && !draft.written.id ? [[draft.id, draft]] : [])),
  );
  for (const draft of drafts) {
    const target = draft.written?.reverses;
    if (target === undefined) continue;
    const meant = unnamed.get(target);
    if (target === draft.written?.id) {
      say(draft, { part: 'reverses' }, '一条事实不能更正自己；请写要更正的那一条的编号。');
    } else if (meant) {
      const where = rowWords(meant.sheet.name, meant.row.row);
      const sentence = `要更正的“${target}”（${where}）没有写编号，这个号会随行变动；请先给那一行写上编号，再在这里写它。`;
      say(draft, { part: 'reverses' }, sentence);
    }
  }
}

/** Points that add where the clause takes away; what is taken back counts nowhere and may stay. */
function wrongSigns(drafts: readonly Draft[], discretion: Discretion): void {
  const reversed = new Set(drafts.flatMap(({ written }) => written?.reverses ?? []));
  for (const draft of drafts) {
    const { chosen } = draft.written ?? {};
    if (!chosen || reversed.has(draft.id)) continue;
    const sentence = wrongSign(chosen, discretion);
    if (sentence !== undefined) say(draft, { part: 'chosenPoints' }, sentence);
  }
}

function say(draft: Draft, meaning: Parameters<typeof columnOf>[1], sentence: string): void {
  draft.isBad = true;
  draft.remarks.push(remarkAt(draft.sheet, draft.row, columnOf(draft, meaning), sentence));
}

function columnOf(
  { sheet, kind }: Draft,
  meaning:
    | { readonly part: 'id' | 'seq' | 'reverses' | 'chosenPoints' }
    | { readonly field: string },
): number | undefined {
  const title = normalTitle(titleOf(meaning, kind?.kind));
  const found = sheet.meaningsFor(kind?.kind).find((item) => {
    if (item.meaning === undefined || item.meaning === 'ignored') return false;
    if ('field' in meaning) return 'field' in item.meaning && item.meaning.field === meaning.field;
    return 'part' in item.meaning && item.meaning.part === meaning.part;
  });
  return (
    found?.column ?? sheet.head.columns.find((item) => normalTitle(item.title) === title)?.column
  );
}

/** The facts of the good rows; those without 序号 after all that have one. */
function numbered(drafts: readonly Draft[]): Fact[] {
  let last = 0;
  for (const { written } of drafts) last = Math.max(last, written?.seq ?? 0);
  return drafts.flatMap((draft) => {
    const { written, id } = draft;
    if (draft.isBad || !written) return [];
    const seq = written.seq ?? ++last;
    const { about, ...rest } = written;
    const subjects = about.length === 0 ? {} : { about };
    const read = factShape.safeParse({ ...rest, ...subjects, id, seq: String(seq) });
    if (read.success) return [factOf(read.data, seq)];
    const [first] = read.error.issues;
    const sentence = `这一行有一处写法不对（${first?.path.join('.') ?? ''}）；请对照模板改正。`;
    draft.isBad = true;
    draft.remarks.push(remarkAt(draft.sheet, draft.row, undefined, sentence));
    return [];
  });
}

/** What the catalogue refuses is marked in the cell that says it. */
function againstCatalogue(
  found: readonly Finding[],
  { drafts, ledger }: { drafts: readonly Draft[]; ledger: Ledger },
): void {
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const told = new Set<string>();
  for (const finding of errors) {
    const { id, field } = placeIn(finding.path, byId);
    const draft = byId.get(id);
    if (!draft) continue;
    draft.isBad = true;
    const column = field === undefined ? undefined : columnOf(draft, { field });
    const kind = draft.kind?.kind;
    const sentence = sheetSentence(finding, titleIn(draft, column, field, kind));
    const key = `${draft.sheet.name} ${kind?.kind} ${field}`;
    const isAbsent = column === undefined && finding.code === 'fact-field-missing';
    if (isAbsent && told.has(key)) continue;
    if (isAbsent) told.add(key);
    const row = isAbsent ? { row: draft.sheet.head.row, cells: [] } : draft.row;
    if (isAbsent && isNearColumn(draft, field, ledger)) continue;
    draft.remarks.push(remarkAt(draft.sheet, row, column, sentence));
  }
}

function titleIn(
  { sheet }: Draft,
  column: number | undefined,
  field: string | undefined,
  kind: FactKind | undefined,
): string {
  const written = sheet.head.columns.find((item) => item.column === column)?.title;
  return written ?? (field === undefined ? '' : titleOf({ field }, kind));
}

/** A misspelt title was told already: that its column is missing need not be said again. */
function isNearColumn({ sheet }: Draft, field: string | undefined, ledger: Ledger): boolean {
  return (
    field !== undefined &&
    strangeColumns(sheet, ledger).some(({ sentence }) => sentence.includes(field))
  );
}

/** `事实 D-0012 字段 处数`: an id may itself hold the word between. */
function placeIn(
  path: string,
  known: ReadonlyMap<string, unknown>,
): { id: string; field?: string } {
  const rest = path.replace(/^事实 /, '');
  if (known.has(rest)) return { id: rest };
  const mark = ' 字段 ';
  for (let at = rest.indexOf(mark); at >= 0; at = rest.indexOf(mark, at + 1)) {
    const id = rest.slice(0, at);
    if (known.has(id)) return { id, field: rest.slice(at + mark.length) };
  }
  return { id: rest };
}

function placeOf({ sheet, row, written }: Draft): RowPlace {
  return {
    sheet: sheet.name,
    row: row.row,
    ...(written?.id === undefined ? {} : { id: written.id }),
  };
}
