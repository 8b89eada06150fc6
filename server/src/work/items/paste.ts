/** Rows pasted from a workbook: who and when are read against the roster, wrong cells are named. */

import { type IsoDate, isIsoDate, type Roster } from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { type ItemBook, itemBook } from './book.ts';
import { createItem, type ItemSource, type MadeItem } from './create.ts';
import { itemProblem } from './problems.ts';
import { namesIn } from './views.ts';

export interface PastedRow {
  readonly title: string;
  /** An office, a person, or both: 城建办 周砚. */
  readonly who: string;
  readonly due: string;
  readonly upperNo: string;
}

interface ReadRow {
  readonly title: string;
  readonly lead?: string;
  readonly support?: readonly string[];
  readonly units?: readonly string[];
  readonly accountable?: string;
  readonly dueOn?: string;
  readonly upperNo?: string;
}

/** What is said about a cell. */
interface CellSaid {
  readonly row: number;
  readonly column: keyof PastedRow;
  readonly sentence: string;
}

interface Pasting {
  readonly rows: readonly PastedRow[];
  readonly source: Pick<ItemSource, 'kind' | 'document'>;
}

/** What the rows would book, and what is wrong in which cell; nothing is booked. */
export async function previewPaste(ctx: Ctx, { rows }: Pick<Pasting, 'rows'>) {
  const book = await itemBook(ctx);
  const { errors, notes, rows: read } = rowsRead(rows, book);
  const names = namesIn(book.roster);
  const name = (code: string) => names.get(code) ?? code;
  return {
    rows: read.map(({ lead, support = [], units = [], accountable, ...row }) => ({
      ...row,
      ...(lead === undefined ? {} : { lead: name(lead) }),
      ...(support.length > 0 ? { support: support.map(name) } : {}),
      ...(units.length > 0 ? { units: units.map(name) } : {}),
      ...(accountable === undefined ? {} : { accountable: name(accountable) }),
    })),
    errors,
    notes,
  };
}

/** Books all rows as one-line tasks; a wrong cell refuses them all. */
export async function pasteItems(
  ctx: Ctx,
  { rows, source }: Pasting,
): Promise<{ made: MadeItem[] }> {
  const book = await itemBook(ctx);
  const read = rowsRead(rows, book);
  if (read.errors.length > 0) throw itemProblem('paste-wrong', { cells: read.errors.length });
  const made: MadeItem[] = [];
  for (const row of read.rows) {
    made.push(await createItem(ctx, { form: 'oneLine', source, ...row }, book));
  }
  return { made };
}

/** Longer cells are refused, never cut: what was cut would be lost in silence. */
const longest = 200;

function rowsRead(rows: readonly PastedRow[], book: ItemBook) {
  const errors: CellSaid[] = [];
  const notes: CellSaid[] = [];
  const read = rows.map((row, index) => {
    const say = (to: CellSaid[], column: keyof PastedRow) => (sentence: string) => {
      to.push({ row: index, column, sentence });
    };
    const wrong = (column: keyof PastedRow) => say(errors, column);
    const title = row.title.trim();
    if (title === '') wrong('title')('事项是空的，请写要办什么。');
    for (const column of ['title', 'who', 'upperNo'] as const) {
      if (row[column].trim().length > longest) wrong(column)(`超过${longest}字，请写短些。`);
    }
    const upperNo = row.upperNo.trim();
    return {
      title,
      ...whoIn(row.who, book.roster, wrong('who')),
      ...dueIn(row.due, book.today, { wrong: wrong('due'), note: say(notes, 'due') }),
      ...(upperNo === '' ? {} : { upperNo }),
    } satisfies ReadRow;
  });
  return { rows: read, errors, notes };
}

type Say = (sentence: string) => void;
type Who = Pick<ReadRow, 'lead' | 'support' | 'units' | 'accountable'>;

/** The first unit leads; further offices help, further villages must do something; one person answers. */
function whoIn(text: string, { units, persons }: Roster, wrong: Say): Who {
  const words = text.split(/[\s、，,；;/／]+/).filter((word) => word !== '');
  if (words.length === 0) wrong('没有写由谁办，请写办站所或姓名。');
  const found: { code: string; isVillage: boolean }[] = [];
  const people = new Map<string, string>();
  for (const word of words) {
    const unit = units.find(({ code, name, aliases }) =>
      [code, name, ...(aliases ?? [])].includes(word),
    );
    const named = persons.filter(({ name }) => name === word);
    if (unit) found.push({ code: unit.code, isVillage: unit.type === 'village' });
    else if (named.length > 1)
      wrong(`名册里有${named.length}个“${word}”，请改写单位，登记后再定人。`);
    else if (named[0]) people.set(named[0].code, word);
    else wrong(`名册里没有“${word}”，请写名册里的办站所或姓名。`);
  }
  if (people.size > 1)
    wrong(`写了${people.size}个人（${[...people.values()].join('、')}），责任人只能有一位。`);
  const [accountable] = people.keys();
  const [lead, ...further] = found;
  const others = (isVillage: boolean) => {
    const codes = further.filter((one) => one.isVillage === isVillage).map(({ code }) => code);
    return [...new Set(codes)].filter((code) => code !== lead?.code);
  };
  return {
    ...(lead ? { lead: lead.code, support: others(false), units: others(true) } : {}),
    ...(accountable === undefined ? {} : { accountable }),
  };
}

function dueIn(
  text: string,
  today: IsoDate,
  { wrong, note }: { wrong: Say; note: Say },
): Pick<ReadRow, 'dueOn'> {
  const typed = text.trim();
  if (typed === '') return {};
  const due = dayOf(typed, today);
  if (due === undefined) {
    wrong(`看不懂日期“${typed}”，请写 2026-12-05 或 12月5日。`);
    return {};
  }
  if (due.day < today) {
    wrong(`时限${due.day}已经过去，请写今天或以后的日期。`);
    return {};
  }
  if (due.isNextYear) note(`没有写年份，今年的已经过去，按${due.day}登记；不对请把年份写上。`);
  return { dueOn: due.day };
}

interface ReadDay {
  readonly day: IsoDate;
  readonly isNextYear: boolean;
}

/** `2026-12-05`, `2026/12/5`, `2026年12月5日`, or `12月5日`: the next such day from today. */
function dayOf(text: string, today: IsoDate): ReadDay | undefined {
  const parts = /^(?:(\d{4})[年/.-])?(\d{1,2})[月/.-](\d{1,2})日?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month = '', day = ''] = parts;
  const on = (of: number | string) => {
    const date = `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isIsoDate(date) ? date : undefined;
  };
  const said = on(year ?? today.slice(0, 4));
  if (year !== undefined || (said !== undefined && said >= today)) {
    return said && { day: said, isNextYear: false };
  }
  const next = on(Number(today.slice(0, 4)) + 1);
  return next && { day: next, isNextYear: true };
}
