/** The duty lists: what villages do themselves, help with, or may not be asked. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, client } from '../../api/index.ts';
import { Empty, Query, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { ListDeeds } from './ListDeeds.tsx';
import type { DutyEntry } from './replies.ts';
import './demands.css';

export function DutyListsPage() {
  const w = useWords(demandWords);
  const town = useTown();
  const query = useQuery(api.demands.dutyEntries.queryOptions({ input: { town } }));
  const rows = query.data?.rows ?? [];
  const barred = rows.filter(({ list }) => list === 'barred').length;
  const columns = useDutyColumns();
  return (
    <WorkFrame
      here="demands"
      title={w.dutyLists}
      state={query.data && w.dutyState(rows.length, barred)}
      actions={
        <ListDeeds
          mayKeep={query.data?.mayKeep ?? false}
          fetchFile={client.demands.exportDutyLists}
          preview={client.demands.previewDutyLists}
          mark={client.demands.markDutyLists}
          take={client.demands.importDutyLists}
        />
      }
    >
      <Query query={query} what={w.dutyLists}>
        {() => (
          <DataTable
            name="duty-lists"
            label={w.dutyLists}
            rows={rows}
            rowKey={({ code }) => code}
            columns={columns}
            empty={<Empty what={w.dutyNone} why={w.dutyNoneWhy} />}
          />
        )}
      </Query>
    </WorkFrame>
  );
}

function useDutyColumns(): readonly Column<DutyEntry>[] {
  const w = useWords(demandWords);
  return useMemo(() => {
    const span = ({ from, to }: DutyEntry) =>
      [from && w.since(from), to && w.until(to)].filter(Boolean).join(' ');
    return [
      { id: 'code', title: w.code, width: 6, text: ({ code }) => code },
      { id: 'title', title: w.dutyEntry, width: 26, text: ({ title }) => title },
      { id: 'list', title: w.list, width: 7, text: ({ list }) => w.listOf(list), filter: true },
      {
        id: 'offices',
        title: w.offices,
        width: 12,
        text: ({ offices }) =>
          offices.length === 0 ? w.everyOffice : offices.map(({ name }) => name).join('、'),
      },
      { id: 'basis', title: w.basis, width: 18, text: ({ basis }) => basis },
      { id: 'span', title: w.inForce, width: 14, text: span },
    ] satisfies Column<DutyEntry>[];
  }, [w]);
}
