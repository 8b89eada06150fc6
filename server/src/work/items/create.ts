/** Making items: a task in one line, or a slip taken as far as is told. */

import { randomUUID } from 'node:crypto';
import { type Capacity, type ItemDeed, type ItemState, mayDo } from '@oneneedle/kernel';
import { type ItemBook, type ItemCtx, itemBook, personOf } from './book.ts';
import { openAnswers, refreshLines } from './lines.ts';
import {
  askedVillages,
  leadOf,
  type Plan,
  planColumns,
  requireComing,
  requirePlan,
} from './plan.ts';
import { itemProblem } from './problems.ts';
import { reads } from './reach.ts';
import { findItem, type ItemRow, insertDeed, insertItem, nextNumber, updateItem } from './store.ts';
import { numberOf } from './views.ts';
import { deedWords } from './words.ts';

/** Where an item comes from; `by` is the code of the leader who instructed. */
export interface ItemSource {
  readonly kind:
    | 'instruction'
    | 'meeting'
    | 'document'
    | 'goal'
    | 'inspection'
    | 'campaign'
    | 'retrospective'
    | 'telephone'
    | 'recurring'
    | 'upper'
    | 'other';
  readonly document?: string | undefined;
  readonly no?: string | undefined;
  readonly on?: string | undefined;
  readonly by?: string | undefined;
  readonly sentence?: string | undefined;
  /** The document on the decomposition bench that it was taken out of. */
  readonly bench?: string | undefined;
}

/** How far a slip is taken at once. */
export type Until = 'draft' | 'registered' | 'proposed' | 'assigned';

export interface NewItem extends Plan {
  readonly form: 'supervised' | 'oneLine';
  readonly title: string;
  readonly source: ItemSource;
  readonly upperNo?: string | undefined;
  readonly isWithheld?: boolean | undefined;
  /** Code of the office that asks; the asker's own where it is not said. */
  readonly issuer?: string | undefined;
  readonly goal?: string | undefined;
  readonly campaign?: string | undefined;
  readonly follows?: string | undefined;
  readonly recurring?: { readonly id: string; readonly period: string } | undefined;
  /** Default: `draft`; a slip that asks something of villages stops at `proposed`, before the gate. */
  readonly until?: Until | undefined;
}

export interface MadeItem {
  readonly id: string;
  readonly no?: string;
  readonly state: ItemState;
}

/**
 * Makes an item in the name of whoever asks. One line is assigned at once; where it asks something
 * of villages it waits for the burden gate. Registering is the supervision office's alone.
 */
export async function createItem(ctx: ItemCtx, item: NewItem, known?: ItemBook): Promise<MadeItem> {
  const book = known ?? (await itemBook(ctx));
  if (item.follows !== undefined) await requireReadable(ctx, item.follows, book);
  const office = [...book.reach.offices][0];
  const issuer = item.issuer ?? (ctx.actor.grants.some(isOffice) ? office : undefined);
  const maker: Maker = {
    account: ctx.actor.accountId,
    person: personOf(ctx),
    capacities: makerCapacities(book),
  };
  return makeItem(ctx, { item: { ...item, issuer }, book, maker });
}

/** Nobody hangs an item on one that they do not read: its title would stand on the new one. */
async function requireReadable({ db }: ItemCtx, id: string, { reach }: ItemBook): Promise<void> {
  const item = await findItem(db, id);
  if (!item || !reads(reach, item)) throw itemProblem('item-unknown');
}

function isOffice({ role, lines }: { role: string; lines: readonly string[] }): boolean {
  return (role === 'recorder' || role === 'reviewer') && lines.length > 0;
}

/** Whoever makes an item: a person, or the program by the clock in somebody's name. */
export interface Maker {
  readonly account: string;
  readonly person: string;
  readonly capacities: readonly Capacity[];
}

function makerCapacities({ reach }: ItemBook): Capacity[] {
  return [
    ...(reach.isSupervision ? (['supervision'] as const) : []),
    ...(reach.isLeader ? (['leader'] as const) : []),
    ...(reach.offices.size > 0 ? (['issuer'] as const) : []),
  ];
}

interface Making {
  readonly item: NewItem;
  readonly book: ItemBook;
  readonly maker: Maker;
}

