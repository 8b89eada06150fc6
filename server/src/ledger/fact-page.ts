/** One fact on a page: who hears it, how it came about, what was said about it, and its proof. */

import type { FactShown } from '@oneneedle/contract';
import { type Fact, inclusionProof, lastDay, rootOfLeaves, type Scheme } from '@oneneedle/kernel';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { actsFor, seesPoints } from './access.ts';
import { type RecordingBook, recordingBook, schemesOn } from './book.ts';
import { type ClausePlace, listeners, placesSpokenFor } from './clause-places.ts';
import { factMarks } from './clause-points.ts';
import { correctionOf } from './correction.ts';
import { type EntryRow, findEntries } from './entry-store.ts';
import { showFacts } from './fact-views.ts';
import { mayNote, showNotes } from './note-actions.ts';
import { findNotes } from './note-store.ts';
import { ledgerProblem } from './problems.ts';
import { factsOf, sealsOf } from './reading.ts';
import { namingOf } from './shown.ts';
import { type FactRow, factRowsOf, leafHashes } from './store.ts';
import { officesOfFact, visibleFact } from './visible.ts';

interface Step {
  readonly deed: 'recorded' | 'reviewed' | 'posted' | 'reversed' | 'reverses';
  readonly at: string;
  readonly by: string;
  readonly sentence: string;
  readonly factId?: string;
}

/** Everything about one fact that the asker may read. */
export async function factPage(ctx: Ctx, id: string) {
  const book = await recordingBook(ctx.db);
  const row = await visibleFact(ctx, id, book);
  const [fact] = await showFacts(ctx, [row], book);
  if (!fact) throw ledgerProblem('fact-unknown', { id });
  const { entryId } = row;
  const [entry] = entryId === null ? [] : await findEntries(ctx.db, { ids: [entryId] });
  const notes = await findNotes(ctx.db, {
    factIds: [id],
    ...(entryId === null ? {} : { entryIds: [entryId] }),
  });
  const correction = await correctionOf(ctx, row, book);
  return {
    fact,
    ...(correction ? { correction } : {}),
    clauses: await hearings(ctx, fact, { row, book }),
    course: [...courseOf(fact, entry, book), ...(await reversalSteps(ctx, fact, book))],
    notes: showNotes(notes, book),
    proof: await proofOf(ctx, row),
    deeds: deedsFor(ctx, row, book),
  };
}

function deedsFor(ctx: Ctx, row: FactRow, book: RecordingBook): ('reverse' | 'note')[] {
  const offices = officesOfFact(row, book);
  const records =
    offices.length === 0
      ? actsFor(ctx.actor, 'recorder', undefined)
      : offices.some((office) => actsFor(ctx.actor, 'recorder', office));
  const isReversible = row.body.reverses === undefined && row.body.form !== 'result';
  return [
    ...(records && isReversible ? (['reverse'] as const) : []),
    ...(mayNote(ctx.actor) ? (['note'] as const) : []),
  ];
}

type Heard = Pick<Fact, 'kind' | 'form' | 'values' | 'on' | 'period' | 'countsIn'>;

/**
 * The clauses that listen to a fact, or for which it speaks, with what it gives or takes there.
 * Before the seal that is for whoever sees the points of the clause: not for its subject either.
 */
async function hearings(
  ctx: Ctx,
  { reversedBy }: FactShown,
  { row: { body }, book }: { row: FactRow; book: RecordingBook },
) {
  const day = body.on ?? (body.period === undefined ? undefined : lastDay(body.period));
  const places = placesOf(body, schemesOn(book, day), book);
  const isMarked = body.reverses === undefined && reversedBy === undefined;
  const heard = places.map((place) => {
    const { scheme, owner } = place;
    const period = body.countsIn?.[scheme.line];
    const isSealed = book.sealed.some(
      (seal) => seal.line === scheme.line && seal.period === period,
    );
    return { ...place, place, period, isShown: seesPoints(ctx.actor, { owner, isSealed }) };
  });
  // A clause may hold facts of any kind against each other: the whole ledger is read, or none of it.
  const isComputed = isMarked && heard.some(({ isShown }) => isShown);
  const marks = isComputed ? await marksOf(ctx, body, book) : () => undefined;
  return heard.map(({ place, scheme, clause, owner, period, isShown }) => {
    const points = isShown ? marks(place) : undefined;
    return {
      line: scheme.line,
      scheme: scheme.name,
      code: clause.code,
      text: clause.text,
      ...(owner === undefined ? {} : { owner }),
      ...(period === undefined ? {} : { period }),
      ...(points === undefined ? {} : { marks: points }),
      ...(isShown || !isMarked ? {} : { withheld: 'before-seal' as const }),
    };
  });
}

