/** Counts of ballots that were entered, and the way to enter more. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Empty, Query, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeDeedWords } from '../words/outcome-deeds.ts';
import { BallotForm } from './BallotForm.tsx';
import type { Ballots as BallotList } from './use-outcomes.ts';

type Row = BallotList['rows'][number];

export function Ballots() {
  const d = useWords(outcomeDeedWords);
  const town = useTown();
  const query = useQuery(api.outcomes.ballots.queryOptions({ input: { town } }));
  const [isAdding, setAdding] = useState(false);
  const columns = useColumns();
  return (
    <section className="outcome-part">
      <h2>{d.ballots}</h2>
      <p className="soft prose">{d.ballotsSays}</p>
      <Query query={query} what={d.ballots}>
        {(ballots) => (
          <>
            {ballots.mayImport && ballots.kinds.length > 0 && (
              <p>
                <Button onClick={() => setAdding(true)}>{d.addBallots}</Button>
              </p>
            )}
            <DataTable
              name="ballots"
              label={d.ballots}
              rows={ballots.rows}
              rowKey={({ id }) => id}
              columns={columns}
              empty={<Empty what={d.noBallots} />}
            />
            {isAdding && <BallotForm kinds={ballots.kinds} onClose={() => setAdding(false)} />}
          </>
        )}
      </Query>
    </section>
  );
}

function useColumns(): readonly Column<Row>[] {
  const d = useWords(outcomeDeedWords);
  const format = useFormat();
  return useMemo(
    () =>
      [
        { id: 'subject', title: d.subject, width: 7, text: ({ subject }) => subject.name },
        {
          id: 'kind',
          title: d.ballotKind,
          width: 9,
          text: ({ kindName }) => kindName,
          filter: true,
        },
        {
          id: 'on',
          title: d.votedOn,
          width: 6,
          text: ({ on }) => format.shortDay(on),
          sortBy: ({ on }) => on,
        },
        {
          id: 'counts',
          title: d.ballots,
          width: 16,
          text: ({ present, eligible, valid, returned }) =>
            d.counts(present, eligible, valid, returned),
        },
        {
          id: 'votes',
          title: d.votes,
          width: 16,
          text: ({ votes }) =>
            Object.entries(votes)
              .map(([option, count]) => `${option} ${count}`)
              .join('，'),
        },
        { id: 'tellers', title: d.tellers, width: 8, text: ({ tellers }) => tellers.join('、') },
        {
          id: 'supervisors',
          title: d.supervisors,
          width: 8,
          text: ({ supervisors }) => supervisors.join('、'),
        },
      ] satisfies Column<Row>[],
    [d, format],
  );
}
