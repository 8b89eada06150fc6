/** Rows pasted from a workbook: who and when are read against the roster, wrong cells are named. */

import { type IsoDate, isIsoDate, isoDate, type Roster } from '@oneneedle/kernel';
import type { Ctx } from '../platform/index.ts';
import { type ItemBook, itemBook } from './item-book.ts';
import { createItem, type MadeItem } from './item-create.ts';
import { itemProblem } from './item-problems.ts';

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
  readonly accountable?: string;
  readonly dueOn?: string;
  readonly upperNo?: string;
}

interface CellError {
  readonly row: number;
  readonly column: keyof PastedRow;
  readonly sentence: string;
}

/** What the rows would book, and what is wrong in which cell; nothing is booked. */
export async function previewPaste(ctx: Ctx, { rows }: { rows: readonly PastedRow[] }) {
  const book = await itemBook(ctx);
  const read = rowsRead(rows, book);
  const names = new Map(
    [...book.roster.units, ...book.roster.persons].map(({ code, name }) => [code, name]),
  );
  const name = (code: string | undefined) => code && names.get(code);
  return {
    rows: read.rows.map(({ lead, accountable, ...row }) => ({
      ...row,
      ...(lead === undefined ? {} : { lead: name(lead) ?? lead }),
      ...(accountable === undefined ? {} : { accountable: name(accountable) ?? accountable }),
    })),
    errors: read.errors,
  };
}

/** Books all rows as one-line tasks; a wrong cell refuses them all. */
export async function pasteItems(
  ctx: Ctx,
  { rows }: { rows: readonly PastedRow[] },
): Promise<{ made: MadeItem[] }> {
  const read = rowsRead(rows, await itemBook(ctx));
  if (read.errors.length > 0) throw itemProblem('paste-wrong', { cells: read.errors.length });
  const made: MadeItem[] = [];
  for (const row of read.rows) {
    made.push(await createItem(ctx, { form: 'oneLine', source: { kind: 'upper' }, ...row }));
  }
  return { made };
}

function rowsRead(rows: readonly PastedRow[], book: ItemBook) {
  const errors: CellError[] = [];
  const read = rows.map((row, index) => {
    const wrong = (column: keyof PastedRow, sentence: string) => {
      errors.push({ row: index, column, sentence });
    };
    const title = row.title.trim();
    if (title === '') wrong('title', '事项是空的，请写要办什么。');
    if (title.length > 200) wrong('title', '事项超过200字，请写短些。');
    const upperNo = row.upperNo.trim();
    return {
      title: title.slice(0, 200),
      ...whoIn(row.who, book.roster, (sentence) => wrong('who', sentence)),
      ...dueIn(row.due, book.today, (sentence) => wrong('due', sentence)),
      ...(upperNo === '' ? {} : { upperNo }),
    } satisfies ReadRow;
  });
  return { rows: read, errors };
}

function whoIn(
  text: string,
  { units, persons }: Roster,
  wrong: (sentence: string) => void,
): Pick<ReadRow, 'lead' | 'accountable'> {
  const found: { lead?: string; accountable?: string } = {};
  const words = text.split(/[\s、，,/／]+/).filter((word) => word !== '');
  if (words.length === 0) wrong('没有写由谁办，请写办站所或姓名。');
  for (const word of words) {
    const unit = units.find(({ code, name, aliases }) =>
      [code, name, ...(aliases ?? [])].includes(word),
    );
    const named = persons.filter(({ name }) => name === word);
    if (unit) found.lead ??= unit.code;
    else if (named.length > 1)
      wrong(`名册里有${named.length}个“${word}”，请改写单位，登记后再定人。`);
    else if (named[0]) found.accountable ??= named[0].code;
    else wrong(`名册里没有“${word}”，请写名册里的办站所或姓名。`);
  }
  return found;
}

function dueIn(
  text: string,
  today: IsoDate,
  wrong: (sentence: string) => void,
): Pick<ReadRow, 'dueOn'> {
  const typed = text.trim();
  if (typed === '') return {};
  const due = dayOf(typed, today);
  if (due === undefined) wrong(`看不懂日期“${typed}”，请写 2026-12-05 或 12月5日。`);
  else if (due < today) wrong(`时限${due}已经过去，请写今天或以后的日期。`);
  else return { dueOn: due };
  return {};
}

/** `2026-12-05`, `2026/12/5`, `2026年12月5日`, `12月5日` (this year). */
function dayOf(text: string, today: IsoDate): IsoDate | undefined {
  const parts = /^(?:(\d{4})[年/.-])?(\d{1,2})[月/.-](\d{1,2})日?$/.exec(text);
  if (!parts) return undefined;
  const [, year = today.slice(0, 4), month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? isoDate(date) : undefined;
}