/** Makes an item with the deeds that take it as far as is told. */
export async function makeItem(
  ctx: Pick<ItemCtx, 'db' | 'tenant' | 'now'>,
  { item, book, maker }: Making,
): Promise<MadeItem> {
  const planned = { ...emptyItem, ...planColumns(item, book.roster) };
  const columns =
    item.form === 'oneLine' ? { ...planned, lead_unit: leadOf(planned, book) } : planned;
  if (item.dueOn !== undefined) requireComing(item.dueOn, book.today);
  const id = randomUUID();
  const draft = columns;
  const villages = askedVillages(draft, book);
  const deeds = deedsFor(item, villages.length > 0);
  requireMaker(deeds, item, maker);
  if (item.form === 'oneLine' && draft.lead_unit === null && draft.accountable === null) {
    throw itemProblem('who-needed');
  }
  if (deeds.includes('propose')) requirePlan(draft as ItemRow);
  const numbered = deeds.some((deed) => deed !== 'create');
  const row = await rowFor(ctx, { id, item, columns, maker, numbered, book });
  await insertItem(ctx.db, { ...row, state: stateOf(deeds) });
  await recordMaking(ctx, { id, deeds, maker, dueOn: item.dueOn });
  const made = await findItem(ctx.db, id);
  if (!made) throw new Error(`item ${id} is gone within its own transaction`);
  await refreshLines(ctx, made, { was: undefined, villages });
  if (made.state === 'assigned') await openAnswers(ctx, made);
  const no = numberOf(made);
  return { id, state: made.state as ItemState, ...(no === undefined ? {} : { no }) };
}

const emptyItem = {
  lead_unit: null,
  accountable: null,
  due_on: null,
  support_units: [] as string[],
  units: [] as string[],
};

const steps: readonly ItemDeed[] = ['create', 'register', 'propose', 'assign'];
const reached: Readonly<Record<Until, number>> = {
  draft: 1,
  registered: 2,
  proposed: 3,
  assigned: 4,
};

function deedsFor({ form, until = 'draft' }: NewItem, asksVillages: boolean): readonly ItemDeed[] {
  if (form === 'oneLine') return [asksVillages ? 'prepare' : 'book'];
  const last = asksVillages && until === 'assigned' ? 'proposed' : until;
  return steps.slice(0, reached[last]);
}

const ends: Readonly<Partial<Record<ItemDeed, ItemState>>> = {
  create: 'draft',
  register: 'registered',
  propose: 'proposed',
  prepare: 'proposed',
  assign: 'assigned',
  book: 'assigned',
};

function stateOf(deeds: readonly ItemDeed[]): ItemState {
  return ends[deeds.at(-1) ?? 'create'] ?? 'draft';
}

function requireMaker(deeds: readonly ItemDeed[], { form }: NewItem, maker: Maker): void {
  const isClock = maker.capacities.includes('system');
  for (const deed of deeds) {
    if (isClock || mayDo(deed, form, { capacities: maker.capacities, hasDone: false })) continue;
    throw itemProblem('not-yours', { deed: deedWords[deed] });
  }
}

async function rowFor(
  ctx: Pick<ItemCtx, 'db' | 'tenant' | 'now'>,
  {
    id,
    item,
    columns,
    maker,
    numbered,
    book,
  }: Making & { id: string; columns: Partial<ItemRow>; numbered: boolean },
) {
  const year = Number(book.today.slice(0, 4));
  const { source: _, ...plan } = columns;
  return {
    tenant_id: ctx.tenant.id,
    id,
    year: numbered ? year : null,
    number: numbered ? await nextNumber(ctx.db, ctx.tenant.id, year) : null,
    upper_no: item.upperNo ?? null,
    form: item.form,
    title: item.title,
    source: JSON.stringify(item.source),
    ...plan,
    goal_id: item.goal ?? null,
    campaign_id: item.campaign ?? null,
    follows: item.follows ?? null,
    recurring_id: item.recurring?.id ?? null,
    period: item.recurring?.period ?? null,
    is_withheld: item.isWithheld ?? item.source.kind === 'instruction',
    issuer_unit: item.issuer ?? null,
    created_by_account: maker.account,
    created_by: maker.person,
    created_at: ctx.now,
  };
}

async function recordMaking(
  ctx: Pick<ItemCtx, 'db' | 'tenant' | 'now'>,
  {
    id,
    deeds,
    maker,
    dueOn,
  }: { id: string; deeds: readonly ItemDeed[]; maker: Maker; dueOn: string | undefined },
): Promise<void> {
  const isClock = maker.capacities.includes('system');
  for (const [index, deed] of deeds.entries()) {
    const from = index === 0 ? undefined : ends[deeds[index - 1] ?? 'create'];
    await insertDeed(ctx.db, {
      tenant_id: ctx.tenant.id,
      id: randomUUID(),
      item_id: id,
      seq: index + 1,
      deed,
      from_state: from ?? null,
      to_state: ends[deed] ?? 'draft',
      account_id: isClock ? null : maker.account,
      person: isClock ? null : maker.person,
      at: ctx.now,
      due_to: deed === 'propose' || from === undefined ? (dueOn ?? null) : null,
    });
  }
  if (deeds.length > 1) await updateItem(ctx.db, id, { version: deeds.length });
}

/** Whether somebody may make items at all. */
export function mayMake(book: ItemBook): boolean {
  return makerCapacities(book).length > 0;
}
