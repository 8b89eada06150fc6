/** One row of a sheet as one fact: each cell by what its column means. */

import { privateTag } from '@oneneedle/contract';
import type { FactForm, FactKind, FactValue } from '@oneneedle/kernel';
import {
  cellAt,
  type DataRow,
  dayIn,
  isCode,
  listPieces,
  literalOf,
  numberIn,
  periodIn,
  type Reading,
  shown,
  splitList,
  textIn,
  textOf,
  unreadable,
  wholeIn,
} from '../org/index.ts';
import type { Cell } from '../platform/index.ts';
import { formIn, type KindMeant } from './catalogue.ts';
import { cellField, type Ledger, needsDay, needsSubject } from './context.ts';
import type { FactSheet } from './fact-heads.ts';
import { keyOf, type Meaning, type Part, partTitles } from './titles.ts';
import { valueIn } from './values.ts';

/** A fact as it is written in a file, before it is given its number. */
export interface FactWritten {
  id?: string;
  kind: string;
  form: FactForm;
  about: { subject: string; as: string }[];
  on?: string;
  to?: string;
  period?: string;
  values: Record<string, FactValue>;
  tags?: string[];
  matter?: string;
  doc?: { no: string; body?: string; date?: string; level?: string };
  chosen?: { scheme?: string; clause: string; points: string; reason: string };
  evidence?: string[];
  by?: string;
  reviewedBy?: string;
  seq?: number;
  reverses?: string;
  countsIn?: Record<string, string>;
  note?: string;
}

/** Takes a problem: the column counts from 0; '' is a problem that is told elsewhere. */
export type Report = (column: number | undefined, sentence: string, absent?: string) => void;

/** Reads a row of a known kind; every problem is reported, and the rest is read nevertheless. */
export function factIn(
  sheet: FactSheet,
  row: DataRow,
  meant: KindMeant,
  { ledger, report }: { ledger: Ledger; report: Report },
): FactWritten {
  const { kind, code } = meant;
  const cells = new RowCells(sheet, row, kind, report);
  const fact: FactWritten = {
    kind: code,
    form: cells.take('form', ({ text }) => formIn(text)) ?? kind?.form ?? 'event',
    about: aboutIn(cells, kind, ledger),
    values: valuesIn(cells, kind, ledger),
  };
  set(fact, 'id', cells.take('id', nameIn));
  set(fact, 'matter', cells.take('matter', nameIn));
  set(fact, 'reverses', cells.take('reverses', nameIn));
  set(fact, 'by', cells.take('recordedBy', filled));
  set(fact, 'reviewedBy', cells.take('reviewedBy', filled));
  set(fact, 'note', cells.take('note', filled));
  set(fact, 'on', cells.isNothing('on') ? undefined : cells.take('on', dayIn));
  set(fact, 'to', cells.take('to', dayIn));
  set(fact, 'period', cells.take('period', periodIn));
  set(fact, 'tags', tagsIn(cells));
  set(fact, 'evidence', cells.take('evidence', listIn));
  set(fact, 'seq', cells.take('seq', wholeIn));
  set(fact, 'countsIn', cells.take('countsIn', countsInOf));
  set(fact, 'doc', docIn(cells));
  set(fact, 'chosen', chosenIn(cells, ledger));
  missing(fact, cells, kind);
  return fact;
}

function set<Key extends keyof FactWritten>(
  fact: FactWritten,
  key: Key,
  value: FactWritten[Key] | undefined,
): void {
  if (value !== undefined) fact[key] = value as FactWritten[Key];
}

/** The cells of a row by what they mean. */
class RowCells {
  readonly #cells = new Map<string, { readonly cell: Cell; readonly column: number }>();
  readonly #columns = new Map<string, number>();
  readonly fields: { readonly name: string; readonly cell: Cell; readonly column: number }[] = [];
  readonly report: Report;

  constructor(sheet: FactSheet, row: DataRow, kind: FactKind | undefined, report: Report) {
    this.report = report;
    for (const { column, title, meaning } of sheet.meaningsFor(kind)) {
      if (meaning === 'ignored') continue;
      const cell = cellAt(row, column, meaning ? carries(meaning, kind) : true);
      if (meaning) this.#columns.set(keyOf(meaning), column);
      if (cell.kind === 'blank') continue;
      if (!meaning) this.#strange(sheet, column, title, kind);
      else if ('field' in meaning) this.fields.push({ name: meaning.field, cell, column });
      else this.#cells.set(keyOf(meaning), { cell, column });
    }
  }

