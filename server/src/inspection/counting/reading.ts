/** What a round becomes in the ledger, what stands in the way of it, and what came of it. */

import type { CountedLine, CountingPage } from '@oneneedle/contract';
import { isoDate } from '@oneneedle/kernel';
import {
  catalogueOf,
  type EntryJudged,
  judgeEntries,
  type RoomRecord,
  recordsOfMatters,
} from '../../ledger/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { kindsOf } from '../../scheme/index.ts';
import { findFindings } from '../findings/store.ts';
import { roundResults } from '../results/reading.ts';
import { findRound, type RoundRow } from '../rounds/store.ts';
import {
  courseOf,
  type SheetRow,
  sheetsOf,
  type VisitRow,
  visitsOfRound,
} from '../sheets/store.ts';
import { clausesFor } from '../templates/clauses.ts';
import { findTemplate, linesOf, type TemplateRow } from '../templates/store.ts';
import { type InspectionTown, inspectionTown } from '../town.ts';
import {
  type LineToCount,
  linesToCount,
  placesOf,
  roundMatter,
  type SheetToCount,
  visitMatter,
} from './lines.ts';
import { obstaclesOf } from './obstacles.ts';
import { countsFor } from './reach.ts';

/** A line with the sheet it stands on; `judged` is what the ledger says of its entry. */
export interface LineOfRound {
  readonly counted: SheetToCount;
  readonly told: LineToCount;
  readonly judged?: EntryJudged;
}

/** All that counting a round is decided by. */
export interface RoundToCount {
  readonly town: InspectionTown;
  readonly round: RoundRow;
  readonly visits: readonly VisitRow[];
  readonly template: TemplateRow;
  readonly results: Awaited<ReturnType<typeof roundResults>>;
  /** The sheets that hold, or were counted. */
  readonly sheets: readonly SheetToCount[];
  readonly lines: readonly LineOfRound[];
}

/** The page of counting a round. */
export async function readCounting(ctx: Ctx, { id }: { id: string }): Promise<CountingPage> {
  const book = await roundToCount(ctx, id);
  const { round, template, town, lines } = book;
  const counted = await countedOf(ctx, book);
  const { inTheWay, heeds } = counted ? { inTheWay: [], heeds: [] } : await obstaclesOf(ctx, book);
  const clauses = await clausesByDay(ctx, book);
  const records = counted ? await countedRecords(ctx, round) : [];
  const may = countsFor(ctx, book) === 'may';
  // Who must not know of a visit yet is not told of it here either.
  const isKnown = ({ id: of }: VisitRow) => book.results.visits.some((one) => one.id === of);
  return {
    round: {
      id,
      period: round.period,
      template: template.name,
      office: town.named(round.office),
      version: round.version,
    },
    may: may && !counted && inTheWay.length === 0,
    inTheWay,
    heeds,
    ...(counted ? { counted } : {}),
    visits: book.visits.filter(isKnown).map((visit) => {
      const own = lines.filter(({ counted: of }) => of.visit.id === visit.id);
      const [first] = own;
      return {
        id: visit.id,
        subject: town.named(visit.subject),
        state: visit.state as 'gone',
        ...(visit.reason === null ? {} : { reason: visit.reason }),
        ...(first ? { on: first.counted.on } : {}),
        lines: own.map((line) => lineShown(line, clauses(line.counted.on), town)),
        records: ofVisit(records, visit).map(bare),
      };
    }),
  };
}

/** Reads what counting a round is decided by; refuses whoever may not read its results. */
export async function roundToCount(ctx: Ctx, id: string): Promise<RoundToCount> {
  const results = await roundResults(ctx, { id });
  const town = await inspectionTown(ctx);
  const round = await findRound(ctx.db, id);
  const template =
    round &&
    (await findTemplate(ctx.db, { code: round.template, version: round.template_version }));
  if (!round || !template) throw new Error('a round whose results were read is there');
  const order = new Map(town.roster.units.map(({ code }, index) => [code, index]));
  const place = ({ subject }: VisitRow) => order.get(subject) ?? 0;
  const visits = (await visitsOfRound(ctx.db, id)).sort((a, b) => place(a) - place(b));
  const sheets = await heldSheets(ctx, { town, visits, template });
  const { entryOf } = catalogueOf(await kindsOf(ctx.db));
  const told = sheets.flatMap((counted) =>
    linesToCount(counted, entryOf).map((line) => ({ counted, told: line })),
  );
  const judged = await judgeEntries(
    ctx,
    told.flatMap(({ told: { words } }) => words ?? []),
  );
  let next = 0;
  const lines = told.map((line): LineOfRound => {
    const of = line.told.words && judged[next++];
    return of ? { ...line, judged: of } : line;
  });
  return { town, round, visits, template, results, sheets, lines };
}

