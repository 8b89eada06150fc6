/** A proposal with everything that its deeds are judged by. */

import type { ProposalAct } from '@oneneedle/contract';
import {
  addDays,
  chineseDate,
  groupOfClass,
  type IsoDate,
  isAdverse,
  isoDate,
  type OutcomeDecision,
  outcomeRefusals,
  type PeriodId,
  type PersonGroup,
  type ProposalCapacity,
  type ProposalState,
  periodLabel,
} from '@oneneedle/kernel';
import { periodRows } from '../../assessment/index.ts';
import { issuedDocument } from '../../document/index.ts';
import { factsOf } from '../../ledger/index.ts';
import { type Ctx, chinaDay, type Queries } from '../../platform/index.ts';
import { objectedSubjects } from '../../publication/index.ts';
import { type AskedItem, askedItems } from '../../work/index.ts';
import { isConcerned, type OutcomeTown, outcomeTown } from '../town.ts';
import { beforeSelecting, isSelection, listAbout } from './listed.ts';
import { type DeedRow, deedsOf, type ProposalRow } from './store.ts';

export interface ProposalBook {
  readonly row: ProposalRow;
  readonly course: readonly DeedRow[];
  readonly town: OutcomeTown;
  /** Facts of its ground that were taken back. */
  readonly reversed: ReadonlySet<string>;
  readonly ground: 'stands' | 'corrected';
  /** The latest edition of its period. */
  readonly latest: number;
  readonly item: AskedItem | undefined;
  /** Open objections against the result of whoever is selected for an honour. */
  readonly objections: readonly string[];
  /** Number of the latest selection list of its rule that is not void. */
  readonly list: string | undefined;
  readonly capacities: readonly ProposalCapacity[];
}

/** Reads what a proposal is judged by, for whoever asks. */
export async function proposalBook(ctx: Ctx, row: ProposalRow): Promise<ProposalBook> {
  const town = await outcomeTown(ctx);
  const reversed = await reversedAmong(ctx.db, row.fact_ids);
  const news = [...reversed].filter((id) => !row.let_stand.includes(id));
  const items = await askedItems(ctx.db, row.item_id === null ? [] : [row.item_id]);
  const latest = (await latestEditions(ctx.db, town)).get(`${row.line} ${row.period}`);
  return {
    row,
    course: await deedsOf(ctx.db, row.id),
    town,
    reversed,
    ground: row.ground === 'corrected' || news.length > 0 ? 'corrected' : 'stands',
    latest: latest ?? row.compared_edition,
    item: items.get(row.item_id ?? ''),
    objections: isSelection(row)
      ? ((await objectedSubjects(ctx.db, row)).get(row.subject) ?? [])
      : [],
    list: await listNumber(ctx.db, row),
    capacities: capacitiesOf(row, town),
  };
}

async function listNumber(db: Queries, row: ProposalRow): Promise<string | undefined> {
  if (!isSelection(row)) return undefined;
  return (await issuedDocument(db, { kind: 'selection', about: listAbout(row) }))?.number;
}

/** The latest kept edition of each period, by line and period. */
export async function latestEditions(
  db: Queries,
  { today }: Pick<OutcomeTown, 'today'>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await periodRows(db, today);
  return new Map(
    rows.flatMap((one) => (one.edition ? [[`${one.line} ${one.period}`, one.edition]] : [])),
  );
}

/** Facts among these that another one takes back. */
async function reversedAmong(db: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { facts } = await factsOf(db);
  return new Set(facts.flatMap(({ reverses = '' }) => (ids.includes(reverses) ? [reverses] : [])));
}

/** Whether somebody reads a proposal: who works with all of them, and whoever was told of theirs. */
export function readsProposal(row: ProposalRow, town: OutcomeTown): boolean {
  return town.isReader || (row.state !== 'proposed' && isConcerned(row.subject, town));
}

function capacitiesOf({ subject }: ProposalRow, town: OutcomeTown): ProposalCapacity[] {
  return [
    ...(town.isProposer ? (['proposer'] as const) : []),
    ...(town.isDecider ? (['decider'] as const) : []),
    ...(isConcerned(subject, town) ? (['concerned'] as const) : []),
  ];
}

type Words<D extends ProposalAct['deed']> = Omit<Extract<ProposalAct, { deed: D }>, 'deed'>;

/** What a deed of a kind brought, in the order in which they were done. */
export function wordsOf<D extends ProposalAct['deed']>(
  course: readonly DeedRow[],
  deed: D,
): (Words<D> & { readonly row: DeedRow })[] {
  return course
    .filter((row) => row.deed === deed)
    .map((row) => ({ ...(row.words as unknown as Words<D>), row }));
}

/** A paper as it stands: where it is kept, or that it comes after the decision. */
export interface PaperAt {
  readonly text: string;
  readonly where: string;
  readonly isLater: boolean;
  readonly isThere: boolean;
  readonly files: readonly string[];
}

