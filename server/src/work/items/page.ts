/** One item as its page shows it: the course, what belongs to it, and what the asker may do. */

import {
  type BorneOutcome,
  deedRule,
  deedsOpenTo,
  type ItemDeed,
  type ItemOutcome,
  type ItemState,
  nextFeedbackDay,
  type SlipColour,
} from '@oneneedle/kernel';
import type { Ctx } from '../../platform/index.ts';
import { type ItemBook, itemBook } from './book.ts';
import { filesOf } from './evidence.ts';
import { offeredOutcomes } from './outcome.ts';
import { itemProblem } from './problems.ts';
import { absentBehind, capacitiesOf, type Reach, reads } from './reach.ts';
import { slipOf } from './slip.ts';
import { doersOfItem, standingOf } from './standing.ts';
import {
  type DeedRow,
  deedsOf,
  findItem,
  type ItemMarks,
  type ItemRow,
  itemMarks,
  linkedItems,
} from './store.ts';
import {
  lightInput,
  namesIn,
  numberOf,
  plainRow,
  rowOf,
  type Showing,
  withoutUndefined,
} from './views.ts';

/**
 * One item; refuses one that the asker may not read as it refuses one that does not exist. Who just
 * gave an item back sees what became of it, though it is theirs no more.
 */
export async function readItem(ctx: Ctx, id: string, { isJustDone = false } = {}) {
  const book = await itemBook(ctx);
  const item = await findItem(ctx.db, id);
  if (!item || !(isJustDone || reads(book.reach, item))) throw itemProblem('item-unknown');
  const whole = { item, ...(await belongings(ctx, item, book)) };
  const page = pageOf(ctx, whole, book);
  return book.reach.isVillageOnly ? plainPage(page, book.reach) : page;
}

interface Whole {
  readonly item: ItemRow;
  readonly course: readonly DeedRow[];
  readonly marks: ItemMarks | undefined;
  readonly linked: readonly ItemRow[];
  readonly follows: ItemRow | undefined;
  readonly into: ItemRow | undefined;
  readonly intoCourse: readonly DeedRow[];
  readonly offered: readonly BorneOutcome[];
  readonly doers: ReadonlySet<string>;
  readonly files: Awaited<ReturnType<typeof filesOf>>;
}

async function belongings(
  { db }: Ctx,
  item: ItemRow,
  book: ItemBook,
): Promise<Omit<Whole, 'item'>> {
  const one = async (id: string | null) => (id === null ? undefined : findItem(db, id));
  const course = await deedsOf(db, [item.id]);
  return {
    course,
    doers: await doersOfItem(db, item, course),
    files: await filesOf(db, course),
    marks: (await itemMarks(db, item.id)).get(item.id),
    linked: await linkedItems(db, item.id),
    follows: await one(item.follows),
    into: await one(item.merged_into),
    intoCourse: item.merged_into === null ? [] : await deedsOf(db, [item.merged_into]),
    offered: await offeredOutcomes(db, { item, course, book }),
  };
}

