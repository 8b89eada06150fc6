/** Tables: levels by their merged cells, texts below them, points beside what they belong to. */

import { shortName } from './names.ts';
import { lineNumberOf } from './numerals.ts';
import { type GrowingNode, hasScore, namedPoints, type OutlineItem } from './outline.ts';
import type { PaperCell, PaperTable, Remark } from './paper.ts';
import { groupPoints, pointsOf } from './points.ts';
import {
  beside,
  contentCell,
  firstThing,
  flat,
  groupMarks,
  isNothing,
  pointsCell,
  printedNumber,
  repeats,
  rowTexts,
  wordsOf,
} from './row-cells.ts';
import { columnsOf, distinct, headOf, type TableHead } from './table-head.ts';

/** What a table amounts to. */
export interface ReadTable {
  readonly nodes: GrowingNode[];
  readonly head?: TableHead;
  readonly title?: string;
  readonly total?: string;
  readonly otherLines: string[];
  readonly remarks: Remark[];
}

/** Reads a table; one without a head goes on with the head of the table before, if it fits. */
export function readTable(table: PaperTable, before?: TableHead): ReadTable {
  const own = headOf(table);
  const width = table.rows[0]?.length ?? 0;
  const goesOn = own === undefined && before !== undefined && before.roles.length === width;
  const head = own ?? (goesOn && before ? { ...before, from: 0, to: 0 } : undefined);
  if (!head) {
    const sentence =
      '没有看出哪一列是指标、哪一列是评分标准，这个表没有读。不是考核细则的不用管；是的，请在表的第一行写明各列是什么（如 指标、分值、评分标准），再导入。';
    return { nodes: [], otherLines: [], remarks: [{ place: table.place, sentence }] };
  }
  if (!isAboutPoints(table, head)) {
    const sentence = '这个表里没有写分值，也没有写扣几分、加几分，没有写进办法。';
    return { nodes: [], head, otherLines: [], remarks: [{ place: table.place, sentence }] };
  }
  const reader = new TableReader(table, head);
  return reader.read(goesOn);
}

/** A list of persons or tasks may have heads like those of rules, but no points. */
function isAboutPoints(table: PaperTable, head: TableHead): boolean {
  if (head.roles.includes('points')) return true;
  const texts = new Set(table.rows.slice(head.to).flatMap(distinct));
  return [...texts].some((cell) => hasScore(cell.text));
}

/** A level that a row stands in, and the cell that says so. */
interface PathStep {
  readonly cell: PaperCell;
  readonly node: GrowingNode;
}

class TableReader {
  readonly #table: PaperTable;
  readonly #head: TableHead;
  readonly #roots: GrowingNode[] = [];
  readonly #remarks: Remark[] = [];
  readonly #otherLines: string[] = [];
  readonly #levels: readonly number[];
  /** The nodes of the row before, by column of levels; a blank or equal cell goes on with them. */
  #path: PathStep[] = [];
  #saidBlank = false;
  #section: GrowingNode | undefined;
  #total: string | undefined;
  #title: string | undefined;

  constructor(table: PaperTable, head: TableHead) {
    this.#table = table;
    this.#head = head;
    this.#levels = columnsOf(head.roles, 'level');
  }

