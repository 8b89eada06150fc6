/** Results of a round: each sheet and how far its village has confirmed it; what is to be improved. */

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useDrawer, useTown } from '../../shell/index.ts';
import { DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { resultWords } from '../../words/results.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { RoundResults } from '../replies.ts';
import { Counting } from './Counting.tsx';
import { ResultDrawer } from './ResultDrawer.tsx';
import { useResultColumns } from './use-result-columns.ts';
import '../findings/findings.css';

export function ResultsPage() {
  const w = useWords(resultWords);
  const town = useTown();
  const format = useFormat();
  const drawer = useDrawer();
  const { round: id = '' } = useParams({ strict: false });
  const query = useQuery(api.results.round.queryOptions({ input: { town, id } }));
  const columns = useResultColumns();
  const round = query.data?.round;
  const rows = query.data?.visits.flatMap(({ sheets }) => sheets) ?? [];
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return (
    <InspectionFrame
      here="rounds"
      title={round ? `${format.period(round.period)} ${round.template} ${w.results}` : w.results}
      state={
        query.data &&
        (query.data.isSettled ? w.settled : w.state(count('toConfirm'), count('objected')))
      }
      actions={
        <>
          <Link to="/$town/inspection/rounds/$round" params={{ town, round: id }}>
            {w.back}
          </Link>
          <Button onClick={() => window.print()}>{w.print}</Button>
        </>
      }
    >
      <Query query={query} what={w.results}>
        {(data) => (
          <>
            <DataTable
              name="results"
              label={w.label}
              rows={rows}
              rowKey={(row) => row.id}
              columns={columns}
              onOpen={(row) => drawer.open(row.id)}
              empty={<Empty what={w.nothing} why={w.nothingWhy} />}
            />
            <Without data={data} />
            <Matters data={data} />
            <Counting round={id} />
          </>
        )}
      </Query>
      {drawer.id && <ResultDrawer id={drawer.id} onClose={drawer.close} />}
    </InspectionFrame>
  );
}

/** Places without a sheet: nobody went, or nothing was sent yet. */
function Without({ data }: { data: RoundResults }) {
  const w = useWords(resultWords);
  const words = { planned: w.notSent, gone: w.notSent, missed: w.missed, withdrawn: w.withdrawn };
  const said = (['notSent', 'missed', 'withdrawn'] as const).flatMap((kind) => {
    const places = data.visits.filter(
      ({ sheets, state }) => sheets.length === 0 && words[state] === w[kind],
    );
    return places.length === 0 ? [] : [w.without(w[kind], places.map(placeText).join('、'))];
  });
  return said.map((sentence) => <p key={sentence}>{sentence}</p>);
}

function placeText({ reason, subject }: RoundResults['visits'][number]): string {
  return reason === undefined ? subject.name : `${subject.name}（${reason}）`;
}

function Matters({ data: { matters } }: { data: RoundResults }) {
  const w = useWords(resultWords);
  return (
    <section>
      <h2>{w.matters}</h2>
      {matters.length === 0 && <p>{w.mattersNone}</p>}
      <ol className="matters">
        {matters.map(({ group, line, places, standard }) => (
          <li key={line}>{w.matter(group, standard, places)}</li>
        ))}
      </ol>
    </section>
  );
}