/** The papers in their order; what was attached last counts. */
export function papersOf({ row, course }: Pick<ProposalBook, 'row' | 'course'>): PaperAt[] {
  const attached = wordsOf(course, 'attach');
  return row.papers.map((text, index) => {
    const own = attached.filter(({ paper }) => paper === index);
    const files = own.flatMap((one) => one.row.evidence);
    const there = own.filter(({ isLater }) => !isLater);
    // What the program has is asked of nobody: the result is the edition that it came from.
    const known = /^考核结果$/.test(text)
      ? `本系统${periodLabel(row.period as PeriodId)}第${row.edition}版`
      : '';
    const isThere = there.length > 0 || known !== '';
    const where = there.at(-1)?.where || known;
    return { text, where, isLater: !isThere && own.length > 0, isThere, files };
  });
}

type Said = Pick<Words<'state'>, 'evidence' | 'saidOn' | 'saidAt'>;

/** Whether what was entered for somebody can be looked up: the paper itself, or the call with day and hour. */
export function isShown({ evidence, saidOn, saidAt }: Said): boolean {
  return evidence.length > 0 || (saidOn !== undefined && saidAt !== undefined);
}

/**
 * The day on which the wait for a hearing ended early: after they were told they wrote it themselves,
 * or a paper shows it. A telephone call is kept and read, but nobody can look up what was said in it.
 */
function heardOn(course: readonly DeedRow[]): IsoDate | undefined {
  const told = course.findLast(({ deed }) => deed === 'consider');
  const days = wordsOf(course, 'state').flatMap(({ saidBy, saidOn, row: { seq, at, evidence } }) =>
    told !== undefined && seq > told.seq && (saidBy === '' || evidence.length > 0)
      ? [saidOn === undefined ? chinaDay(at) : isoDate(saidOn)]
      : [],
  );
  return days.sort()[0];
}

/** The first day on which it may have been decided; none where nobody has to be heard. */
export function decidableFrom({
  row,
  course,
}: Pick<ProposalBook, 'row' | 'course'>): IsoDate | undefined {
  if (!isAdverse(row) || row.hear_until === null) return undefined;
  return heardOn(course) ?? addDays(isoDate(row.hear_until), 1);
}

/** What keeps it from being decided now, each in a sentence. */
export function beforeDeciding(book: ProposalBook): string[] {
  const { row, course, town } = book;
  const papers = papersOf(book).filter(({ isThere, isLater }) => !isThere && !isLater);
  return [
    ...(isAdverse(row) &&
    heardOn(course) === undefined &&
    row.hear_until !== null &&
    town.today <= row.hear_until
      ? [
          `已告知可以陈述，至${chineseDate(isoDate(row.hear_until))}；本人没有录入，也没有签了字的陈述，期限也没有过（只有电话不能提前）。`,
        ]
      : []),
    ...beforeSelecting({ ...book, today: town.today }),
    ...papers.map(({ text }) => `缺材料“${text}”：请附上，或写明决定以后才有。`),
  ];
}

/** What keeps it from being carried out now, each in a sentence. */
export function beforeCarryingOut(book: ProposalBook): string[] {
  const { row, course, item } = book;
  const ticked = new Set(wordsOf(course, 'tick').map(({ step }) => step));
  const has = (deed: string) => course.some((one) => one.deed === deed);
  return [
    ...row.procedure.flatMap((step, index) =>
      ticked.has(index) ? [] : [`程序“${step}”还没有做。`],
    ),
    ...papersOf(book).flatMap(({ text, isThere }) => (isThere ? [] : [`缺材料“${text}”。`])),
    ...(row.kind === 'talk' && !has('talk') ? ['还没有谈话记录。'] : []),
    ...(row.class !== null && isAdverse(row) && !has('handOver') ? ['还没有把通知交给本人。'] : []),
    ...(row.kind === 'rectification' && !item?.isDone ? ['整改事项还没有办结销号。'] : []),
  ];
}

/** What the law says of deciding it, by the group of whom it is about. */
export function guardrailsOf(
  { row }: Pick<ProposalBook, 'row'>,
  groundDocument?: OutcomeDecision['groundDocument'],
): string[] {
  const { kind, name, basis, body, procedure } = row;
  const group: PersonGroup | undefined = row.class === null ? 'unit' : groupOfClass(row.class);
  const ground = groundDocument ? { groundDocument } : {};
  const decision = { group, kind, name, basis, body, procedure, ...ground };
  return outcomeRefusals(decision).map(({ sentence }) => sentence);
}

/** Where it stands on its course. */
export function placeOf({ row, ground }: Pick<ProposalBook, 'row' | 'ground'>) {
  return { state: row.state as ProposalState, ground };
}
