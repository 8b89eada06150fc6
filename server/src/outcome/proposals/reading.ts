/** Proposals as they are shown, to whoever may read them. */

import type { ProposalBrief, ProposalShown } from '@oneneedle/contract';
import {
  isAdverse,
  isoDate,
  openProposalDeeds,
  type PeriodId,
  type ProposalState,
  periodLabel,
} from '@oneneedle/kernel';
import { evidenceOf } from '../../evidence/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { noticeOf } from '../notices/outcome-notices.ts';
import { outcomePeriods } from '../periods.ts';
import { outcomeProblem } from '../problems.ts';
import { type OutcomeTown, outcomeTown } from '../town.ts';
import {
  beforeDeciding,
  guardrailsOf,
  latestEditions,
  type ProposalBook,
  papersOf,
  placeOf,
  proposalBook,
  readsProposal,
  wordsOf,
} from './book.ts';
import { allProposals, type DeedRow, findProposal, type ProposalRow } from './store.ts';

const ended: readonly string[] = ['declined', 'reviewed', 'revoked'];

/** Those that the asker reads, and the editions that they may be taken from. */
export async function listProposals(ctx: Ctx) {
  const town = await outcomeTown(ctx);
  const latest = await latestEditions(ctx.db, town);
  const rows = (await allProposals(ctx.db)).filter((row) => readsProposal(row, town));
  const waiting = new Map<string, number>();
  for (const { line, period, state } of town.isReader ? rows : []) {
    const key = `${line} ${period}`;
    waiting.set(key, (waiting.get(key) ?? 0) + (ended.includes(state) ? 0 : 1));
  }
  const periods = await outcomePeriods(ctx.db, town.today, waiting);
  const names = new Map(periods.map(({ line, schemeName }) => [line, schemeName]));
  const known = { town, latest, schemeName: (line: string) => names.get(line) ?? line };
  return {
    today: town.today,
    periods: town.isReader ? periods : [],
    rows: rows.map((row) => briefOf(row, { ...known, isCorrected: row.ground === 'corrected' })),
    mayDraw: town.isProposer,
  };
}

/** One that the asker may read. */
export async function readProposal(ctx: Ctx, { id }: { id: string }): Promise<ProposalShown> {
  const row = await findProposal(ctx.db, id);
  if (!row) throw outcomeProblem('proposal-unknown');
  const book = await proposalBook(ctx, row);
  if (!readsProposal(row, book.town)) throw outcomeProblem('proposal-unknown');
  return proposalShown(ctx, book);
}

interface Known {
  readonly town: OutcomeTown;
  readonly latest: ReadonlyMap<string, number>;
  readonly schemeName: (line: string) => string;
  readonly isCorrected: boolean;
}

function briefOf(
  row: ProposalRow,
  { town, latest, schemeName, isCorrected }: Known,
): ProposalBrief {
  const { id, line, period, edition, code, name, kind, reason, body } = row;
  return {
    id,
    line,
    period,
    label: periodLabel(period as PeriodId),
    schemeName: schemeName(line),
    edition,
    subject: town.named(row.subject),
    ...(row.class === null ? {} : { class: row.class }),
    code,
    name,
    kind,
    reason,
    body,
    state: row.state as ProposalState,
    isCorrected,
    isBehind: (latest.get(`${line} ${period}`) ?? 0) > row.compared_edition,
    ...(row.due_on === null ? {} : { dueOn: isoDate(row.due_on) }),
  };
}

async function proposalShown(ctx: Ctx, book: ProposalBook): Promise<ProposalShown> {
  const { row, course, town, reversed, ground, latest, item, capacities } = book;
  const periods = await outcomePeriods(ctx.db, town.today);
  const schemeName = (line: string) => periods.find((one) => one.line === line)?.schemeName ?? line;
  const names = await fileNames(ctx, course);
  const filesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id) ?? '' }] : []));
  const ticked = new Map(wordsOf(course, 'tick').map((one) => [one.step, one]));
  const works = town.isReader;
  const notice = await noticeOf(ctx.db, row);
  return {
    ...briefOf(row, {
      town,
      latest: new Map([[`${row.line} ${row.period}`, latest]]),
      schemeName,
      isCorrected: ground === 'corrected',
    }),
    version: row.version,
    basis: row.basis,
    // Results of earlier periods are told by the reason.
    facts: row.fact_ids
      .filter((id) => !id.startsWith('result/'))
      .map((id) => ({ id, isReversed: reversed.has(id) })),
    steps: row.procedure.map((text, index) => {
      const done = ticked.get(index);
      return { text, ...(done ? { on: done.on, note: done.note } : {}) };
    }),
    papers: papersOf(book).map((paper) => ({ ...paper, files: filesOf(paper.files) })),
    ...(row.hear_until === null ? {} : { hearUntil: isoDate(row.hear_until) }),
    inTheWay:
      works && !ended.includes(row.state) ? [...guardrailsOf(book), ...beforeDeciding(book)] : [],
    course: course.map((deed) => deedShown(deed, { town, filesOf })),
    ...(notice && works ? { notice: { id: notice.id, number: notice.number } } : {}),
    ...(item && works ? { item: { id: item.id, no: item.no, isDone: item.isDone } } : {}),
    deeds: openProposalDeeds(placeOf(book), capacities),
    ...(works ? { choices: choicesOf(town) } : {}),
    isAdverse: isAdverse(row),
    today: town.today,
  };
}

function choicesOf({ roster, named }: OutcomeTown) {
  const offices = roster.units.filter(({ type }) => type === 'station' || type === 'office');
  return {
    offices: offices.map(({ code }) => named(code)),
    persons: roster.persons.map(({ code }) => named(code)),
  };
}

async function fileNames(ctx: Ctx, course: readonly DeedRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(course.flatMap(({ evidence }) => evidence))];
  return new Map((await evidenceOf(ctx.db, ids)).map(({ id, name }) => [id, name]));
}

function deedShown(
  deed: DeedRow,
  {
    town,
    filesOf,
  }: {
    town: OutcomeTown;
    filesOf: (ids: readonly string[]) => { id: string; name: string }[];
  },
): ProposalShown['course'][number] {
  return {
    deed: deed.deed,
    to: deed.to_state as ProposalState,
    by: deed.person === null ? '' : town.named(deed.person).name,
    at: deed.at,
    words: wordLines(deed.words, town),
    files: filesOf(deed.evidence),
  };
}

/** What was written, a line a field; persons and units by their names. */
function wordLines(words: unknown, town: OutcomeTown): { field: string; text: string }[] {
  return Object.entries((words ?? {}) as Record<string, unknown>).flatMap(([field, value]) => {
    if (field === 'evidence' || value === '' || value === null || value === false) return [];
    if (Array.isArray(value)) return value.length > 0 ? [{ field, text: value.join('、') }] : [];
    if (typeof value === 'object') return wordLines(value, town);
    const text = ['by', 'lead', 'accountable'].includes(field)
      ? town.named(String(value)).name
      : String(value);
    return [{ field, text }];
  });
}
