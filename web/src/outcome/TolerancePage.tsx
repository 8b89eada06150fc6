/** The register of tolerance: who asked about which fact, what was found, what was decided. */

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { ResultsFrame } from '../publication/ResultsFrame.tsx';
import { Button, Drawer, Empty, Knot, Query, Thread, useDrawer, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeDeedWords } from '../words/outcome-deeds.ts';
import type { Tolerance } from './use-outcomes.ts';
import './outcomes.css';

// Who only reads the register does not wait for the forms.
const ApplyForm = lazy(async () => ({ default: (await import('./ToleranceForms.tsx')).ApplyForm }));
const FindingForm = lazy(async () => ({
  default: (await import('./ToleranceForms.tsx')).FindingForm,
}));
const DecisionForm = lazy(async () => ({
  default: (await import('./ToleranceForms.tsx')).DecisionForm,
}));

export function TolerancePage() {
  const d = useWords(outcomeDeedWords);
  const town = useTown();
  const query = useQuery(api.outcomes.tolerances.queryOptions({ input: { town } }));
  const drawer = useDrawer();
  const [isApplying, setApplying] = useState(false);
  const columns = useColumns();
  const rows = query.data?.rows ?? [];
  const shown = rows.find(({ id }) => id === drawer.id);
  return (
    <ResultsFrame
      here="tolerance"
      title={d.tolerance}
      state={query.data && d.toleranceState(rows.filter(({ state }) => state !== 'decided').length)}
      actions={
        query.data?.mayApply && (
          <Button kind="main" onClick={() => setApplying(true)}>
            {d.applyTolerance}
          </Button>
        )
      }
    >
      <Query query={query} what={d.tolerance}>
        {() => (
          <DataTable
            name="tolerances"
            label={d.toleranceLabel}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => drawer.open(id)}
            {...(drawer.id === undefined ? {} : { openKey: drawer.id })}
            empty={<Empty what={d.noTolerance} why={d.noToleranceWhy} />}
          />
        )}
      </Query>
      {shown && <ToleranceDrawer row={shown} onClose={drawer.close} />}
      <Suspense>{isApplying && <ApplyForm onClose={() => setApplying(false)} />}</Suspense>
    </ResultsFrame>
  );
}

function ToleranceDrawer({ row, onClose }: { row: Tolerance; onClose(): void }) {
  const d = useWords(outcomeDeedWords);
  const format = useFormat();
  const [isWriting, setWriting] = useState(false);
  const [deed] = row.deeds;
  const { examined, decided } = row;
  const close = () => setWriting(false);
  return (
    <Drawer
      title={`${row.subject.name} ${row.factId}`}
      onClose={onClose}
      actions={
        deed && (
          <Button kind="main" onClick={() => setWriting(true)}>
            {d[deed]}
          </Button>
        )
      }
    >
      <Thread label={d.toleranceLabel}>
        <Knot title={d.applyTolerance}>
          <p>{row.said}</p>
          <p className="soft">
            {row.appliedBy} · {format.day(row.appliedOn)}
          </p>
        </Knot>
        {examined && (
          <Knot title={d.examine}>
            <p>{examined.finding}</p>
            <p className="soft">
              {examined.by} · {format.day(examined.on)}
            </p>
          </Knot>
        )}
        {decided && (
          <Knot title={d[decided.result]}>
            <p>{decided.reason}</p>
            <p>{decided.isHeard ? d.heard : d.notHeard}</p>
            <p className="soft">
              {[decided.body, decided.documentNo, format.day(decided.on), decided.by].join(' · ')}
            </p>
          </Knot>
        )}
      </Thread>
      <Suspense>
        {isWriting && deed === 'examine' && <FindingForm row={row} onClose={close} />}
        {isWriting && deed === 'decide' && <DecisionForm row={row} onClose={close} />}
      </Suspense>
    </Drawer>
  );
}

function useColumns(): readonly Column<Tolerance>[] {
  const d = useWords(outcomeDeedWords);
  const format = useFormat();
  return useMemo(
    () =>
      [
        { id: 'subject', title: d.subject, width: 7, text: ({ subject }) => subject.name },
        { id: 'fact', title: d.factId, width: 8, text: ({ factId }) => factId },
        {
          id: 'state',
          title: d.stateHead,
          width: 7,
          text: ({ state, decided }) =>
            decided ? d[decided.result] : state === 'applied' ? d.applied : d.examined,
          filter: true,
        },
        {
          id: 'appliedOn',
          title: d.appliedOn,
          width: 6,
          text: ({ appliedOn }) => format.shortDay(appliedOn),
          sortBy: ({ appliedOn }) => appliedOn,
        },
        { id: 'said', title: d.why, width: 20, text: ({ said }) => said },
        {
          id: 'dueOn',
          title: d.dueOn,
          width: 6,
          text: ({ dueOn }) => (dueOn ? format.shortDay(dueOn) : ''),
        },
      ] satisfies Column<Tolerance>[],
    [d, format],
  );
}
