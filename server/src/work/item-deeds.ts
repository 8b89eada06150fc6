/** Doing something with an item: permission, state, what the deed must bring, then the course grows. */

import { randomUUID } from 'node:crypto';
import {
  type ItemDeed,
  type ItemForm,
  type ItemState,
  itemDeeds,
  mayDo,
  stateAfter,
} from '@oneneedle/kernel';
import type { UsesFor } from '../evidence/index.ts';
import type { Ctx } from '../platform/index.ts';
import { type ItemBook, type ItemCtx, itemBook, personOf } from './item-book.ts';
import { type DeedWords, effectOf } from './item-effects.ts';
import { citeForItem } from './item-evidence.ts';
import { closeAnswer, openAnswers, refreshLines } from './item-lines.ts';
import { readItem } from './item-page.ts';
import { askedVillages } from './item-plan.ts';
import { itemProblem } from './item-problems.ts';
import { capacitiesOf, reads } from './item-reach.ts';
import { hasDone, standingOf } from './item-standing.ts';
import {
  type DeedRow,
  deedsOf,
  type ItemRow,
  insertDeed,
  lockItem,
  updateItem,
} from './item-store.ts';
import { deedWords, stateWords } from './item-words.ts';

/** Does one deed and shows the item as it then is. */
export async function actOnItem(
  ctx: Ctx,
  { id, version, ...words }: DeedWords & { id: string; version: number },
  usesFor: UsesFor,
) {
  await doDeed(ctx, { id, version, words }, usesFor);
  return readItem(ctx, id);
}

/** Deeds that say how things stand, and may show it. */
const proving: readonly ItemDeed[] = ['tell', 'report', 'finish', 'visit', 'lookBack'];

interface Asked {
  readonly id: string;
  readonly version: number;
  readonly words: DeedWords;
}

/** Does one deed on an item. */
export async function doDeed(
  ctx: Ctx,
  { id, version, words }: Asked,
  usesFor: UsesFor,
): Promise<void> {
  const book = await itemBook(ctx);
  const item = await lockItem(ctx.db, id);
  if (!item || !reads(book.reach, item)) throw itemProblem('item-unknown');
  const person = personOf(ctx);
  const course = await deedsOf(ctx.db, [id]);
  const { deed } = words;
  requireRight(item, { deed, book, person, course });
  if (item.version !== version) {
    const last = course.at(-1)?.person ?? item.created_by;
    const by = book.roster.persons.find(({ code }) => code === last)?.name ?? last;
    throw itemProblem('item-changed', { by });
  }
  const to = stateAfter(deed, standingOf(item));
  if (to === undefined) {
    const state = stateWords[item.state as ItemState];
    throw itemProblem('wrong-state', { state, deed: deedWords[deed] });
  }
  if (needsNote(deed) && words.note === undefined) {
    throw itemProblem('note-needed', { deed: deedWords[deed] });
  }
  const evidence = [...new Set(words.evidence ?? [])];
  if (evidence.length > 0 && !proving.includes(deed)) {
    throw itemProblem('evidence-elsewhere', { deed: deedWords[deed] });
  }
  const onBehalf = onBehalfOf(item, words, book);
  const effect = await effectOf(ctx, { item, course, words, book, to, person });
  const change = { ...effect.change, state: to, version: version + 1 };
  await updateItem(ctx.db, id, change);
  await insertDeed(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    item_id: id,
    seq: course.length + 1,
    deed,
    from_state: item.state,
    to_state: to,
    account_id: ctx.actor.accountId,
    person,
    in_place_of: substituted(ctx, item),
    on_behalf_of: onBehalf?.unit ?? null,
    how: onBehalf?.how ?? null,
    at: ctx.now,
    note: words.note ?? null,
    evidence,
    ...effect.deed,
  });
  await citeForItem(ctx, { item, evidence }, usesFor);
  await tellDesk(ctx, { item: { ...item, ...change }, was: item.state as ItemState, deed, book });
  if (onBehalf !== undefined) await closeAnswer(ctx, item, onBehalf.unit);
}

interface Claim {
  readonly deed: ItemDeed;
  readonly book: ItemBook;
  readonly person: string;
  readonly course: readonly DeedRow[];
}

function requireRight(item: ItemRow, { deed, book, person, course }: Claim): void {
  const capacities = capacitiesOf(book.reach, item);
  const form = item.form as ItemForm;
  const word = deedWords[deed];
  if (mayDo(deed, form, { capacities, hasDone: hasDone(item, course, person) })) return;
  const isOwn = mayDo(deed, form, { capacities, hasDone: false });
  throw isOwn ? itemProblem('own-work', { deed: word }) : itemProblem('not-yours', { deed: word });
}

function needsNote(deed: ItemDeed): boolean {
  return (itemDeeds[deed].needs as readonly string[]).includes('note');
}

/** For which village somebody speaks; a resident cadre who does none of the work must say it. */
function onBehalfOf(item: ItemRow, { deed, onBehalf }: DeedWords, { reach }: ItemBook) {
  const capacities = capacitiesOf(reach, item);
  const who = itemDeeds[deed].who as readonly string[];
  const mine = capacities.filter((one) => who.includes(one));
  const mustSay = mine.every((one) => one === 'onBehalf' || one === 'answering') && mine.length > 0;
  if (onBehalf === undefined) {
    if (mustSay) throw itemProblem('behalf-needed');
    return undefined;
  }
  const isAsked = onBehalf.unit === item.lead_unit || item.units.includes(onBehalf.unit);
  if (!isAsked || !reach.cadreOf.has(onBehalf.unit)) throw itemProblem('behalf-other');
  return onBehalf;
}

/** In whose places somebody acts for the offices of an item; nobody's where a role of their own covers it. */
function substituted({ actor, actInPlaceOf }: ItemCtx, item: ItemRow): string[] {
  if (actor.person === item.accountable) return [];
  const offices = [item.lead_unit, ...item.support_units];
  const covering = actor.grants.filter(
    ({ role, lines }) =>
      (role === 'recorder' || role === 'reviewer') &&
      offices.some((unit) => unit !== null && (lines.length === 0 || lines.includes(unit))),
  );
  if (covering.some(({ inPlaceOf }) => inPlaceOf === undefined)) return [];
  const absent = covering.flatMap(({ inPlaceOf }) => inPlaceOf ?? []);
  for (const { accountId } of absent) actInPlaceOf(accountId);
  return absent.flatMap(({ person }) => person ?? []);
}

interface Told {
  readonly item: ItemRow;
  readonly was: ItemState;
  readonly deed: ItemDeed;
  readonly book: ItemBook;
}

async function tellDesk(ctx: ItemCtx, { item, was, deed, book }: Told): Promise<void> {
  const { isSupervision, isLeader } = book.reach;
  await refreshLines(ctx, item, {
    was,
    villages: askedVillages(item, book.roster),
    // What the supervision office did itself a leader judges, who then has it in hand.
    isForLeader: deed === 'report' ? isSupervision : isLeader && !isSupervision,
  });
  if (deed === 'assign') await openAnswers(ctx, item);
}
