/**
 * A list of the district as a table of text: a row an indicator, a column a town, as it is pasted or read
 * out of a workbook. A place beyond the last that is printed (10名开外) never becomes a number.
 */

import { compare, exact, parseExact, zero } from '../number/rational.ts';

/** A place in an order; an open one is at least that, and nobody knows which. */
export interface BenchmarkRank {
  readonly at: number;
  readonly isOpen: boolean;
}

/** What a list says of one town under one indicator; both may be unknown. */
export interface BenchmarkMark {
  /** Exact points as text. */
  readonly score?: string;
  readonly rank?: BenchmarkRank;
}

export interface BenchmarkIndicator {
  readonly name: string;
  readonly full?: string;
  /** The office here that answers for it, as it is called. */
  readonly office?: string;
  /** By town. */
  readonly marks: Readonly<Record<string, BenchmarkMark>>;
}

export interface BenchmarkList {
  readonly towns: readonly string[];
  readonly indicators: readonly BenchmarkIndicator[];
  /** Totals and places over all, by town. */
  readonly totals: Readonly<Record<string, BenchmarkMark>>;
}

/** Something wrong at a cell; rows and columns count from 0, the head is row 0. */
export interface BenchmarkFault {
  readonly row: number;
  readonly column: number;
  readonly sentence: string;
}

const nameTitles = ['指标', '指标名称', '考核指标', '考核项目', '项目', 'Indicator'];
/** Columns of a paper that say nothing here. */
const otherTitles = ['序号', '备注', '问题', '说明'];
const fullTitles = ['满分', '分值', '权重分', 'Full mark'];
const officeTitles = ['责任办', '责任部门', '责任单位', '牵头部门', 'Office'];
const totalRows = ['总分', '合计', '总得分', '综合得分', 'Total'];
const rankRows = ['名次', '排名', '总排名', '综合排名', 'Place'];

/**
 * Reads the table; `own` is the name of the town whose list it is. Lines above the head, the row that
 * names it, are passed over. Everything wrong is said at once.
 */
export function readBenchmark(
  table: readonly (readonly string[])[],
  own: string,
): { list: BenchmarkList; faults: BenchmarkFault[] } {
  const trimmed = table.map((row) => row.map((cell) => cell.trim()));
  const top = Math.max(
    0,
    trimmed.findIndex((row) => row.includes(own)),
  );
  const columns = columnsOf(trimmed[top] ?? [], own);
  const faults = columns.faults.map((fault) => ({ ...fault, row: top }));
  const indicators: BenchmarkIndicator[] = [];
  let totals: Record<string, BenchmarkMark> = {};
  trimmed.slice(top + 1).forEach((cells, index) => {
    const row = top + 1 + index;
    const name = cells[columns.name] ?? '';
    if (cells.every((cell) => cell === '')) return;
    const fault: Fault = (column, sentence) => faults.push({ row, column, sentence });
    if (name === '') fault(columns.name, '这一行没有指标名称。');
    if (indicators.some((one) => one.name === name)) {
      fault(columns.name, `“${name}”写了两行，请合成一行。`);
    }
    const marks = marksIn(cells, columns.towns, fault);
    if (totalRows.includes(name)) totals = merged(totals, marks);
    else if (rankRows.includes(name)) totals = merged(totals, ranksOf(marks));
    else indicators.push(indicatorOf({ name, cells, columns, marks }, fault));
  });
  if (indicators.length === 0 && Object.keys(totals).length === 0) {
    const sentence = '没有读到指标、总分或者名次。请把表头一起粘贴。';
    faults.push({ row: top, column: 0, sentence });
  }
  return { list: { towns: columns.towns.map(({ name }) => name), indicators, totals }, faults };
}

/** "8.5", "第3名", "8.5（第3）", "10名开外"; undefined for what is none of these. */
export function readMark(text: string): BenchmarkMark | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  if (/^[-—/]*$/.test(plain)) return {};
  const alone = readRank(plain);
  if (alone) return { rank: alone };
  const [, score, mark = '', behind = ''] =
    /^(\d{1,6}(?:\.\d{1,6})?)分?(?:([(/,、;]?)(.+?)\)?)?$/.exec(plain) ?? [];
  if (score === undefined) return undefined;
  if (behind === '') return { score };
  const bare = mark !== '' && /^[1-9]\d{0,2}$/.test(behind) ? `第${behind}` : behind;
  const rank = readRank(bare);
  return rank && { score, rank };
}

