/** Reading objections: the list, and one with its course. A village and a person read their own. */

import type { ObjectionPage, ObjectionRow as RowShown } from '@oneneedle/contract';
import {
  type Calendar,
  CalendarYearMissing,
  type Handover,
  type IsoDate,
  isoDate,
  mayActOn,
  type ObjectionDeed,
  type ObjectionState,
  objectionAfter,
  objectionDeeds,
  workdaysBetween,
} from '@oneneedle/kernel';
import { issuedDocument } from '../../document/index.ts';
import { clausesOfFact, correctionSteps, factsTold, latestSeals } from '../../ledger/index.ts';
import { calendarOf } from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { latestPublication } from '../editions/store.ts';
import { answerOf } from './answers.ts';
import { furtherWays } from './further-ways.ts';
import { candidatesFor, type Recusals, recusalsOf, waysWithoutAnybody } from './hands.ts';
import { type Matter, matterOf, placesOf, standingOf } from './matters.ts';
import { objectionProblem } from './problems.ts';
import {
  correctionsOf,
  courseOf,
  type DeedRow,
  findObjections,
  type ObjectionRow,
} from './store.ts';
import {
  capacitiesOf,
  numberOf,
  type ObjectionTown,
  objectionTown,
  readsObjection,
  villagesFor,
  writesForAll,
} from './town.ts';

/** Nothing was answered yet. */
export const openStates = ['received', 'acknowledged', 'assigned', 'decided'];

/** Those that the asker may read, the next due first. */
export async function listObjections(ctx: Ctx, { show }: { show: 'open' | 'all' }) {
  const town = await objectionTown(ctx);
  const found = await findObjections(ctx.db, show === 'open' ? { states: openStates } : {});
  const calendar = await calendarOf(ctx.db);
  const rows: RowShown[] = [];
  for (const row of found.filter((one) => readsObjection(ctx, town, one))) {
    rows.push(rowShown(row, await matterOf(ctx.db, row), { ...town, calendar }));
  }
  const mayWriteDown = writesForAll(ctx) || villagesFor(ctx, town).length > 0;
  return { today: town.today, rows, mayWriteDown };
}

/** What a decision said, as the course keeps it. */
interface Decided {
  readonly lookedAt: string;
  readonly finding: string;
  readonly reasons: string;
  readonly basis: string;
}

interface Answered {
  readonly no: string;
  readonly on: string;
  readonly how: Handover;
  readonly witness?: string;
}

/** One objection with everything that its pages and its answer say. */
export async function readObjection(ctx: Ctx, { id }: { id: string }): Promise<ObjectionPage> {
  const town = await objectionTown(ctx);
  const [row] = await findObjections(ctx.db, { ids: [id] });
  if (!row || !readsObjection(ctx, town, row)) throw objectionProblem('objection-unknown');
  const matter = await matterOf(ctx.db, row);
  const course = await courseOf(ctx.db, [id]);
  const recusals = await recusalsOf(ctx.db, row, { matter, town });
  const may = mayOf(ctx, { row, town, recusals });
  const candidates = may.includes('assign')
    ? await candidatesFor(ctx.db, town, recusals)
    : undefined;
  const decided = wordsOf<Decided>(course, 'decide');
  const answered = wordsOf<Answered>(course, 'answer');
  return {
    objection: rowShown(row, matter, { ...town, calendar: await calendarOf(ctx.db) }),
    said: row.said,
    ...behalfOf(row, town),
    ...(decided && row.result !== null
      ? {
          decision: {
            result: row.result as NonNullable<ObjectionPage['decision']>['result'],
            lookedAt: decided.lookedAt,
            finding: decided.finding,
            reasons: decided.reasons,
            clause: decided.basis,
          },
        }
      : {}),
    corrections: await correctionsShown(ctx, id),
    ...(answered ? { answer: answerShown(answered) } : {}),
    ...(await documentOf(ctx, id)),
    furtherWays: furtherWays(row, town),
    ...(await effectOf(ctx, row, matter)),
    course: course.map(({ deed, at, person, note, words }) => ({
      deed: deed as ObjectionDeed,
      at,
      ...(person === null ? {} : { person: town.named(person) }),
      ...(deed === 'assign' ? { to: town.named((words as { person: string }).person) } : {}),
      ...(note === null ? {} : { note }),
    })),
    facts: may.includes('decide')
      ? matter.facts.map(({ id: fact, sentence }) => ({ fact, sentence }))
      : [],
    ...(may.includes('decide') ? await clauseOf(ctx, matter) : {}),
    candidates: candidates ?? [],
    nobodyLeft: candidates
      ? waysWithoutAnybody({ matter, town }, { candidates, unit: row.unit_code })
      : [],
    may,
  };
}

/** The clause of a mark, or what counts a single fact. */
async function clauseOf({ db }: Ctx, { key }: Matter): Promise<Pick<ObjectionPage, 'clause'>> {
  const { clause, fact_id: fact } = key;
  const codes = clause !== null ? [clause] : fact === null ? [] : await clausesOfFact(db, fact);
  return codes.length === 0 ? {} : { clause: codes.map((code) => `第${code}条`).join('、') };
}

interface Judged {
  readonly row: ObjectionRow;
  readonly town: ObjectionTown;
  readonly recusals: Recusals;
}

/** What the asker may do with it now. */
function mayOf(ctx: Ctx, { row, town, recusals }: Judged): ObjectionDeed[] {
  const capacities = capacitiesOf(ctx, town, row);
  const hasHand = recusals.has(ctx.actor.person ?? '');
  return (Object.keys(objectionDeeds) as ObjectionDeed[]).filter(
    (deed) =>
      deed !== 'receive' &&
      objectionAfter(deed, row.state as ObjectionState) !== undefined &&
      mayActOn(deed, { capacities, hasHand }),
  );
}

