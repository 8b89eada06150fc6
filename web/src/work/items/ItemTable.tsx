/** Items as a table: the light in words, who leads, who answers, until when, how often it was moved. */

import { useMemo } from 'react';
import { useFormat } from '../../format/index.ts';
import { Empty, Light } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { type Like, useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import type { Item } from './replies.ts';
import { useStateText } from './use-items.ts';

interface ItemTableProps {
  rows: readonly Item[];
  onOpen(item: Item): void;
  openId: string | undefined;
}

export function ItemTable({ rows, onOpen, openId }: ItemTableProps) {
  const w = useWords(itemWords);
  const columns = useItemColumns();
  return (
    <DataTable
      name="items"
      label={w.label}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={onOpen}
      {...(openId === undefined ? {} : { openKey: openId })}
      empty={<Empty what={w.nothing} why={w.nothingWhy} />}
    />
  );
}

/** The order of the lights: the most urgent first. */
const urgency = { overdue: 0, near: 1, normal: 2, waiting: 3, done: 4 };

function useItemColumns(): readonly Column<Item>[] {
  const w = useWords(itemWords);
  const format = useFormat();
  const stateText = useStateText();
  return useMemo(() => {
    return [
      { id: 'title', title: w.title, width: 16, text: ({ title }) => title },
      { id: 'no', title: w.no, width: 8, text: ({ no }) => no ?? '' },
      {
        id: 'light',
        title: w.light,
        width: 22,
        text: ({ light }) => light.why,
        sortBy: ({ light, dueOn }) => `${urgency[light.state]} ${dueOn ?? ''}`,
        cell: ({ light }) => <Light state={light.state} reason={light.why} />,
      },
      { id: 'state', title: w.stateHead, width: 6, text: stateText, filter: true },
      { id: 'lead', title: w.lead, width: 7, text: ({ lead }) => lead?.name ?? '' },
      {
        id: 'accountable',
        title: w.accountable,
        width: 5,
        text: ({ accountable }) => accountable?.name ?? '',
      },
      {
        id: 'due',
        title: w.dueOn,
        width: 5,
        text: ({ dueOn }) => (dueOn ? format.shortDay(dueOn) : ''),
        sortBy: ({ dueOn }) => dueOn ?? '',
        optional: true,
      },
      {
        id: 'colour',
        title: w.slipHead,
        width: 4,
        text: ({ colour }) => (colour ? w[colour] : ''),
      },
      {
        id: 'moved',
        title: w.moved,
        unit: w.times,
        kind: 'number',
        width: 5,
        text: ({ moved }) => (moved === 0 ? '' : `${moved}`),
        sortBy: ({ moved }) => moved,
      },
      { id: 'leader', title: w.leader, width: 6, text: ({ leader }) => leader?.name ?? '' },
      ...rareColumns(w),
    ] satisfies Column<Item>[];
  }, [w, format, stateText]);
}

/** Columns that a person chooses, and the county's number. */
function rareColumns(w: Like<(typeof itemWords)['zh']>): readonly Column<Item>[] {
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(w.comma);
  return [
    {
      id: 'support',
      title: w.support,
      width: 10,
      text: ({ support }) => names(support),
      optional: true,
    },
    {
      id: 'units',
      title: w.units,
      width: 12,
      text: ({ units }) => names(units),
      optional: true,
    },
    {
      id: 'urged',
      title: w.urged,
      unit: w.times,
      kind: 'number',
      width: 5,
      text: ({ urged }) => (urged === 0 ? '' : `${urged}`),
      optional: true,
    },
    { id: 'upper', title: w.upperNo, width: 9, text: ({ upperNo }) => upperNo ?? '' },
  ];
}
