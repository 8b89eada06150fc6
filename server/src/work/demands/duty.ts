/** The duty lists: what villages do, help with, or may not be asked; kept as a list in a workbook. */

import { type DutyEntry, type DutyList, type IsoDate, isoDate } from '@oneneedle/kernel';
import {
  dayIn,
  joinList,
  type ListKeeper,
  type ListTable,
  type Names,
  namesOf,
  rosterOf,
  safeText,
  shown,
  splitList,
  textIn,
} from '../../org/index.ts';
import { type Cell, chinaDay, type Queries } from '../../platform/index.ts';

/** An entry with the paper it stands in. */
export interface DutyRow extends DutyEntry {
  readonly basis: string;
}

/** The words of the three lists. */
export const dutyListWords: Readonly<Record<DutyList, string>> = {
  own: '村级履职',
  assist: '协助政府',
  barred: '不应承担',
};

/** All entries, in the order of the lists. */
export async function dutyEntriesOf(db: Queries): Promise<DutyRow[]> {
  const rows = await db
    .selectFrom('duty_entry')
    .selectAll()
    .orderBy('position')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    title: row.title,
    list: row.list as DutyList,
    offices: row.offices,
    basis: row.basis,
    ...(row.from_on === null ? {} : { from: isoDate(row.from_on) }),
    ...(row.to_on === null ? {} : { to: isoDate(row.to_on) }),
  }));
}

/** Writes entries down; one with a code that is there is replaced and keeps its place. */
export async function putDutyEntries(
  db: Queries,
  tenantId: string,
  entries: readonly DutyRow[],
): Promise<void> {
  const { last } = await db
    .selectFrom('duty_entry')
    .select(({ fn }) => fn.max<number>('position').as('last'))
    .executeTakeFirstOrThrow();
  for (const [index, entry] of entries.entries()) {
    const values = {
      title: entry.title,
      list: entry.list,
      offices: [...entry.offices],
      basis: entry.basis,
      from_on: entry.from ?? null,
      to_on: entry.to ?? null,
    };
    const position = (last ?? -1) + 1 + index;
    await db
      .insertInto('duty_entry')
      .values({ tenant_id: tenantId, code: entry.code, position, ...values })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doUpdateSet(values))
      .execute();
  }
}

/** The lists as pages show them. */
export function showDuties(entries: readonly DutyRow[], nameOf: (code: string) => string) {
  return entries.map(({ offices, ...entry }) => ({
    ...entry,
    offices: offices.map((code) => ({ code, name: nameOf(code) })),
  }));
}

/** The duty lists as a list that a clerk keeps in a workbook. */
export const dutyKeeper: ListKeeper<DutyRow> = {
  tableFor: async ({ db, now }) => tableOf(namesOf(await rosterOf(db)), chinaDay(now)),
  existing: ({ db }) => dutyEntriesOf(db),
  save: (ctx, { added, changed }) => putDutyEntries(ctx.db, ctx.tenant.id, [...added, ...changed]),
};

function tableOf(names: Names, today: IsoDate): ListTable<DutyRow> {
  const text = { type: 'text', read: textIn } as const;
  const day = { type: 'date', read: dayIn, hint: '写成 2026-03-06' } as const;
  return {
    name: '履职清单',
    keyOf: ({ code }) => code,
    labelOf: ({ code, title }) => `${code} ${title}`,
    blank: { code: '', title: '', list: 'own', offices: [], basis: '' },
    refuse: ({ from = today, to }) =>
      to !== undefined && to < from ? `止日 ${to} 早于起日 ${from}；请核对。` : undefined,
    columns: [
      {
        ...text,
        key: 'code',
        title: '编号',
        required: true,
        write: ({ code }) => safeText(code),
      },
      {
        ...text,
        key: 'title',
        title: '事项',
        also: ['事项名称', '履职事项'],
        required: true,
        write: ({ title }) => safeText(title),
      },
      {
        key: 'list',
        title: '清单',
        also: ['类别', '清单类别'],
        type: 'text',
        required: true,
        options: Object.values(dutyListWords),
        read: listIn,
        write: ({ list }) => dutyListWords[list],
      },
      {
        key: 'offices',
        title: '责任部门',
        also: ['对应部门', '部门'],
        type: 'text',
        hint: '几个部门用；分开；空着是各部门都可以',
        read: (cell) => officesIn(names, cell),
        write: ({ offices }) => joinList(offices.map((code) => names.nameOf(code, 'unit'))),
      },
      {
        ...text,
        key: 'basis',
        title: '依据',
        also: ['设定依据', '文号'],
        write: ({ basis }) => (basis === '' ? '' : safeText(basis)),
      },
      { ...day, key: 'from', title: '起', write: ({ from = '' }) => from },
      { ...day, key: 'to', title: '止', write: ({ to = '' }) => to },
    ],
  };
}

function listIn(cell: Cell) {
  const read = textIn(cell);
  if ('problem' in read) return read;
  const found = Object.entries(dutyListWords).find(([, word]) => word === read.value.trim());
  if (found) return { value: found[0] as DutyList };
  const words = Object.values(dutyListWords).join('、');
  return { problem: `“${shown(read.value)}”不是清单的名称；请写 ${words} 之一。` };
}

function officesIn(names: Names, cell: Cell) {
  const read = textIn(cell);
  if ('problem' in read) return read;
  const found = splitList(read.value.replaceAll('、', '；')).map((name) =>
    names.codeIn(name, 'unit'),
  );
  const wrong = found.find((one) => 'problem' in one);
  if (wrong && 'problem' in wrong) return wrong;
  return { value: found.flatMap((one) => ('value' in one ? [one.value] : [])) };
}