function wordsOf<T>(course: readonly DeedRow[], deed: ObjectionDeed): T | undefined {
  return course.findLast((one) => one.deed === deed)?.words as T | undefined;
}

/** Undefined where the day is over, or a year of the calendar is not entered. */
function daysLeft({ calendar, today }: Counting, until: IsoDate): number | undefined {
  try {
    return until < today ? undefined : workdaysBetween(calendar, today, until);
  } catch (error) {
    if (error instanceof CalendarYearMissing) return undefined;
    throw error;
  }
}

type Counting = ObjectionTown & { readonly calendar: Calendar };

function rowShown(row: ObjectionRow, matter: Matter, town: Counting): RowShown {
  const isOpen = openStates.includes(row.state);
  const until = isoDate(row.answer_by);
  const left = isOpen ? daysLeft(town, until) : undefined;
  const no = numberOf(row);
  const by = row.person ?? row.unit_code;
  return {
    id: row.id,
    ...(no === undefined ? {} : { no }),
    matter: matterShown(matter, town),
    ...(by === null ? {} : { by: town.named(by) }),
    way: row.way as RowShown['way'],
    receivedOn: row.received_on,
    answerBy: row.answer_by,
    isGuessed: row.is_guessed,
    isLate: row.is_late,
    isOverdue: isOpen && row.answer_by < town.today,
    ...(left === undefined ? {} : { workdaysLeft: left }),
    state: row.state as RowShown['state'],
    ...(row.result === null ? {} : { result: row.result as NonNullable<RowShown['result']> }),
    ...(row.decider === null ? {} : { decider: town.named(row.decider) }),
    version: row.version,
  };
}

/** Who wrote down what somebody else said. */
function behalfOf(row: ObjectionRow, { named }: ObjectionTown): Pick<ObjectionPage, 'behalf'> {
  if (row.confirmed === null) return {};
  return {
    behalf: {
      ...(row.said_by === null ? {} : { by: row.said_by }),
      saidOn: row.received_on,
      confirmed: row.confirmed,
      writtenBy: named(row.written_by ?? ''),
    },
  };
}

function answerShown({ no, on, how, witness }: Answered): NonNullable<ObjectionPage['answer']> {
  return { no, on, how, ...(witness === undefined ? {} : { note: witness }) };
}

/** The written answer, once it has its number. */
async function documentOf({ db }: Ctx, id: string): Promise<Pick<ObjectionPage, 'document'>> {
  const issued = await issuedDocument(db, answerOf(id));
  if (!issued) return {};
  const { number, officialNumber } = issued;
  return { document: { number, ...(officialNumber === undefined ? {} : { officialNumber }) } };
}

async function correctionsShown(ctx: Ctx, id: string): Promise<ObjectionPage['corrections']> {
  const rows = await correctionsOf(ctx.db, [id]);
  const steps = await correctionSteps(
    ctx.db,
    rows.flatMap((row) => [row.reversal_entry, row.right_entry].flatMap((entry) => entry ?? [])),
  );
  const taken = await factsTold(
    ctx.db,
    rows.flatMap(({ fact_id: fact }) => fact ?? []),
  );
  return rows.map(({ fact_id: fact, reversal_entry: back, right_entry: put, later }) => {
    const told = taken.find((one) => one.id === fact);
    const reversal = steps.get(back ?? '');
    const right = steps.get(put ?? '');
    return {
      ...(told ? { takesBack: { fact: told.id, sentence: told.sentence } } : {}),
      ...(right ? { right: right.sentence } : {}),
      step: (reversal ?? right)?.step ?? ('gone' as const),
      ...(reversal?.fact === undefined ? {} : { reversal: reversal.fact }),
      later: [...later],
    };
  });
}

/** What an upheld objection does to a list that is out already. */
async function effectOf(
  { db }: Ctx,
  { result }: ObjectionRow,
  matter: Matter,
): Promise<Pick<ObjectionPage, 'effect'>> {
  if (result === null || result === 'kept' || result === 'notHeard') return {};
  const seals = await latestSeals(db);
  const standing = await standingOf(db, matter, seals);
  const open = '这一期还没有公示：更正入账后，结果就按更正的算。';
  const sentences = {
    sealed: {
      office:
        '这一期已经封存，公布过的数不改：差额计入下一个没有封存的期；要更正已公布的那一版，须有决定文号，另发更正的一版。',
      told: '这一期已经封存，公布过的数不改，差额计入下一个没有封存的期。',
    },
    published: {
      office: '这一期已经公示：更正入账后，请按原来的范围发更正的一版，写明更正了什么。',
      told: '这一期已经公示，我办将在原来公示的范围内张贴更正的一版。',
    },
    open: { office: open, told: open },
  };
  const lists: NonNullable<ObjectionPage['effect']>['lists'] = [];
  for (const place of placesOf(matter)) {
    if (!(await latestPublication(db, place))) continue;
    const { line, period } = place;
    const isSealed = seals.some((seal) => seal.line === line && seal.period === period);
    lists.push({ line, period: period as (typeof lists)[number]['period'], isSealed });
  }
  return { effect: { ...sentences[standing], lists } };
}

/** A matter as replies say it. */
export function matterShown(
  { about, title, key }: Matter,
  { named }: ObjectionTown,
): RowShown['matter'] {
  const { fact_id: fact, line, period, subject, clause, edition } = key;
  return {
    kind: about,
    title,
    ...(fact === null ? {} : { fact }),
    ...(line === null ? {} : { line }),
    ...(period === null ? {} : { period }),
    ...(subject === null ? {} : { subject: named(subject) }),
    ...(clause === null ? {} : { clause }),
    ...(edition === null ? {} : { edition }),
  };
}