/** What came of a round that was counted: entries on their way and facts, in the order of the log. */
export async function countedRecords(
  ctx: Pick<Ctx, 'db'>,
  round: Pick<RoundRow, 'template' | 'period'>,
): Promise<RoomRecord[]> {
  return recordsOfMatters(ctx, roundMatter(round));
}

const held = ['confirmed', 'settled', 'counted'];

async function heldSheets(
  ctx: Ctx,
  { town, visits, template }: Pick<RoundToCount, 'town' | 'visits' | 'template'>,
): Promise<SheetToCount[]> {
  const rows = await sheetsOf(
    ctx.db,
    visits.map(({ id }) => id),
  );
  const repeats = await repeatsBySheet(ctx.db, visits);
  return visits.flatMap((visit) =>
    rows
      .filter(({ visit_id: of, is_spare: spare, state }) => {
        return of === visit.id && !spare && held.includes(state);
      })
      .map((sheet) => {
        const place = town.named(visit.subject).name;
        const repeated = repeats.get(sheet.id) ?? new Map<string, number>();
        return { sheet, visit, template, place, on: dayOf(visit, sheet), repeats: repeated };
      }),
  );
}

/** How many places of each line of each sheet were found wrong before, as it stands now. */
async function repeatsBySheet(db: Ctx['db'], [first]: readonly VisitRow[]) {
  const bySheet = new Map<string, Map<string, number>>();
  const findings = first ? await findFindings(db, { round: first.round_id }) : [];
  for (const { line, repeats, sheet_id: sheet } of findings) {
    if (repeats === null) continue;
    const own = bySheet.get(sheet) ?? new Map<string, number>();
    bySheet.set(sheet, own.set(line, (own.get(line) ?? 0) + 1));
  }
  return bySheet;
}

/** The day that was planned; the day on which the sheet came in, where they went earlier. */
function dayOf({ planned_on: planned }: VisitRow, { sent_at: sent, saved_at: saved }: SheetRow) {
  const came = chinaDay(sent ?? saved);
  return isoDate(planned !== null && planned < came ? planned : came);
}

/** Who counted a round, and when; undefined until somebody did. */
async function countedOf({ db }: Ctx, { sheets, town }: RoundToCount) {
  const [one] = sheets.filter(({ sheet }) => sheet.state === 'counted');
  const course = one ? await courseOf(db, [one.sheet.id]) : [];
  const deed = course.find((row) => row.deed === 'count');
  return deed && { by: town.named(deed.person ?? ''), at: deed.at };
}

type LineClauses = Awaited<ReturnType<typeof clausesFor>>;

/** The clauses in force on each day on which somebody was there. */
async function clausesByDay(
  { db }: Ctx,
  { sheets, template }: RoundToCount,
): Promise<(day: string) => LineClauses> {
  const { entryOf } = catalogueOf(await kindsOf(db));
  const lines = linesOf(template).map((line) => {
    const kind = line.kind === undefined ? undefined : (entryOf(line.kind)?.kind ?? line.kind);
    return kind === undefined ? line : { ...line, kind };
  });
  const found = new Map<string, LineClauses>();
  for (const on of new Set(sheets.map((one) => one.on))) {
    found.set(on, await clausesFor(db, { lines, on }));
  }
  return (day) => found.get(day) ?? [];
}

function lineShown(
  { told, judged }: LineOfRound,
  clauses: LineClauses,
  { named }: InspectionTown,
): CountedLine {
  const { line, number, answer, outcome, judge, photos } = told;
  return {
    line: line.code,
    number,
    group: line.group,
    standard: line.standard,
    outcome,
    ...(judge === undefined ? {} : { judge: named(judge) }),
    ...(judged === undefined ? {} : { kindName: judged.kindName }),
    fields: judged === undefined ? [] : judged.fields.map((field) => ({ ...field })),
    places: placesOf(answer),
    photos: [...photos],
    ...(answer.asks === 'notSeen' ? { note: answer.note } : {}),
    clauses: clauses.flatMap(({ line: of, ...clause }) => (of === line.code ? [clause] : [])),
  };
}

/** The records of a visit in the order of the lines of its sheet. */
function ofVisit(records: readonly RoomRecord[], visit: VisitRow): RoomRecord[] {
  const begins = visitMatter(visit);
  const numberOf = ({ matter }: RoomRecord) => Number(matter.slice(begins.length));
  return records
    .filter(({ matter }) => matter.startsWith(begins))
    .sort((a, b) => numberOf(a) - numberOf(b));
}

function bare({ matter: _, fields, ...record }: RoomRecord) {
  return { ...record, fields: fields.map((field) => ({ ...field })) };
}
