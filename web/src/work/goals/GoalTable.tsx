/** The tree of goals as a dense table; every figure opens into what it is made of. */

import { useMemo } from 'react';
import { type Format, useFormat } from '../../format/index.ts';
import { Empty } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { type Like, useWords } from '../../words/catalogue.ts';
import { goalWords } from '../../words/goals.ts';
import { GoalLight } from './GoalLight.tsx';
import type { Goal, GoalList } from './replies.ts';
import { codeOrder, depthOf, useShareText } from './use-goals.ts';

interface GoalTableProps {
  list: GoalList;
  onOpen(id: string): void;
  openId: string | undefined;
}

export function GoalTable({ list, onOpen, openId }: GoalTableProps) {
  const w = useWords(goalWords);
  const columns = useGoalColumns(onOpen);
  return (
    <div className="print-wide">
      <DataTable
        name="goals"
        label={w.label}
        rows={list.rows}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => onOpen(id)}
        {...(openId === undefined ? {} : { openKey: openId })}
        empty={<Empty what={w.empty(list.year)} why={list.mayManage ? w.emptyWhy : w.emptyRead} />}
      />
    </div>
  );
}

function useGoalColumns(onOpen: (id: string) => void): readonly Column<Goal>[] {
  const w = useWords(goalWords);
  const format = useFormat();
  const shareText = useShareText();
  return useMemo(() => {
    const open = ({ id }: Goal) => onOpen(id);
    return [
      goalColumn(w),
      ...figureColumns(w),
      ...shareColumns(w, { format, shareText, open }),
      dueColumn(w, format),
      ...placeColumns(w),
      { id: 'why', title: w.why, width: 24, text: ({ light }) => light.why },
    ];
  }, [w, format, shareText, onOpen]);
}

type Words = Like<typeof goalWords.zh>;

function goalColumn(w: Words): Column<Goal> {
  return {
    id: 'goal',
    title: w.goal,
    width: 17,
    text: ({ code, title }) => `${code} ${title}`,
    sortBy: ({ code }) => codeOrder(code),
    cell: ({ code, title, isLeaf }) => (
      <span className={isLeaf ? 'goal-leaf' : 'goal-parent'} data-depth={depthOf(code)}>
        {code} {title}
      </span>
    ),
  };
}

function figureColumns(w: Words): Column<Goal>[] {
  return [
    { id: 'target', title: w.target, kind: 'number', width: 5, text: ({ target }) => target ?? '' },
    {
      id: 'baseline',
      title: w.baseline,
      kind: 'number',
      width: 5,
      text: ({ baseline }) => baseline ?? '',
    },
    { id: 'now', title: w.current, kind: 'number', width: 5, text: ({ current }) => current ?? '' },
    { id: 'unit', title: w.unit, width: 4, text: ({ unit }) => unit ?? '' },
  ];
}

interface ShareSaying {
  readonly format: Format;
  shareText(share: Goal['share']): string;
  open(goal: Goal): void;
}

function shareColumns(w: Words, { format, shareText, open }: ShareSaying): Column<Goal>[] {
  return [
    {
      id: 'done',
      title: w.progress,
      kind: 'number',
      width: 7,
      text: ({ share, missing, leaves }) =>
        missing === leaves && share.low !== share.high ? w.notRead : shareText(share),
      sortBy: ({ share }) => Number(share.low),
      open,
    },
    {
      id: 'read',
      title: w.readDay,
      width: 5,
      text: ({ readOn }) => (readOn ? format.shortDay(readOn) : ''),
      sortBy: ({ readOn }) => readOn ?? '',
    },
    {
      id: 'expected',
      title: w.expectedWhenRead,
      kind: 'number',
      width: 7,
      text: ({ expectedWhenRead }) =>
        expectedWhenRead === undefined ? '' : `${expectedWhenRead}%`,
      sortBy: ({ expectedWhenRead }) => Number(expectedWhenRead ?? -1),
    },
    {
      id: 'light',
      title: w.light,
      width: 5,
      text: ({ light }) => w[light.state],
      cell: ({ light }) => <GoalLight state={light.state} />,
      filter: true,
    },
  ];
}

function dueColumn(w: Words, format: Format): Column<Goal> {
  return {
    id: 'due',
    title: w.due,
    width: 9,
    text: ({ dueOn, moves }) =>
      dueOn === undefined
        ? ''
        : `${format.shortDay(dueOn)}${moves > 0 ? ` ${w.movedTimes(moves)}` : ''}`,
    sortBy: ({ dueOn }) => dueOn ?? '',
  };
}

function placeColumns(w: Words): Column<Goal>[] {
  const named = (
    id: string,
    title: string,
    of: (goal: Goal) => { name: string } | undefined,
  ): Column<Goal> => ({ id, title, width: 6, text: (goal) => of(goal)?.name ?? '' });
  return [
    named('accountable', w.accountable, ({ accountable }) => accountable),
    { ...named('lead', w.lead, ({ leadUnit }) => leadUnit), filter: true },
    { ...named('leader', w.leader, ({ leadLeader }) => leadLeader), filter: true },
    { ...named('village', w.village, ({ village }) => village), filter: true },
  ];
}
