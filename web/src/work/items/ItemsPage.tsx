/** Items: the list with lights, narrowed from the address, and one item beside it. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Empty, Light, Query, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import type { Item } from './replies.ts';
import { isEnded, useStateText } from './use-items.ts';

export function ItemsPage() {
  const w = useWords(itemWords);
  const town = useTown();
  const query = useQuery(api.items.list.queryOptions({ input: { town } }));
  const columns = useItemColumns();
  const open = query.data?.rows.filter((item) => !isEnded(item)) ?? [];
  const lit = (state: Item['light']['state']) =>
    open.filter(({ light }) => light.state === state).length;
  return (
    <WorkFrame
      here="items"
      title={w.items}
      state={query.data && w.state(open.length, lit('overdue'), lit('near'))}
    >
      <Query query={query} what={w.items}>
        {({ rows }) => (
          <DataTable
            name="items"
            label={w.label}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            empty={<Empty what={w.nothing} why={w.nothingWhy} />}
          />
        )}
      </Query>
    </WorkFrame>
  );
}

function useItemColumns(): readonly Column<Item>[] {
  const w = useWords(itemWords);
  const format = useFormat();
  const stateText = useStateText();
  return useMemo(
    () =>
      [
        { id: 'title', title: w.title, width: 20, text: ({ title }) => title },
        { id: 'no', title: w.no, width: 7, text: ({ no }) => no ?? '' },
        {
          id: 'light',
          title: w.light,
          width: 20,
          text: ({ light }) => light.why,
          cell: ({ light }) => <Light state={light.state} reason={light.why} />,
        },
        { id: 'state', title: w.stateHead, width: 6, text: stateText, filter: true },
        { id: 'lead', title: w.lead, width: 8, text: ({ lead }) => lead?.name ?? '', filter: true },
        {
          id: 'accountable',
          title: w.accountable,
          width: 5,
          text: ({ accountable }) => accountable?.name ?? '',
        },
        {
          id: 'due',
          title: w.dueOn,
          width: 6,
          text: ({ dueOn }) => (dueOn ? format.shortDay(dueOn) : ''),
          sortBy: ({ dueOn }) => dueOn ?? '',
        },
      ] satisfies Column<Item>[],
    [w, format, stateText],
  );
}
