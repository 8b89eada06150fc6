/** Deeds beside the calendar: the cap, a quiet period, a recusal. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, DateField, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { Line, optionsOf } from '../../work/WorkFields.tsx';
import { InspectionModal } from '../InspectionModal.tsx';
import type { VisitCalendar } from '../replies.ts';

interface FormProps {
  data: VisitCalendar;
  onClose(): void;
}

export function CapForm({ cap, onClose }: { cap: number; onClose(): void }) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const [text, setText] = useState(String(cap));
  return (
    <InspectionModal
      title={w.setCap}
      says={w.capSays}
      action={w.setCap}
      call={client.rounds.setCap}
      input={text === '' ? undefined : { town, cap: Number(text) }}
      onClose={onClose}
    >
      <Field label={w.capField} required>
        {(parts) => (
          <input
            {...parts}
            inputMode="numeric"
            value={text}
            onChange={({ target }) => setText(target.value.replace(/\D/g, '').slice(0, 2))}
          />
        )}
      </Field>
    </InspectionModal>
  );
}

export function QuietForm({ data, onClose }: FormProps) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const { today } = useFormat();
  const [draft, setDraft] = useState({
    village: '',
    from: today,
    to: '',
    reason: '',
    document: '',
  });
  const set = (change: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...change }));
  const { village, ...words } = draft;
  const isWhole = draft.to !== '' && draft.from !== '' && draft.reason.trim().length > 1;
  return (
    <InspectionModal
      title={w.addQuiet}
      says={w.quietSays}
      action={w.addQuiet}
      call={client.rounds.addQuiet}
      input={isWhole ? { town, ...words, villages: village === '' ? [] : [village] } : undefined}
      onClose={onClose}
    >
      <Choice
        label={w.villages}
        options={optionsOf(data.villages.map((one) => one.village))}
        value={village}
        onChange={(code) => set({ village: code })}
      />
      <DateField
        label={w.from}
        value={draft.from}
        min={today}
        onChange={(from) => set({ from })}
        required
      />
      <DateField
        label={w.to}
        value={draft.to}
        min={draft.from}
        onChange={(to) => set({ to })}
        required
      />
      <Line label={w.reason} value={draft.reason} onChange={(reason) => set({ reason })} required />
      <Line label={w.document} value={draft.document} onChange={(document) => set({ document })} />
    </InspectionModal>
  );
}

export function RecusalForm({ data, onClose }: FormProps) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const { data: roster } = useQuery(api.org.persons.queryOptions({ input: { town } }));
  const [draft, setDraft] = useState({ person: '', village: '', reason: '' });
  const set = (change: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...change }));
  const isWhole = draft.person !== '' && draft.village !== '' && draft.reason.trim().length > 1;
  return (
    <InspectionModal
      title={w.addRecusal}
      says={w.recusalSays}
      action={w.addRecusal}
      call={client.rounds.addRecusal}
      input={isWhole ? { town, ...draft } : undefined}
      onClose={onClose}
    >
      <Choice
        label={w.person}
        options={optionsOf(roster?.rows)}
        value={draft.person}
        onChange={(person) => set({ person })}
        required
      />
      <Choice
        label={w.village}
        options={optionsOf(data.villages.map((one) => one.village))}
        value={draft.village}
        onChange={(village) => set({ village })}
        required
      />
      <Line label={w.reason} value={draft.reason} onChange={(reason) => set({ reason })} required />
    </InspectionModal>
  );
}

interface EndFormProps {
  what: 'quiet' | 'recusal';
  id: string;
  onClose(): void;
}

export function EndForm({ what, id, onClose }: EndFormProps) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const title = what === 'quiet' ? w.endQuiet : w.endRecusal;
  return (
    <InspectionModal
      title={title}
      action={title}
      call={what === 'quiet' ? client.rounds.endQuiet : client.rounds.endRecusal}
      input={{ town, id }}
      onClose={onClose}
    />
  );
}
