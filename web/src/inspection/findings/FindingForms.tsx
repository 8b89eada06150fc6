/** Deeds on findings: sending them out, looking at one again, taking one off. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/index.ts';
import { EvidenceField } from '../../evidence/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { findingWords } from '../../words/findings.ts';
import { Line, Lines, Pick } from '../../work/WorkFields.tsx';
import { InspectionModal } from '../InspectionModal.tsx';
import type { FindingRow } from '../replies.ts';

interface RectifyFormProps {
  /** Those of one sheet that were not sent out yet. */
  rows: readonly FindingRow[];
  onClose(): void;
}

export function RectifyForm({ rows, onClose }: RectifyFormProps) {
  const w = useWords(findingWords);
  const town = useTown();
  const [first] = rows;
  const options = useQuery(api.demands.options.queryOptions({ input: { town } }));
  const [basis, setBasis] = useState(first?.template ?? '');
  const [dutyEntry, setDutyEntry] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isStopped, setStopped] = useState(false);
  const duties = options.data?.dutyEntries ?? [];
  const answers = { canLookUp: false, askedLately: false, canWait: false };
  return (
    <InspectionModal
      title={w.rectify}
      says={w.rectifySays(rows.length)}
      action={w.rectify}
      call={client.findings.rectify}
      onDone={({ isStopped }) => {
        setStopped(isStopped);
        return isStopped;
      }}
      input={
        isAsked && !isStopped && basis.trim().length > 1
          ? {
              town,
              findings: rows.map(({ id, version }) => ({ id, version })),
              basis,
              ...(dutyEntry === '' ? {} : { dutyEntry }),
              answers,
            }
          : undefined
      }
      onClose={onClose}
    >
      <Line label={w.basis} value={basis} onChange={setBasis} required />
      <Pick
        label={w.dutyEntry}
        options={[
          ['', w.dutyNone],
          ...duties.map(({ code, title }) => [code, `${code} ${title}`] as const),
        ]}
        value={dutyEntry}
        onChange={setDutyEntry}
      />
      <label className="result-tick">
        <input
          type="checkbox"
          checked={isAsked}
          onChange={({ target }) => setAsked(target.checked)}
        />
        {w.asked}
      </label>
      {isStopped && <output>{w.stopped}</output>}
    </InspectionModal>
  );
}

interface FindingFormProps {
  row: FindingRow;
  onClose(): void;
}

export function RecheckForm({ row, onClose }: FindingFormProps) {
  const w = useWords(findingWords);
  const town = useTown();
  const [result, setResult] = useState<'rectified' | 'notYet'>('rectified');
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const isWhole = evidence.length > 0 && (result === 'rectified' || note.trim().length > 1);
  return (
    <InspectionModal
      title={w.recheck}
      says={w.recheckSays}
      action={w.recheck}
      call={client.findings.recheck}
      input={
        isWhole && !isBusy
          ? { town, id: row.id, version: row.version, result, note, evidence: [...evidence] }
          : undefined
      }
      onClose={onClose}
    >
      <EvidenceField
        town={town}
        label={w.after}
        value={evidence}
        onChange={setEvidence}
        onBusy={setBusy}
      />
      <Pick<'rectified' | 'notYet'>
        label={w.result}
        options={[
          ['rectified', w.yes],
          ['notYet', w.no],
        ]}
        value={result}
        onChange={setResult}
      />
      <Lines label={w.note} value={note} onChange={setNote} required={result === 'notYet'} />
    </InspectionModal>
  );
}

export function DropForm(props: FindingFormProps) {
  const w = useWords(findingWords);
  return <ReasonForm {...props} title={w.drop} says={w.dropSays} call={client.findings.drop} />;
}

export function DistinguishForm(props: FindingFormProps) {
  const w = useWords(findingWords);
  const words = { title: w.distinguish, says: w.distinguishSays };
  return <ReasonForm {...props} {...words} call={client.findings.distinguish} />;
}

interface ReasonFormProps extends FindingFormProps {
  title: string;
  says: string;
  call: typeof client.findings.drop | typeof client.findings.distinguish;
}

function ReasonForm({ row, title, says, call, onClose }: ReasonFormProps) {
  const w = useWords(findingWords);
  const town = useTown();
  const [note, setNote] = useState('');
  return (
    <InspectionModal
      title={title}
      says={says}
      action={title}
      call={call}
      input={note.trim().length > 1 ? { town, id: row.id, version: row.version, note } : undefined}
      onClose={onClose}
    >
      <Line label={w.reason} value={note} onChange={setNote} required />
    </InspectionModal>
  );
}
