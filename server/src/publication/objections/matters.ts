/** What an objection is about: a fact, a mark or a whole result, and the facts and hands behind it. */

import {
  answerDue,
  type CountedDay,
  type IsoDate,
  isoDate,
  isPeriodId,
  type PeriodId,
} from '@oneneedle/kernel';
import { keptResult } from '../../assessment/index.ts';
import { type FactTold, factsTold, readableFact } from '../../ledger/index.ts';
import { calendarOf } from '../../org/index.ts';
import type { Ctx, Queries } from '../../platform/index.ts';
import { schemesInForce } from '../../scheme/index.ts';

import { latestPublication } from '../editions/store.ts';
import { limitOf } from '../limit.ts';
import { objectionProblem } from './problems.ts';
import type { MatterKey, ObjectionRow } from './store.ts';

/** As an address names it. */
export interface MatterAsked {
  readonly fact?: string | undefined;
  readonly line?: string | undefined;
  readonly period?: string | undefined;
  readonly subject?: string | undefined;
  readonly clause?: string | undefined;
}

/** What is objected to. */
export interface Matter {
  readonly about: 'fact' | 'mark' | 'result' | 'unclear';
  readonly title: string;
  readonly key: MatterKey & { readonly edition: number | null };
  /** Whom it is about. */
  readonly subjects: readonly string[];
  /** The facts that it rests on. */
  readonly facts: readonly FactTold[];
}

const noKey = { fact_id: null, line: null, period: null, subject: null, clause: null } as const;

/** A sentence that says no number: the office finds out what it is about. */
export const unclearMatter: Matter = {
  about: 'unclear',
  title: '还没有弄清是哪一条',
  key: { ...noKey, edition: null },
  subjects: [],
  facts: [],
};

/** Whether an address names nothing at all. */
export function isUnclear({ fact, line, period, subject, clause }: MatterAsked): boolean {
  return [fact, line, period, subject, clause].every((part) => part === undefined);
}

/** What an address names, if the asker may read it. */
export async function matterFor(ctx: Ctx, asked: MatterAsked): Promise<Matter> {
  if (isUnclear(asked)) return unclearMatter;
  const { fact, ...result } = asked;
  if (fact === undefined) return resultMatter(ctx.db, result);
  if (!isUnclear(result)) throw objectionProblem('matter-unknown');
  const found = await readableFact(ctx, fact);
  if (found.isReversal) throw objectionProblem('matter-unknown');
  return factMatter(found);
}

/** What a kept objection is about; who reads that, is judged by the caller. */
export async function matterOf(db: Queries, row: ObjectionRow): Promise<Matter> {
  if (row.fact_id !== null) {
    const [fact] = await factsTold(db, [row.fact_id]);
    if (!fact) throw new Error('an objection to a fact that is not there');
    return factMatter(fact);
  }
  if (row.subject === null) return unclearMatter;
  const { line, period, subject, clause, edition } = row;
  const asked = { line: line ?? '', period: period ?? '', subject, clause: clause ?? undefined };
  return resultMatter(db, { ...asked, edition: edition ?? undefined });
}

function factMatter(fact: FactTold): Matter {
  return {
    about: 'fact',
    title: `事实 ${fact.id}：${fact.sentence}`,
    key: { ...noKey, fact_id: fact.id, edition: null },
    subjects: fact.subjects,
    facts: [fact],
  };
}

async function resultMatter(
  db: Queries,
  {
    line,
    period,
    subject,
    clause,
    edition,
  }: Omit<MatterAsked, 'fact'> & { edition?: number | undefined },
): Promise<Matter> {
  if (line === undefined || subject === undefined || !isPeriod(period)) {
    throw objectionProblem('matter-unknown');
  }
  const kept = await keptResult(db, { line, period, subject, clause, edition });
  if (!kept) throw objectionProblem('matter-unknown');
  return {
    about: clause === undefined ? 'result' : 'mark',
    title: kept.title,
    key: { fact_id: null, line, period, subject, clause: clause ?? null, edition: kept.edition },
    subjects: [subject],
    facts: await factsTold(db, kept.facts),
  };
}

function isPeriod(period: string | undefined): period is PeriodId {
  return period !== undefined && isPeriodId(period);
}

/** The periods of scheme lines that a matter belongs to. */
export function placesOf({ key, facts }: Matter): { line: string; period: string }[] {
  const { line, period } = key;
  if (line !== null && period !== null) return [{ line, period }];
  return facts.flatMap(({ countsIn }) =>
    Object.entries(countsIn).map(([of, one]) => ({ line: of, period: one })),
  );
}

/** The last day for the answer: of several schemes that name one, the earliest. */
export async function answerDayOf(
  db: Queries,
  matter: Matter,
  receivedOn: IsoDate,
): Promise<CountedDay> {
  const calendar = await calendarOf(db);
  const lines = new Set(placesOf(matter).map(({ line }) => line));
  const schemes = await schemesInForce(db, { on: receivedOn });
  const named = schemes.flatMap(({ line, scheme: { procedure } }) =>
    lines.has(line) ? (limitOf(procedure?.objection) ?? []) : [],
  );
  const days = (named.length === 0 ? [undefined] : named).map((limit) =>
    answerDue(calendar, receivedOn, limit),
  );
  return days.reduce((first, day) => (day.on < first.on ? day : first));
}

/** Where a matter is published: the last day to object, the earliest of several. */
export async function objectUntilOf(db: Queries, matter: Matter): Promise<IsoDate | undefined> {
  const windows = await Promise.all(placesOf(matter).map((place) => latestPublication(db, place)));
  const days = windows.flatMap((window) => (window ? [window.object_until] : [])).sort();
  return days[0] === undefined ? undefined : isoDate(days[0]);
}

/** Where a matter stands: sealed, published, or neither yet. */
export async function standingOf(
  db: Queries,
  matter: Matter,
  sealed: readonly { line: string; period: string }[],
): Promise<'sealed' | 'published' | 'open'> {
  const places = placesOf(matter);
  const isSealed = places.some(({ line, period }) =>
    sealed.some((seal) => seal.line === line && seal.period === period),
  );
  if (isSealed) return 'sealed';
  const windows = await Promise.all(places.map((place) => latestPublication(db, place)));
  return windows.some((window) => window !== undefined) ? 'published' : 'open';
}
