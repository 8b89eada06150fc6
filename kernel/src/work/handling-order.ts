/**
 * The monthly order of handling, by office or by leader: how many items were due, how many of them
 * were done in time, and who stands where. Every count names its items.
 * @source 督查机制“督出一二三、选出好中差”
 */

import { percentText } from '../goals/light.ts';
import { rational } from '../number/rational.ts';
import type { IsoDate } from '../time/dates.ts';
import { periodOf } from '../time/periods.ts';

/** An item as far as the order asks. */
export interface HandledItem {
  readonly id: string;
  /** Codes of the offices, or of the leaders, that it counts for. */
  readonly groups: readonly string[];
  /** The day that it is judged by: after every extension, before every slip. */
  readonly dueOn: IsoDate;
  /** The day of the report that was accepted, or on which it was crossed out. */
  readonly doneOn?: IsoDate;
  /** Reported, and not yet accepted or sent back. */
  readonly isInReview: boolean;
  readonly urged: number;
  readonly sentBack: number;
  readonly extended: number;
}

export type HandlingGrade = 'good' | 'middle' | 'poor';

/** One office or leader; each list names the items that the count counts. */
export interface HandlingRow {
  readonly group: string;
  /** Due in the month: in time, late, open and in review together. */
  readonly due: readonly string[];
  readonly inTime: readonly string[];
  readonly late: readonly string[];
  /** Past its day and not reported. */
  readonly open: readonly string[];
  /** Reported, waiting for whoever checks: counts for nobody and against nobody. */
  readonly inReview: readonly string[];
  readonly urged: readonly string[];
  readonly sentBack: readonly string[];
  readonly extended: readonly string[];
  /** In time ÷ (due − in review), as two whole numbers; absent where nothing is counted. */
  readonly share?: { readonly part: number; readonly of: number };
  /** 1 is the first; the same share has the same place. Absent where too few are counted. */
  readonly place?: number;
  readonly grade?: HandlingGrade;
}

/** Fewer counted items than this are not ranked. */
export const leastRanked = 3;

/** The order of a month (`2026-10`) as of a day; items whose day is still to come are left out. */
export function handlingOrder(
  items: readonly HandledItem[],
  { month, asOf }: { month: string; asOf: IsoDate },
): HandlingRow[] {
  const own = items.filter(
    ({ dueOn, doneOn, isInReview }) =>
      periodOf(dueOn, 'month') === month && (doneOn !== undefined || isInReview || dueOn < asOf),
  );
  const groups = [...new Set(own.flatMap((item) => item.groups))].sort();
  const counted = groups.map((group) =>
    countedRow(
      group,
      own.filter((item) => item.groups.includes(group)),
    ),
  );
  return placed(counted);
}

function countedRow(group: string, items: readonly HandledItem[]): HandlingRow {
  const ids = (holds: (item: HandledItem) => boolean) => items.filter(holds).map(({ id }) => id);
  const isDone = ({ doneOn }: HandledItem) => doneOn !== undefined;
  const isInTime = ({ doneOn, dueOn }: HandledItem) => doneOn !== undefined && doneOn <= dueOn;
  const inTime = ids(isInTime);
  const inReview = ids((item) => !isDone(item) && item.isInReview);
  const of = items.length - inReview.length;
  return {
    group,
    due: ids(() => true),
    inTime,
    late: ids((item) => isDone(item) && !isInTime(item)),
    open: ids((item) => !isDone(item) && !item.isInReview),
    inReview,
    urged: ids(({ urged }) => urged > 0),
    sentBack: ids(({ sentBack }) => sentBack > 0),
    extended: ids(({ extended }) => extended > 0),
    ...(of === 0 ? {} : { share: { part: inTime.length, of } }),
  };
}

/** Ranks who has enough, best first; the others follow in the order of their codes. */
function placed(rows: readonly HandlingRow[]): HandlingRow[] {
  const ranked = rows
    .filter(({ share }) => share !== undefined && share.of >= leastRanked)
    .sort((a, b) => compareShares(b, a) || (a.group < b.group ? -1 : 1));
  const others = rows.filter((row) => !ranked.includes(row));
  const third = Math.floor(ranked.length / 3);
  const isAllEqual = ranked.every((row) => compareShares(row, ranked[0] ?? row) === 0);
  const withPlaces = ranked.map((row) => {
    const place = 1 + ranked.filter((other) => compareShares(other, row) > 0).length;
    const grade = gradeOf(place, { third, of: ranked.length });
    return { ...row, place, ...(third === 0 || isAllEqual ? {} : { grade }) };
  });
  return [...withPlaces, ...others];
}

/** A tie that lies across a border has the better word. */
function gradeOf(place: number, { third, of }: { third: number; of: number }): HandlingGrade {
  if (place <= third) return 'good';
  return place > of - third ? 'poor' : 'middle';
}

function compareShares(a: HandlingRow, b: HandlingRow): number {
  if (!a.share || !b.share) return 0;
  return a.share.part * b.share.of - b.share.part * a.share.of;
}

/** A share in percent with one decimal: 2 of 3 is `66.7`. */
export function shareText({ part, of }: { part: number; of: number }): string {
  return percentText(rational(BigInt(part), BigInt(of)));
}

/** The rule as it is printed below the order. */
export const handlingRule =
  '当月到期的事项（延期的按延期后的时限；发过督办单的、过了期才调整时限的，仍按原来的时限），按时率＝按时办结÷（到期－核查中），从高到低排；按实际办成的日子算办结日（没有另写的，就是反馈那天），核查用的时间不算承办单位的。按时率相同的并列。参加排序不足3个的只排先后、不分好中差；满3个的，前三分之一为好、后三分之一为差，并列跨线的就高。计入的事项少于3件的：件数太少，不排。已作废、已并办的和村里牵头的不计。';
