/** A task table from above as a workbook: each row mapped to owners here, or not taken. */

import { randomUUID } from 'node:crypto';
import { type IsoDate, parseExact } from '@oneneedle/kernel';
import { markOfLine } from '../../evidence/index.ts';
import {
  dayIn,
  importList,
  type ListKeeper,
  type ListTable,
  type Names,
  namesOf,
  numberIn,
  safeText,
  textIn,
} from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { type ItemBook, itemBook, personOf } from '../items/book.ts';
import { mayRead, requireUnmarked } from './actions.ts';
import { createClaimed, missingIn } from './deeds.ts';
import { insertDocument, insertDraftDeeds, insertDrafts, lockTitle, tablesNamed } from './store.ts';

/** A row as it says itself; empty where its cell is. */
export interface TaskLine {
  number: string;
  task: string;
  lead: string;
  accountable: string;
  dueOn: string;
  quantity: string;
  unit: string;
  basis: string;
}

/** The task tables of one title: what came in before under it is not claimed a second time. */
export function taskKeeper(title: string): ListKeeper<TaskLine> {
  return {
    tableFor: async (ctx) => {
      const { roster, today } = await itemBook(ctx);
      const before = new Map((await linesBefore(ctx, title)).map((line) => [line.number, line]));
      return tableOf(namesOf(roster), { today, before });
    },
    existing: (ctx) => linesBefore(ctx, title),
    save: async () => {
      throw new Error('a task table is saved with its title and day');
    },
  };
}

interface Table {
  readonly title: string;
  readonly dated?: string | undefined;
  readonly source: string;
  readonly file: File;
  readonly digest: string;
  readonly goodOnly: boolean;
  readonly isWithheld?: boolean | undefined;
}

/** Claims every good row as an item; the table stays on the bench as the document they come from. */
export async function importTasks(ctx: Ctx, { title, dated, source, isWithheld, ...of }: Table) {
  const person = personOf(ctx);
  requireUnmarked({ title, source, text: '' });
  await lockTitle(ctx.db, { tenantId: ctx.tenant.id, title });
  const book = await itemBook(ctx);
  const id = randomUUID();
  const keeper: ListKeeper<TaskLine> = {
    ...taskKeeper(title),
    save: async (_, { added }) => {
      const document = {
        tenant_id: ctx.tenant.id,
        id,
        kind: 'table',
        title,
        dated: dated ?? null,
        source,
        is_withheld: isWithheld ?? false,
        body: added.map(lineText).join('\n'),
        created_by_account: ctx.actor.accountId,
        created_by: person,
        created_at: ctx.now,
      };
      await insertDocument(ctx.db, document);
      for (const [index, line] of added.entries()) {
        await claimLine(ctx, document, { line, index, book });
      }
    },
  };
  const { added } = await importList(ctx, keeper, of);
  return { id, added };
}

type Document = Parameters<typeof createClaimed>[1]['document'];

async function claimLine(
  ctx: Ctx,
  document: Document,
  { line, index, book }: { line: TaskLine; index: number; book: ItemBook },
): Promise<void> {
  const text = lineText(line);
  const made = await createClaimed(ctx, { document, sentence: text, claim: claimOf(line), book });
  const id = randomUUID();
  const from = line.number.length + 1;
  await insertDrafts(ctx.db, [
    {
      tenant_id: ctx.tenant.id,
      id,
      document_id: document.id,
      sentence: index + 1,
      from_at: from,
      to_at: from + line.task.length,
      state: 'claimed',
      item_id: made.id,
      created_at: ctx.now,
    },
  ]);
  await insertDraftDeeds(ctx.db, [
    {
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      draft_id: id,
      seq: 1,
      deed: 'claim',
      to_state: 'claimed',
      account_id: ctx.actor.accountId,
      person: personOf(ctx),
      at: ctx.now,
    },
  ]);
}

function claimOf({ task, lead, accountable, dueOn, quantity, unit }: TaskLine) {
  return {
    form: 'oneLine' as const,
    title: task,
    lead: lead === '' ? undefined : lead,
    accountable: accountable === '' ? undefined : accountable,
    dueOn: dueOn === '' ? undefined : dueOn,
    quantity: quantity === '' ? undefined : `${quantity}${unit}`,
  };
}

