/** Doing something with an item: permission, state, what the deed must bring, then the course grows. */

import { randomUUID } from 'node:crypto';
import {
  chineseDate,
  earliestDone,
  type ItemDeed,
  type ItemForm,
  type ItemState,
  isJudging,
  itemDeeds,
  mayDo,
  needs,
  stateAfter,
  takes,
} from '@oneneedle/kernel';
import type { UsesFor } from '../../evidence/index.ts';
import { type Ctx, requireNoToken } from '../../platform/index.ts';
import { type ItemBook, type ItemCtx, itemBook, personOf } from './book.ts';
import { refreshAfter } from './daily-lines.ts';
import { type DeedWords, effectOf } from './effects.ts';
import { citeForItem } from './evidence.ts';
import { closeAnswer, openAnswers, refreshLines } from './lines.ts';
import { readItem } from './page.ts';
import { askedVillages } from './plan.ts';
import { itemProblem } from './problems.ts';
import { absentBehind, capacitiesOf, reads } from './reach.ts';
import { datedCourse, doersOfItem, standingOf } from './standing.ts';
import { type DeedRow, deedsOf, type ItemRow, insertDeed, lockItem, updateItem } from './store.ts';
import { deedWords, stateWords } from './words.ts';

/**
 * Does one deed and shows the item as it then is. `withReview` takes what was reported into review
 * before: whoever looks at it once has both in the course.
 */
export async function actOnItem(
  ctx: Ctx,
  {
    id,
    version,
    ...words
  }: DeedWords & { id: string; version: number; withReview?: boolean | undefined },
  usesFor: UsesFor,
) {
  const { withReview = false, ...own } = words;
  if (withReview) await doDeed(ctx, { id, version, words: { deed: 'beginReview' } }, usesFor);
  await doDeed(ctx, { id, version: withReview ? version + 1 : version, words: own }, usesFor);
  return readItem(ctx, id, { isJustDone: true });
}

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
  const doers = await doersOfItem(ctx.db, item, course);
  const standing = [person, ...absentBehind(ctx.actor, item).map((one) => one.person)];
  const hasDone = standing.some((one) => one !== undefined && doers.has(one));
  requireRight(item, { deed, book, hasDone });
  if (isJudging(deed, item.form as ItemForm)) requireNoToken(ctx);
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
  requireWords(words, { course, book });
  const evidence = [...new Set(words.evidence ?? [])];
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
    in_place_of: substituted(ctx, item, { deed, book }),
    on_behalf_of: onBehalf?.unit ?? null,
    how: onBehalf?.how ?? null,
    at: ctx.now,
    note: words.note ?? null,
    done_on: words.doneOn === book.today ? null : (words.doneOn ?? null),
    evidence,
    ...effect.deed,
  });
  await citeForItem(ctx, { item, evidence }, usesFor);
  const after = { ...item, ...change };
  await tellDesk(ctx, { item: after, was: item.state as ItemState, deed, book });
  await refreshAfter(ctx, { item, course }, after);
  if (onBehalf !== undefined) await closeAnswer(ctx, item, onBehalf.unit);
}

interface Claim {
  readonly deed: ItemDeed;
  readonly book: ItemBook;
  readonly hasDone: boolean;
}

function requireRight(item: ItemRow, { deed, book, hasDone }: Claim): void {
  const capacities = capacitiesOf(book.reach, item);
  const form = item.form as ItemForm;
  const word = deedWords[deed];
  if (mayDo(deed, form, { capacities, hasDone })) return;
  const isOwn = mayDo(deed, form, { capacities, hasDone: false });
  throw isOwn ? itemProblem('own-work', { deed: word }) : itemProblem('not-yours', { deed: word });
}

/** What the table of the course says that a deed must bring, and may. */
function requireWords(
  { deed, note, evidence = [], doneOn }: DeedWords,
  { course, book: { today } }: { course: readonly DeedRow[]; book: ItemBook },
): void {
  const word = { deed: deedWords[deed] };
  if (needs(deed, 'note') && note === undefined) throw itemProblem('note-needed', word);
  if (evidence.length > 0 && !takes(deed, 'evidence'))
    throw itemProblem('evidence-elsewhere', word);
  if (doneOn === undefined) return;
  if (!takes(deed, 'doneOn')) throw itemProblem('done-on-elsewhere', word);
  const from = earliestDone(datedCourse(course)) ?? today;
  if (doneOn > today || doneOn < from) {
    throw itemProblem('done-on-wrong', { from: chineseDate(from) });
  }
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

/** In whose places somebody does a deed on an item; nobody's where they may do it in their own right. */
function substituted(
  { actor, actInPlaceOf }: ItemCtx,
  item: ItemRow,
  { deed, book }: Pick<Told, 'deed' | 'book'>,
): string[] {
  const who = itemDeeds[deed].who as readonly string[];
  const capacities = capacitiesOf(book.reach, item);
  if (capacities.some((one) => one !== 'doer' && who.includes(one))) return [];
  const absent = absentBehind(actor, item);
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
    villages: askedVillages(item, book),
    // What the supervision office did itself a leader judges, who then has it in hand.
    isForLeader: deed === 'report' ? isSupervision : isLeader && !isSupervision,
  });
  if (deed === 'assign') await openAnswers(ctx, item);
}