function pageOf(ctx: Ctx, whole: Whole, book: ItemBook) {
  const { item, course, marks, linked, follows, into, intoCourse, offered, files, doers } = whole;
  const names = namesIn(book.roster);
  const numbers = new Map(into === undefined ? [] : [[into.id, numberOf(into) ?? '']]);
  const showing: Showing = { ...book, names, numbers };
  const capacities = capacitiesOf(book.reach, item);
  const { person } = ctx.actor;
  const standing = [person, ...absentBehind(ctx.actor, item).map((one) => one.person)];
  const hasDone = standing.some((one) => one !== undefined && doers.has(one));
  const standpoint = { capacities, hasDone };
  const open = deedsOpenTo(standingOf(item), standpoint);
  const mayAct = person !== undefined;
  const name = (code: string) => names.get(code) ?? code;
  const wanted = item.state === 'extensionRequested' ? course.findLast(isAsking) : undefined;
  const isTold = into !== undefined && (reads(book.reach, into) || !into.is_withheld);
  const answer = isTold ? intoCourse.findLast(({ deed }) => deed === 'report')?.note : undefined;
  // What somebody may not read, they are not told the name of.
  const known = (one: ItemRow) => (reads(book.reach, one) ? [linkTo(one)] : []);
  return {
    item: rowOf(item, marks, showing),
    version: item.version,
    requirement: item.requirement,
    source: item.source as never,
    feedback: item.feedback as 'once' | 'month' | 'quarter',
    isWithheld: item.is_withheld,
    course: course.map((one) => ({ ...shownDeed(one, name), files: shownFiles(one, files) })),
    deeds: mayAct ? open.filter((deed) => deed !== 'confirmOutcome' || offered.length > 0) : [],
    asks: asksOf(mayAct ? open : []),
    speaksFor: [item.lead_unit, ...item.units].flatMap((code) =>
      code !== null && book.reach.cadreOf.has(code) ? [{ code, name: name(code) }] : [],
    ),
    followers: linked.filter((one) => one.follows === item.id).flatMap(known),
    merged: linked.filter((one) => one.merged_into === item.id).flatMap(known),
    villages: item.units.map((code) => ({
      code,
      name: name(code),
      ...withoutUndefined({ answer: answerOf(code, course) }),
    })),
    contact: {
      name: name(item.created_by),
      ...(item.issuer_unit === null ? {} : { unit: name(item.issuer_unit) }),
    },
    outcomes: [...offered],
    ...withoutUndefined({
      nextFeedbackOn: nextFeedbackDay(lightInput(item, marks, showing), book.calendar),
      slipDue: slipOf(item, course, book),
      wantedDueOn: wanted?.due_to ?? undefined,
      follows: follows && known(follows)[0],
      mergedInto: into && known(into)[0],
      answer: answer ?? undefined,
    }),
  };
}

type Page = ReturnType<typeof pageOf>;

/**
 * What a village's own account reads: what, until when and whom to ask. Built from what it may read,
 * so that whatever is added to an item stays away from it until somebody decides otherwise.
 */
function plainPage(page: Page, { villages }: Reach): Page {
  const { item, version, requirement, isWithheld, feedback, contact } = page;
  return {
    item: plainRow(item, villages),
    version,
    requirement: isWithheld ? '' : requirement,
    source: { kind: 'other' } as never,
    feedback,
    isWithheld,
    course: [],
    deeds: [],
    asks: [],
    speaksFor: [],
    followers: [],
    merged: [],
    villages: [],
    contact,
    outcomes: [],
    ...withoutUndefined({ nextFeedbackOn: page.nextFeedbackOn }),
  };
}

/** What the forms of deeds ask; whoever begins a review may end it in the same go. */
function asksOf(deeds: readonly ItemDeed[]) {
  const reviewing: ItemDeed[] = deeds.includes('beginReview') ? ['accept', 'sendBack'] : [];
  return [...new Set([...deeds, ...reviewing])].map((deed) => {
    const { needs, takes = [] } = deedRule(deed);
    return { deed, needs: [...needs], takes: [...takes] };
  });
}

function isAsking({ deed }: DeedRow): boolean {
  return deed === 'requestExtension';
}

function answerOf(village: string, course: readonly DeedRow[]): string | undefined {
  return course.findLast(({ on_behalf_of: unit }) => unit === village)?.note ?? undefined;
}

function linkTo(item: ItemRow) {
  const { id, title, state } = item;
  return { id, title, state: state as ItemState, ...withoutUndefined({ no: numberOf(item) }) };
}

function shownFiles({ evidence }: DeedRow, files: Whole['files']) {
  return evidence.flatMap((id) => {
    const file = files.get(id);
    return file ? [{ id, name: file.name, kind: file.kind, caption: file.caption }] : [];
  });
}

function shownDeed(row: DeedRow, name: (code: string) => string) {
  const { result, outcome } = (row.checks ?? {}) as {
    result?: 'holds' | 'fails';
    outcome?: ItemOutcome;
  };
  const { on_behalf_of: village, how } = row;
  return {
    seq: row.seq,
    deed: row.deed as ItemDeed,
    to: row.to_state as ItemState,
    at: row.at,
    inPlaceOf: row.in_place_of.map(name),
    ...withoutUndefined({
      by: row.person === null ? undefined : name(row.person),
      onBehalf:
        village === null
          ? undefined
          : { unit: name(village), how: how as 'telephone' | 'inPerson' | 'paper' },
      note: row.note ?? undefined,
      dueFrom: row.due_from ?? undefined,
      dueTo: row.due_to ?? undefined,
      doneOn: row.done_on ?? undefined,
      colour: (row.colour ?? undefined) as SlipColour | undefined,
      result,
      outcome,
    }),
  };
}
