/** Beginning a campaign: its goal, paper, office, owner, days, stages and villages. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, DateField } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { Line, optionsOf } from '../WorkFields.tsx';
import {
  type CampaignDraft,
  CampaignOwner,
  CampaignText,
  CampaignVillages,
  campaignTextOf,
  noCampaign,
} from './CampaignFields.tsx';
import { CampaignModal } from './CampaignModal.tsx';
import type { CampaignRow } from './replies.ts';
import { useCampaignOptions } from './use-campaigns.ts';

interface CampaignFormProps {
  onClose(): void;
  onMade(campaign: CampaignRow): void;
}

interface Draft extends CampaignDraft {
  readonly office: string;
  readonly from: string;
  readonly to: string;
  readonly stages: string;
}

export function CampaignForm({ onClose, onMade }: CampaignFormProps) {
  const w = useWords(campaignWords);
  const town = useTown();
  const { today } = useFormat();
  const { data } = useCampaignOptions();
  const blank = { ...noCampaign, office: '', from: today, to: '', stages: '' };
  const [draft, setDraft] = useState<Draft>(blank);
  const [only] = data?.offices.length === 1 ? data.offices : [];
  const office = draft.office || (only?.code ?? '');
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const fields = { draft, set };
  return (
    <CampaignModal
      title={w.make}
      says={w.makeSays}
      action={w.make}
      call={client.campaigns.make}
      input={inputOf({ ...draft, office }, town)}
      onClose={onClose}
      onDone={({ campaign }) => {
        onMade(campaign);
        return undefined;
      }}
      wide
    >
      <CampaignText {...fields} />
      <div className="campaign-pair">
        <Choice
          label={w.office}
          options={optionsOf(data?.offices)}
          value={office}
          onChange={(code) => set({ office: code })}
          required
        />
        <CampaignOwner {...fields} />
        <DateField label={w.from} value={draft.from} onChange={(from) => set({ from })} required />
        <DateField
          label={w.to}
          value={draft.to}
          min={today}
          onChange={(to) => set({ to })}
          required
        />
      </div>
      <Line
        label={w.stages}
        hint={w.stagesHint}
        value={draft.stages}
        onChange={(stages) => set({ stages })}
      />
      <CampaignVillages {...fields} />
    </CampaignModal>
  );
}

function inputOf({ office, from, to, stages, ...words }: Draft, town: string) {
  const text = campaignTextOf(words);
  if (!text || office === '' || from === '' || to === '') return undefined;
  const named = stages.split(/[、,，]/).flatMap((word) => word.trim() || []);
  return { town, ...text, office, from, to, ...(named.length === 0 ? {} : { stages: named }) };
}
