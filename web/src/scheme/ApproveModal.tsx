/** Approving a draft by the decision of the committee. */

import { useState } from 'react';
import { client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { DateField, Field } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';
import type { VersionRead } from './replies.ts';
import { SchemeModal } from './SchemeModal.tsx';

export function ApproveModal({ read, onClose }: { read: VersionRead; onClose(): void }) {
  const w = useWords(schemeWords);
  const town = useTown();
  const format = useFormat();
  const { id, name, sourceSha256, from, to, documentNo = '' } = read.version;
  const [decisionNo, setDecisionNo] = useState(documentNo);
  const [decidedBy, setDecidedBy] = useState('');
  const [decidedOn, setDecidedOn] = useState('');
  const isWhole = decisionNo.trim() && decidedBy.trim() && decidedOn;
  return (
    <SchemeModal
      title={w.approveTitle(name)}
      says={w.approveBody(from ? format.day(from) : '', to ? format.day(to) : '')}
      action={w.approve}
      call={client.scheme.approve}
      input={isWhole ? { town, id, sourceSha256, decisionNo, decidedBy, decidedOn } : undefined}
      onClose={onClose}
    >
      <Field label={w.decisionNo} hint={w.decisionNoHint} required>
        {(parts) => (
          <input {...parts} value={decisionNo} onChange={(e) => setDecisionNo(e.target.value)} />
        )}
      </Field>
      <Field label={w.decidedBy} hint={w.decidedByHint} required>
        {(parts) => (
          <input {...parts} value={decidedBy} onChange={(e) => setDecidedBy(e.target.value)} />
        )}
      </Field>
      <DateField
        label={w.decidedOn}
        value={decidedOn}
        max={format.today}
        onChange={setDecidedOn}
        required
      />
    </SchemeModal>
  );
}
