/** The door for a room that judges facts: what they say, whose hands they went through, taking them back. */

import { randomUUID } from 'node:crypto';
import type { EntryFinding, EntryWords } from '@oneneedle/contract';
import { chineseDate, type Fact } from '@oneneedle/kernel';
import { citeEvidence, requireEvidence } from '../evidence/index.ts';
import { rolesHeld, stoodInFor } from '../org/index.ts';
import { type Ctx, chinaDay, type Queries } from '../platform/index.ts';
import { signerOf } from './access.ts';
import { type RecordingBook, recordingBook, schemesOn } from './book.ts';
import { officesOfEntry } from './entry-actions.ts';
import { deleteEntries, findEntries, insertEntries, lockEntries } from './entry-store.ts';
import type { EntryBody } from './entry-words.ts';
import { reversalsOf } from './fact-search.ts';
import { heardBy } from './hearing.ts';
import { asPrivate, groundInstead, isPrivate } from './private-grounds.ts';
import { ledgerProblem } from './problems.ts';
import { readableUses } from './readable-uses.ts';
import { lateFindings, requireReversible, reversalBody } from './reversal-actions.ts';
import { judgedBody } from './room-entries.ts';
import { lineFor, type Naming, namingOf } from './shown.ts';
import { type FactRow, factRowsFrom, factRowsOf } from './store.ts';
import { officesOfFact, visibleFact } from './visible.ts';
import { refreshDesk } from './waiting.ts';

/** A fact as another room tells of it. */
export interface FactTold {
  readonly id: string;
  /** 2026年3月6日 东溪村 垃圾积存 处数 3; of a private ground whom it is about and nothing else. */
  readonly sentence: string;
  readonly subjects: readonly string[];
  /** The period of each scheme line in which it counts. */
  readonly countsIn: Readonly<Record<string, string>>;
  /** Of the clause, in which period it counts. */
  readonly office?: string;
  readonly isReversal: boolean;
  /** The fact that takes it back. */
  readonly reversedBy?: string;
  readonly recordedBy?: string;
  /** Whoever recorded, changed or reviewed it, judged it or was told of by it, or in whose place they stood. */
  readonly hands: ReadonlySet<string>;
}

/** Facts in the order of the log, whoever asks: the room has judged that. */
export async function factsTold(db: Queries, ids: readonly string[]): Promise<FactTold[]> {
  const book = await recordingBook(db);
  return told(db, await factRowsOf(db, ids), book);
}

/** The clauses that count a fact by the schemes of its day; none where only a person can tell. */
export async function clausesOfFact(db: Queries, id: string): Promise<string[]> {
  const [row] = await factRowsOf(db, [id]);
  if (!row) return [];
  const book = await recordingBook(db);
  const heard = schemesOn(book, row.body.on).flatMap((scheme) => heardBy(scheme, book.catalogue));
  const codes = heard
    .filter(({ code }) => code === row.body.kind)
    .flatMap(({ clauses }) => clauses.map(({ code }) => code));
  return [...new Set(codes)];
}

/** A fact that the asker may read; another is not there for them. */
export async function readableFact(ctx: Ctx, id: string): Promise<FactTold> {
  const book = await recordingBook(ctx.db);
  const [fact] = await told(ctx.db, [await visibleFact(ctx, id, book)], book);
  if (!fact) throw ledgerProblem('fact-unknown', { id });
  return fact;
}

async function told(
  db: Queries,
  rows: readonly FactRow[],
  book: RecordingBook,
): Promise<FactTold[]> {
  const reversals = await reversalsOf(
    db,
    rows.map(({ body }) => body.id),
  );
  const entryIds = rows.flatMap(({ entryId }) => entryId ?? []);
  const entries = entryIds.length === 0 ? [] : await findEntries(db, { ids: entryIds });
  const naming = namingOf(book.roster);
  const absentOf = await absentReviewers(db, entries);
  return rows.map((row) => {
    const { id, on, about, countsIn = {}, recordedBy, reverses } = row.body;
    const day = on === undefined ? '' : `${chineseDate(on)} `;
    const [office] = officesOfFact(row, book);
    const reversedBy = reversals.get(id);
    const entry = entries.find((one) => one.id === row.entryId);
    return {
      id,
      sentence: isPrivate(row.body)
        ? privateLine(row.body, naming)
        : `${day}${lineFor(row.body, { catalogue: book.catalogue, naming })}`,
      subjects: about.map(({ subject }) => subject),
      countsIn,
      ...(office === undefined ? {} : { office }),
      isReversal: reverses !== undefined,
      ...(reversedBy === undefined ? {} : { reversedBy }),
      ...(recordedBy === undefined ? {} : { recordedBy }),
      hands: new Set([
        ...handsOf(row, naming.isPerson),
        ...(entry ? [...writersOf(entry), ...absentOf(entry)] : []),
      ]),
    };
  });
}

