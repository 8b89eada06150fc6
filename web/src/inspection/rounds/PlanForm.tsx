/** Planning a round: by which check sheet, in which period, on which days, where to. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, DateField, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { ExistingResults } from '../../work/ExistingResults.tsx';
import { optionsOf, Pick } from '../../work/WorkFields.tsx';
import { InspectionModal } from '../InspectionModal.tsx';
import type { RoundPageData } from '../replies.ts';

interface PlanFormProps {
  onClose(): void;
  onPlanned(page: RoundPageData): void;
}

const blank = { template: '', from: '', to: '', mode: '', drawn: '' };
type Draft = typeof blank;
type Template = Awaited<ReturnType<typeof client.rounds.options>>['templates'][number];

export function PlanForm({ onClose, onPlanned }: PlanFormProps) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const { today } = useFormat();
  const { data } = useQuery(api.rounds.options.queryOptions({ input: { town } }));
  const [draft, setDraft] = useState<Draft>({ ...blank, from: today });
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const templates = data?.templates ?? [];
  const [only] = templates.length === 1 ? templates : [];
  const template = templates.find(({ code }) => code === draft.template) ?? only;
  return (
    <InspectionModal
      title={w.plan}
      says={w.planSays}
      action={w.plan}
      call={client.rounds.plan}
      input={inputOf(draft, town, template)}
      onClose={onClose}
      onDone={(page) => {
        onPlanned(page);
        return undefined;
      }}
    >
      <Choice
        label={w.template}
        options={optionsOf(templates)}
        value={template?.code ?? ''}
        onChange={(code) => set({ template: code, mode: '' })}
        required
      />
      <Days draft={draft} set={set} />
      <Pick
        label={w.mode}
        options={[
          ['unannounced', w.unannounced],
          ['open', w.open],
        ]}
        value={modeOf(draft, template)}
        onChange={(mode) => set({ mode })}
      />
      <Places draft={draft} set={set} count={template?.subjects.length ?? 0} />
      {template && draft.from !== '' && <Existing template={template} from={draft.from} />}
    </InspectionModal>
  );
}

/** What other offices found already in that period, before anybody goes. */
function Existing({ template, from }: { template: Template; from: string }) {
  const town = useTown();
  const { code, office, cadence } = template;
  const input = { town, office: office.code, template: code, period: periodOfDay(from, cadence) };
  const { data } = useQuery(api.rounds.existing.queryOptions({ input }));
  return <ExistingResults rows={data?.rows ?? []} />;
}

interface PartProps {
  draft: Draft;
  set(change: Partial<Draft>): void;
}

function Days({ draft, set }: PartProps) {
  const w = useWords(inspectionWords);
  const { today } = useFormat();
  return (
    <>
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
    </>
  );
}

/** All of them, or some that are drawn. */
function Places({ draft, set, count }: PartProps & { count: number }) {
  const w = useWords(inspectionWords);
  return (
    <>
      <Pick
        label={w.which}
        options={[
          ['all', w.all(count)],
          ['some', w.some],
        ]}
        value={draft.drawn === '' ? 'all' : 'some'}
        onChange={(which) => set({ drawn: which === 'all' ? '' : '1' })}
      />
      {draft.drawn !== '' && (
        <Field label={w.howMany} hint={w.howManyHint(count)} required>
          {(parts) => (
            <input
              {...parts}
              inputMode="numeric"
              value={draft.drawn}
              onChange={({ target }) => set({ drawn: target.value.replace(/\D/g, '') || '1' })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function modeOf({ mode }: Draft, template: Template | undefined): 'open' | 'unannounced' {
  const chosen = mode === '' ? template?.mode : mode;
  return chosen === 'open' ? 'open' : 'unannounced';
}

/** What is sent; undefined while something is missing. */
function inputOf(draft: Draft, town: string, template: Template | undefined) {
  const { from, to, drawn } = draft;
  if (!template || from === '' || to === '') return undefined;
  return {
    town,
    template: template.code,
    period: periodOfDay(from, template.cadence),
    from,
    to,
    mode: modeOf(draft, template),
    ...(drawn === '' ? {} : { drawn: Number(drawn) }),
  };
}

/** The period of a day: `2026-11`, `2026-Q4`, `2026`. */
function periodOfDay(day: string, cadence: 'month' | 'quarter' | 'year'): string {
  const [year = '', month = ''] = day.split('-');
  if (cadence === 'year') return year;
  return cadence === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}
