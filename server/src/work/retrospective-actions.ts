/** Retrospectives: written down, explained, changed, and looked at on the day that was said. */

import { randomUUID } from 'node:crypto';
import { chineseDate, type IsoDate, isoDate } from '@oneneedle/kernel';
import { closeLines, type DeskPlace, openLine } from '../desk/index.ts';
import type { Ctx } from '../platform/index.ts';
import { searchClauses } from '../scheme/index.ts';
import { campaignTown } from './campaign-reach.ts';
import { personOf } from './item-book.ts';
import { createItem } from './item-create.ts';
import { retrospectiveProblem } from './retrospective-problems.ts';
import {
  allRetrospectives,
  insertRetrospective,
  itemsOfChanges,
  lockRetrospective,
  looksDue,
  type RetrospectiveRow,
  updateRetrospective,
} from './retrospective-store.ts';
import {
  readsRetrospective,
  retrospectiveShown,
  type Showing,
  titleOf,
  writesRetrospective,
} from './retrospective-views.ts';

/** More clauses than any scheme has. */
const everyClause = 2000;

async function showingOf(ctx: Ctx): Promise<Showing> {
  const town = await campaignTown(ctx);
  const items = new Map((await itemsOfChanges(ctx.db)).map((item) => [item.id, item]));
  const { rows } = await searchClauses(ctx.db, { text: '', on: town.today, limit: everyClause });
  const isReader = ctx.actor.grants.some(({ role }) => role === 'assessment-office');
  return { town, items, clauses: rows, isReader };
}

/** Those that the asker may read. */
export async function listRetrospectives(ctx: Ctx) {
  const showing = await showingOf(ctx);
  const rows = (await allRetrospectives(ctx.db)).filter((row) => readsRetrospective(row, showing));
  const { reach, today } = showing.town;
  const mayAdd =
    reach.person !== undefined &&
    (reach.isSupervision || reach.isLeader || reach.offices.size > 0 || reach.cadreOf.size > 0);
  return { today, rows: rows.map((row) => retrospectiveShown(row, showing)), mayAdd };
}

/** What writing one needs. */
export async function retrospectiveOptions(ctx: Ctx) {
  const { town, clauses } = await showingOf(ctx);
  const { roster, reach, today } = town;
  const isWhole = reach.isSupervision || reach.isLeader;
  const now = roster.units.filter(
    ({ from, to }) => (from === undefined || from <= today) && (to === undefined || to >= today),
  );
  const offices = now.filter(({ type }) => type === 'station' || type === 'office');
  const units = now.filter(
    ({ type, code }) =>
      (type === 'village' && (isWhole || reach.cadreOf.has(code))) ||
      (type === 'station' && (isWhole || reach.offices.has(code))),
  );
  return {
    today,
    units: units.map(({ code }) => town.named(code)),
    offices: offices.map(({ code }) => town.named(code)),
    persons: roster.persons.map(({ code }) => town.named(code)),
    clauses: clauses.map((clause) => ({
      line: clause.line,
      code: clause.code,
      title: titleOf(clause),
    })),
  };
}

/** One that the asker may read. */
export async function readRetrospective(ctx: Ctx, { id }: { id: string }) {
  const showing = await showingOf(ctx);
  const row = (await allRetrospectives(ctx.db)).find((one) => one.id === id);
  if (!row || !readsRetrospective(row, showing)) {
    throw retrospectiveProblem('retrospective-unknown');
  }
  return retrospectiveShown(row, showing);
}

interface NewRetrospective {
  readonly problem: string;
  readonly foundOn: string;
  readonly source: string;
  readonly unit?: string | undefined;
  readonly owner: string;
}

/** Writes a problem down. */
export async function addRetrospective(ctx: Ctx, input: NewRetrospective) {
  const person = personOf(ctx);
  const { roster, today, reach } = await campaignTown(ctx);
  const { unit, owner, foundOn } = input;
  if (!roster.persons.some(({ code }) => code === owner)) {
    throw retrospectiveProblem('somebody-unknown', { code: owner });
  }
  if (unit !== undefined && !roster.units.some(({ code }) => code === unit)) {
    throw retrospectiveProblem('somebody-unknown', { code: unit });
  }
  const isWhole = reach.isSupervision || reach.isLeader;
  const isOwn = unit === undefined || reach.offices.has(unit) || reach.cadreOf.has(unit);
  if (!isWhole && !isOwn) throw retrospectiveProblem('unit-not-yours');
  if (foundOn > today) {
    throw retrospectiveProblem('day-coming', { day: chineseDate(isoDate(foundOn)) });
  }
  const id = randomUUID();
  await insertRetrospective(ctx.db, {
    tenant_id: ctx.tenant.id,
    id,
    problem: input.problem,
    found_on: foundOn,
    source: input.source,
    unit: unit ?? null,
    owner_person: owner,
    created_by_account: ctx.actor.accountId,
    created_by: person,
    created_at: ctx.now,
  });
  return readRetrospective(ctx, { id });
}

