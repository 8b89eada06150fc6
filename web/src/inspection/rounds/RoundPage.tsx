/** One round: its places with who goes and when, what stands against a day, every draw with its seed. */

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Query, useDrawer, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { RoundPageData, RoundVisit } from '../replies.ts';
import { DrawForm } from './DrawForm.tsx';
import { DrawList } from './DrawList.tsx';
import { AnnounceForm, ExplainForm, WithdrawForm } from './ReasonForms.tsx';
import { useRoundState, useVisitState } from './round-words.ts';
import { VisitDrawer } from './VisitDrawer.tsx';

export function RoundPage() {
  const w = useWords(inspectionWords);
  const town = useTown();
  const format = useFormat();
  const { round: id = '' } = useParams({ strict: false });
  const query = useQuery(api.rounds.one.queryOptions({ input: { town, id } }));
  const drawer = useDrawer();
  const state = useRoundState();
  const round = query.data?.round;
  const opened = query.data?.visits.find((visit) => visit.id === drawer.id);
  return (
    <InspectionFrame
      here="rounds"
      title={round ? w.roundName(format.period(round.period), round.template.name) : w.rounds}
      state={
        round &&
        [
          round.office.name,
          round.mode === 'open' ? w.open : w.unannounced,
          w.span(format.day(round.from), format.day(round.to)),
          state(round),
          ...(round.announcedAt === undefined
            ? []
            : [w.announced(format.moment(round.announcedAt))]),
          ...(round.reason === undefined ? [] : [w.explained(round.reason)]),
        ].join(w.sentence)
      }
      actions={query.data && <Actions data={query.data} />}
    >
      <Query query={query} what={w.rounds}>
        {(data) => (
          <>
            <VisitTable data={data} onOpen={drawer.open} />
            {opened && <VisitDrawer data={data} visit={opened} onClose={drawer.close} />}
            <DrawList draws={data.draws} />
          </>
        )}
      </Query>
    </InspectionFrame>
  );
}

function VisitTable({ data, onOpen }: { data: RoundPageData; onOpen(id: string): void }) {
  const w = useWords(inspectionWords);
  const format = useFormat();
  const state = useVisitState();
  const columns = useMemo(
    (): readonly Column<RoundVisit>[] => [
      { id: 'subject', title: w.subject, width: 8, text: ({ subject }) => subject.name },
      {
        id: 'day',
        title: w.day,
        width: 9,
        text: ({ plannedOn }) => (plannedOn ? format.day(plannedOn) : w.noDay),
        sortBy: ({ plannedOn }) => plannedOn ?? '',
      },
      {
        id: 'inspectors',
        title: w.inspectors,
        width: 12,
        text: ({ inspectors }) => inspectors.map(({ name }) => name).join('、') || w.noInspectors,
      },
      { id: 'state', title: w.stateHead, width: 5, text: state, filter: true },
      {
        id: 'sheets',
        title: w.sheets,
        kind: 'number',
        unit: w.sheetUnit,
        width: 4,
        text: ({ sheets }) => String(sheets),
      },
      {
        id: 'hints',
        title: w.hints,
        width: 24,
        text: ({ hints, mergedWith, reason }) =>
          [
            ...(reason === undefined ? [] : [reason]),
            ...(mergedWith ? [w.mergedWith(mergedWith.office.name, mergedWith.template)] : []),
            ...hints.map(({ sentence }) => sentence),
          ].join(' '),
      },
    ],
    [w, format, state],
  );
  return (
    <DataTable
      name="visits"
      label={w.visits}
      rows={data.visits}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={({ id }) => onOpen(id)}
    />
  );
}

function Actions({ data }: { data: RoundPageData }) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const [deed, setDeed] = useState<
    'inspectors' | 'households' | 'withdraw' | 'explain' | 'announce'
  >();
  const close = () => setDeed(undefined);
  const { round, may } = data;
  return (
    <>
      <Link to="/$town/inspection" params={{ town }}>
        {w.back}
      </Link>
      <Link to="/$town/inspection/rounds/$round/results" params={{ town, round: round.id }}>
        {w.results}
      </Link>
      <Link to="/$town/inspection/rounds/$round/review" params={{ town, round: round.id }}>
        {w.review}
      </Link>
      <Button onClick={() => window.print()}>{w.print}</Button>
      {may.announce && <Button onClick={() => setDeed('announce')}>{w.announce}</Button>}
      {may.explain && <Button onClick={() => setDeed('explain')}>{w.explain}</Button>}
      {may.withdraw && <Button onClick={() => setDeed('withdraw')}>{w.withdraw}</Button>}
      {may.plan && round.households > 0 && (
        <Button onClick={() => setDeed('households')}>{w.drawHouseholds}</Button>
      )}
      {may.plan && (
        <Button kind="main" onClick={() => setDeed('inspectors')}>
          {w.drawInspectors}
        </Button>
      )}
      {(deed === 'inspectors' || deed === 'households') && (
        <DrawForm data={data} what={deed} onClose={close} />
      )}
      {deed === 'announce' && <AnnounceForm data={data} onClose={close} />}
      {deed === 'withdraw' && <WithdrawForm data={data} onClose={close} />}
      {deed === 'explain' && <ExplainForm data={data} onClose={close} />}
    </>
  );
}