  read(goesOn: boolean): ReadTable {
    for (const row of this.#table.rows.slice(0, this.#head.from)) this.#lineAbove(row);
    for (let at = this.#head.to; at < this.#table.rows.length; at += 1) this.#row(at);
    const remarks = goesOn
      ? [
          {
            place: this.#table.place,
            sentence: '这个表没有表头，当作前一个表的下半截来读，请核对。',
          },
        ]
      : [];
    return {
      nodes: this.#roots,
      head: this.#head,
      ...(this.#title === undefined ? {} : { title: this.#title }),
      ...(this.#total === undefined ? {} : { total: this.#total }),
      otherLines: this.#otherLines,
      remarks: [...remarks, ...this.#remarks],
    };
  }

  #lineAbove(row: readonly (PaperCell | undefined)[]): void {
    const text = distinct(row)
      .map((cell) => cell.text)
      .join(' ')
      .trim();
    if (text === '') return;
    if (/办法|细则|方案|考核|评分|考评/u.test(text) && this.#title === undefined)
      this.#title = text.replace(/\s+/gu, '');
    else this.#otherLines.push(text);
  }

  #row(at: number): void {
    const row = this.#table.rows[at] ?? [];
    const cells = distinct(row).filter((cell) => cell.text !== '');
    if (cells.length === 0 || this.#isHeadAgain(row)) return;
    if (this.#isTotal(row, cells)) return;
    if (this.#isSection(at, row, cells)) return;
    if (this.#isNote(at, row, cells)) return;
    const level = this.#levelNode(at, row);
    const node = this.#rowNode(at, row, level);
    this.#texts(at, row, node);
    this.#points(at, row, node);
  }

  #place(at: number): string {
    return `${this.#table.place}第 ${at + 1} 行`;
  }

  #isHeadAgain(row: readonly (PaperCell | undefined)[]): boolean {
    const texts = row.map((cell) =>
      (cell?.text ?? '').replace(/\s/gu, '').replace(/[（(].*?[）)]/gu, ''),
    );
    const same = texts.filter(
      (text, column) => text !== '' && (this.#head.titles[column] ?? '').split('/').includes(text),
    );
    return same.length >= 2 && same.length === texts.filter((text) => text !== '').length;
  }

  #isTotal(row: readonly (PaperCell | undefined)[], cells: readonly PaperCell[]): boolean {
    const name = cells.find((cell) =>
      /^(?:总\s*分|合\s*计|总\s*计|小\s*计)[：:]?$/u.test(cell.text.trim()),
    );
    if (!name) return false;
    const column = columnsOf(this.#head.roles, 'points').at(-1);
    const value = column === undefined ? undefined : pointsOf(row[column]?.text ?? '')?.value;
    if (!/小/u.test(name.text) && value !== undefined) this.#total ??= value;
    return true;
  }

  /** 一、党建工作 10 over numbered rows, or one cell across the whole table. */
  #isSection(
    at: number,
    row: readonly (PaperCell | undefined)[],
    cells: readonly PaperCell[],
  ): boolean {
    const [only] = cells;
    const width = row.length;
    const across =
      cells.length === 1 && only !== undefined && only.columns >= Math.max(2, width - 1);
    const column = columnsOf(this.#head.roles, 'number')[0];
    const printed = column === undefined ? '' : (row[column]?.text.trim() ?? '');
    const isChinese =
      /^[（(]?[一二三四五六七八九十]+[）)、.．]?$/u.test(printed) && this.#countsInDigits(column);
    if (!across && !isChinese) return false;
    const line = across
      ? (only?.text ?? '')
      : `${printed.replace(/[、.．]?$/u, '、')}${this.#nameIn(row, column)}`;
    const number = lineNumberOf(line);
    const { name, points, note } = namedPoints(line.slice(number?.length ?? 0));
    if (name === '' || /\d\s*分/u.test(name) || name.length > 40 || /^(?:备?注|说明)/u.test(name))
      return false;
    if (!across && this.#scoresItself(at, row)) {
      this.#section = undefined;
      this.#path = [];
      return false;
    }
    const value = points ?? pointsOf(pointsCell(row, this.#head)?.text ?? '');
    this.#section = {
      name,
      place: this.#place(at),
      ...(number ? { number: number.printed } : {}),
      ...(value ? { points: value } : {}),
      ...(note === undefined ? {} : { note }),
      children: [],
      items: [],
    };
    this.#roots.push(this.#section);
    this.#path = [];
    if (!across) this.#unplacedTexts(at, row, name);
    return true;
  }

  /** A numbered heading with texts of its own and no rows below it is a row like others. */
  #scoresItself(at: number, row: readonly (PaperCell | undefined)[]): boolean {
    const column = columnsOf(this.#head.roles, 'number')[0] ?? 0;
    const texts = columnsOf(this.#head.roles, 'standard').map((one) => row[one]?.text ?? '');
    const below = this.#table.rows[at + 1]?.[column]?.text.trim() ?? '';
    return texts.some((text) => text !== '') && !/^\d+/u.test(below);
  }

  #countsInDigits(column: number | undefined): boolean {
    return this.#table.rows.some((row) =>
      /^\d+$/u.test(column === undefined ? '' : (row[column]?.text.trim() ?? '')),
    );
  }

  #nameIn(row: readonly (PaperCell | undefined)[], number: number | undefined): string {
    const column =
      this.#levels[0] ??
      row.findIndex((cell, at) => at !== number && cell !== undefined && cell.text !== '');
    return row[column]?.text ?? '';
  }

  /** A section row may hold words in the column of texts that belong to no indicator. */
  #unplacedTexts(at: number, row: readonly (PaperCell | undefined)[], name: string): void {
    for (const column of columnsOf(this.#head.roles, 'standard')) {
      const words = row[column]?.text ?? '';
      if (words === '' || words === name) continue;
      const sentence = '这一行是标题，后面还写了字，看不出属于哪一项，没有写进办法，请手工写定。';
      this.#remarks.push({ place: this.#place(at), sentence, words });
    }
  }

  /** 备注：…… below the table. */
  #isNote(
    at: number,
    row: readonly (PaperCell | undefined)[],
    cells: readonly PaperCell[],
  ): boolean {
    const text = cells.map((cell) => cell.text).join(' ');
    const across = cells.length === 1 && (cells[0]?.columns ?? 0) >= Math.max(2, row.length - 1);
    if (!across && !/^(?:备?注|说明)[：:]/u.test(text)) return false;
    this.#otherLines.push(text);
    const sentence = hasScore(text)
      ? '表里单独一行的计分的话，没有写进办法，请手工写定。'
      : '表里单独一行，没有写进办法。';
    this.#remarks.push({ place: this.#place(at), sentence, words: text });
    return true;
  }

  /** The node of the last column of levels in this row. */
  #levelNode(at: number, row: readonly (PaperCell | undefined)[]): GrowingNode | undefined {
    let parent = this.#section;
    let isNew = false;
    const path: PathStep[] = [];
    for (const [depth, column] of this.#levels.entries()) {
      const cell = row[column];
      const before = this.#path[depth];
      const isBlank = !cell || cell.text === '';
      const isSame =
        cell !== undefined &&
        before !== undefined &&
        !isNew &&
        (cell === before.cell || cell.text === before.cell.text);
      if (isBlank && before && !isNew) {
        this.#sayBlank(at);
        path.push(before);
        parent = before.node;
        continue;
      }
      if (isSame && before) {
        path.push({ cell, node: before.node });
        parent = before.node;
        continue;
      }
      if (isBlank || !cell || path.some((one) => one.cell === cell)) break;
      const node = this.#newNode(cell.text, at, row);
      (parent?.children ?? this.#roots).push(node);
      path.push({ cell, node });
      parent = node;
      isNew = true;
    }
    this.#path = path;
    return path.at(-1)?.node ?? this.#section;
  }

  #sayBlank(at: number): void {
    if (this.#saidBlank) return;
    this.#saidBlank = true;
    const sentence =
      '指标一栏是空的，当作与上一行同一个指标（以下同）；不是的，请在表里补上指标名称，再导入。';
    this.#remarks.push({ place: this.#place(at), sentence });
  }

  /** A row is named by what it says; its place stands in only where it says nothing. */
  #nameOf(at: number, row: readonly (PaperCell | undefined)[]): string {
    return shortName(wordsOf(row, this.#head), 20) || `第 ${at + 1} 行`;
  }

  #newNode(text: string, at: number, row: readonly (PaperCell | undefined)[]): GrowingNode {
    const number = lineNumberOf(text);
    const { name, points, note } = namedPoints(text.slice(number?.length ?? 0));
    return {
      ...(number ? { number: number.printed } : {}),
      name: name === '' ? this.#nameOf(at, row) : name,
      place: this.#place(at),
      ...(points ? { points } : {}),
      ...(note === undefined ? {} : { note }),
      isRow: true,
      children: [],
      items: [],
    };
  }

  /** A row of its own below a level that spans several, if it has its own points or content. */
  #rowNode(
    at: number,
    row: readonly (PaperCell | undefined)[],
    level: GrowingNode | undefined,
  ): GrowingNode {
    const content = contentCell(row, this.#head);
    const printed = printedNumber(row, this.#head);
    const points = pointsCell(row, this.#head);
    const spansMore = level === undefined || this.#spans(at, level);
    const hasOwnPoints = points?.rows === 1 && !this.#isOfWhole(at, level);
    const isOwn = spansMore && (hasOwnPoints || (content !== undefined && content.rows === 1));
    if (!isOwn) {
      const node = level ?? this.#bare(at, row);
      if (content?.row === at && !repeats(flat(content.text), node.name))
        node.note = noteWith(node.note, flat(content.text));
      if (printed !== undefined && node.place === this.#place(at)) node.number ??= printed;
      return node;
    }
    const words = content?.text ?? firstThing(row, this.#head);
    const { name, points: inName } = namedPoints(
      flat(words).slice(lineNumberOf(flat(words))?.length ?? 0),
    );
    const node: GrowingNode = {
      name: shortName(name, 20) || this.#nameOf(at, row),
      place: this.#place(at),
      ...(printed === undefined ? {} : { number: printed }),
      ...(inName ? { points: inName } : {}),
      ...(content && flat(content.text).replace(/[。；;，,\s]+$/u, '') !== name
        ? { note: flat(content.text) }
        : {}),
      isRow: true,
      children: [],
      items: [],
    };
    (level?.children ?? this.#roots).push(node);
    return node;
  }

  #bare(at: number, row: readonly (PaperCell | undefined)[]): GrowingNode {
    const node: GrowingNode = {
      name: this.#nameOf(at, row),
      place: this.#place(at),
      isRow: true,
      children: [],
      items: [],
    };
    this.#roots.push(node);
    return node;
  }

  /** Whether the level covers more rows than this one, by merging, repeating or blanks. */
  #spans(at: number, level: GrowingNode): boolean {
    if (level === this.#section) return true;
    const column = this.#levels[this.#path.length - 1];
    const cell = this.#path.at(-1)?.cell;
    if (column === undefined || !cell) return true;
    if (level.place !== this.#place(at) || cell.rows > 1) return true;
    const next = this.#table.rows[at + 1];
    const below = next?.[column]?.text ?? '';
    if (!next || distinct(next).every((one) => one.text === '')) return false;
    return below === cell.text || (below === '' && !this.#endsHere(next));
  }

  /** Points only in the first row of a level that goes on below, as where nobody merged the cells. */
  #isOfWhole(at: number, level: GrowingNode | undefined): boolean {
    const column = this.#levels[this.#path.length - 1];
    if (!level || level === this.#section || column === undefined) return false;
    const name = this.#path.at(-1)?.cell;
    const rows = this.#table.rows;
    if (level.place !== this.#place(at)) return false;
    let to = at + 1;
    for (; to < rows.length; to += 1) {
      const cell = rows[to]?.[column];
      const goesOn = cell === name || (cell?.text ?? '') === '' || cell?.text === name?.text;
      if (!goesOn || this.#endsHere(rows[to] ?? [])) break;
    }
    const below = rows.slice(at + 1, to);
    if (below.length === 0 || below.some((row) => pointsCell(row, this.#head))) return false;
    const sentence = `分值只写在第一行，当作“${level.name}”整项的分，请核对。`;
    this.#remarks.push({ place: this.#place(at), sentence });
    return true;
  }

  /** A blank level below is no continuation where the next row is a total, a note or a section. */
  #endsHere(next: readonly (PaperCell | undefined)[]): boolean {
    const cells = distinct(next).filter((cell) => cell.text !== '');
    return (
      cells.some((cell) => /^(?:总\s*分|合\s*计|总\s*计|小\s*计|备?注)/u.test(cell.text)) ||
      (cells.length < 2 && firstThing(next, this.#head) === '')
    );
  }

  #texts(at: number, row: readonly (PaperCell | undefined)[], node: GrowingNode): void {
    const owner = beside(row, this.#head, 'owner');
    const source = beside(row, this.#head, 'source');
    let found = 0;
    // 1.2 in a column of its own is the number of the text; 2 may count rows through all levels.
    const printed = printedNumber(row, this.#head);
    const steps = printed?.includes('.') ? printed : undefined;
    for (const column of columnsOf(this.#head.roles, 'standard')) {
      const cell = row[column];
      if (!cell || cell.row !== at || cell.text === '') continue;
      const texts = rowTexts(cell.text);
      const isOwnRow = !this.#path.some((one) => one.node === node);
      if (texts.length === 1 && isOwnRow) node.number ??= texts[0]?.number;
      for (const one of texts) {
        const text = one.text;
        const number = isOwnRow && texts.length === 1 ? undefined : (one.number ?? steps);
        const item: OutlineItem = {
          ...(number === undefined ? {} : { number }),
          text,
          place: this.#place(at),
          ...(owner === undefined ? {} : { owner }),
          ...(source === undefined ? {} : { source }),
          ...(cell.isNested ? { isNested: true } : {}),
        };
        node.items.push(item);
        found += 1;
      }
    }
    // A duty without a standard is not dropped: it stays to be decided.
    const content = found === 0 ? contentCell(row, this.#head) : undefined;
    if (
      content &&
      content.row === at &&
      columnsOf(this.#head.roles, 'standard').every((column) => (row[column]?.text ?? '') === '')
    ) {
      node.items.push({
        text: content.text,
        place: this.#place(at),
        ...(owner === undefined ? {} : { owner }),
      });
    }
    for (const column of columnsOf(this.#head.roles, 'note')) {
      const cell = row[column];
      if (!cell || cell.row !== at || cell.text === '') continue;
      this.#remarks.push({
        place: this.#place(at),
        sentence: '备注栏里的话没有写进办法；影响计分的，请手工写进那一条。',
        words: cell.text,
      });
    }
  }

  /** Points belong to the level that covers the same rows, else to the row itself. */
  #points(at: number, row: readonly (PaperCell | undefined)[], node: GrowingNode): void {
    const cell = pointsCell(row, this.#head);
    if (!cell || cell.row !== at || cell.text === '') return;
    const marks = groupMarks(row, this.#head);
    const points = marks ? groupPoints(marks) : pointsOf(cell.text);
    const place = this.#place(at);
    if (points === undefined) {
      if (marks || isNothing(cell.text)) return;
      const sentence = `分值一栏写的是“${flat(cell.text)}”，不是一个分数，没有写进办法，请手工写定。`;
      this.#remarks.push({ place, sentence });
      return;
    }
    const level = this.#path.find(
      (one) => cell.rows > 1 && one.cell.row === cell.row && one.cell.rows === cell.rows,
    );
    const target = cell.rows > 1 ? level?.node : node;
    if (!target) {
      const sentence = `${flat(cell.text)} 分这一格管 ${cell.rows} 行，可是没有哪个指标正好是这 ${cell.rows} 行，看不出是谁的分，没有写进办法，请手工写定。`;
      this.#remarks.push({ place, sentence });
      return;
    }
    if (target.points && target.points.value !== points.value) {
      const [first, second] = [target.points.value, points.value];
      const sentence = `“${target.name}”写了两个分值，${first} 和 ${second}，草稿用的是 ${first}，请核对。`;
      this.#remarks.push({ place, sentence });
      return;
    }
    target.points ??= points;
  }
}

/** A level may span several contents: each of them stands in its note, in order. */
function noteWith(before: string | undefined, words: string): string {
  if (before === undefined || before === words) return words;
  return `${before}${/[。；;！!]$/u.test(before) ? '' : '；'}${words}`;
}