/** One that the asker goes on with, held. */
async function ownRetrospective(ctx: Ctx, id: string) {
  const showing = await showingOf(ctx);
  const row = await lockRetrospective(ctx.db, id);
  if (!row || !readsRetrospective(row, showing)) {
    throw retrospectiveProblem('retrospective-unknown');
  }
  const person = personOf(ctx);
  if (!writesRetrospective(row, showing.town.reach)) {
    throw retrospectiveProblem('retrospective-not-yours');
  }
  return { row, person, showing };
}

/** Says why it came about. */
export async function tellCause(ctx: Ctx, { id, cause }: { id: string; cause: string }) {
  const { row, person } = await ownRetrospective(ctx, id);
  if (row.cause !== null) throw retrospectiveProblem('step-done', { step: '原因' });
  await updateRetrospective(ctx.db, id, { cause, cause_at: ctx.now, cause_by: person });
  return readRetrospective(ctx, { id });
}

interface Change {
  readonly id: string;
  readonly note: string;
  readonly item?: { lead: string; accountable: string; dueOn: string } | undefined;
  readonly clause?: { line: string; code: string } | undefined;
  readonly look: { figure: string; before: string; wanted: string; on: string };
}

/** Says what is changed and what is looked at when. */
export async function changeByRetrospective(ctx: Ctx, { id, note, item, clause, look }: Change) {
  const { row, person, showing } = await ownRetrospective(ctx, id);
  if (row.cause === null) throw retrospectiveProblem('step-early', { step: '原因' });
  if (row.change_kind !== null) throw retrospectiveProblem('step-done', { step: '整改' });
  if ((item === undefined) === (clause === undefined)) throw retrospectiveProblem('change-one');
  const { clauses, town } = showing;
  if (clause && !clauses.some(({ line, code }) => line === clause.line && code === clause.code)) {
    throw retrospectiveProblem('clause-unknown', { code: clause.code });
  }
  if (look.on <= town.today) {
    throw retrospectiveProblem('look-past', { day: chineseDate(isoDate(look.on)) });
  }
  const itemId = item ? await itemOf(ctx, { row, note, item }, showing) : null;
  await updateRetrospective(ctx.db, id, {
    change_kind: item ? 'item' : 'clause',
    change_note: note,
    item_id: itemId,
    clause_line: clause?.line ?? null,
    clause_code: clause?.code ?? null,
    changed_at: ctx.now,
    changed_by: person,
    figure: look.figure,
    figure_before: look.before,
    figure_wanted: look.wanted,
    look_on: look.on,
  });
  return readRetrospective(ctx, { id });
}

async function itemOf(
  ctx: Ctx,
  { row, note, item }: { row: RetrospectiveRow; note: string; item: NonNullable<Change['item']> },
  { town: { reach } }: Showing,
): Promise<string> {
  const made = await createItem(ctx, {
    form: 'supervised',
    title: note.slice(0, 60),
    requirement: `复盘问题：${row.problem}\n原因：${row.cause ?? ''}\n整改：${note}`,
    source: { kind: 'retrospective', on: row.found_on, sentence: row.problem },
    ...item,
    // A slip of an office waits for the supervision office, which gives it its number.
    until: reach.isSupervision ? 'assigned' : 'draft',
  });
  return made.id;
}

interface Conclusion {
  readonly id: string;
  readonly result: 'kept' | 'notKept';
  readonly figure: string;
  readonly conclusion: string;
}

/** Says what the figure is and whether the change kept. */
export async function concludeRetrospective(ctx: Ctx, input: Conclusion) {
  const { id, result, figure, conclusion } = input;
  const { row, person, showing } = await ownRetrospective(ctx, id);
  if (row.result !== null) throw retrospectiveProblem('step-done', { step: '结论' });
  if (row.look_on === null) throw retrospectiveProblem('step-early', { step: '整改' });
  if (row.look_on > showing.town.today) {
    throw retrospectiveProblem('look-early', { day: chineseDate(isoDate(row.look_on)) });
  }
  await updateRetrospective(ctx.db, id, {
    result,
    figure_found: figure,
    conclusion,
    concluded_at: ctx.now,
    concluded_by: person,
  });
  await closeLines(ctx, matterOf(id));
  return readRetrospective(ctx, { id });
}

function matterOf(id: string) {
  return { room: 'work', kind: 'retrospective-look', about: id };
}

/** Opens a line for each owner whose figure is to be looked at today. */
export async function openLooks(place: DeskPlace, today: IsoDate): Promise<void> {
  for (const row of await looksDue(place.db, today)) {
    await updateRetrospective(place.db, row.id, { look_opened_at: place.now });
    await openLine(place, {
      ...matterOf(row.id),
      title: `复盘看数：${row.figure ?? ''}（整改前 ${row.figure_before ?? ''}，要到 ${row.figure_wanted ?? ''}）`,
      why: `${chineseDate(isoDate(row.found_on))}的问题整改以后，说好今天看管住没有：${row.problem.slice(0, 60)}`,
      roles: ['supervision'],
      personCode: row.owner_person,
      ...(row.look_on === null ? {} : { dueOn: row.look_on }),
      address: `/work/retrospectives?open=${row.id}`,
      ...(row.unit === null ? {} : { contact: { unit: row.unit } }),
    });
  }
}
