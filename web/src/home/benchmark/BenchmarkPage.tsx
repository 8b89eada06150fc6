/** Lists of the district: our place on each, the latest first. */

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, type client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { ResultsFrame } from '../../publication/ResultsFrame.tsx';
import { Empty, Query, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { benchmarkWords } from '../../words/benchmark.ts';
import { useWords } from '../../words/catalogue.ts';
import { rankText } from './rank-words.ts';

type Row = Awaited<ReturnType<typeof client.benchmark.list>>['rows'][number];

export function BenchmarkPage() {
  const w = useWords(benchmarkWords);
  const town = useTown();
  const navigate = useNavigate();
  const query = useQuery(api.benchmark.list.queryOptions({ input: { town } }));
  const columns = useColumns();
  const { data } = query;
  return (
    <ResultsFrame
      here="benchmark"
      title={w.title}
      state={data && w.state(data.rows.length)}
      actions={
        data?.may.record && (
          <Link className="button button-main link-button" to={`/${town}/results/benchmark/new`}>
            {w.record}
          </Link>
        )
      }
    >
      <Query query={query} what={w.title}>
        {({ rows }) => (
          <DataTable
            name="benchmark"
            label={w.label}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => void navigate({ to: `/${town}/results/benchmark/${id}` })}
            empty={<Empty what={w.nothing} why={w.nothingWhy} />}
          />
        )}
      </Query>
    </ResultsFrame>
  );
}

function useColumns(): readonly Column<Row>[] {
  const w = useWords(benchmarkWords);
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'period', title: w.period, width: 8, text: ({ period }) => format.period(period) },
      { id: 'name', title: w.name, width: 14, text: ({ name }) => name },
      { id: 'issuer', title: w.issuer, width: 12, text: ({ issuer }) => issuer },
      { id: 'rank', title: w.rank, kind: 'number', text: ({ rank }) => rankText(rank, w) },
      { id: 'towns', title: w.towns, kind: 'number', text: ({ towns }) => `${towns}` },
      {
        id: 'first',
        title: w.gapFirst,
        kind: 'number',
        text: ({ first }) => first?.gap ?? w.none,
      },
      { id: 'next', title: w.gapNext, kind: 'number', text: ({ next }) => next?.gap ?? w.none },
      {
        id: 'indicators',
        title: w.indicators,
        kind: 'number',
        text: ({ indicators }) => `${indicators}`,
      },
      {
        id: 'beyond',
        title: w.beyond,
        kind: 'number',
        text: ({ beyondTen }) => `${beyondTen}`,
      },
    ],
    [w, format],
  );
}
