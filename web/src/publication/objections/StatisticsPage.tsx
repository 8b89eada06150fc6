/** How often whose facts fall: for the assessment office and discipline alone. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Empty, Query, useAddress, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { objectionWords } from '../../words/objections.ts';
import { Pick } from '../../work/WorkFields.tsx';
import { ResultsFrame } from '../ResultsFrame.tsx';
import './objections.css';

type Reply = Awaited<ReturnType<typeof client.objections.statistics>>;
type Row = Reply['groups'][number];

export function StatisticsPage() {
  const w = useWords(objectionWords);
  const town = useTown();
  const { today } = useFormat();
  const { search, change } = useAddress();
  const thisYear = Number(today.slice(0, 4));
  const year = search.year ?? String(thisYear);
  const query = useQuery(api.objections.statistics.queryOptions({ input: { town, year } }));
  const columns = useColumns(query.data?.least ?? 0);
  const years = [thisYear, thisYear - 1, thisYear - 2].map(String);
  return (
    <ResultsFrame
      here="objections"
      title={w.statistics}
      state={w.statisticsState}
      filters={
        <Pick
          label={w.year}
          options={years.map((one) => [one, one] as const)}
          value={year}
          onChange={(one) => change({ year: one })}
        />
      }
    >
      <Query query={query} what={w.statistics}>
        {({ received, answeredInTime, answeredLate, groups }) => (
          <>
            <p>{w.counts(received, answeredInTime, answeredLate)}</p>
            <DataTable
              name="objection-statistics"
              label={w.statistics}
              rows={groups}
              rowKey={({ by, name }) => `${by} ${name}`}
              columns={columns}
              empty={<Empty what={w.statisticsNothing} />}
            />
          </>
        )}
      </Query>
    </ResultsFrame>
  );
}

function useColumns(least: number): readonly Column<Row>[] {
  const w = useWords(objectionWords);
  return useMemo(
    (): readonly Column<Row>[] => [
      {
        id: 'by',
        title: w.group,
        width: 7,
        text: ({ by }) => (by === 'office' ? w.office : w.recorder),
        filter: true,
      },
      { id: 'name', title: w.name, width: 8, text: ({ name }) => name },
      {
        id: 'objected',
        title: w.objected,
        width: 8,
        text: ({ objected }) => String(objected),
        sortBy: ({ objected }) => objected,
      },
      {
        id: 'fallen',
        title: w.fallen,
        width: 10,
        text: ({ fallen }) => (fallen === undefined ? w.tooFew(least) : String(fallen)),
      },
    ],
    [w, least],
  );
}
