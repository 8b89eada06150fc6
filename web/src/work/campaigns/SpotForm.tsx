/** Putting one spot on the list. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, DateField } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { Line } from './CampaignForm.tsx';
import { CampaignModal } from './CampaignModal.tsx';
import type { CampaignData } from './replies.ts';

const none = { number: '', village: '', place: '', kind: '', quantity: '', unit: '', foundOn: '' };

export function SpotForm({ data, onClose }: { data: CampaignData; onClose(): void }) {
  const w = useWords(campaignWords);
  const town = useTown();
  const { today } = useFormat();
  const [draft, setDraft] = useState({ ...none, number: nextNumber(data), foundOn: today });
  const set = (change: Partial<typeof none>) => setDraft((old) => ({ ...old, ...change }));
  const { quantity, foundOn, ...words } = draft;
  const isWhole = [words.number, words.village, words.place, words.kind].every(
    (text) => text.trim() !== '',
  );
  const input = {
    town,
    id: data.campaign.id,
    ...words,
    ...(quantity.trim() === '' ? {} : { quantity: quantity.trim() }),
    ...(foundOn === '' ? {} : { foundOn }),
  };
  return (
    <CampaignModal
      title={w.addSpot}
      action={w.addSpot}
      call={client.campaigns.addSpot}
      input={isWhole ? input : undefined}
      onClose={onClose}
    >
      <Line label={w.number} value={draft.number} onChange={(number) => set({ number })} required />
      <Choice
        label={w.village}
        options={data.campaign.villageList.map(({ code, name }) => ({ value: code, label: name }))}
        value={draft.village}
        onChange={(village) => set({ village })}
        required
      />
      <Line label={w.place} value={draft.place} onChange={(place) => set({ place })} required />
      <Line label={w.kind} value={draft.kind} onChange={(kind) => set({ kind })} required />
      <div className="campaign-pair">
        <Line label={w.quantity} value={quantity} onChange={(text) => set({ quantity: text })} />
        <Line label={w.unit} value={draft.unit} onChange={(unit) => set({ unit })} />
      </div>
      <DateField
        label={w.foundOn}
        value={foundOn}
        max={today}
        onChange={(day) => set({ foundOn: day })}
      />
    </CampaignModal>
  );
}

/** One above the highest plain number. */
function nextNumber({ spots }: CampaignData): string {
  const numbers = spots.flatMap(({ number }) => (/^\d{1,9}$/.test(number) ? [Number(number)] : []));
  return String(Math.max(0, ...numbers) + 1);
}