/** 东溪村 按规定处理（涉及个人隐私）: other rooms print what they are told. Persons are not named. */
function privateLine({ about }: Pick<Fact, 'about'>, { subject, isPerson }: Naming): string {
  const units = about.filter((who) => !isPerson(who.subject));
  const names = units.map((who) => subject(who).name).join('、');
  return [names, `${groundInstead()}（涉及个人隐私）`].filter(Boolean).join(' ');
}

type Entry = Awaited<ReturnType<typeof findEntries>>[number];

/** In whose place an entry was reviewed: the roles of its reviewer on that day tell. */
async function absentReviewers(db: Queries, entries: readonly Entry[]) {
  const accounts = [...new Set(entries.flatMap((entry) => entry.reviewed_by_account ?? []))];
  const held = await rolesHeld(db, { accounts, role: 'reviewer' });
  return ({ reviewed_by_account: account, reviewed_at: at, office }: Entry): string[] =>
    account === null || at === null
      ? []
      : stoodInFor(held, { account, on: chinaDay(at), office: office ?? undefined });
}

function handsOf({ body }: FactRow, isPerson: (code: string) => boolean): string[] {
  const { recordedBy, reviewedBy, values, about } = body;
  const judge = typeof values.judge === 'string' ? [values.judge] : [];
  const persons = about.flatMap(({ subject }) => (isPerson(subject) ? [subject] : []));
  return [recordedBy, reviewedBy, ...judge, ...persons].flatMap((code) => code ?? []);
}

/** `in_place_of`: who was absent, and whose inspection or judgement a room made an entry of. */
function writersOf(entry: Entry): string[] {
  const { recorded_by: recorder, reviewed_by: reviewer, writers, in_place_of: inPlaceOf } = entry;
  return [recorder, ...(reviewer === null ? [] : [reviewer]), ...writers, ...inPlaceOf];
}

/** A fact to take back, one to put right, or both as one deed. */
export interface RoomCorrection {
  readonly takesBack?: string | undefined;
  readonly right?: EntryWords | undefined;
}

/** What was written of it. */
export interface WrittenCorrection {
  readonly takesBack?: string;
  readonly reversalEntry?: string;
  readonly rightEntry?: string;
  /** Where it counts later than its own period, or does not count. */
  readonly later: readonly string[];
}

/**
 * Writes corrections that wait for the review of another, as `reverse` does; whether the actor may,
 * the room has judged. Refuses what cannot be taken back and what the catalogue or a clause refuses.
 */
export async function writeCorrections(
  ctx: Ctx,
  corrections: readonly RoomCorrection[],
  reason: string,
): Promise<WrittenCorrection[]> {
  const book = await recordingBook(ctx.db);
  const taken = await factRowsOf(
    ctx.db,
    corrections.flatMap(({ takesBack }) => takesBack ?? []),
  );
  // What was right may stand in a pair of its own, beside what is taken back.
  const isHidden = taken.some(({ body }) => isPrivate(body));
  const written: WrittenCorrection[] = [];
  for (const { takesBack, right } of corrections) {
    const put = right && asPrivate(right, isHidden);
    written.push(await writeCorrection(ctx, { takesBack, right: put }, { book, reason }));
  }
  return written;
}

interface Writing {
  readonly book: RecordingBook;
  readonly reason: string;
}

