/** Beginning a campaign: its goal, paper, office, owner, days, stages and villages. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, DateField, Field } from '../../forms/index.ts';
import { Button, useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { CampaignModal } from './CampaignModal.tsx';
import type { CampaignRow } from './replies.ts';
import { useCampaignOptions } from './use-campaigns.ts';

interface CampaignFormProps {
  onClose(): void;
  onMade(campaign: CampaignRow): void;
}

const none = {
  name: '',
  goal: '',
  goalQuantity: '',
  goalUnit: '',
  source: '',
  owner: '',
  office: '',
  from: '',
  to: '',
  stages: '',
};

type Draft = typeof none;

export function CampaignForm({ onClose, onMade }: CampaignFormProps) {
  const w = useWords(campaignWords);
  const town = useTown();
  const { today } = useFormat();
  const { data } = useCampaignOptions();
  const [draft, setDraft] = useState<Draft>({ ...none, from: today });
  const [villages, setVillages] = useState<readonly string[]>([]);
  const [only] = data?.offices.length === 1 ? data.offices : [];
  const whole = { ...draft, office: draft.office || (only?.code ?? '') };
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  return (
    <CampaignModal
      title={w.make}
      says={w.makeSays}
      action={w.make}
      call={client.campaigns.make}
      input={inputOf(whole, villages, town)}
      onClose={onClose}
      onDone={({ campaign }) => {
        onMade(campaign);
        return undefined;
      }}
      wide
    >
      <Line label={w.name} value={draft.name} onChange={(name) => set({ name })} required />
      <Line label={w.goal} value={draft.goal} onChange={(goal) => set({ goal })} required />
      <div className="campaign-pair">
        <Line
          label={w.goalQuantity}
          value={draft.goalQuantity}
          onChange={(goalQuantity) => set({ goalQuantity })}
        />
        <Line
          label={w.goalUnit}
          value={draft.goalUnit}
          onChange={(goalUnit) => set({ goalUnit })}
        />
      </div>
      <Line
        label={w.source}
        hint={w.sourceHint}
        value={draft.source}
        onChange={(source) => set({ source })}
        required
      />
      <WhoAndWhen draft={whole} set={set} />
      <Line
        label={w.stages}
        hint={w.stagesHint}
        value={draft.stages}
        onChange={(stages) => set({ stages })}
      />
      <Villages options={data?.villages ?? []} value={villages} onChange={setVillages} />
    </CampaignModal>
  );
}

interface WhoAndWhenProps {
  draft: Draft;
  set(change: Partial<Draft>): void;
}

function WhoAndWhen({ draft, set }: WhoAndWhenProps) {
  const w = useWords(campaignWords);
  const { today } = useFormat();
  const { data } = useCampaignOptions();
  const options = (list: readonly { code: string; name: string }[] = []) =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="campaign-pair">
      <Choice
        label={w.office}
        options={options(data?.offices)}
        value={draft.office}
        onChange={(office) => set({ office })}
        required
      />
      <Choice
        label={w.owner}
        options={options(data?.persons)}
        value={draft.owner}
        onChange={(owner) => set({ owner })}
        required
      />
      <DateField label={w.from} value={draft.from} onChange={(from) => set({ from })} required />
      <DateField
        label={w.to}
        value={draft.to}
        min={today}
        onChange={(to) => set({ to })}
        required
      />
    </div>
  );
}

function inputOf(draft: Draft, villages: readonly string[], town: string) {
  const { goalQuantity, stages, ...words } = draft;
  const needed = [words.name, words.goal, words.source, words.owner, words.office, words.from];
  if (needed.some((text) => text.trim() === '') || words.to === '' || villages.length === 0) return;
  const named = stages.split(/[、,，]/).flatMap((text) => text.trim() || []);
  return {
    town,
    ...words,
    villages: [...villages],
    ...(goalQuantity.trim() === '' ? {} : { goalQuantity: goalQuantity.trim() }),
    ...(named.length === 0 ? {} : { stages: named }),
  };
}

interface LineProps {
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: string;
  required?: boolean;
}

/** A field of one line. */
export function Line({ value, onChange, ...rest }: LineProps) {
  return (
    <Field {...rest}>
      {(parts) => (
        <input {...parts} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}

interface VillagesProps {
  options: readonly { code: string; name: string }[];
  value: readonly string[];
  onChange(codes: string[]): void;
}

function Villages({ options, value, onChange }: VillagesProps) {
  const w = useWords(campaignWords);
  const d = useWords(demandWords);
  return (
    <fieldset className="campaign-villages">
      <legend>{w.villages} *</legend>
      <p className="soft">
        {d.chosen(value.length, options.length)}{' '}
        <Button onClick={() => onChange(options.map(({ code }) => code))}>{d.allVillages}</Button>{' '}
        <Button onClick={() => onChange([])}>{d.noVillages}</Button>
      </p>
      <div className="campaign-ticks">
        {options.map(({ code, name }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={value.includes(code)}
              onChange={({ target }) =>
                onChange(
                  target.checked ? [...value, code] : value.filter((other) => other !== code),
                )
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
