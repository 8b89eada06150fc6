/** One place of a round: who goes, when, what was drawn; settling it, making it one journey, ending it. */

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { DateField } from '../../forms/index.ts';
import { Button, Drawer, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { reuseWords } from '../../words/reuse.ts';
import { templateWords } from '../../words/templates.ts';
import { ExistingResults } from '../../work/ExistingResults.tsx';
import { Line, Lines, Pick } from '../../work/WorkFields.tsx';
import { InspectionModal } from '../InspectionModal.tsx';
import type { RoundPageData, RoundVisit } from '../replies.ts';
import { DrawForm } from './DrawForm.tsx';
import { ReuseForm } from './ReuseForm.tsx';
import { useVisitState } from './round-words.ts';

interface VisitProps {
  data: RoundPageData;
  visit: RoundVisit;
  onClose(): void;
}

type Deed = 'settle' | 'end' | 'places' | 'merge' | 'apart' | 'goAnyway';

export function VisitDrawer({ data, visit, onClose }: VisitProps) {
  const r = useWords(reuseWords);
  const { paper } = useWords(templateWords);
  const town = useTown();
  const [deed, setDeed] = useState<Deed>();
  const [taken, setTaken] = useState<string>();
  const isOpen = visit.state === 'planned' && (data.may.plan || data.may.overrule);
  const close = () => {
    setDeed(undefined);
    setTaken(undefined);
  };
  return (
    <Drawer
      title={visit.subject.name}
      onClose={onClose}
      actions={isOpen && <Deeds data={data} visit={visit} onDeed={setDeed} />}
    >
      <ExistingResults
        rows={visit.existing}
        deed={({ visit: from }) =>
          isOpen && (
            <Button kind="main" onClick={() => setTaken(from)}>
              {r.takeOver}
            </Button>
          )
        }
      />
      <VisitLines visit={visit} />
      <p>
        <Link
          to="/$town/inspection/rounds/$round/paper/$visit"
          params={{ town, round: data.round.id, visit: visit.id }}
        >
          {paper}
        </Link>
      </p>
      {visit.sheets > 0 && <WholeSheets round={data.round.id} visit={visit.id} />}
      {taken !== undefined && <ReuseForm data={data} visit={visit} from={taken} onClose={close} />}
      {deed && <DeedForm deed={deed} data={data} visit={visit} onClose={close} />}
    </Drawer>
  );
}

/** What stands of the visit. What another office found stands above, and not twice. */
function VisitLines({ visit }: Pick<VisitProps, 'visit'>) {
  const w = useWords(inspectionWords);
  const r = useWords(reuseWords);
  const format = useFormat();
  const state = useVisitState();
  const { hints, mergedWith, reuses, plannedOn, inspectors, places, households, reason } = visit;
  const lines = [
    plannedOn ? format.day(plannedOn) : w.noDay,
    inspectors.map(({ name }) => name).join('、') || w.noInspectors,
    ...(places.length > 0 ? [w.placesOf(places.join('、'))] : []),
    ...(households.length > 0 ? [w.householdsOf(households.join('、'))] : []),
    ...(mergedWith ? [w.mergedWith(mergedWith.office.name, mergedWith.template)] : []),
    ...(reuses ? [r.reuses(reuses.office.name, reuses.template)] : []),
    ...hints.filter(({ kind }) => kind !== 'reuse').map(({ sentence }) => sentence),
    state(visit),
    ...(reason === undefined ? [] : [reason]),
  ];
  return (
    <ul className="visit-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Where there is a result already, going is said with a reason before it has a day. */
function Deeds({
  data,
  visit,
  onDeed,
}: Omit<VisitProps, 'onClose'> & { onDeed(deed: Deed): void }) {
  const w = useWords(inspectionWords);
  const r = useWords(reuseWords);
  const isUndecided = visit.existing.length > 0 && visit.reason === undefined;
  return (
    <>
      {isUndecided ? (
        <Button onClick={() => onDeed('goAnyway')}>{r.goAnyway}</Button>
      ) : (
        <Button kind="main" onClick={() => onDeed('settle')}>
          {w.settle}
        </Button>
      )}
      {nearOf(visit) && <Button onClick={() => onDeed('merge')}>{w.merge}</Button>}
      {visit.mergedWith && <Button onClick={() => onDeed('apart')}>{w.takeApart}</Button>}
      {data.round.places > 0 && <Button onClick={() => onDeed('places')}>{w.drawPlaces}</Button>}
      <Button onClick={() => onDeed('end')}>{w.end}</Button>
    </>
  );
}

function DeedForm({ deed, ...props }: VisitProps & { deed: Deed }) {
  switch (deed) {
    case 'settle':
      return <SettleForm {...props} />;
    case 'end':
      return <EndForm {...props} />;
    case 'places':
      return <DrawForm {...props} what="places" visit={props.visit.id} />;
    case 'goAnyway':
      return <ReuseForm {...props} from={null} />;
    default:
      return (
        <MergeForm {...props} into={deed === 'merge' ? (nearOf(props.visit) ?? null) : null} />
      );
  }
}

/** The visit of another office with which this one could be one journey. */
function nearOf({ hints }: RoundVisit): string | undefined {
  return hints.find((hint) => hint.kind === 'near' && hint.visit !== undefined)?.visit;
}

function WholeSheets(params: { round: string; visit: string }) {
  const w = useWords(inspectionWords);
  const town = useTown();
  return (
    <p>
      <Link to="/$town/inspection/rounds/$round/sheets/$visit" params={{ town, ...params }}>
        {w.sheetWhole}
      </Link>
    </p>
  );
}

function SettleForm({ data: { round }, visit, onClose }: VisitProps) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const [on, setOn] = useState(visit.plannedOn ?? '');
  const [reason, setReason] = useState('');
  return (
    <InspectionModal
      title={w.settleTitle(visit.subject.name)}
      says={w.settleSays}
      action={w.settle}
      call={client.rounds.settle}
      input={
        on === ''
          ? undefined
          : {
              town,
              id: round.id,
              visit: visit.id,
              version: round.version,
              on,
              ...(reason.trim().length > 1 ? { reason } : {}),
            }
      }
      onClose={onClose}
    >
      <DateField
        label={w.day}
        value={on}
        min={round.from}
        max={round.to}
        onChange={setOn}
        required
      />
      <Line label={w.why} value={reason} onChange={setReason} />
    </InspectionModal>
  );
}

function MergeForm({
  data: { round },
  visit,
  into,
  onClose,
}: VisitProps & { into: string | null }) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const title = into === null ? w.takeApart : w.merge;
  return (
    <InspectionModal
      title={title}
      says={visit.hints.find((hint) => hint.visit === into)?.sentence}
      action={title}
      call={client.rounds.settle}
      input={{ town, id: round.id, visit: visit.id, version: round.version, mergeWith: into }}
      onClose={onClose}
    />
  );
}

function EndForm({ data: { round }, visit, onClose }: VisitProps) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const [end, setEnd] = useState<'missed' | 'withdrawn'>('missed');
  const [reason, setReason] = useState('');
  return (
    <InspectionModal
      title={w.endTitle(visit.subject.name)}
      says={w.endSays}
      action={w.end}
      call={client.rounds.settle}
      input={
        reason.trim().length > 1
          ? { town, id: round.id, visit: visit.id, version: round.version, end, reason }
          : undefined
      }
      onClose={onClose}
    >
      <Pick<'missed' | 'withdrawn'>
        label={w.endKind}
        options={[
          ['missed', w.missed],
          ['withdrawn', w.withdrawn],
        ]}
        value={end}
        onChange={setEnd}
      />
      <Lines label={w.why} value={reason} onChange={setReason} required />
    </InspectionModal>
  );
}
