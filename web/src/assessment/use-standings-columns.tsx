/** The columns of the list: place, total, change, one column a part, grade. */

import { useMemo } from 'react';
import { signedPointsText } from '../format/index.ts';
import { useAddress } from '../shell/index.ts';
import type { Column } from '../table/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import type { NumberPlace } from './place.ts';
import type { Part, Standing, Standings } from './replies.ts';
import { fullText, isOpen, meanText, partText, totalText } from './standings-rows.ts';

type Words = (typeof assessmentWords)['en'];

interface Sources {
  readonly data: Standings;
  /** Opens what is behind a number of a subject. */
  readonly open: (subject: string, place?: NumberPlace) => void;
}

/** Made once for the data, the language and the chosen group: a new list would draw all rows anew. */
export function useStandingsColumns({ data, open }: Sources): readonly Column<Standing>[] {
  const w = useWords(assessmentWords);
  const group = useAddress().search['is.group'];
  return useMemo(() => {
    // A mean over groups with different full marks would say nothing.
    const hasMean = data.groups.length <= 1 || group !== undefined;
    return [
      nameColumn(w, hasMean),
      rankColumn(w, open),
      ...(data.groups.length > 0 ? [groupColumn(data, w)] : []),
      totalColumn(data, { w, open, hasMean }),
      ...changeColumns(data, w, open),
      ...data.columns.map((_, index) => partColumn(data, index, { w, open, hasMean, group })),
      ...gradeColumns(data, w, open),
      ...(data.rows.some(
        (row) => row.notAssessed !== undefined || isOpen(row) || row.state !== 'scored',
      )
        ? [remarkColumn(w)]
        : []),
    ];
  }, [data, group, open, w]);
}

function nameColumn(w: Words, hasMean: boolean): Column<Standing> {
  return {
    id: 'name',
    title: w.subject,
    width: 7,
    text: ({ name }) => name,
    ...(hasMean ? { total: () => w.mean } : {}),
  };
}

function rankColumn(w: Words, open: Sources['open']): Column<Standing> {
  return {
    id: 'rank',
    title: w.rank,
    kind: 'number',
    width: 5,
    // The bare number is what Excel and the order of rows need; the word stands beside it.
    text: ({ rank }) => (rank === undefined ? w.none : String(rank)),
    cell: ({ rank, isTied }) =>
      rank === undefined ? (
        w.none
      ) : (
        <>
          {isTied && <span className="soft">{w.tied}</span>} {rank}
        </>
      ),
    open: ({ code }) => open(code, { about: 'rank' }),
  };
}

function groupColumn({ groups }: Standings, w: Words): Column<Standing> {
  const names = new Map(groups.map(({ code, name }) => [code, name]));
  return {
    id: 'group',
    title: w.group,
    width: 6,
    text: ({ group = '' }) => names.get(group) ?? group,
    filter: true,
  };
}

interface Figures {
  readonly w: Words;
  readonly open: Sources['open'];
  readonly hasMean: boolean;
}

function totalColumn({ decimals }: Standings, { w, open, hasMean }: Figures): Column<Standing> {
  return {
    id: 'total',
    title: w.total,
    unit: w.points,
    kind: 'number',
    width: 7,
    text: (row) => typed(totalText(row, w)),
    cell: (row) => (isOpen(row) ? totalText(row, w) : <strong>{totalText(row, w)}</strong>),
    open: ({ code }) => open(code),
    ...(hasMean ? { total: (rows) => meanText(rows, ({ total }) => total.milli, decimals) } : {}),
  };
}

/** Not there in the first period: two columns of dashes would only take room. */
function changeColumns(
  { rows, decimals }: Standings,
  w: Words,
  open: Sources['open'],
): Column<Standing>[] {
  if (rows.every(({ changeMilli, ranksUp }) => changeMilli === undefined && ranksUp === undefined))
    return [];
  const group = [w.withPrevious];
  return [
    {
      id: 'change',
      title: w.change,
      group,
      kind: 'number',
      width: 6,
      text: ({ changeMilli }) =>
        changeMilli === undefined ? w.none : signedPointsText(changeMilli, decimals),
      cell: ({ changeMilli }) =>
        changeMilli === undefined ? w.none : printed(signedPointsText(changeMilli, decimals)),
      open: ({ code }) => open(code, { about: 'changes' }),
    },
    {
      id: 'ranks',
      title: w.ranks,
      group,
      width: 6,
      text: (row) => ranksText(row, w),
      sortBy: ({ ranksUp = Number.MIN_SAFE_INTEGER }) => ranksUp,
    },
  ];
}

/** A minus as Excel reads it, for what is copied and sorted. */
function typed(text: string): string {
  return text.replace('−', '-');
}

/** A minus as print shows it. */
function printed(text: string): string {
  return text.replace(/^-/, '−');
}

/** "↑ 升2", "↓ 降1", "持平": an arrow and its word. */
function ranksText({ ranksUp }: Standing, w: Words): string {
  if (ranksUp === undefined) return w.none;
  if (ranksUp === 0) return w.same;
  return ranksUp > 0 ? `↑ ${w.up(ranksUp)}` : `↓ ${w.down(-ranksUp)}`;
}

function partColumn(
  { columns, decimals, groups }: Standings,
  index: number,
  { w, open, hasMean, group }: Figures & { group: string | undefined },
): Column<Standing> {
  const { code = '', name = '' } = columns[index] ?? {};
  const full = fullText(columns[index], groups, group);
  const partOf = ({ parts }: Standing): Part | undefined => parts[index];
  return {
    id: `part.${code}`,
    title: name,
    ...(full === '' ? {} : { unit: w.full(full) }),
    group: [w.parts],
    kind: 'number',
    width: Math.max(6, name.length + 4, name.length + hanWidth(full) + 2),
    text: (row) => typed(partText(partOf(row), row, w)),
    cell: (row) => partText(partOf(row), row, w),
    open: (row) => open(row.code, { code }),
    ...(hasMean ? { total: (rows) => meanText(rows, (row) => partOf(row)?.milli, decimals) } : {}),
  };
}

/** Figures take half of a Han character. */
function hanWidth(text: string): number {
  return Math.ceil(text.replaceAll('／', '//').length / 2);
}

function gradeColumns({ rows }: Standings, w: Words, open: Sources['open']): Column<Standing>[] {
  const grade: Column<Standing> = {
    id: 'grade',
    title: w.grade,
    width: 6,
    filter: true,
    text: ({ grade: own = '' }) => own,
    open: ({ code }) => open(code, { about: 'grade' }),
  };
  const prize: Column<Standing> = {
    id: 'prize',
    title: w.prize,
    width: 7,
    text: ({ prize: own = '' }) => own,
  };
  return [
    ...(rows.some((row) => row.grade !== undefined) ? [grade] : []),
    ...(rows.some((row) => row.prize !== undefined) ? [prize] : []),
  ];
}

function remarkColumn(w: Words): Column<Standing> {
  return {
    id: 'remark',
    title: w.remark,
    width: 12,
    text: (row) => {
      if (row.notAssessed !== undefined) return w.notAssessed(row.notAssessed);
      const state = row.state === 'scored' ? '' : w[row.state];
      return [state, isOpen(row) ? w.provisionalWhy : ''].filter(Boolean).join(' · ');
    },
  };
}