async function writeCorrection(
  ctx: Ctx,
  { takesBack, right }: RoomCorrection,
  { book, reason }: Writing,
): Promise<WrittenCorrection> {
  const back = takesBack === undefined ? undefined : await backOf(ctx, takesBack, { book, reason });
  const put = right === undefined ? undefined : rightOf(right, book, ctx.now);
  const bundle = randomUUID();
  const common = { account: ctx.account.id, person: signerOf(ctx), bundle, clause: undefined };
  const reversalEntry = back && { ...common, id: randomUUID(), ...back };
  const rightEntry = put && { ...common, id: randomUUID(), ...put };
  const entries = [reversalEntry, rightEntry].flatMap((entry) => entry ?? []);
  await requireEvidence(ctx, put?.body.files ?? [], readableUses);
  await insertEntries(ctx.db, { tenantId: ctx.tenant.id, now: ctx.now }, entries);
  for (const { id, body } of entries) {
    const subjects = body.about.map(({ subject }) => subject);
    await citeEvidence(ctx, { entryId: id, evidenceIds: body.files, subjects });
  }
  await refreshDesk(ctx, await findEntries(ctx.db, { ids: entries.map(({ id }) => id) }));
  const findings = [...(back?.findings ?? []), ...(put?.findings ?? [])];
  return {
    ...(takesBack === undefined ? {} : { takesBack }),
    ...(reversalEntry ? { reversalEntry: reversalEntry.id } : {}),
    ...(rightEntry ? { rightEntry: rightEntry.id } : {}),
    later: [...new Set(findings.map(({ sentence }) => sentence))],
  };
}

interface Judged {
  readonly body: EntryBody;
  readonly office: string | undefined;
  readonly findings: readonly EntryFinding[];
}

async function backOf(ctx: Ctx, id: string, { book, reason }: Writing): Promise<Judged> {
  const [row] = await factRowsOf(ctx.db, [id]);
  if (!row) throw ledgerProblem('fact-unknown', { id });
  await requireReversible(ctx, row);
  const body = reversalBody(row.body, reason, chinaDay(ctx.now));
  const [office] = officesOfFact(row, book);
  return { body, office, findings: lateFindings(body, row, book) };
}

function rightOf(words: EntryWords, book: RecordingBook, now: string): Judged {
  const { body, findings } = judgedBody(words, book, now);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw ledgerProblem('entry-invalid', { findings: errors });
  return { body, office: officesOfEntry({ body }, book)[0], findings };
}

/** How far a correction came. */
export interface CorrectionStep {
  readonly step: 'waiting' | 'sentBack' | 'reviewed' | 'posted';
  /** The fact, once it is posted. */
  readonly fact?: string;
  /** What it says, in one line. */
  readonly sentence: string;
}

/** How far entries came; one that was thrown away is left out. */
export async function correctionSteps(
  db: Queries,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, CorrectionStep>> {
  if (entryIds.length === 0) return new Map();
  const { catalogue, roster } = await recordingBook(db);
  const facts = await factRowsFrom(db, entryIds);
  const entries = await findEntries(db, { ids: entryIds });
  const showing = { catalogue, naming: namingOf(roster) };
  return new Map(
    entries.map(({ id, state, body, sent_back_at: back }): [string, CorrectionStep] => {
      const fact = facts.find(({ entryId }) => entryId === id)?.body;
      const said = fact ?? body;
      const sentence = isPrivate(said) ? privateLine(said, showing.naming) : lineFor(said, showing);
      if (fact) return [id, { step: 'posted', fact: fact.id, sentence }];
      const waits = state === 'reviewed' ? 'reviewed' : 'waiting';
      return [id, { step: back === null ? waits : 'sentBack', sentence }];
    }),
  );
}

/** Throws corrections away that nobody reviewed. @returns whether that was so for all of them. */
export async function discardCorrections(ctx: Ctx, entryIds: readonly string[]): Promise<boolean> {
  const rows = await lockEntries(ctx.db, entryIds);
  if (rows.some(({ state }) => state !== 'draft')) return false;
  if (rows.length === 0) return true;
  for (const { id } of rows) await citeEvidence(ctx, { entryId: id, evidenceIds: [] });
  await deleteEntries(
    ctx.db,
    rows.map(({ id }) => id),
  );
  await refreshDesk(ctx, rows);
  return true;
}
