/** What each deed brings with it and changes beside the state. */

import {
  type ClosingCheck,
  chineseDate,
  closingChecks,
  endedStates,
  type ItemDeed,
  type ItemForm,
  type ItemOutcome,
  type ItemState,
  isoDate,
  type SlipColour,
} from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { type Leaving, requireCleared } from '../demands/door.ts';
import type { ItemBook } from './book.ts';
import { makeItem } from './create.ts';
import { takeIn } from './merging.ts';
import { writeOutcome } from './outcome.ts';
import { askedVillages, type Plan, planColumns, requireComing, requirePlan } from './plan.ts';
import { itemProblem } from './problems.ts';
import { slipOf } from './slip.ts';
import { toldDay } from './standing.ts';
import { type DeedRow, type ItemRow, lockItem, nextNumber } from './store.ts';
import { numberOf } from './views.ts';
import { checkWords, deedWords, stateWords } from './words.ts';

/** A deed with what was typed for it. */
export interface DeedWords {
  readonly deed: Exclude<ItemDeed, 'create' | 'book' | 'prepare' | 'mergeIn'>;
  readonly note?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly doneOn?: string | undefined;
  readonly plan?: Plan | undefined;
  readonly checks?: readonly ClosingCheck[] | undefined;
  readonly colour?: SlipColour | undefined;
  readonly into?: string | undefined;
  readonly result?: 'holds' | 'fails' | undefined;
  readonly outcome?: ItemOutcome | undefined;
  readonly title?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly onBehalf?:
    | { readonly unit: string; readonly how: 'telephone' | 'inPerson' | 'paper' }
    | undefined;
}

/** A deed about to be done. */
export interface Doing {
  readonly item: ItemRow;
  readonly course: readonly DeedRow[];
  readonly words: DeedWords;
  readonly book: ItemBook;
  readonly to: ItemState;
  readonly person: string;
}

/** What a deed changes in the item, and what its line of the course says. */
export interface Effect {
  readonly change?: Partial<ItemRow>;
  readonly deed?: {
    readonly due_from?: string | null;
    readonly due_to?: string | null;
    readonly checks?: string;
    readonly colour?: string;
  };
}

type Work = (ctx: Ctx, doing: Doing) => Effect | Promise<Effect>;

const works: Readonly<Partial<Record<ItemDeed, Work>>> = {
  register,
  propose,
  assign,
  requestExtension,
  grantExtension,
  changeDue,
  slip: issueSlip,
  accept,
  closeOut: (ctx) => ({ change: { closed_at: ctx.now } }),
  finish: (ctx) => ({ change: { closed_at: ctx.now } }),
  lookBack,
  instruct,
  withdraw: (ctx) => ({ change: { closed_at: ctx.now } }),
  merge,
  confirmOutcome,
};

/** Checks what the deed needs and says what it changes. */
export async function effectOf(ctx: Ctx, doing: Doing): Promise<Effect> {
  return (await works[doing.words.deed]?.(ctx, doing)) ?? {};
}

async function register(ctx: Ctx, { book }: Doing): Promise<Effect> {
  const year = Number(book.today.slice(0, 4));
  return { change: { year, number: await nextNumber(ctx.db, ctx.tenant.id, year) } };
}

function propose(_: Ctx, { item, words, book }: Doing): Effect {
  const change = planColumns(words.plan ?? {}, book.roster);
  const planned = { ...item, ...change };
  requirePlan(planned);
  if (planned.due_on !== null) requireComing(planned.due_on, book.today);
  return { change, deed: { due_from: item.due_on, due_to: planned.due_on } };
}

/** Nothing that asks something of villages leaves but through the burden gate. */
async function assign(ctx: Ctx, { item, course, words, book }: Doing): Promise<Effect> {
  const change = planColumns(words.plan ?? {}, book.roster);
  const planned = { ...item, ...change };
  if (item.form === 'supervised') requirePlan(planned);
  if (planned.due_on !== null) requireComing(planned.due_on, book.today);
  await requireCleared(ctx, leavingOf(planned, { book, told: toldDay(course) }));
  return { change, deed: { due_from: item.due_on, due_to: planned.due_on } };
}

/** What an item asks of villages, as the gate judges it. */
function leavingOf(
  item: ItemRow,
  { book, told: toldOn }: { book: ItemBook; told: string | null },
): Leaving {
  const { id: about, due_on: dueOn, requirement } = item;
  return { kind: 'item', about, units: askedVillages(item, book), dueOn, toldOn, requirement };
}

/** A village that has to act earlier than it was told is asked anew; a later day asks nothing more. */
async function requireEarlierCleared(
  ctx: Ctx,
  { item, due, book }: Pick<Doing, 'item' | 'book'> & { due: string },
): Promise<void> {
  if (item.due_on !== null && due >= item.due_on) return;
  await requireCleared(ctx, leavingOf({ ...item, due_on: due }, { book, told: item.due_on }));
}

function requestExtension(_: Ctx, { item, words, book }: Doing): Effect {
  return { deed: { due_from: item.due_on, due_to: laterDay(item, words, book) } };
}