const keys = [
  'number',
  'task',
  'lead',
  'accountable',
  'dueOn',
  'quantity',
  'unit',
  'basis',
] as const;

/** A row as a sentence of the document; cells are parted by a tab, so that it can be read back. */
function lineText(line: TaskLine): string {
  return keys.map((key) => line[key].replaceAll(/\s+/g, ' ')).join('\t');
}

async function linesBefore(ctx: Ctx, title: string): Promise<TaskLine[]> {
  // What is withheld from the asker tells them nothing, not even that it came before.
  const tables = (await tablesNamed(ctx.db, title)).filter((one) => mayRead(ctx, one));
  return tables.flatMap(({ body }) =>
    body.split('\n').map((text) => {
      const cells = text.split('\t');
      return Object.fromEntries(
        keys.map((key, at) => [key, cells[at] ?? '']),
      ) as unknown as TaskLine;
    }),
  );
}

interface Holding {
  readonly today: IsoDate;
  readonly before: ReadonlyMap<string, TaskLine>;
}

function tableOf(names: Names, holding: Holding): ListTable<TaskLine> {
  return {
    name: '任务表',
    keyOf: ({ number }) => number,
    labelOf: ({ number, task }) => `${number} ${task}`,
    blank: {
      number: '',
      task: '',
      lead: '',
      accountable: '',
      dueOn: '',
      quantity: '',
      unit: '',
      basis: '',
    },
    refuse: (line) => refusalOf(line, holding),
    columns: columnsOf(names),
  };
}

function columnsOf(names: Names): ListTable<TaskLine>['columns'] {
  const text = (key: keyof TaskLine, title: string, also: string[], isRequired = false) => ({
    key,
    title,
    also,
    type: 'text' as const,
    ...(isRequired ? { required: true } : {}),
    read: textIn,
    write: (line: TaskLine) => safeText(line[key]),
  });
  const coded = (
    key: 'lead' | 'accountable',
    title: string,
    also: string[],
    sort: 'unit' | 'person',
  ) => ({
    ...text(key, title, also),
    read: (cell: Parameters<typeof textIn>[0]) => {
      const read = textIn(cell);
      return 'problem' in read ? read : names.codeIn(read.value, sort);
    },
    write: (line: TaskLine) => (line[key] === '' ? '' : names.nameOf(line[key], sort)),
  });
  return [
    text('number', '序号', ['编号'], true),
    text('task', '任务', ['工作任务', '任务内容', '目标任务'], true),
    coded('lead', '牵头单位', ['责任单位', '牵头部门'], 'unit'),
    coded('accountable', '责任人', ['负责人'], 'person'),
    {
      ...text('dueOn', '完成时限', ['时限', '完成时间']),
      type: 'date',
      hint: '写成 2026-12-05',
      read: dayIn,
    },
    { ...text('quantity', '数量', ['目标值']), type: 'number', read: numberIn },
    text('unit', '单位', ['计量单位']),
    text('basis', '依据', ['来源', '文件依据']),
  ];
}

function refusalOf(line: TaskLine, { today, before }: Holding): string | undefined {
  const old = before.get(line.number);
  if (old) {
    return JSON.stringify(old) === JSON.stringify(line)
      ? undefined
      : `序号 ${line.number} 已经按这张表立为事项，不能再用表改；请到那件事项上办理，或换一个表名。`;
  }
  const mark = markOfLine(line.task) ?? markOfLine(line.basis);
  if (mark !== undefined) return `这一行标有“${mark}”，本系统不得存放涉密内容；请删去这一行。`;
  if (line.task.length > 200) return '任务超过200字；请写短些，细节写进事项的要求。';
  const claim = claimOf(line);
  const missing = missingIn(claim);
  if (missing.length > 0)
    return `还没有对应到本镇：缺${missing.join('、')}。这一行没有导入；请补上。`;
  if (line.quantity !== '' && (!parseExact(line.quantity) || line.unit === '')) {
    return '数量要写成数，后面的“单位”也要写；请改正。';
  }
  if (line.dueOn !== '' && line.dueOn < today) return `完成时限 ${line.dueOn} 已经过去；请核对。`;
  return undefined;
}
