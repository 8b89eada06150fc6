/** The score sheet: one clause, one period, a row a subject; inputs are facts, points are computed. */

import { type FactKind, firstDay, lastDay, type PeriodId, periodLabel } from '@oneneedle/kernel';
import type { EvidenceRef } from '../evidence/index.ts';
import { evidenceCitedBy } from '../evidence/index.ts';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { actsFor, isInSight, seesPoints, sightOf } from './access.ts';
import { type RecordingBook, recordingBook, schemeFor } from './book.ts';
import {
  boundsOf,
  type ClausePlace,
  clausePlace,
  kindsOfClause,
  listensTo,
  needsDocument,
} from './clause-places.ts';
import { type ClausePoints, type ClauseQuestion, clausePoints } from './clause-points.ts';
import { asFact } from './entry-check.ts';
import { type EntryRow, findEntries } from './entry-store.ts';
import { isOwn, readable } from './entry-views.ts';
import { reversalsOf } from './fact-search.ts';
import { discretionShown, kindShown } from './options-actions.ts';
import { ledgerProblem } from './problems.ts';
import { sealsOf } from './reading.ts';
import { fieldsShown, namingOf } from './shown.ts';
import { type FactRow, factRows } from './store.ts';
import { factIn } from './stored.ts';
import { seesFact } from './visible.ts';

/** Which sheet. */
export interface SheetOf {
  readonly line: string;
  readonly clause: string;
  readonly period: string;
}

/** The sheet as it stands: posted facts, entries that wait, and the points without and with them. */
export async function readSheet(ctx: Ctx, wanted: SheetOf) {
  const book = await recordingBook(ctx.db);
  const { place, period } = sheetPlace(book, wanted);
  requireOffice(ctx, place);
  const content = await contentOf(ctx, place, { book, period });
  const points = await pointsFor(ctx, place, { book, period, content });
  const bounds = boundsOf(place);
  const { scheme, clause, owner } = place;
  const expectedOf = new Map(points.expected.map((one) => [one.subject, one.points]));
  const isSealed = book.sealed.some(
    (seal) => seal.line === place.scheme.line && seal.period === period,
  );
  const isShown = pointsShown(ctx, place, { book, content, isSealed });
  const rows = inRosterOrder(points.posted, book).map(
    ({ subject, name, group, points: posted }) => {
      const expected = expectedOf.get(subject);
      return {
        subject,
        name,
        ...(group === undefined ? {} : { group }),
        facts: content.facts
          .filter(({ body }) => body.about.some((who) => who.subject === subject))
          .map((row) => factCell(row, { book, ctx, content })),
        entries: content.entries
          .filter(({ body }) => body.about.some((who) => who.subject === subject))
          .map((row) => entryCell(row, { book, ctx, content })),
        ...(isShown(subject)
          ? { ...(posted ? { posted } : {}), ...(expected ? { expected } : {}) }
          : { withheld: 'before-seal' as const }),
      };
    },
  );
  return {
    line: scheme.line,
    scheme: scheme.name,
    clause: {
      code: clause.code,
      text: clause.text,
      ...(owner === undefined ? {} : { owner }),
      needsDocument: needsDocument(place),
      ...(bounds ? { discretion: discretionShown(bounds) } : {}),
    },
    period,
    label: periodLabel(period),
    from: firstDay(period),
    to: lastDay(period),
    isSealed,
    kinds: inputKinds(place, book).map((kind) => kindShown(kind, book, lastDay(period))),
    mayWrite: actsFor(ctx.actor, 'recorder', owner),
    rows,
  };
}

