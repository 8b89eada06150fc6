/**
 * The order of a round and its red list (红榜). Only who was gone to and has all points stands in it;
 * there is no list of the last, whatever a scheme says.
 */

import { type Milli, rankLists, rankSubjects, type Scheme } from '@oneneedle/kernel';
import type { ReviewedVisit } from '../../inspection/index.ts';
import type { ReviewPoints, SubjectPoints } from './points.ts';

/** Why somebody has no place; never because of a zero. */
export type Unplaced = 'planned' | 'missed' | 'withdrawn' | 'missing' | 'notAssessed' | 'notOnList';

type Named = ReviewedVisit['subject'];

/** One place of the round in its order. */
export interface OrderRow {
  readonly subject: Named;
  readonly group?: string;
  readonly place?: number;
  readonly isTied: boolean;
  readonly total?: SubjectPoints['total'];
  readonly unplaced?: Unplaced;
  readonly reason?: string;
  readonly lines: {
    readonly clause: string;
    readonly text: string;
    readonly lost: SubjectPoints['total'];
    readonly factIds: string[];
  }[];
}

interface RedList {
  readonly name: string;
  readonly most: number;
  readonly subjects: Named[];
  readonly note: string;
}

interface Standing {
  readonly visit: ReviewedVisit;
  readonly points: SubjectPoints | undefined;
  readonly unplaced: Unplaced | undefined;
}

/** How long the red list is where neither scheme nor meeting say it. */
export const usualRedList = 3;

/**
 * The places of a round, best first, then those without a place in the order of the roster. Where
 * groups are ranked each for itself, one stands below the other.
 */
export function orderOf(
  { ranking }: Scheme,
  visits: readonly ReviewedVisit[],
  found: ReviewPoints,
): OrderRow[] {
  const standings = standingsOf(visits, found);
  const places = rankSubjects(standings.flatMap(ranked), ranking);
  const rows = standings.map(({ visit, points, unplaced }): OrderRow => {
    const place = places.get(visit.subject.code);
    const isTied = standings.some(
      (other) =>
        other.visit !== visit &&
        place !== undefined &&
        places.get(other.visit.subject.code) === place &&
        (ranking?.within === 'all' || other.points?.group === points?.group),
    );
    return {
      subject: visit.subject,
      ...(points?.group === undefined ? {} : { group: points.group }),
      isTied,
      ...(place === undefined || !points ? {} : { place, total: points.total }),
      ...(unplaced === undefined ? {} : whyNot({ visit, points, unplaced })),
      lines: unplaced === undefined && points ? lostIn(points) : [],
    };
  });
  const groups = ranking?.within === 'all' ? [] : [...new Set(rows.map(({ group }) => group))];
  const last = Number.MAX_SAFE_INTEGER;
  return rows.sort(
    (a, b) =>
      groups.indexOf(a.group) - groups.indexOf(b.group) || (a.place ?? last) - (b.place ?? last),
  );
}

/** Whether a scheme says who comes onto the red list. */
export function statesRedList({ ranking }: Scheme): boolean {
  return (ranking?.lists ?? []).some(({ top }) => top !== undefined);
}

interface RedListNeeds {
  readonly found: ReviewPoints;
  /** Groups by their codes. */
  readonly names: Readonly<Record<string, string>>;
  /** How long the meeting wants it. */
  readonly top: number;
}

/**
 * The red lists: by the cut of the scheme; where it states none, as many as the meeting says, with all
 * who tie there. A list of the last is left out.
 */
export function redListsOf(
  { ranking }: Scheme,
  visits: readonly ReviewedVisit[],
  { found, names, top }: RedListNeeds,
): RedList[] {
  const groups = Object.entries(names).map(([code, name]) => ({ code, name }));
  const stated = (ranking?.lists ?? []).filter((list) => list.top !== undefined);
  const own = { name: '红榜', top: `${top}`, ties: 'include', audience: 'internal' } as const;
  const named = new Map(visits.map(({ subject }) => [subject.code, subject]));
  const items = standingsOf(visits, found)
    .flatMap(ranked)
    .map((item) => ({ ...item, name: named.get(item.code)?.name ?? item.code }));
  return (stated.length > 0 ? stated : [own]).flatMap((rule) =>
    rankLists(items, { ...ranking, lists: [rule] }, groups).map(({ name, subjects, note }) => ({
      name,
      most: Number(rule.top),
      subjects: subjects.flatMap((code) => named.get(code) ?? []),
      note,
    })),
  );
}

function standingsOf(visits: readonly ReviewedVisit[], { subjects }: ReviewPoints): Standing[] {
  return visits.map((visit) => {
    const points = subjects.find(({ code }) => code === visit.subject.code);
    return { visit, points, unplaced: unplacedBy(visit, points) };
  });
}

/** Why somebody has no place; undefined for who has one. */
export function unplacedBy(
  { state, sheets }: ReviewedVisit,
  points: SubjectPoints | undefined,
): Unplaced | undefined {
  if (state === 'missed' || state === 'withdrawn') return state;
  if (sheets.length === 0) return 'planned';
  if (!points) return 'notOnList';
  if (points.notAssessed !== undefined) return 'notAssessed';
  return points.isRanked ? undefined : 'missing';
}

function ranked({ visit, points, unplaced }: Standing) {
  if (unplaced !== undefined || !points) return [];
  const { group, total } = points;
  const place = group === undefined ? {} : { group };
  return [{ code: visit.subject.code, totalMilli: total.milli as Milli, rankable: true, ...place }];
}

function whyNot({ visit, points, unplaced }: Standing): Pick<OrderRow, 'unplaced' | 'reason'> {
  const missing = points?.missing.join('、');
  const reason =
    unplaced === 'missing'
      ? missing
      : unplaced === 'notAssessed'
        ? points?.notAssessed
        : visit.reason;
  return {
    ...(unplaced === undefined ? {} : { unplaced }),
    ...(reason === undefined || reason === '' ? {} : { reason }),
  };
}

function lostIn({ clauses }: SubjectPoints): OrderRow['lines'] {
  return clauses
    .filter(({ change }) => change.milli < 0)
    .sort((a, b) => a.change.milli - b.change.milli)
    .map(({ code, text, change, factIds }) => ({
      clause: code,
      text,
      lost: change,
      factIds: [...factIds],
    }));
}