  /** What a part says, if it says something that can be read. */
  take<T>(part: Part | `role ${string}`, read: (cell: Cell) => Reading<T>): T | undefined {
    const found = this.#cells.get(part);
    if (!found) return undefined;
    const value = found.cell.kind === 'error' ? unreadable(found.cell) : read(found.cell);
    if ('value' in value) return value.value;
    this.report(found.column, value.problem);
    return undefined;
  }

  has(part: Part): boolean {
    return this.#cells.has(part);
  }

  /** Nothing, and on purpose. */
  isNothing(part: Part): boolean {
    return this.#cells.get(part)?.cell.text === '〖〗';
  }

  columnOf(part: Part): number | undefined {
    return this.#columns.get(part);
  }

  /** A column of another kind; what no kind knows is told once, at its title. */
  #strange(sheet: FactSheet, column: number, title: string, kind: FactKind | undefined): void {
    if (sheet.kind || !kind) this.report(column, '');
    else {
      const sentence = `“${kind.name}”没有“${shown(title)}”这一栏，这里不该填；请清空，或核对事实种类。`;
      this.report(column, sentence);
    }
  }
}

const alone: ReadonlySet<string> = new Set(['id', 'reverses', 'seq', 'chosenPoints']);

/** Numbers and what names one row are never meant for several rows. */
function carries(meaning: Meaning, kind: FactKind | undefined): boolean {
  if ('part' in meaning) return !alone.has(meaning.part);
  if ('role' in meaning) return true;
  const { type } = cellField(meaning.field, kind);
  return type === 'label' || type === 'text' || type === 'date';
}

function aboutIn(cells: RowCells, kind: FactKind | undefined, { names }: Ledger) {
  const sort = kind?.about === 'unit' || kind?.about === 'person' ? kind.about : 'any';
  const codeIn = (written: string): Reading<string> => {
    const any = names.codeIn(written);
    const own = 'problem' in any && sort !== 'any' ? names.codeIn(written, sort) : any;
    return 'value' in own ? own : any;
  };
  const of = (key: 'about' | `role ${string}`, as: string) =>
    cells.take(key, ({ text }): Reading<{ subject: string; as: string }[]> => {
      const found: { subject: string; as: string }[] = [];
      for (const piece of text === '〖〗' ? [] : listPieces(text)) {
        const named = literalOf(piece) === undefined ? part.exec(piece) : null;
        const read = codeIn(named?.[2] ?? piece);
        if ('problem' in read) return read;
        found.push({ subject: read.value, as: named ? textOf(named[1] ?? '') : as });
      }
      return { value: found };
    }) ?? [];
  return [...of('about', ''), ...(kind?.parts ?? []).flatMap((role) => of(`role ${role}`, role))];
}

/** 责任村：西岗村 in a cell of several. */
const part = /^(〖(?:[^〖〗\\]|\\[\s\S])*〗|[^：:]+)[：:]\s*([\s\S]+)$/;

function valuesIn(cells: RowCells, kind: FactKind | undefined, { clauses }: Ledger) {
  const values = cells.fields.flatMap(({ name, cell, column }) => {
    const read = name === 'clause' ? clauseIn(cell, clauses) : valueIn(cell, cellField(name, kind));
    if ('value' in read) return [[name, read.value] as const];
    cells.report(column, read.problem);
    return [];
  });
  return Object.fromEntries(values);
}

/** A clause's code: a number cell cannot tell 1.1 from 1.10. */
function clauseIn(cell: Cell, clauses: readonly string[]): Reading<string> {
  if (cell.kind === 'date') return { problem: dateForName(cell) };
  const read = textIn(cell);
  if ('problem' in read || cell.kind !== 'number') return read;
  const alike = clauses.filter((code) => code.replace(/\.?0+$/, '') === read.value);
  if (alike.length === 0 || (alike.length === 1 && alike[0] === read.value)) return read;
  const problem = `这一格存成了数 ${read.value}，分不清是 ${[...new Set([read.value, ...alike])].join(' 还是 ')}；请把它设为“文本”，再写条款编号。`;
  return { problem };
}

function dateForName({ text }: Cell): string {
  return `Excel 把这里存成了日期 ${text}（输入 3-4 这样的内容会变成日期）；请把这一格设为“文本”，再重新输入。`;
}

/** What names something: a spreadsheet makes dates of some names. */
function nameIn(cell: Cell): Reading<string> {
  return cell.kind === 'date' ? { problem: dateForName(cell) } : filled(cell);
}

function filled(cell: Cell): Reading<string> {
  const read = textIn(cell);
  if ('problem' in read || read.value !== '') return read;
  return { problem: '这里是空的；请填写，或清空这一格。' };
}

/** Whether a ground touches somebody's privacy has a column of its own; it is kept as a tag. */
function tagsIn(cells: RowCells): string[] | undefined {
  const tags = cells.take('tags', listIn);
  if (cells.take('private', yesIn) !== true || tags?.includes(privateTag)) return tags;
  return [...(tags ?? []), privateTag];
}

