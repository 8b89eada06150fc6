/** Work that comes back: an item for every period begun, made once, by the clock. */

import { randomUUID } from 'node:crypto';
import {
  dueIn,
  firstDay,
  type IsoDate,
  isoDate,
  type PeriodUnit,
  periodLabel,
  periodOf,
  periodsBegun,
} from '@oneneedle/kernel';
import { type Ctx, type Queries, setTenant } from '../../platform/index.ts';
import { type ItemBook, type ItemCtx, itemBook, personOf } from './book.ts';
import { makeItem } from './create.ts';
import { planColumns } from './plan.ts';
import { itemProblem } from './problems.ts';
import {
  allRecurring,
  insertRecurring,
  lockRecurring,
  periodsMade,
  type RecurringRow,
  setRecurringEnd,
} from './store.ts';
import { namesIn } from './views.ts';

interface NewRecurring {
  readonly form: 'supervised' | 'oneLine';
  readonly title: string;
  readonly requirement: string;
  readonly every: PeriodUnit;
  readonly dueAfterDays: number;
  readonly lead: string;
  readonly support: readonly string[];
  readonly accountable: string;
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
}

/** Begins work that comes back; past periods are not made up. */
export async function addRecurring(ctx: Ctx, input: NewRecurring) {
  const book = await itemBook(ctx);
  const person = personOf(ctx);
  const { form, lead, support, accountable, every, startsOn } = input;
  const columns = planColumns({ lead, support, accountable }, book.roster);
  requireKeeper(book, lead, '设为常办');
  // A slip takes a number: no office numbers for the supervision office.
  if (form === 'supervised' && !book.reach.isSupervision) {
    throw itemProblem('not-yours', { deed: '立项' });
  }
  const first = firstDay(periodOf(book.today, every));
  if (startsOn < first) throw itemProblem('recurring-past', { from: first });
  const id = randomUUID();
  await insertRecurring(ctx.db, {
    tenant_id: ctx.tenant.id,
    id,
    title: input.title,
    requirement: input.requirement,
    every,
    due_after_days: input.dueAfterDays,
    form,
    lead_unit: lead,
    support_units: columns.support_units ?? [],
    accountable,
    starts_on: startsOn,
    ends_on: input.endsOn ?? null,
    created_by_account: ctx.actor.accountId,
    created_by: person,
    created_at: ctx.now,
  });
  await makeRecurring(ctx, book);
  return oneRecurring(ctx, book, id);
}

/** Ends it on a day; what was made stays. */
export async function endRecurring(ctx: Ctx, { id, endsOn }: { id: string; endsOn: string }) {
  const row = await lockRecurring(ctx.db, id);
  if (!row) throw itemProblem('recurring-unknown');
  const book = await itemBook(ctx);
  requireKeeper(book, row.lead_unit, '不再常办');
  if (endsOn < row.starts_on) throw itemProblem('recurring-past', { from: row.starts_on });
  await setRecurringEnd(ctx.db, id, endsOn);
  return oneRecurring(ctx, book, id);
}

/** An office burdens only itself for good; others are burdened by the supervision office or a leader. */
function requireKeeper({ reach }: ItemBook, lead: string, deed: string): void {
  if (reach.isSupervision || reach.isLeader || reach.offices.has(lead)) return;
  throw itemProblem('not-yours', { deed });
}

/** All of it, the latest begun first. */
export async function listRecurring(ctx: Ctx) {
  const book = await itemBook(ctx);
  return { rows: (await allRecurring(ctx.db)).map((row) => shown(row, book)) };
}

async function oneRecurring(ctx: Ctx, book: ItemBook, id: string) {
  const row = (await allRecurring(ctx.db)).find((one) => one.id === id);
  if (!row) throw new Error(`recurring work ${id} is gone within its own transaction`);
  return shown(row, book);
}

function shown(row: RecurringRow & { items: number }, { roster }: ItemBook) {
  const names = namesIn(roster);
  const named = (code: string) => ({ code, name: names.get(code) ?? code });
  return {
    id: row.id,
    form: row.form as NewRecurring['form'],
    title: row.title,
    requirement: row.requirement,
    every: row.every as PeriodUnit,
    dueAfterDays: row.due_after_days,
    lead: named(row.lead_unit),
    support: row.support_units.map(named),
    accountable: named(row.accountable),
    startsOn: row.starts_on,
    ...(row.ends_on === null ? {} : { endsOn: row.ends_on }),
    items: row.items,
  };
}

/** Makes what is missing: one item for each period begun, in the name of whoever set the work up. */
export async function makeRecurring(
  ctx: Pick<ItemCtx, 'db' | 'tenant' | 'now'>,
  book: ItemBook,
): Promise<number> {
  let made = 0;
  for (const row of await allRecurring(ctx.db)) {
    const recurrence = {
      every: row.every as PeriodUnit,
      startsOn: isoDate(row.starts_on),
      dueAfterDays: row.due_after_days,
      ...(row.ends_on === null ? {} : { endsOn: isoDate(row.ends_on) }),
    };
    const missing = periodsBegun(recurrence, book.today).filter(
      (period) => !row.periods.includes(period),
    );
    if (missing.length === 0) continue;
    await lockRecurring(ctx.db, row.id); // two who read at once make nothing twice
    const there = await periodsMade(ctx.db, row.id);
    for (const period of missing.filter((one) => !there.includes(one))) {
      const due = dueIn(period, recurrence, book.calendar);
      await makeOne(ctx, { row, period, dueOn: later(due, book.today), book });
      made += 1;
    }
  }
  return made;
}

/** A period that began long ago is due today, not in the past. */
function later(due: IsoDate, today: IsoDate): IsoDate {
  return due < today ? today : due;
}

interface One {
  readonly row: RecurringRow;
  readonly period: string;
  readonly dueOn: IsoDate;
  readonly book: ItemBook;
}

async function makeOne(
  ctx: Pick<ItemCtx, 'db' | 'tenant' | 'now'>,
  { row, period, dueOn, book }: One,
): Promise<void> {
  await makeItem(ctx, {
    book,
    maker: {
      account: row.created_by_account,
      person: row.created_by,
      capacities: ['system'],
    },
    item: {
      form: row.form as NewRecurring['form'],
      until: 'assigned',
      title: `${row.title}（${periodLabel(period)}）`.slice(0, 200),
      requirement: row.requirement,
      source: { kind: 'recurring', document: row.title },
      lead: row.lead_unit,
      support: row.support_units,
      accountable: row.accountable,
      dueOn,
      recurring: { id: row.id, period },
    },
  });
}

/** Every town's recurring work, as the nightly job makes it. */
export async function makeRecurringEverywhere(
  { queries }: { queries: Queries },
  now: string,
): Promise<void> {
  const towns = await queries.selectFrom('tenant').select(['id', 'code', 'name', 'kind']).execute();
  for (const { id, code, name } of towns) {
    await queries.transaction().execute(async (db) => {
      await setTenant(db, id);
      const nobody = { accountId: '', grants: [] };
      const book = await itemBook({ db, actor: nobody, now });
      await makeRecurring({ db, tenant: { id, code, name, kind: 'town' }, now }, book);
    });
  }
}