/** "第3", "3名", "第3名"; "10名开外", "≥11", ">10" are open. */
function readRank(text: string): BenchmarkRank | undefined {
  const open =
    /^(?:第?([1-9]\d{0,2})名?(?:开外|以外|之外|以后|之后|外|后)|(?:>=|≥)([1-9]\d{0,2})|>([1-9]\d{0,2}))$/.exec(
      text,
    );
  if (open) {
    const [, beyond, least, above] = open;
    const at = least === undefined ? Number(beyond ?? above) + 1 : Number(least);
    return { at, isOpen: true };
  }
  const [, first, second] = /^(?:第([1-9]\d{0,2})名?|([1-9]\d{0,2})名)$/.exec(text) ?? [];
  const at = first ?? second;
  return at === undefined ? undefined : { at: Number(at), isOpen: false };
}

interface Columns {
  readonly name: number;
  readonly full: number;
  readonly office: number;
  readonly towns: readonly { readonly name: string; readonly column: number }[];
  readonly faults: readonly Omit<BenchmarkFault, 'row'>[];
}

function columnsOf(head: readonly string[], own: string): Columns {
  const at = (titles: readonly string[]) => head.findIndex((title) => titles.includes(title));
  const [name, full, office] = [Math.max(0, at(nameTitles)), at(fullTitles), at(officeTitles)];
  const named = head.flatMap((title, column) =>
    [name, full, office].includes(column) || title === '' || otherTitles.includes(title)
      ? []
      : [{ name: title, column }],
  );
  const towns = named.filter(
    (town, index) => named.findIndex((one) => one.name === town.name) === index,
  );
  const faults = named
    .filter((town) => !towns.includes(town))
    .map((town) => ({
      column: town.column,
      sentence: `“${town.name}”有两列，请只留一列。`,
    }));
  const isThere = towns.some((town) => town.name === own);
  const sentence = `表头里没有“${own}”：每个乡镇一列，本镇的一列写“${own}”。`;
  return {
    name,
    full,
    office,
    towns,
    faults: isThere ? faults : [...faults, { column: 0, sentence }],
  };
}

type Fault = (column: number, sentence: string) => void;

function marksIn(
  cells: readonly string[],
  towns: Columns['towns'],
  fault: Fault,
): Record<string, BenchmarkMark> {
  const marks: Record<string, BenchmarkMark> = {};
  for (const { name, column } of towns) {
    const text = cells[column] ?? '';
    const mark = readMark(text);
    if (mark) marks[name] = mark;
    else fault(column, `“${text}”读不懂：写得分 8.5、名次 第3名、两样 8.5（第3），或者 10名开外。`);
  }
  return marks;
}

interface Row {
  readonly name: string;
  readonly cells: readonly string[];
  readonly columns: Columns;
  readonly marks: Readonly<Record<string, BenchmarkMark>>;
}

function indicatorOf({ name, cells, columns, marks }: Row, fault: Fault): BenchmarkIndicator {
  const written = (cells[columns.full] ?? '').replace(/分$/, '');
  const office = cells[columns.office] ?? '';
  const full = written === '' ? undefined : parseExact(written);
  if (written !== '' && (!full || compare(full, zero) <= 0)) {
    fault(columns.full, `满分“${written}”不是大于 0 的数。`);
  }
  for (const { name: town, column } of columns.towns) {
    const score = marks[town]?.score;
    if (full && score !== undefined && compare(exact(score), full) > 0) {
      fault(column, `${score} 分超过满分 ${written}。`);
    }
  }
  return {
    name,
    marks,
    ...(full ? { full: written } : {}),
    ...(office === '' ? {} : { office }),
  };
}

/** In the row of places a bare number is a place. */
function ranksOf(marks: Readonly<Record<string, BenchmarkMark>>): Record<string, BenchmarkMark> {
  return Object.fromEntries(
    Object.entries(marks).map(([town, { score, rank }]) => [
      town,
      rank || score === undefined || !/^[1-9]\d{0,2}$/.test(score)
        ? { ...(rank ? { rank } : {}) }
        : { rank: { at: Number(score), isOpen: false } },
    ]),
  );
}

function merged(
  one: Readonly<Record<string, BenchmarkMark>>,
  other: Readonly<Record<string, BenchmarkMark>>,
): Record<string, BenchmarkMark> {
  const towns = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(towns.map((town) => [town, { ...one[town], ...other[town] }]));
}
