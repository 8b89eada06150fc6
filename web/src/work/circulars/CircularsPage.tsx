/** Circulars that were issued, and months whose circular is still to be prepared. */

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, type client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Empty, Query, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { circularWords } from '../../words/circulars.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import './circulars.css';

type Row = Awaited<ReturnType<(typeof client.circulars)['list']>>['rows'][number];

export function CircularsPage() {
  const w = useWords(circularWords);
  const format = useFormat();
  const town = useTown();
  const navigate = useNavigate();
  const query = useQuery(api.circulars.list.queryOptions({ input: { town } }));
  const open = query.data?.open ?? [];
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      { id: 'title', title: w.circulars, width: 24, text: ({ title }) => title },
      {
        id: 'issuedAt',
        title: w.issuedAt,
        width: 10,
        text: ({ issuedAt }) => format.moment(issuedAt),
        sortBy: ({ issuedAt }) => issuedAt,
      },
      { id: 'issuedBy', title: w.issuedBy, width: 6, text: ({ issuedBy }) => issuedBy },
    ],
    [w, format],
  );
  return (
    <WorkFrame
      here="circulars"
      title={w.circulars}
      state={
        query.data &&
        w.circularsState(query.data.rows.length, open.map(format.period).join(w.comma))
      }
      actions={open.slice(0, 3).map((month) => (
        <Link key={month} to="/$town/work/circulars/$month" params={{ town, month }}>
          {w.prepare(format.period(month))}
        </Link>
      ))}
    >
      <Query query={query} what={w.circulars}>
        {({ rows }) => (
          <DataTable
            name="circulars"
            label={w.circularsLabel}
            rows={rows}
            rowKey={({ month }) => month}
            columns={columns}
            onOpen={({ month }) =>
              void navigate({ to: '/$town/work/circulars/$month', params: { town, month } })
            }
            empty={<Empty what={w.none} why={w.noneWhy} />}
          />
        )}
      </Query>
    </WorkFrame>
  );
}
