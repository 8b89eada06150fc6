/** Putting a picture with faces and plates covered in the place of the one that was sent. */

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords } from '../words/evidence.ts';
import { EvidenceField } from './EvidenceField.tsx';
import type { EvidenceItem } from './use-uploads.ts';

/** Closed until it is wanted: it cannot be undone. */
export function RedactForm({ item }: { item: EvidenceItem }) {
  const w = useWords(evidenceWords);
  return (
    <details className="no-print">
      <summary>{w.redact}</summary>
      <p className="prose">{w.redactWhy}</p>
      <Form item={item} />
    </details>
  );
}

function Form({ item }: { item: EvidenceItem }) {
  const w = useWords(evidenceWords);
  const town = useTown();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const [covered, setCovered] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const save = useSave(client.evidence.redact, {
    onSaved: () => {
      setCovered([]);
      setReason('');
      void queries.invalidateQueries({ queryKey: api.evidence.key() });
    },
  });
  const [redactionId, ...others] = covered;
  const missing = redactionId === undefined || others.length > 0 ? w.redactOne : w.redactReason;
  const isReady = redactionId !== undefined && others.length === 0 && reason.trim() !== '';
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const question = { title: w.redact, body: w.redactBody(item.cited.facts), action: w.redact };
    if (!(await confirm(question))) return;
    void save.run({ town, evidenceId: item.id, redactionId, reason: reason.trim() });
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)}>
      <EvidenceField town={town} value={covered} onChange={setCovered} label={w.covered} />
      <Field label={w.reason} hint={w.reasonHint} required>
        {(parts) => (
          <input
            {...parts}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {!isReady && <p className="soft">{missing}</p>}
      <p className="evidence-ways">
        <Button type="submit" disabled={!isReady || save.isBusy}>
          {w.redact}
        </Button>
        {save.step !== 'idle' && <SaveLine save={save} />}
      </p>
    </form>
  );
}
