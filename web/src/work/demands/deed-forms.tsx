/** What is done with a demand, each as a dialog that says what will happen. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/index.ts';
import { Choice, DeedModal, type DeedModalProps, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import type { Demand } from './replies.ts';
import { useDemandRefresh } from './use-demands.ts';

interface DeedProps {
  demand: Demand;
  onClose(): void;
}

/** A leader's word on a demand that was stopped. */
export function DecideForm({
  demand,
  outcome,
  onClose,
}: DeedProps & { outcome: 'allow' | 'refuse' }) {
  const w = useWords(demandWords);
  const town = useTown();
  const [reason, setReason] = useState('');
  const stops = demand.findings.filter((finding) => finding.stops).length;
  const input = { town, id: demand.id, outcome, reason: reason.trim() };
  return (
    <DemandModal
      title={w.decideTitle}
      says={w.decideSays(demand.title, stops)}
      action={outcome === 'allow' ? w.allow : w.refuse}
      call={client.demands.override}
      input={input.reason === '' ? undefined : input}
      onClose={onClose}
    >
      <Reason value={reason} onChange={setReason} hint={w.reasonHint} />
    </DemandModal>
  );
}

/** A demand is taken back before it left, or a booking that was wrong. */
export function WithdrawForm({ demand, onClose }: DeedProps) {
  const w = useWords(demandWords);
  const town = useTown();
  const [reason, setReason] = useState('');
  const input = { town, id: demand.id, reason: reason.trim() };
  return (
    <DemandModal
      title={w.withdrawTitle}
      says={w.withdrawSays}
      action={w.withdraw}
      call={client.demands.withdraw}
      input={input.reason === '' ? undefined : input}
      onClose={onClose}
    >
      <Reason value={reason} onChange={setReason} />
    </DemandModal>
  );
}

/** A cleared demand left. */
export function SendForm({ demand, onClose }: DeedProps) {
  const w = useWords(demandWords);
  const town = useTown();
  return (
    <DemandModal
      title={w.sendTitle}
      says={w.sendSays(demand.units.length)}
      action={w.send}
      call={client.demands.send}
      input={{ town, id: demand.id }}
      onClose={onClose}
    />
  );
}

/** The office that somebody else's booking counts against has read it. */
export function AcknowledgeForm({ demand, onClose }: DeedProps) {
  const w = useWords(demandWords);
  const town = useTown();
  return (
    <DemandModal
      title={w.acknowledgeTitle}
      says={w.acknowledgeSays}
      action={w.acknowledge}
      call={client.demands.acknowledge}
      input={{ town, id: demand.id }}
      onClose={onClose}
    />
  );
}

/** A demand becomes part of one that asks the same; those that the gate named stand first. */
export function MergeForm({ demand, onClose }: DeedProps) {
  const w = useWords(demandWords);
  const town = useTown();
  const named = demand.findings.flatMap(({ demand: other }) => other ?? []);
  const [into, setInto] = useState(named[0] ?? '');
  const query = useQuery(api.demands.list.queryOptions({ input: { town } }));
  const own = new Set(demand.units.map(({ code }) => code));
  const open = (query.data?.rows ?? []).filter(
    ({ id, state, units }) =>
      id !== demand.id &&
      (state === 'sent' || state === 'cleared') &&
      [...own].every((code) => units.some((unit) => unit.code === code)),
  );
  // What another office asked is not in the own list, but the gate names it: it may be chosen.
  const missing = named.filter((id) => !open.some((one) => one.id === id));
  const options = [
    ...open.map(({ id, office, title }) => ({ value: id, label: w.ofOffice(office.name, title) })),
    ...missing.map((id) => ({
      value: id,
      label: demand.findings.find((finding) => finding.demand === id)?.sentence ?? id,
    })),
  ];
  return (
    <DemandModal
      title={w.mergeTitle}
      says={w.mergeSays}
      action={w.merge}
      call={client.demands.merge}
      input={into === '' ? undefined : { town, id: demand.id, into }}
      onClose={onClose}
    >
      <Choice label={w.mergeTarget} options={options} value={into} onChange={setInto} required />
    </DemandModal>
  );
}

interface ReasonProps {
  value: string;
  onChange(text: string): void;
  hint?: string;
}

function Reason({ value, onChange, hint }: ReasonProps) {
  const w = useWords(demandWords);
  return (
    <Field label={w.reason} {...(hint ? { hint } : {})} required>
      {(parts) => (
        <input
          {...parts}
          maxLength={200}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

function DemandModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  return <DeedModal {...props} refresh={useDemandRefresh()} />;
}
