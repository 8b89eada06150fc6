/** The deeds of the register of tolerance as dialogs. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice, DateField } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeDeedWords } from '../words/outcome-deeds.ts';
import { Line, Lines, optionsOf, Pick } from '../work/WorkFields.tsx';
import { OutcomeModal } from './OutcomeModal.tsx';
import type { Tolerance } from './use-outcomes.ts';

export function ApplyForm({ onClose }: { onClose(): void }) {
  const d = useWords(outcomeDeedWords);
  const town = useTown();
  const { today } = useFormat();
  const units = useQuery(api.outcomes.tolerances.queryOptions({ input: { town } }));
  const [factId, setFact] = useState('');
  const [subject, setSubject] = useState('');
  const [said, setSaid] = useState('');
  const [appliedOn, setOn] = useState(today);
  const isWhole = [factId, subject, said, appliedOn].every((text) => text.trim() !== '');
  return (
    <OutcomeModal
      title={d.applyTolerance}
      says={d.applySays}
      action={d.applyTolerance}
      call={client.outcomes.applyTolerance}
      input={isWhole ? { town, factId, subject, said, appliedOn } : undefined}
      onClose={onClose}
    >
      <Line label={d.factId} value={factId} onChange={setFact} required />
      <Choice
        label={d.subject}
        options={optionsOf(units.data?.subjects)}
        value={subject}
        onChange={setSubject}
        required
      />
      <Lines label={d.why} value={said} onChange={setSaid} required />
      <DateField label={d.appliedOn} value={appliedOn} max={today} onChange={setOn} required />
    </OutcomeModal>
  );
}

interface StepProps {
  row: Tolerance;
  onClose(): void;
}

export function FindingForm({ row: { id, version }, onClose }: StepProps) {
  const d = useWords(outcomeDeedWords);
  const town = useTown();
  const [finding, setFinding] = useState('');
  return (
    <OutcomeModal
      title={d.examine}
      action={d.examine}
      call={client.outcomes.examineTolerance}
      input={finding.trim().length > 1 ? { town, id, version, finding } : undefined}
      onClose={onClose}
    >
      <Lines label={d.finding} value={finding} onChange={setFinding} required />
    </OutcomeModal>
  );
}

export function DecisionForm({ row: { id, version }, onClose }: StepProps) {
  const d = useWords(outcomeDeedWords);
  const town = useTown();
  const { today } = useFormat();
  const [result, setResult] = useState<'exempt' | 'lighten' | 'none'>('none');
  const [body, setBody] = useState('');
  const [documentNo, setNo] = useState('');
  const [decidedOn, setOn] = useState(today);
  const [reason, setReason] = useState('');
  const isWhole = [body, documentNo, decidedOn, reason].every((text) => text.trim() !== '');
  return (
    <OutcomeModal
      title={d.decide}
      says={d.applySays}
      action={d.decide}
      call={client.outcomes.decideTolerance}
      input={
        isWhole ? { town, id, version, result, body, documentNo, decidedOn, reason } : undefined
      }
      onClose={onClose}
    >
      <Pick<'exempt' | 'lighten' | 'none'>
        label={d.result}
        options={[
          ['exempt', d.exempt],
          ['lighten', d.lighten],
          ['none', d.none],
        ]}
        value={result}
        onChange={setResult}
      />
      <Line label={d.body} value={body} onChange={setBody} required />
      <Line label={d.documentNo} value={documentNo} onChange={setNo} required />
      <DateField label={d.decidedOn} value={decidedOn} max={today} onChange={setOn} required />
      <Lines label={d.reason} value={reason} onChange={setReason} required />
    </OutcomeModal>
  );
}