/** The old day stays in the course, and the new one may differ from what was asked for. */
function grantExtension(_: Ctx, { item, words, book }: Doing): Effect {
  const due = laterDay(item, words, book);
  return { change: { due_on: due }, deed: { due_from: item.due_on, due_to: due } };
}

async function changeDue(ctx: Ctx, { item, words, book }: Doing): Promise<Effect> {
  const due = comingDay(words, book);
  await requireEarlierCleared(ctx, { item, due, book });
  return { change: { due_on: due }, deed: { due_from: item.due_on, due_to: due } };
}

/** A person issues a slip; another colour than the rule's needs a reason. */
async function issueSlip(ctx: Ctx, { item, course, words, book }: Doing): Promise<Effect> {
  const { colour, note } = words;
  if (colour === undefined) throw itemProblem('slip-colour');
  const due = comingDay(words, book);
  const called = slipOf(item, course, book);
  if (called?.colour !== colour && note === undefined) {
    throw itemProblem('slip-reason', {
      sentence: called === undefined ? '现在没有到该发督办单的时候。' : `${called.why}。`,
    });
  }
  await requireEarlierCleared(ctx, { item, due, book });
  return {
    change: { colour, due_on: due },
    deed: { colour, due_from: item.due_on, due_to: due },
  };
}

function accept(_: Ctx, { words }: Doing): Effect {
  const missing = closingChecks.filter((check) => !words.checks?.includes(check));
  if (missing.length > 0) {
    throw itemProblem('checks-missing', { missing: missing.map((check) => checkWords[check]) });
  }
  const checks = Object.fromEntries(closingChecks.map((check) => [check, true]));
  return { deed: { checks: JSON.stringify(checks) } };
}

/** What fails is followed up by a new item that is linked to this one. */
async function lookBack(ctx: Ctx, doing: Doing): Promise<Effect> {
  const { result } = doing.words;
  if (result === undefined) throw itemProblem('result-needed');
  if (result === 'fails') await follow(ctx, doing, '回头看反弹');
  return { deed: { checks: JSON.stringify({ result }) } };
}

async function instruct(ctx: Ctx, doing: Doing): Promise<Effect> {
  await follow(ctx, doing, '新批示');
  return {};
}

/** A new item that follows this one: a draft, which the supervision office registers at once. */
async function follow(ctx: Ctx, { item, words, book, person }: Doing, why: string): Promise<void> {
  const source = item.source as { kind: string; by?: string };
  const { isSupervision } = book.reach;
  await makeItem(ctx, {
    book,
    maker: {
      account: ctx.actor.accountId,
      person,
      capacities: [isSupervision ? 'supervision' : 'leader'],
    },
    item: {
      form: 'supervised',
      title: words.title ?? `${item.title}（${why}）`.slice(0, 200),
      requirement: words.note,
      source: {
        kind: why === '新批示' ? 'instruction' : 'inspection',
        on: book.today,
        ...(source.by === undefined ? {} : { by: source.by }),
      },
      lead: item.lead_unit ?? undefined,
      support: item.support_units,
      accountable: item.accountable ?? undefined,
      units: item.units,
      dueOn: words.dueOn,
      follows: item.id,
      isWithheld: item.is_withheld || why === '新批示',
      until: isSupervision ? 'registered' : 'draft',
    },
  });
}

/** The same demand of several, answered once: who leads this one supports the other. */
async function merge(ctx: Ctx, { item, course, words, book, person }: Doing): Promise<Effect> {
  const into = words.into === undefined ? undefined : await lockItem(ctx.db, words.into);
  const reason = mergeReason(item, into);
  if (reason !== undefined || !into) throw itemProblem('merge-target', { reason: reason ?? '' });
  await takeIn(ctx, { item, into, course, person, book });
  return { change: { merged_into: into.id, closed_at: ctx.now } };
}

function mergeReason(item: ItemRow, into: ItemRow | undefined): string | undefined {
  if (!into) return '没有找到那一件';
  if (into.id === item.id) return '不能并入自己';
  if (into.form !== ('supervised' satisfies ItemForm)) return '那一件是一句话交办，没有核查销号';
  const state = into.state as ItemState;
  const isOpen = !endedStates.includes(state) && state !== 'draft' && state !== 'accepted';
  return isOpen ? undefined : `${numberOf(into) ?? '那一件'}${stateWords[state]}`;
}

async function confirmOutcome(ctx: Ctx, doing: Doing): Promise<Effect> {
  const { outcome } = doing.words;
  if (outcome === undefined) throw itemProblem('outcome-needed');
  await writeOutcome(ctx, doing, outcome);
  return { deed: { checks: JSON.stringify({ outcome }) } };
}

function comingDay({ deed, dueOn }: DeedWords, { today }: ItemBook): string {
  if (dueOn === undefined) throw itemProblem('due-needed', { deed: deedWords[deed] });
  requireComing(dueOn, today);
  return dueOn;
}

function laterDay(item: ItemRow, words: DeedWords, book: ItemBook): string {
  const due = comingDay(words, book);
  if (item.due_on === null || due > item.due_on) return due;
  const [said, old] = [due, item.due_on].map((day) => chineseDate(isoDate(day)));
  throw itemProblem('due-earlier', { due: said ?? due, old: old ?? item.due_on });
}
