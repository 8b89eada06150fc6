/** Retrospectives: written down, explained, changed, and looked at on the day that was said. */

import { randomUUID } from 'node:crypto';
import { chineseDate, type IsoDate, isoDate } from '@oneneedle/kernel';
import { closeLines, type DeskPlace, openLine } from '../../desk/index.ts';
import { actsInPlaceOf, type Ctx } from '../../platform/index.ts';
import { type FoundClause, searchClauses } from '../../scheme/index.ts';
import { campaignTown } from '../campaigns/reach.ts';
import { personOf } from '../items/book.ts';
import { createItem } from '../items/create.ts';
import { retrospectiveProblem } from './problems.ts';
import {
  allRetrospectives,
  findRetrospective,
  insertRetrospective,
  itemsOf,
  lockRetrospective,
  looksDue,
  type RetrospectiveRow,
  updateRetrospective,
} from './store.ts';
import {
  carriesStep,
  concludesRetrospective,
  isOwnChange,
  type Reader,
  readsRetrospective,
  retrospectiveShown,
  type Showing,
  titleOf,
  writesRetrospective,
} from './views.ts';

/** More clauses than any scheme has. */
const everyClause = 2000;

async function clausesOn(ctx: Ctx, today: IsoDate): Promise<FoundClause[]> {
  return (await searchClauses(ctx.db, { text: '', on: today, limit: everyClause })).rows;
}

/** Who asks, as far as it says which retrospectives are theirs to read. */
async function readerOf(ctx: Ctx): Promise<Reader> {
  const isReader = ctx.actor.grants.some(({ role }) => role === 'assessment-office');
  return { town: await campaignTown(ctx), actor: ctx.actor, isReader };
}

/** What some rows are shown by: the clauses are read only where a row names one. */
async function showingOf(
  ctx: Ctx,
  reader: Reader,
  rows: readonly RetrospectiveRow[],
): Promise<Showing> {
  const ids = rows.flatMap(({ item_id: id }) => id ?? []);
  const items = new Map((await itemsOf(ctx.db, ids)).map((item) => [item.id, item]));
  const hasClause = rows.some(({ clause_code: code }) => code !== null);
  const clauses = hasClause ? await clausesOn(ctx, reader.town.today) : [];
  return { ...reader, items, clauses };
}

/** Those that the asker may read. */
export async function listRetrospectives(ctx: Ctx) {
  const reader = await readerOf(ctx);
  const rows = (await allRetrospectives(ctx.db)).filter((row) => readsRetrospective(row, reader));
  const showing = await showingOf(ctx, reader, rows);
  const { reach, today } = showing.town;
  const mayAdd =
    reach.person !== undefined &&
    (reach.isSupervision || reach.isLeader || reach.offices.size > 0 || reach.cadreOf.size > 0);
  return { today, rows: rows.map((row) => retrospectiveShown(row, showing)), mayAdd };
}

/** What writing one needs. */
export async function retrospectiveOptions(ctx: Ctx) {
  const town = await campaignTown(ctx);
  const clauses = await clausesOn(ctx, town.today);
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
  const reader = await readerOf(ctx);
  const row = await findRetrospective(ctx.db, id);
  if (!row || !readsRetrospective(row, reader)) {
    throw retrospectiveProblem('retrospective-unknown');
  }
  return retrospectiveShown(row, await showingOf(ctx, reader, [row]));
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
async function ownRetrospective(ctx: Ctx, id: string, goesOn = writesRetrospective) {
  const reader = await readerOf(ctx);
  const row = await lockRetrospective(ctx.db, id);
  if (!row || !readsRetrospective(row, reader)) {
    throw retrospectiveProblem('retrospective-unknown');
  }
  const person = personOf(ctx);
  if (!goesOn(row, reader.town.reach)) throw retrospectiveProblem('retrospective-not-yours');
  return { row, person, reader };
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
  const { row, person, reader } = await ownRetrospective(ctx, id);
  if (row.cause === null) throw retrospectiveProblem('step-early', { step: '原因' });
  if (row.change_kind !== null) throw retrospectiveProblem('step-done', { step: '整改' });
  if ((item === undefined) === (clause === undefined)) throw retrospectiveProblem('change-one');
  const { town } = reader;
  const clauses = clause ? await clausesOn(ctx, town.today) : [];
  if (clause && !clauses.some(({ line, code }) => line === clause.line && code === clause.code)) {
    throw retrospectiveProblem('clause-unknown', { code: clause.code });
  }
  if (look.on <= town.today) {
    throw retrospectiveProblem('look-past', { day: chineseDate(isoDate(look.on)) });
  }
  const itemId = item ? await itemFor(ctx, { row, note, item }, reader) : null;
  await updateRetrospective(ctx.db, id, {
    change_kind: item ? 'item' : 'clause',
    change_note: note,
    item_id: itemId,
    clause_line: clause?.line ?? null,
    clause_code: clause?.code ?? null,
    changed_at: ctx.now,
    changed_by: person,
    changed_in_place_of: actsInPlaceOf(ctx, carriesStep(row, reader.town)),
    figure: look.figure,
    figure_before: look.before,
    figure_wanted: look.wanted,
    look_on: look.on,
  });
  return readRetrospective(ctx, { id });
}

async function itemFor(
  ctx: Ctx,
  { row, note, item }: { row: RetrospectiveRow; note: string; item: NonNullable<Change['item']> },
  { town: { reach } }: Reader,
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
  const { row, person, reader } = await ownRetrospective(ctx, id, concludesRetrospective);
  if (row.result !== null) throw retrospectiveProblem('step-done', { step: '结论' });
  if (row.look_on === null) throw retrospectiveProblem('step-early', { step: '整改' });
  if (row.look_on > reader.town.today) {
    throw retrospectiveProblem('look-early', { day: chineseDate(isoDate(row.look_on)) });
  }
  if (result === 'kept' && isOwnChange(row, reader)) throw retrospectiveProblem('own-change');
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
    // Whoever said the change may not say that it kept: then others are asked.
    const isOwn = [row.changed_by, ...row.changed_in_place_of].includes(row.owner_person);
    await openLine(place, {
      ...matterOf(row.id),
      title: `复盘看数：${row.figure ?? ''}（整改前 ${row.figure_before ?? ''}，要到 ${row.figure_wanted ?? ''}）`,
      why: `${chineseDate(isoDate(row.found_on))}的问题整改以后，说好今天看管住没有：${row.problem.slice(0, 60)}`,
      roles: isOwn ? ['supervision', 'leader'] : ['supervision'],
      ...(isOwn ? {} : { personCode: row.owner_person }),
      ...(row.look_on === null ? {} : { dueOn: row.look_on }),
      address: `/work/retrospectives?open=${row.id}`,
      ...(row.unit === null ? {} : { contact: { unit: row.unit } }),
    });
  }
}