function yesIn(cell: Cell): Reading<boolean> {
  const text = cell.text.trim();
  if (text === '是' || text === '否') return { value: text === '是' };
  return { problem: `“${shown(cell.text)}”看不出是不是涉及个人隐私；请写“是”，不涉及的空着。` };
}

function listIn({ text }: Cell): Reading<string[]> {
  return { value: splitList(text) };
}

/** qinghe-village-daily：2026年第二季度；… */
function countsInOf({ text }: Cell): Reading<Record<string, string>> {
  const found: [string, string][] = [];
  for (const piece of text === '〖〗' ? [] : listPieces(text)) {
    const [, line = '', written = ''] = part.exec(piece) ?? [];
    const period = periodIn({ kind: 'text', text: written });
    if (line === '' || 'problem' in period) {
      const problem = `“${shown(piece)}”读不懂；请写成 办法代号：2026年第二季度，几份办法用；分开。`;
      return { problem };
    }
    found.push([textOf(line), period.value]);
  }
  return { value: Object.fromEntries(found) };
}

function docIn(cells: RowCells): FactWritten['doc'] {
  const no = cells.take('docNo', nameIn);
  const body = cells.take('docBody', filled);
  const date = cells.take('docDate', dayIn);
  const level = cells.take('docLevel', filled);
  if (no === undefined) {
    const given = (['docBody', 'docDate', 'docLevel'] as const).find((name) => cells.has(name));
    if (given === undefined || cells.has('docNo')) return undefined;
    const sentence = `写了“${partTitles[given][0]}”，没有写“文号”；请补上文号，没有文件的请清空这一格。`;
    cells.report(cells.columnOf('docNo') ?? cells.columnOf(given), sentence);
    return undefined;
  }
  return {
    no,
    ...(body === undefined ? {} : { body }),
    ...(date === undefined ? {} : { date }),
    ...(level === undefined ? {} : { level }),
  };
}

function chosenIn(cells: RowCells, { clauses }: Ledger): FactWritten['chosen'] {
  const parts = ['chosenClause', 'chosenPoints', 'chosenReason'] as const;
  const scheme = cells.take('chosenScheme', filled);
  const clause = cells.take('chosenClause', (cell) => clauseIn(cell, clauses));
  const points = cells.take('chosenPoints', numberIn);
  const reason = cells.take('chosenReason', textIn);
  if (parts.every((name) => !cells.has(name)) && !cells.has('chosenScheme')) return undefined;
  for (const name of parts.filter((item) => !cells.has(item))) {
    const sentence = `裁量要写明条款、分和理由，这里没有写“${partTitles[name][0]}”；请补上。`;
    cells.report(cells.columnOf(name), sentence);
  }
  if (clause === undefined || points === undefined || reason === undefined) return undefined;
  if (!isCode(clause)) {
    cells.report(
      cells.columnOf('chosenClause'),
      `“${shown(clause)}”不是条款编号；请写办法里的编号。`,
    );
    return undefined;
  }
  return { ...(scheme === undefined ? {} : { scheme }), clause, points, reason };
}

/** What a row must say; a column that is not there at all is told once for the sheet. */
function missing(fact: FactWritten, cells: RowCells, kind: FactKind | undefined): void {
  const isReversal = cells.has('reverses');
  const lacks = (part: Part, why: string) => {
    const column = cells.columnOf(part);
    const title = partTitles[part][0];
    if (column !== undefined) cells.report(column, `没有写“${title}”，${why}；请补上。`);
    else cells.report(undefined, `缺少“${title}”一列，${why}；请补上这一列。`, title);
  };
  if (kind?.kind === 'reversal' && !isReversal) lacks('reverses', '不知道更正哪一条');
  if (needsSubject(kind, isReversal) && fact.about.length === 0) {
    const hasOther = kind?.parts?.some((role) => cells.take(`role ${role}`, textIn) !== undefined);
    if (!cells.has('about') && !hasOther) lacks('about', '记不到任何人名下');
  }
  if (!cells.has('on') && !cells.has('period') && needsDay(isReversal)) {
    lacks(isPeriodical(kind) ? 'period' : 'on', '不知道计入哪一期');
  }
  if (fact.on !== undefined && fact.to !== undefined && fact.to < fact.on) {
    const sentence = `“止”（${fact.to}）早于“日期”（${fact.on}）；请核对这两天。`;
    cells.report(cells.columnOf('to'), sentence);
  }
}

function isPeriodical(kind: FactKind | undefined): boolean {
  return kind?.form === 'checked' || kind?.form === 'missing' || kind?.form === 'result';
}
