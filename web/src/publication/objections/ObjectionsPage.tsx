/** Objections that one may read: what about, by when to answer, how far they are. */

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, type client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useAddress, useOwnRoles, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { objectionWords } from '../../words/objections.ts';
import { ResultsFrame } from '../ResultsFrame.tsx';
import { resultWords, stateWords, wayWords } from './objection-words.ts';
import './objecting.css';
import './objections.css';

type Row = Awaited<ReturnType<typeof client.objections.list>>['rows'][number];

export function ObjectionsPage() {
  const w = useWords(objectionWords);
  const town = useTown();
  const navigate = useNavigate();
  const { search, change } = useAddress();
  const show = search.show === 'all' ? 'all' : 'open';
  const query = useQuery(api.objections.list.queryOptions({ input: { town, show } }));
  const rows = query.data?.rows ?? [];
  const open = rows.filter(({ state }) => state !== 'answered' && state !== 'withdrawn');
  const columns = useColumns();
  return (
    <ResultsFrame
      here="objections"
      title={w.title}
      state={query.data && w.state(open.length, open.filter((row) => row.isOverdue).length)}
      filters={
        <Button onClick={() => change({ show: show === 'all' ? undefined : 'all' })}>
          {show === 'all' ? w.showOpen : w.showAll}
        </Button>
      }
      actions={<Actions mayWriteDown={query.data?.mayWriteDown ?? false} />}
    >
      <Query query={query} what={w.title}>
        {() => (
          <DataTable
            name="objections"
            label={w.label}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => void navigate({ to: `/${town}/results/objections/${id}` })}
            empty={<Empty what={w.nothing} why={w.nothingWhy} />}
          />
        )}
      </Query>
    </ResultsFrame>
  );
}

function Actions({ mayWriteDown }: { mayWriteDown: boolean }) {
  const w = useWords(objectionWords);
  const town = useTown();
  const own = useOwnRoles() ?? [];
  const isOffice = own.includes('assessment-office') || own.includes('discipline');
  const looks = 'button button-plain objecting-link';
  return (
    <>
      {mayWriteDown && (
        <Link to={`/${town}/results/objections/new`} search={{} as never} className={looks}>
          {w.writeDown}
        </Link>
      )}
      {isOffice && (
        <Link to={`/${town}/results/objections/statistics`} search={{} as never} className={looks}>
          {w.statistics}
        </Link>
      )}
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const w = useWords(objectionWords);
  const format = useFormat();
  return useMemo((): readonly Column<Row>[] => {
    const [states, results, ways] = [stateWords(w), resultWords(w), wayWords(w)];
    return [
      { id: 'no', title: w.no, width: 7, text: ({ no }) => no ?? w.noNumber },
      { id: 'matter', title: w.matter, width: 20, text: ({ matter }) => matter.title },
      { id: 'by', title: w.by, width: 6, text: ({ by }) => by?.name ?? w.nameless, filter: true },
      {
        id: 'state',
        title: w.now,
        width: 7,
        text: ({ isOverdue, result, state }) =>
          [isOverdue ? w.overdue : '', states[state], result ? results[result] : '']
            .filter(Boolean)
            .join(' '),
        filter: true,
      },
      {
        id: 'answerBy',
        title: w.answerBy,
        width: 7,
        text: ({ answerBy }) => format.shortDay(answerBy),
        sortBy: ({ answerBy }) => answerBy,
      },
      { id: 'decider', title: w.decider, width: 6, text: ({ decider }) => decider?.name ?? '' },
      { id: 'way', title: w.way, width: 5, text: ({ way }) => ways[way], filter: true },
    ];
  }, [w, format]);
}
