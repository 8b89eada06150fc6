/** Proposals of all periods: where each stands, and one of them beside the list. */

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { ResultsFrame } from '../publication/ResultsFrame.tsx';
import {
  Button,
  Empty,
  Query,
  useAddress,
  useDrawer,
  useOwnRoles,
  useTown,
} from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeWords } from '../words/outcomes.ts';
import { type Brief, useStateText } from './use-outcomes.ts';
import './outcomes.css';

// The list is read before one of its rows; what is drawn and selected is for the office.
const DrawForm = lazy(async () => ({ default: (await import('./DrawForm.tsx')).DrawForm }));
const ProposalDrawer = lazy(async () => ({
  default: (await import('./ProposalDrawer.tsx')).ProposalDrawer,
}));
const Selection = lazy(async () => ({ default: (await import('./Selection.tsx')).Selection }));

/** They read the proposals about everybody; others what is about themselves and their village. */
const readers: readonly string[] = ['organisation', 'leader', 'assessment-office', 'discipline'];
const ended: readonly string[] = ['declined', 'reviewed', 'revoked'];

export function OutcomesPage() {
  const w = useWords(outcomeWords);
  const town = useTown();
  const query = useQuery(api.outcomes.proposals.queryOptions({ input: { town } }));
  const drawer = useDrawer();
  const [isDrawing, setDrawing] = useState(false);
  const columns = useColumns();
  const { search } = useAddress();
  const isOwn = !useOwnRoles()?.some((role) => readers.includes(role));
  const all = query.data?.rows ?? [];
  const rows = all.filter((row) => isAsked(row, search));
  const open = all.filter(({ state }) => !ended.includes(state));
  const mayDraw = query.data?.mayDraw && query.data.periods.length > 0;
  return (
    <ResultsFrame
      here="outcomes"
      title={w.outcomes}
      state={
        query.data &&
        w.outcomesState(open.length, open.filter(({ isCorrected }) => isCorrected).length)
      }
      actions={
        mayDraw && (
          <>
            <Button kind="main" onClick={() => setDrawing(true)}>
              {w.draw}
            </Button>
            <Suspense>
              <Selection rows={all} />
            </Suspense>
          </>
        )
      }
    >
      <Query query={query} what={w.outcomes}>
        {() => (
          <DataTable
            name="proposals"
            label={w.label}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => drawer.open(id)}
            {...(drawer.id === undefined ? {} : { openKey: drawer.id })}
            empty={
              <Empty
                what={isOwn ? w.ownNothing : w.nothing}
                why={isOwn ? w.ownNothingWhy : w.nothingWhy}
              />
            }
          />
        )}
      </Query>
      <Suspense>
        {drawer.id && <ProposalDrawer id={drawer.id} onClose={drawer.close} />}
        {isDrawing && query.data && (
          <DrawForm periods={query.data.periods} onClose={() => setDrawing(false)} />
        )}
      </Suspense>
    </ResultsFrame>
  );
}

/** Whether a row is of the period and step that the address asks for. */
function isAsked(row: Brief, { line, period, step }: Readonly<Record<string, string>>): boolean {
  if (line !== undefined && row.line !== line) return false;
  if (period !== undefined && row.period !== period) return false;
  if (step === undefined) return true;
  return step === 'corrected' ? row.isCorrected : row.state === step && !row.isCorrected;
}

function useColumns(): readonly Column<Brief>[] {
  const w = useWords(outcomeWords);
  const format = useFormat();
  const stateText = useStateText();
  return useMemo(
    () =>
      [
        { id: 'subject', title: w.subject, width: 7, text: ({ subject }) => subject.name },
        { id: 'name', title: w.name, width: 9, text: ({ name }) => name, filter: true },
        {
          id: 'state',
          title: w.stateHead,
          width: 7,
          text: (row) => (row.isBehind ? w.behind : stateText(row)),
          filter: true,
        },
        { id: 'body', title: w.body, width: 9, text: ({ body }) => body },
        {
          id: 'dueOn',
          title: w.dueOn,
          width: 6,
          text: ({ dueOn }) => (dueOn ? format.shortDay(dueOn) : ''),
          sortBy: ({ dueOn = '' }) => dueOn,
        },
        {
          id: 'period',
          title: w.period,
          width: 9,
          text: ({ label }) => label,
          sortBy: ({ period }) => period,
          filter: true,
        },
        { id: 'scheme', title: w.scheme, width: 12, text: ({ schemeName }) => schemeName },
        { id: 'why', title: w.why, width: 18, text: ({ reason }) => reason },
      ] satisfies Column<Brief>[],
    [w, format, stateText],
  );
}
