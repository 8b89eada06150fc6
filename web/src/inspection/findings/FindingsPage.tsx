/** What inspections found wrong: where, by when, how far it is; each opens with before and after. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useAddress, useDrawer, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { findingWords } from '../../words/findings.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { FindingRow } from '../replies.ts';
import { FindingDrawer } from './FindingDrawer.tsx';
import { useFindingState } from './finding-words.ts';
import { MakeNotices } from './MakeNotices.tsx';

export function FindingsPage() {
  const w = useWords(findingWords);
  const { findings: title } = useWords(inspectionWords);
  const town = useTown();
  const drawer = useDrawer();
  const { search, change } = useAddress();
  const { sheet } = search;
  const input = { town, ...(sheet === undefined ? {} : { sheet }) };
  const query = useQuery(api.findings.list.queryOptions({ input }));
  const rows = query.data?.rows ?? [];
  const columns = useColumns();
  const open = rows.filter(({ state }) => state === 'found' || state === 'toRectify').length;
  const overdue = rows.filter(({ isOverdue }) => isOverdue).length;
  const opened = rows.find(({ id }) => id === drawer.id);
  return (
    <InspectionFrame
      here="findings"
      title={title}
      state={query.data && w.state(open, overdue)}
      actions={query.data && <MakeNotices rows={rows} />}
      filters={
        sheet !== undefined && (
          <span>
            {w.ofSheet} <Button onClick={() => change({ sheet: undefined })}>{w.ofAll}</Button>
          </span>
        )
      }
    >
      <Query query={query} what={title}>
        {() => (
          <DataTable
            name="findings"
            label={w.label}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => drawer.open(id)}
            empty={<Empty what={w.nothing} why={w.nothingWhy} />}
          />
        )}
      </Query>
      {opened && <FindingDrawer row={opened} rows={rows} onClose={drawer.close} />}
    </InspectionFrame>
  );
}

function useColumns(): readonly Column<FindingRow>[] {
  const w = useWords(findingWords);
  const format = useFormat();
  const state = useFindingState();
  return useMemo(
    (): readonly Column<FindingRow>[] => [
      {
        id: 'village',
        title: w.village,
        width: 7,
        text: ({ subject }) => subject.name,
        filter: true,
      },
      { id: 'group', title: w.group, width: 10, text: ({ group }) => group, filter: true },
      { id: 'place', title: w.place, width: 14, text: ({ place }) => place || w.noPlace },
      { id: 'state', title: w.stateHead, width: 6, text: state, filter: true },
      {
        id: 'due',
        title: w.dueOn,
        width: 7,
        text: ({ dueOn }) => format.shortDay(dueOn),
        sortBy: ({ dueOn }) => dueOn,
      },
      {
        id: 'repeat',
        title: w.repeat,
        width: 5,
        text: ({ repeats }) => (repeats ? w.repeat : ''),
        filter: true,
      },
      {
        id: 'round',
        title: w.round,
        width: 16,
        text: ({ period, template }) => `${format.period(period)} ${template}`,
      },
    ],
    [w, format, state],
  );
}
