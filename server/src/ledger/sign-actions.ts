/** 经查无: the owning office signs, clause by clause, that nothing else was found in a period. */

import { randomUUID } from 'node:crypto';
import { firstDay, lastDay, type PeriodId, periodLabel } from '@oneneedle/kernel';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { actsFor, signerOf } from './access.ts';
import { type RecordingBook, recordingBook, schemeFor } from './book.ts';
import { type ClausePlace, clausePlaces, listensTo } from './clause-places.ts';
import { findEntries } from './entry-store.ts';
import { lockLedger } from './head.ts';
import { type NewFact, postFacts } from './posting.ts';
import { ledgerProblem } from './problems.ts';
import { type PostedReply, replyOf } from './review-actions.ts';
import { namingOf } from './shown.ts';
import { type Signature, signaturesOf, standingCounts } from './sign-store.ts';

interface InPeriod {
  readonly line: string;
  readonly period: string;
}

/** The clauses of a period that want a signature, in the order of the scheme. */
export async function listSignatures(ctx: Ctx, { line, period }: InPeriod) {
  const book = await recordingBook(ctx.db);
  const places = placesFor(book, { line, period });
  const signed = await signaturesOf(ctx.db, { line, period });
  const waiting = await waitingFor(ctx, places, { book, period });
  const counts = await standingCounts(ctx.db, { line, period });
  const naming = namingOf(book.roster);
  const isOver = lastDay(period) <= chinaDay(ctx.now);
  const rows = places.map((place) => {
    const { clause, owner } = place;
    const own = signed.get(clause.code);
    const left = waiting.get(clause.code) ?? 0;
    const codes = codesOf(place, book);
    return {
      code: clause.code,
      text: clause.text,
      ...(owner === undefined ? {} : { owner }),
      facts: counts.reduce((sum, { kind, count }) => sum + (codes.has(kind) ? count : 0), 0),
      waiting: left,
      ...(own ? { signed: signedShown(own, naming) } : {}),
      maySign: isOver && !own && left === 0 && actsFor(ctx.actor, 'reviewer', owner),
    };
  });
  return { rows };
}

/** Posts one signature a clause, for all subjects; all or none. */
export async function signClauses(
  ctx: Ctx,
  {
    line,
    period,
    clauses,
    note,
  }: InPeriod & { clauses: readonly string[]; note?: string | undefined },
): Promise<PostedReply> {
  const person = signerOf(ctx);
  const book = await recordingBook(ctx.db);
  const places = placesFor(book, { line, period });
  const chosen = [...new Set(clauses)].map((code) => {
    const place = places.find(({ clause }) => clause.code === code);
    if (!place) throw ledgerProblem('clause-unknown', { clause: code });
    return place;
  });
  const foreign = chosen.filter(({ owner }) => !actsFor(ctx.actor, 'reviewer', owner));
  if (foreign.length > 0) {
    const offices = [...new Set(foreign.flatMap(({ owner }) => owner ?? []))];
    throw ledgerProblem('office-other', { offices });
  }
  await lockLedger(ctx);
  await requireSignable(ctx, chosen, { book, line, period });
  const facts = chosen.map(
    ({ clause, owner }): NewFact => ({
      clientKey: randomUUID(),
      kind: 'checked',
      form: 'checked',
      about: [],
      period,
      // Another scheme may have a clause of the same number: it is not signed by this.
      values: { line, clause: clause.code },
      tags: [],
      evidence: [],
      recordedBy: person,
      ...(owner === undefined ? {} : { office: owner }),
      ...(note === undefined || note === '' ? {} : { note }),
    }),
  );
  return replyOf(await postFacts(ctx, facts));
}

/** Clauses that listen to facts; juries and ballots speak for themselves. */
function placesFor(book: RecordingBook, named: InPeriod): ClausePlace[] {
  return clausePlaces(schemeFor(book, named).scheme).filter(
    ({ clause }) =>
      clause.on !== undefined && !('judges' in clause.rule) && !('ballots' in clause.rule),
  );
}

async function requireSignable(
  ctx: Ctx,
  chosen: readonly ClausePlace[],
  { book, line, period }: { book: RecordingBook; line: string; period: PeriodId },
): Promise<void> {
  const label = periodLabel(period);
  if (lastDay(period) > chinaDay(ctx.now)) {
    throw ledgerProblem('period-running', { label, last: lastDay(period) });
  }
  const signed = await signaturesOf(ctx.db, { line, period });
  const twice = chosen.filter(({ clause }) => signed.has(clause.code));
  if (twice.length > 0) throw ledgerProblem('already-signed', { clauses: codesText(twice), label });
  const waiting = await waitingFor(ctx, chosen, { book, period });
  const open = chosen.filter(({ clause }) => (waiting.get(clause.code) ?? 0) > 0);
  if (open.length > 0) throw ledgerProblem('entries-waiting', { clauses: codesText(open), label });
}

function codesText(places: readonly ClausePlace[]): string {
  return places.map(({ clause }) => clause.code).join('、');
}

/** How many entries of a period each clause still waits for. */
async function waitingFor(
  ctx: Ctx,
  places: readonly ClausePlace[],
  { book, period }: { book: RecordingBook; period: PeriodId },
): Promise<ReadonlyMap<string, number>> {
  const [first, last] = [firstDay(period), lastDay(period)];
  const entries = (await findEntries(ctx.db, {})).filter(
    ({ body: { on, period: own } }) =>
      own === period || (on !== undefined && first <= on && on <= last),
  );
  return new Map(
    places.map((place) => {
      const codes = codesOf(place, book);
      return [place.clause.code, entries.filter(({ body }) => codes.has(body.kind)).length];
    }),
  );
}

function codesOf(place: ClausePlace, { catalogue }: RecordingBook): ReadonlySet<string> {
  return new Set(
    listensTo(place).flatMap((code) => {
      const kind = catalogue.entryOf(code);
      return kind ? [kind.kind, ...(kind.formerly ?? [])] : [code];
    }),
  );
}

function signedShown({ factId, by, at }: Signature, { person }: ReturnType<typeof namingOf>) {
  return { factId, by: by === undefined ? '' : person(by).name, at };
}
