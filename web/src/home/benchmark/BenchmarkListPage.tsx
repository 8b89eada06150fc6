/** One list of the district: where the town stands, what is weakest and whose, what would move it up. */

import type { BenchmarkShown } from '@oneneedle/contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { ResultsFrame } from '../../publication/ResultsFrame.tsx';
import { Button, Query, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { benchmarkWords } from '../../words/benchmark.ts';
import { useWords } from '../../words/catalogue.ts';
import { BenchmarkForm } from './BenchmarkForm.tsx';
import { CellsShown } from './CellsShown.tsx';
import { Chances } from './Chances.tsx';
import { rankText } from './rank-words.ts';

type Weak = BenchmarkShown['place']['indicators'][number];

/** `/qinghe/results/benchmark/<id>` */
export function BenchmarkListPage() {
  const w = useWords(benchmarkWords);
  const format = useFormat();
  const town = useTown();
  const { list: id = '' } = useParams({ strict: false }) as { list?: string };
  const [isCorrecting, setCorrecting] = useState(false);
  const query = useQuery(api.benchmark.one.queryOptions({ input: { town, id } }));
  const { data } = query;
  return (
    <ResultsFrame
      here="benchmark"
      title={data ? `${data.name} ${format.period(data.period)}` : w.title}
      state={data && sentencesOf(data, w)}
      actions={
        <span className="benchmark-deeds">
          {data?.may.correct && !isCorrecting && (
            <Button onClick={() => setCorrecting(true)}>{w.correct}</Button>
          )}
          <Button onClick={() => window.print()}>{w.print}</Button>
        </span>
      }
    >
      <Query query={query} what={w.title}>
        {(list) =>
          isCorrecting ? (
            <BenchmarkForm list={list} onDone={() => setCorrecting(false)} />
          ) : (
            <>
              <h2>{w.weakest}</h2>
              <WeakTable rows={list.place.indicators} />
              <Chances list={list} />
              <h2>{w.original}</h2>
              <CellsShown cells={list.cells} label={w.original} />
              <p className="soft">
                {list.issuer} {list.document}{' '}
                {w.recordedBy(list.recordedBy, format.moment(list.recordedAt))}
              </p>
            </>
          )
        }
      </Query>
    </ResultsFrame>
  );
}

function sentencesOf({ place }: BenchmarkShown, w: (typeof benchmarkWords)['en']): string {
  const { rank, towns, tiedWith, first, next, beyondTen, indicators, unlike } = place;
  const names = (some: readonly string[]) => some.join(w.listComma);
  return [
    rank ? w.placeOf(rankText(rank, w), towns) : w.placeUnknown,
    tiedWith.length > 0 ? w.tied(names(tiedWith)) : '',
    first ? w.behind(names(first.towns), first.gap) : '',
    next && next.gap !== first?.gap ? w.behindNext(names(next.towns), next.gap) : '',
    indicators.length > 0 ? w.beyondOf(beyondTen, indicators.length) : '',
    unlike === undefined ? '' : w.unlike(unlike),
  ]
    .filter(Boolean)
    .join(' ');
}

function WeakTable({ rows }: { rows: readonly Weak[] }) {
  const w = useWords(benchmarkWords);
  const columns = useMemo<Column<Weak>[]>(
    () => [
      { id: 'name', title: w.indicator, width: 12, text: ({ name }) => name },
      {
        id: 'rank',
        title: w.rank,
        kind: 'number',
        width: 7,
        text: ({ rank }) => rankText(rank, w),
        sortBy: ({ rank }) => (rank ? rank.at * 2 + (rank.isOpen ? 1 : 0) : 0),
      },
      { id: 'score', title: w.score, kind: 'number', text: ({ score }) => score ?? w.none },
      { id: 'full', title: w.full, kind: 'number', text: ({ full }) => full ?? w.none },
      { id: 'lost', title: w.lost, kind: 'number', text: ({ lost }) => lost ?? w.none },
      {
        id: 'best',
        title: w.best,
        width: 9,
        text: ({ best }) => (best ? w.bestOf(best.score, best.towns.join(w.listComma)) : w.none),
      },
      {
        id: 'office',
        title: w.office,
        width: 9,
        filter: true,
        text: ({ office, unit }) =>
          unit?.name ?? (office === undefined ? w.none : w.noOffice(office)),
      },
      {
        id: 'leaders',
        title: w.leaders,
        width: 8,
        text: ({ leaders }) => leaders.map(({ name }) => name).join(w.listComma) || w.none,
      },
    ],
    [w],
  );
  return (
    <DataTable
      name="benchmark.weakest"
      label={w.weakest}
      rows={rows}
      rowKey={({ name }) => name}
      columns={columns}
    />
  );
}
