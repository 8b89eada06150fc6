/** The village's own words about a fact or an entry, written down by the town. */

import { useState } from 'react';
import { client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice, DateField, Field } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { LedgerModal } from './LedgerModal.tsx';
import type { Fact, Note } from './replies.ts';
import { useOptions } from './use-ledger.ts';

interface NoteFormProps {
  about: { factId: string } | { entryId: string };
  subjects: Fact['subjects'];
  onClose(): void;
}

const channels = ['telephone', 'paper', 'visit'] as const;

export function NoteForm({ about, subjects, onClose }: NoteFormProps) {
  const w = useWords(ledgerWords);
  const town = useTown();
  const { today } = useFormat();
  const units = useOptions().data?.subjects.filter(({ isPerson }) => !isPerson) ?? [];
  const own = units.find(({ code }) => subjects.some((one) => one.code === code));
  const [unit, setUnit] = useState('');
  const [channel, setChannel] = useState<Note['channel']>('telephone');
  const [saidOn, setSaidOn] = useState(today);
  const [said, setSaid] = useState('');
  const words = { paper: w.paper, telephone: w.telephone, visit: w.visit };
  const onBehalfOf = unit || own?.code || '';
  const isWhole = onBehalfOf !== '' && saidOn !== '' && said.trim() !== '';
  return (
    <LedgerModal
      title={w.addNote}
      action={w.save}
      call={client.ledger.addNote}
      input={isWhole ? { town, ...about, onBehalfOf, channel, saidOn, said } : undefined}
      onClose={onClose}
    >
      <Choice
        label={w.forVillage}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
        value={onBehalfOf}
        onChange={setUnit}
        required
      />
      <Field label={w.channel} required>
        {(parts) => (
          <select
            {...parts}
            value={channel}
            onChange={(event) => setChannel(event.target.value as Note['channel'])}
          >
            {channels.map((one) => (
              <option key={one} value={one}>
                {words[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DateField label={w.saidOn} value={saidOn} onChange={setSaidOn} max={today} required />
      <Field label={w.said} hint={w.saidHint} required>
        {(parts) => (
          <textarea
            {...parts}
            rows={4}
            maxLength={2000}
            value={said}
            onChange={(event) => setSaid(event.target.value)}
          />
        )}
      </Field>
    </LedgerModal>
  );
}
