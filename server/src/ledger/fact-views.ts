/** Facts as lists show them, and the filters of a list. */

import type { FactShown } from '@oneneedle/contract';
import { type Fact, firstDay, isPeriodId, lastDay } from '@oneneedle/kernel';
import { evidenceCitedBy } from '../evidence/index.ts';
import { type Actor, type Ctx, chinaDay, holds, type Role } from '../platform/index.ts';
import { sightOf, withBelow } from './access.ts';
import { placeOn, type RecordingBook, recordingBook } from './book.ts';
import { kindsOfClause } from './clause-places.ts';
import { type FactSearch, findFacts, gradeFields, reversalsOf } from './fact-search.ts';
import { noteCounts } from './note-store.ts';
import { objectedFacts } from './objected.ts';
import { ledgerProblem } from './problems.ts';
import { namingOf, recordShown } from './shown.ts';
import type { FactRow } from './store.ts';
import { factIn } from './stored.ts';

/** A filter as an address carries it. */
export interface FactFilter {
  readonly kind?: string | undefined;
  readonly line?: string | undefined;
  readonly clause?: string | undefined;
  readonly subject?: string | undefined;
  readonly period?: string | undefined;
  readonly office?: string | undefined;
  readonly recordedBy?: string | undefined;
  readonly matter?: string | undefined;
  readonly withoutEvidence?: boolean | undefined;
  readonly reversed?: 'only' | 'none' | undefined;
  readonly words?: string | undefined;
}

/** Facts that the asker may read, the latest posted first. */
export async function listFacts(
  ctx: Ctx,
  { limit, ...filter }: FactFilter & { limit: number },
): Promise<{ total: number; rows: FactShown[] }> {
  const book = await recordingBook(ctx.db);
  const { total, rows } = await factsFor(ctx, filter, { book, limit });
  return { total, rows: await showFacts(ctx, rows, book) };
}

/** The rows of a filter within the asker's sight. */
export function factsFor(
  ctx: Ctx,
  filter: FactFilter,
  { book, limit }: { book: RecordingBook; limit: number },
): Promise<{ total: number; rows: FactRow[] }> {
  const sight = sightOf(ctx.actor, book.roster);
  const persons = book.roster.persons.map(({ code }) => code);
  const search = searchOf(filter, { book, today: chinaDay(ctx.now) });
  return findFacts(ctx.db, search, { sight, persons, limit });
}

function searchOf(
  filter: FactFilter,
  { book, today }: { book: RecordingBook; today: string },
): FactSearch {
  const { line, period, subject, office, recordedBy, matter, withoutEvidence, reversed } = filter;
  const kinds = kindsWanted(filter, { book, today });
  const words = filter.words ?? '';
  return {
    ...(kinds ? { kinds } : {}),
    ...(subject === undefined ? {} : { subjects: [...withBelow(book.roster, [subject])] }),
    ...(period !== undefined && isPeriodId(period)
      ? {
          period: {
            id: period,
            days: [firstDay(period), lastDay(period)],
            ...(line === undefined ? {} : { line }),
          },
        }
      : {}),
    ...(office === undefined ? {} : { office }),
    ...(recordedBy === undefined ? {} : { recordedBy }),
    ...(matter === undefined ? {} : { matter }),
    ...(withoutEvidence ? { withoutEvidence } : {}),
    ...(reversed === undefined ? {} : { reversed }),
    ...(words === '' ? {} : { words: { text: words, subjects: named(words, book) } }),
  };
}

/** The codes of a kind, former ones too; or those that a clause hears. */
function kindsWanted(
  { kind, line, clause, period }: FactFilter,
  { book, today }: { book: RecordingBook; today: string },
): string[] | undefined {
  const codesOf = (code: string) => {
    const entry = book.catalogue.entryOf(code);
    return entry ? [entry.kind, ...(entry.formerly ?? [])] : [code];
  };
  if (kind !== undefined) return codesOf(kind);
  if (line === undefined || clause === undefined) return undefined;
  const day = period !== undefined && isPeriodId(period) ? lastDay(period) : today;
  const place = placeOn(book, { line, code: clause }, day);
  if (!place) throw ledgerProblem('clause-unknown', { clause });
  return kindsOfClause(place, book.catalogue).flatMap((entry) => codesOf(entry.kind));
}

function named(words: string, { roster: { units, persons } }: RecordingBook): string[] {
  return [...units, ...persons].flatMap(({ code, name }) => (name.includes(words) ? [code] : []));
}

/** They prepare the decision on grades, or watch over it. */
const preparing: readonly Role[] = ['assessment-office', 'discipline', 'organisation', 'leader'];
/** A result without the grade that was worked out: those concerned are told what the body decided. */
function withoutGrades<Shown extends Pick<FactShown, 'form' | 'values'>>(
  shown: Shown,
  actor: Actor,
): Shown {
  if (!hidesGrade(shown, actor)) return shown;
  return { ...shown, values: shown.values.filter(({ name }) => !gradeFields.includes(name)) };
}

/** The same of a fact as it is kept. */
export function factWithoutGrades(fact: Fact, actor: Actor): Fact {
  if (!hidesGrade(fact, actor)) return fact;
  const told = Object.entries(fact.values).filter(([name]) => !gradeFields.includes(name));
  return { ...fact, values: Object.fromEntries(told) };
}

function hidesGrade({ form }: { form?: string | undefined }, actor: Actor): boolean {
  return form === 'result' && !holds(actor, preparing);
}

/** Facts as the contract says them, in the order given. */
export async function showFacts(
  { db, actor }: Pick<Ctx, 'db' | 'actor'>,
  rows: readonly FactRow[],
  book: RecordingBook,
): Promise<FactShown[]> {
  const ids = rows.map(({ body }) => body.id);
  const files = await evidenceCitedBy(db, 'fact', ids);
  const reversals = await reversalsOf(db, ids);
  const notes = await noteCounts(db, { factIds: ids });
  const objected = await objectedFacts(db, ids);
  const naming = namingOf(book.roster);
  return rows.map((row) => {
    const { office } = row;
    const fact = factIn(row);
    const cited = { evidence: fact.evidence, files: files.get(fact.id) ?? [], office };
    const reversedBy = reversals.get(fact.id);
    return {
      id: fact.id,
      seq: fact.seq,
      ...withoutGrades(recordShown(fact, cited, { catalogue: book.catalogue, naming }), actor),
      ...(fact.recordedBy === undefined ? {} : { recordedBy: naming.person(fact.recordedBy) }),
      ...(fact.reviewedBy === undefined ? {} : { reviewedBy: naming.person(fact.reviewedBy) }),
      postedAt: fact.postedAt,
      ...(reversedBy === undefined ? {} : { reversedBy }),
      ...(objected.has(fact.id) ? { objected: true as const } : {}),
      notes: notes.get(fact.id) ?? 0,
    };
  });
}
