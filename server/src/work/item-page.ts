/** One item as its page shows it: the course, what belongs to it, and what the asker may do. */

import {
  deedsOpenTo,
  type ItemDeed,
  type ItemState,
  nextFeedbackDay,
  type SlipColour,
} from '@oneneedle/kernel';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { type ItemBook, itemBook } from './item-book.ts';
import { filesOf } from './item-evidence.ts';
import { heardOutcomes, type outcomes } from './item-outcome.ts';
import { itemProblem } from './item-problems.ts';
import { capacitiesOf, reads } from './item-reach.ts';
import { slipOf } from './item-slip.ts';
import { hasDone, standingOf } from './item-standing.ts';
import {
  type DeedRow,
  deedsOf,
  findItem,
  type ItemMarks,
  type ItemRow,
  itemMarks,
  linkedItems,
} from './item-store.ts';
import {
  lightInput,
  namesIn,
  numberOf,
  rowOf,
  type Showing,
  withoutUndefined,
} from './item-views.ts';

type Outcome = (typeof outcomes)[number];

/** One item; refuses one that the asker may not read as it refuses one that does not exist. */
export async function readItem(ctx: Ctx, id: string) {
  const book = await itemBook(ctx);
  const item = await findItem(ctx.db, id);
  if (!item || !reads(book.reach, item)) throw itemProblem('item-unknown');
  const whole = { item, ...(await belongings(ctx, item)) };
  const page = pageOf(ctx, whole, book);
  return book.reach.isVillageOnly ? withoutTalk(page) : page;
}

interface Whole {
  readonly item: ItemRow;
  readonly course: readonly DeedRow[];
  readonly marks: ItemMarks | undefined;
  readonly linked: readonly ItemRow[];
  readonly follows: ItemRow | undefined;
  readonly into: ItemRow | undefined;
  readonly intoCourse: readonly DeedRow[];
  readonly heard: readonly Outcome[];
  readonly files: Awaited<ReturnType<typeof filesOf>>;
}

async function belongings({ db, now }: Ctx, item: ItemRow): Promise<Omit<Whole, 'item'>> {
  const one = async (id: string | null) => (id === null ? undefined : findItem(db, id));
  const course = await deedsOf(db, [item.id]);
  return {
    course,
    files: await filesOf(db, course),
    marks: (await itemMarks(db, item.id)).get(item.id),
    linked: await linkedItems(db, item.id),
    follows: await one(item.follows),
    into: await one(item.merged_into),
    intoCourse: item.merged_into === null ? [] : await deedsOf(db, [item.merged_into]),
    heard: await heardOutcomes(db, chinaDay(now)),
  };
}

function pageOf(ctx: Ctx, whole: Whole, book: ItemBook) {
  const { item, course, marks, linked, follows, into, intoCourse, heard, files } = whole;
  const names = namesIn(book.roster);
  const numbers = new Map(into === undefined ? [] : [[into.id, numberOf(into) ?? '']]);
  const showing: Showing = { ...book, names, numbers };
  const capacities = capacitiesOf(book.reach, item);
  const standpoint = { capacities, hasDone: hasDone(item, [...course], ctx.actor.person) };
  const open = deedsOpenTo(standingOf(item), standpoint);
  const mayAct = ctx.actor.person !== undefined;
  const name = (code: string) => names.get(code) ?? code;
  const wanted = item.state === 'extensionRequested' ? course.findLast(isAsking) : undefined;
  const answer = intoCourse.findLast(({ deed }) => deed === 'report')?.note;
  return {
    item: rowOf(item, marks, showing),
    version: item.version,
    requirement: item.requirement,
    source: item.source as never,
    feedback: item.feedback as 'once' | 'month' | 'quarter',
    isWithheld: item.is_withheld,
    course: course.map((one) => ({ ...shownDeed(one, name), files: shownFiles(one, files) })),
    deeds: mayAct ? open.filter((deed) => deed !== 'confirmOutcome' || heard.length > 0) : [],
    speaksFor: [item.lead_unit, ...item.units].flatMap((code) =>
      code !== null && book.reach.cadreOf.has(code) ? [{ code, name: name(code) }] : [],
    ),
    followers: linked.filter((one) => one.follows === item.id).map(linkTo),
    merged: linked.filter((one) => one.merged_into === item.id).map(linkTo),
    villages: item.units.map((code) => ({
      code,
      name: name(code),
      ...withoutUndefined({ answer: answerOf(code, course) }),
    })),
    contact: {
      name: name(item.created_by),
      ...(item.issuer_unit === null ? {} : { unit: name(item.issuer_unit) }),
    },
    outcomes: [...heard],
    ...withoutUndefined({
      nextFeedbackOn: nextFeedbackDay(lightInput(item, marks, showing), book.calendar),
      slipDue: slipOf(item, course, book),
      wantedDueOn: wanted?.due_to ?? undefined,
      follows: follows && linkTo(follows),
      mergedInto: into && linkTo(into),
      answer: answer ?? undefined,
    }),
  };
}

type Page = ReturnType<typeof pageOf>;

/** A village's own account reads what, until when and whom to ask: no persons, no talk. */
function withoutTalk({ item, ...page }: Page): Page {
  const { leader: _, accountable: __, ...row } = item;
  return {
    ...page,
    item: row,
    requirement: page.isWithheld ? '' : page.requirement,
    source: { kind: 'other' } as never,
    course: [],
    deeds: [],
    followers: [],
    merged: [],
    villages: [],
  };
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
    outcome?: Outcome;
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
      colour: (row.colour ?? undefined) as SlipColour | undefined,
      result,
      outcome,
    }),
  };
}
