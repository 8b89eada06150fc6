/** Published results: the periods, each with its latest published edition. */

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, type client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Empty, Query, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { publicationWords } from '../words/publication.ts';
import { Internet } from './Internet.tsx';
import { ResultsFrame } from './ResultsFrame.tsx';

type Reply = Awaited<ReturnType<typeof client.publication.list>>;
type Row = Reply['rows'][number];

export function PublicationsPage() {
  const w = useWords(publicationWords);
  const town = useTown();
  const query = useQuery(api.publication.list.queryOptions({ input: { town } }));
  const navigate = useNavigate();
  const { rows = [], today = '' } = query.data ?? {};
  const columns = useColumns(today);
  const published = rows.filter((row) => row.published);
  const open = published.filter((row) => isRunning(row, today));
  return (
    <ResultsFrame
      here="editions"
      title={w.title}
      state={query.data && w.state(published.length, open.length)}
    >
      <Query query={query} what={w.title}>
        {() => (
          <DataTable
            name="publications"
            label={w.label}
            rows={rows}
            rowKey={({ line, period }) => `${line}/${period}`}
            columns={columns}
            onOpen={({ line, period }) =>
              void navigate({ to: `/${town}/results/${line}/${period}` })
            }
            empty={<Empty what={w.nothing} why={w.nothingWhy} />}
          />
        )}
      </Query>
      <Internet />
    </ResultsFrame>
  );
}

function isRunning({ published, state }: Row, today: string): boolean {
  return published !== undefined && state === 'published' && published.objectUntil >= today;
}

function useColumns(today: string): readonly Column<Row>[] {
  const w = useWords(publicationWords);
  const format = useFormat();
  return useMemo(() => {
    const stateOf = (row: Row) => {
      if (!row.published) return w.none;
      if (row.state === 'sealed') return w.sealed;
      return isRunning(row, today) ? w.running : w.over;
    };
    return [
      {
        id: 'scheme',
        title: w.scheme,
        width: 14,
        text: ({ schemeName }) => schemeName,
        // The periods of a scheme would else be buttons of one name to those who do not see the row.
        cell: ({ schemeName, period }) => (
          <>
            {schemeName}
            <span className="reader-only"> {format.period(period)}</span>
          </>
        ),
        filter: true,
      },
      {
        id: 'period',
        title: w.period,
        width: 8,
        text: ({ period }) => format.period(period),
        sortBy: ({ from }) => from,
      },
      { id: 'state', title: w.stateHead, width: 8, text: stateOf, filter: true },
      {
        id: 'edition',
        title: w.edition,
        width: 5,
        text: ({ published }) => (published ? w.nth(published.edition) : ''),
      },
      {
        id: 'postedOn',
        title: w.postedOn,
        width: 7,
        text: ({ published }) => (published ? format.shortDay(published.postedOn) : ''),
        sortBy: ({ published }) => published?.postedOn ?? '',
      },
      {
        id: 'objectUntil',
        title: w.objectUntil,
        width: 7,
        text: ({ published }) => (published ? format.shortDay(published.objectUntil) : ''),
        sortBy: ({ published }) => published?.objectUntil ?? '',
      },
      {
        id: 'receipt',
        title: w.receipt,
        width: 14,
        text: ({ published }) => published?.receiptCode ?? '',
      },
    ] satisfies Column<Row>[];
  }, [w, format, today]);
}