/** Villages stand as they do on every list of the town. */
function inRosterOrder(
  rows: readonly ClausePoints[],
  { roster: { units, persons } }: RecordingBook,
): ClausePoints[] {
  const places = new Map([...units, ...persons].map(({ code }, at) => [code, at]));
  const placeOf = ({ subject }: ClausePoints) => places.get(subject) ?? places.size;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The clause of the version by which a period is assessed. */
export function sheetPlace(
  book: RecordingBook,
  { clause, ...named }: SheetOf,
): { place: ClausePlace; period: PeriodId } {
  const { scheme, period } = schemeFor(book, named);
  const place = clausePlace(scheme, clause);
  if (!place) throw ledgerProblem('clause-unknown', { clause });
  return { place, period };
}

/** The kinds that are typed in, the first of them in the cells: those that the clause listens to. */
export function inputKinds(place: ClausePlace, { catalogue }: RecordingBook): FactKind[] {
  const kinds = kindsOfClause(place, catalogue);
  const heard = new Set(listensTo(place));
  const inputs = kinds.filter(({ kind }) => heard.has(kind));
  return inputs.length > 0 ? inputs : kinds;
}

/** The sheet is for the office that owns the clause, the assessment office and discipline. */
export function requireOffice({ actor }: Ctx, { owner }: ClausePlace): void {
  const isAll = actor.grants.some(
    ({ role }) => role === 'assessment-office' || role === 'discipline',
  );
  const isOwner = actsFor(actor, 'recorder', owner) || actsFor(actor, 'reviewer', owner);
  if (!isAll && !isOwner) {
    throw ledgerProblem('office-other', { offices: owner === undefined ? [] : [owner] });
  }
}

/**
 * Beside whom the points stand: whom the asker may read about, where the clause is theirs to see, or
 * where an entry of their own waits and they must see what it would do.
 */
function pointsShown(
  { actor }: Ctx,
  { owner }: ClausePlace,
  { book, content, isSealed }: { book: RecordingBook; content: Content; isSealed: boolean },
): (subject: string) => boolean {
  const sight = sightOf(actor, book.roster);
  const { isPerson } = namingOf(book.roster);
  const isAll = seesPoints(actor, { owner, isSealed });
  const standing = new Set(content.facts.map(({ body }) => body.id));
  const back = content.reversals.filter(({ body }) => standing.has(body.reverses ?? ''));
  const own = [...content.entries, ...back].filter((row) => isOwn(actor, row));
  const named = new Set(own.flatMap(({ body }) => body.about.map(({ subject }) => subject)));
  return (subject) =>
    (isAll || named.has(subject)) &&
    isInSight(sight, { about: [{ subject }], office: owner ?? null }, isPerson);
}

interface Content {
  /** Everything that is posted, for the points. */
  readonly ledger: readonly FactRow[];
  readonly facts: readonly FactRow[];
  readonly entries: readonly EntryRow[];
  /** Reversals that wait. */
  readonly reversals: readonly EntryRow[];
  readonly files: ReadonlyMap<string, readonly EvidenceRef[]>;
}

/** Standing facts of the period that the clause hears, oldest first, and entries of its days; what the asker may read. */
async function contentOf(
  ctx: Ctx,
  place: ClausePlace,
  { book, period }: { book: RecordingBook; period: PeriodId },
): Promise<Content> {
  const codes = codesOf(place, book);
  const { line } = place.scheme;
  const sight = sightOf(ctx.actor, book.roster);
  const { isPerson } = namingOf(book.roster);
  const ledger = await factRows(ctx.db);
  const all = ledger.filter(
    (row) =>
      codes.has(row.body.kind) &&
      row.body.reverses === undefined &&
      row.body.countsIn?.[line] === period &&
      seesFact(sight, row, isPerson),
  );
  const ids = all.map(({ body }) => body.id);
  const reversed = await reversalsOf(ctx.db, ids);
  const { entries, reversals } = await sheetEntries(ctx, place, { book, period });
  const entryIds = entries.map(({ id }) => id);
  const files = new Map([
    ...(await evidenceCitedBy(ctx.db, 'fact', ids)),
    ...(await evidenceCitedBy(ctx.db, 'entry', entryIds)),
  ]);
  const standing = all.filter(({ body }) => !reversed.has(body.id));
  return { ledger, facts: standing, entries, reversals, files };
}

/** Entries of the days of a sheet that the asker may read, oldest first, and reversals that wait. */
export async function sheetEntries(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  place: ClausePlace,
  { book, period }: { book: RecordingBook; period: PeriodId },
): Promise<Pick<Content, 'entries' | 'reversals'>> {
  const [first, last] = [firstDay(period), lastDay(period)];
  const kinds = [...codesOf(place, book), 'reversal'];
  const waiting = readable(ctx.actor, await findEntries(ctx.db, { kinds }), book);
  const entries = waiting.filter(
    ({ body: { on, period: own, reverses } }) =>
      reverses === undefined && (own === period || (on !== undefined && first <= on && on <= last)),
  );
  const reversals = waiting.filter(({ body }) => body.reverses !== undefined);
  return { entries: entries.reverse(), reversals };
}

/** The codes of the kinds that a clause hears, former ones too. */
function codesOf(place: ClausePlace, { catalogue }: RecordingBook): Set<string> {
  const kinds = kindsOfClause(place, catalogue);
  return new Set(kinds.flatMap(({ kind, formerly = [] }) => [kind, ...formerly]));
}

interface Showing {
  readonly book: RecordingBook;
  readonly ctx: Ctx;
  readonly content: Content;
}

function factCell(row: FactRow, { book, ctx, content }: Showing) {
  const fact = factIn(row);
  return {
    id: fact.id,
    seq: fact.seq,
    state: 'posted' as const,
    ...cellOf(fact, { book, files: content.files.get(fact.id) ?? [] }),
    isMine: fact.recordedBy !== undefined && fact.recordedBy === ctx.actor.person,
  };
}

function entryCell(row: EntryRow, { book, ctx, content }: Showing) {
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    ...cellOf(row.body, { book, files: content.files.get(row.id) ?? [] }),
    ...(row.sent_back_reason === null ? {} : { sentBack: row.sent_back_reason }),
    isMine: isOwn(ctx.actor, row),
  };
}