/** What the fact gives or takes under each clause, worked out as of today. */
async function marksOf(
  ctx: Ctx,
  { id, about, countsIn }: Pick<Fact, 'id' | 'about' | 'countsIn'>,
  { roster, kinds, calendar }: RecordingBook,
): Promise<(place: ClausePlace) => string | undefined> {
  const { facts } = await factsOf(ctx.db);
  const seals = await sealsOf(ctx.db);
  const today = chinaDay(ctx.now);
  return ({ scheme, clause: { code } }) => {
    const period = countsIn?.[scheme.line];
    if (period === undefined) return undefined;
    const asOf = today < lastDay(period) ? today : lastDay(period);
    const book = { roster, kinds, calendar, seals, facts };
    return factMarks({ scheme, code, period, asOf, book }, { id, about });
  };
}

function placesOf(
  { kind: code, form, values }: Heard,
  schemes: readonly Scheme[],
  { catalogue }: RecordingBook,
): ClausePlace[] {
  if (form === 'checked' || form === 'missing') {
    return placesSpokenFor(values, schemes);
  }
  const kind = catalogue.entryOf(code);
  return kind ? listeners(schemes, kind) : [];
}

function courseOf(fact: FactShown, entry: EntryRow | undefined, { roster }: RecordingBook): Step[] {
  const { person } = namingOf(roster);
  const recorder = fact.recordedBy?.name ?? '';
  const reviewer = fact.reviewedBy?.name ?? '';
  const others = entry?.writers.filter((code) => code !== entry.recorded_by) ?? [];
  const also = others.map((code) => person(code).name).join('、');
  const absent = (entry?.in_place_of ?? []).map((code) => person(code).name).join('、');
  const own = absent === '' ? `${recorder}登记` : `${recorder}代${absent}登记`;
  const posted: Step = {
    deed: 'posted',
    at: fact.postedAt,
    by: reviewer === '' ? recorder : reviewer,
    sentence: `第 ${fact.seq} 条入账，编号 ${fact.id}。`,
  };
  if (!entry) {
    const sentence = reviewer === '' ? `${recorder}登记。` : `${recorder}登记，${reviewer}复核。`;
    return recorder === ''
      ? [posted]
      : [{ deed: 'recorded', at: fact.postedAt, by: recorder, sentence }, posted];
  }
  const written = also === '' ? `${own}。` : `${own}，${also}修改过。`;
  return [
    { deed: 'recorded', at: entry.created_at, by: recorder, sentence: written },
    ...(entry.reviewed_at === null
      ? []
      : [
          {
            deed: 'reviewed' as const,
            at: entry.reviewed_at,
            by: reviewer,
            sentence: `${reviewer}复核。`,
          },
        ]),
    posted,
  ];
}

async function reversalSteps(ctx: Ctx, fact: FactShown, book: RecordingBook): Promise<Step[]> {
  const { person } = namingOf(book.roster);
  const steps: Step[] = [];
  if (fact.reverses !== undefined) {
    const sentence = `更正事实 ${fact.reverses}：${fact.note ?? '未写理由'}`;
    const by = fact.recordedBy?.name ?? '';
    steps.push({ deed: 'reverses', at: fact.postedAt, by, sentence, factId: fact.reverses });
  }
  const [later] = fact.reversedBy === undefined ? [] : await factRowsOf(ctx.db, [fact.reversedBy]);
  if (later) {
    const by = later.body.recordedBy === undefined ? '' : person(later.body.recordedBy).name;
    steps.push({
      deed: 'reversed',
      at: later.body.postedAt,
      by,
      sentence: `已由 ${later.body.id} 更正：${later.text?.note ?? '未写理由'}`,
      factId: later.body.id,
    });
  }
  return steps;
}

async function proofOf(ctx: Ctx, { body, leafHash }: FactRow) {
  const leaves = await leafHashes(ctx.db);
  const index = body.seq - 1;
  return {
    leaf: leafHash,
    index,
    size: leaves.length,
    root: rootOfLeaves(leaves),
    path: inclusionProof(leaves, index),
  };
}
