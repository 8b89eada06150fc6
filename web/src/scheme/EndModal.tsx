/** Ending an approved version by a decision, as long as nothing of it is sealed. */

import { useState } from 'react';
import { client } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';
import type { VersionRead } from './replies.ts';
import { SchemeModal } from './SchemeModal.tsx';

export function EndModal({ read, onClose }: { read: VersionRead; onClose(): void }) {
  const w = useWords(schemeWords);
  const town = useTown();
  const { id, name } = read.version;
  const [decisionNo, setDecisionNo] = useState('');
  const [reason, setReason] = useState('');
  return (
    <SchemeModal
      title={w.endTitle(name)}
      says={w.endBody}
      action={w.end}
      call={client.scheme.end}
      input={decisionNo.trim() && reason.trim() ? { town, id, decisionNo, reason } : undefined}
      onClose={onClose}
    >
      <Field label={w.decisionNo} hint={w.decisionNoHint} required>
        {(parts) => (
          <input {...parts} value={decisionNo} onChange={(e) => setDecisionNo(e.target.value)} />
        )}
      </Field>
      <Field label={w.endReason} required>
        {(parts) => (
          <textarea
            {...parts}
            rows={3}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
        )}
      </Field>
    </SchemeModal>
  );
}