/** What a fact or an entry says on the sheet. */
export function cellOf(
  content: Pick<
    EntryRow['body'],
    'kind' | 'on' | 'values' | 'chosen' | 'matter' | 'doc' | 'evidence' | 'note'
  >,
  { book, files }: { book: RecordingBook; files: readonly EvidenceRef[] },
) {
  const { on, chosen, matter, doc, evidence, note } = content;
  const hashes = new Set(files.map(({ storedSha256 }) => storedSha256));
  return {
    ...(on === undefined ? {} : { on }),
    values: fieldsShown(content, book.catalogue),
    ...(chosen ? { chosen: { points: chosen.points, reason: chosen.reason } } : {}),
    ...(matter === undefined ? {} : { matter }),
    ...(doc === undefined ? {} : { docNo: doc.no }),
    evidence: evidence.filter((text) => !hashes.has(text)),
    files: files.length,
    ...(note === undefined ? {} : { note }),
  };
}

async function pointsFor(
  ctx: Ctx,
  { scheme, clause: { code } }: ClausePlace,
  { book, period, content }: { book: RecordingBook; period: PeriodId; content: Content },
) {
  const today = chinaDay(ctx.now);
  const asOf = today < lastDay(period) ? today : lastDay(period);
  const facts = content.ledger.map(factIn);
  const { roster, kinds, calendar } = book;
  const seals = await sealsOf(ctx.db);
  const question = (more: ClauseQuestion['book']['facts']): ClauseQuestion => {
    return {
      scheme,
      code,
      period,
      asOf,
      book: { roster, kinds, calendar, seals, facts: [...facts, ...more] },
    };
  };
  const posted = clausePoints(question([]));
  const { entries, reversals } = content;
  if (entries.length + reversals.length === 0) return { posted, expected: posted };
  const waiting = [...entries, ...reversals].map(({ id, body }, at) => ({
    ...asFact(body, id),
    seq: facts.length + 1 + at,
  }));
  return { posted, expected: clausePoints(question(waiting)) };
}
