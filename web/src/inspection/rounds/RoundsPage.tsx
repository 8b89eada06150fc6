/** Rounds of inspection, each a way to its places and draws. */

import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useOwnRoles, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { InspectionFrame, roundReaders } from '../InspectionFrame.tsx';
import type { RoundRow } from '../replies.ts';
import { PlanForm } from './PlanForm.tsx';
import { useRoundState } from './round-words.ts';

/** Whoever plans no rounds reads the check sheets here: what is looked at is no secret. */
export function RoundsPage() {
  const town = useTown();
  const own = useOwnRoles();
  if (own === undefined) return null;
  if (roundReaders.some((role) => own.includes(role))) return <Rounds />;
  return <Navigate to="/$town/inspection/templates" params={{ town }} replace />;
}

function Rounds() {
  const w = useWords(inspectionWords);
  const town = useTown();
  const navigate = useNavigate();
  const [isPlanning, setPlanning] = useState(false);
  const query = useQuery(api.rounds.list.queryOptions({ input: { town } }));
  const rows = query.data?.rows ?? [];
  const count = (...states: readonly string[]) =>
    rows.filter(({ state }) => states.includes(state)).length;
  const columns = useColumns();
  const open = ({ id }: { id: string }) =>
    void navigate({ to: '/$town/inspection/rounds/$round', params: { town, round: id } });
  return (
    <InspectionFrame
      here="rounds"
      title={w.rounds}
      state={query.data && w.state(count('planned', 'drawn', 'going'), count('missed'))}
      actions={
        query.data?.mayPlan && (
          <Button kind="main" onClick={() => setPlanning(true)}>
            {w.plan}
          </Button>
        )
      }
    >
      <Query query={query} what={w.rounds}>
        {() => (
          <DataTable
            name="rounds"
            label={w.label}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={open}
            empty={<Empty what={w.nothing} why={w.nothingWhy} />}
          />
        )}
      </Query>
      {isPlanning && (
        <PlanForm onClose={() => setPlanning(false)} onPlanned={({ round }) => open(round)} />
      )}
    </InspectionFrame>
  );
}

function useColumns(): readonly Column<RoundRow>[] {
  const w = useWords(inspectionWords);
  const format = useFormat();
  const state = useRoundState();
  return useMemo(() => {
    const count = (id: 'visits' | 'gone' | 'missed', title: string) => ({
      id,
      title,
      kind: 'number' as const,
      unit: w.places,
      width: 5,
      text: (row: RoundRow) => String(row[id]),
    });
    return [
      {
        id: 'name',
        title: w.round,
        width: 16,
        text: ({ period, template }) => w.roundName(format.period(period), template.name),
      },
      { id: 'state', title: w.stateHead, width: 5, text: state, filter: true },
      {
        id: 'when',
        title: w.when,
        width: 13,
        text: ({ from, to }) => w.span(format.shortDay(from), format.shortDay(to)),
        sortBy: ({ from }) => from,
      },
      { id: 'office', title: w.office, width: 8, text: ({ office }) => office.name, filter: true },
      {
        id: 'mode',
        title: w.mode,
        width: 5,
        text: ({ mode }) => (mode === 'open' ? w.open : w.unannounced),
        filter: true,
      },
      count('visits', w.visits),
      count('gone', w.gone),
      count('missed', w.missed),
    ];
  }, [w, format, state]);
}
