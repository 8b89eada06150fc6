/** What a village says, written down by the town: it hangs on a fact or an entry and moves no point. */

import { randomUUID } from 'node:crypto';
import type { NoteShown } from '@oneneedle/contract';
import { type Actor, type Ctx, chinaDay, type Role } from '../platform/index.ts';
import { sightOf, signerOf, withBelow } from './access.ts';
import { type RecordingBook, recordingBook } from './book.ts';
import { findEntries } from './entry-store.ts';
import { readable } from './entry-views.ts';
import { findNotes, insertNote, type NoteRow } from './note-store.ts';
import { tellsGround } from './private-grounds.ts';
import { ledgerProblem } from './problems.ts';
import { namingOf } from './shown.ts';
import { factRowsOf } from './store.ts';
import { factIn } from './stored.ts';
import { visibleFact } from './visible.ts';

const writers: readonly Role[] = ['recorder', 'reviewer', 'resident-cadre', 'assessment-office'];

/** Whether the actor writes notes for villages at all. */
export function mayNote({ grants }: Actor): boolean {
  return grants.some(({ role }) => writers.includes(role));
}

interface NewNote {
  readonly factId?: string | undefined;
  readonly entryId?: string | undefined;
  readonly onBehalfOf: string;
  readonly channel: NoteShown['channel'];
  readonly saidOn: string;
  readonly said: string;
}

/** Writes down what a village said about a fact or an entry that is about it or its people. */
export async function addNote(ctx: Ctx, note: NewNote): Promise<NoteShown> {
  const person = signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const about = await subjectsOf(ctx, note, book);
  const unit = book.roster.units.find(({ code }) => code === note.onBehalfOf);
  if (!unit) throw ledgerProblem('unit-unknown', { unit: note.onBehalfOf });
  requireReach(ctx.actor, unit.code, book);
  const { isPerson } = namingOf(book.roster);
  const own = withBelow(book.roster, [unit.code]);
  if (!about.some((code) => own.has(code) || isPerson(code))) {
    throw ledgerProblem('note-other-unit', { unit: unit.name });
  }
  if (note.saidOn > chinaDay(ctx.now)) throw ledgerProblem('note-future', { day: note.saidOn });
  const row: NoteRow = {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    fact_id: note.factId ?? null,
    entry_id: note.entryId ?? null,
    unit_code: unit.code,
    channel: note.channel,
    said_on: note.saidOn,
    said: note.said,
    recorded_by_account: ctx.account.id,
    recorded_by: person,
    at: ctx.now,
  };
  await insertNote(ctx.db, row);
  const [shown] = showNotes([row], book);
  if (!shown) throw new Error('one note is shown as one');
  return shown;
}

/** Notes on what the asker may read; a village reads its own. */
export async function listNotes(ctx: Ctx, { unit }: { unit?: string | undefined }) {
  const book = await recordingBook(ctx.db);
  const { units } = sightOf(ctx.actor, book.roster);
  const wanted = unit === undefined ? undefined : withBelow(book.roster, [unit]);
  const codes = book.roster.units
    .map(({ code }) => code)
    .filter((code) => (units === 'all' || units.has(code)) && (wanted?.has(code) ?? true));
  if (codes.length === 0) return { rows: [] };
  const found = await findNotes(ctx.db, { units: codes });
  return { rows: showNotes(await withinSight(ctx, found, book), book) };
}

/** A note on a fact about a person is read by whoever may read that fact. */
async function withinSight(
  ctx: Ctx,
  notes: readonly NoteRow[],
  book: RecordingBook,
): Promise<NoteRow[]> {
  const { isPerson } = namingOf(book.roster);
  const sight = sightOf(ctx.actor, book.roster);
  if (sight.personOffices === 'all') return [...notes];
  const facts = await factRowsOf(
    ctx.db,
    notes.flatMap((note) => note.fact_id ?? []),
  );
  const closed = new Set(
    facts
      .filter((row) => {
        const { body, office } = row;
        if (!tellsGround(factIn(row), sight)) return true;
        if (!body.about.some(({ subject }) => isPerson(subject))) return false;
        const isOffice = office !== null && sight.personOffices.includes(office);
        return !isOffice && !body.about.some(({ subject }) => subject === sight.person);
      })
      .map(({ body }) => body.id),
  );
  return notes.filter(({ fact_id: id }) => id === null || !closed.has(id));
}

/** Notes as the contract says them. */
export function showNotes(rows: readonly NoteRow[], { roster }: RecordingBook): NoteShown[] {
  const naming = namingOf(roster);
  return rows.map((row) => ({
    id: row.id,
    ...(row.fact_id === null ? {} : { factId: row.fact_id }),
    ...(row.entry_id === null ? {} : { entryId: row.entry_id }),
    onBehalfOf: naming.subject({ subject: row.unit_code, as: '' }),
    channel: row.channel as NoteShown['channel'],
    saidOn: row.said_on,
    said: row.said,
    recordedBy: naming.person(row.recorded_by),
    at: row.at,
  }));
}

async function subjectsOf(
  ctx: Ctx,
  { factId, entryId }: NewNote,
  book: RecordingBook,
): Promise<string[]> {
  if ((factId === undefined) === (entryId === undefined)) throw ledgerProblem('note-about-one');
  if (factId !== undefined) {
    const { body } = await visibleFact(ctx, factId, book);
    return body.about.map(({ subject }) => subject);
  }
  const found = await findEntries(ctx.db, { ids: [entryId ?? ''] });
  const [row] = readable(ctx.actor, found, book);
  if (!row || row.state === 'posted') throw ledgerProblem('entry-unknown');
  return row.body.about.map(({ subject }) => subject);
}

/** A resident cadre speaks for its own villages; offices for all. */
function requireReach({ grants }: Actor, unit: string, { roster }: RecordingBook): void {
  const isWithin = grants.some(
    (grant) =>
      writers.includes(grant.role) &&
      (grant.unit === undefined || withBelow(roster, [grant.unit]).has(unit)),
  );
  if (!isWithin) throw ledgerProblem('unit-out-of-reach', { unit });
}
