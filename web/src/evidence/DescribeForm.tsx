/** What a file shows, written anew by who brought it, as long as no fact rests on it. */

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { DateField, Field } from '../forms/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords } from '../words/evidence.ts';
import type { EvidenceItem } from './use-uploads.ts';

export function DescribeForm({ item }: { item: EvidenceItem }) {
  const w = useWords(evidenceWords);
  const town = useTown();
  const queries = useQueryClient();
  const [caption, setCaption] = useState(item.caption);
  const [takenOn, setTakenOn] = useState(item.takenOn ?? '');
  const [takenBy, setTakenBy] = useState(item.takenBy);
  const [note, setNote] = useState(item.note);
  const save = useSave(client.evidence.describe, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.evidence.key() }),
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const words = { caption, takenBy, note, ...(takenOn && { takenOn }) };
    void save.run({ town, evidenceId: item.id, ...words });
  };
  return (
    <form className="no-print" onSubmit={onSubmit}>
      <h3>{w.describe}</h3>
      <TextField label={w.caption} hint={w.captionHint} value={caption} onChange={setCaption} />
      <DateField label={w.takenOn} value={takenOn} onChange={setTakenOn} />
      <TextField label={w.takenBy} value={takenBy} onChange={setTakenBy} />
      <TextField label={w.note} value={note} onChange={setNote} />
      <p className="evidence-ways">
        <Button type="submit" disabled={save.isBusy}>
          {w.saveWords}
        </Button>
        {save.step !== 'idle' && <SaveLine save={save} />}
      </p>
    </form>
  );
}

interface TextFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange(value: string): void;
}

function TextField({ label, hint, value, onChange }: TextFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(parts) => (
        <input
          {...parts}
          value={value}
          maxLength={200}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
