/** A row of the list of spots: entered, or put right. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, DateField } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { Line, optionsOf } from '../WorkFields.tsx';
import { CampaignModal } from './CampaignModal.tsx';
import type { CampaignData, SpotData } from './replies.ts';

const none = { village: '', place: '', kind: '', quantity: '', unit: '', foundOn: '' };

type Draft = typeof none;

/** Putting one spot on the list. */
export function SpotForm({ data, onClose }: { data: CampaignData; onClose(): void }) {
  const w = useWords(campaignWords);
  const town = useTown();
  const { today } = useFormat();
  const [number, setNumber] = useState(nextNumber(data));
  const [draft, setDraft] = useState<Draft>({ ...none, foundOn: today });
  const text = textOf(draft);
  const isWhole = text && number.trim() !== '';
  return (
    <CampaignModal
      title={w.addSpot}
      action={w.addSpot}
      call={client.campaigns.addSpot}
      input={isWhole ? { town, id: data.campaign.id, number, ...text } : undefined}
      onClose={onClose}
    >
      <Line label={w.number} value={number} onChange={setNumber} required />
      <SpotFields
        data={data}
        draft={draft}
        set={(change) => setDraft((old) => ({ ...old, ...change }))}
      />
    </CampaignModal>
  );
}

interface CorrectSpotProps {
  data: CampaignData;
  found: SpotData;
  onClose(): void;
}

/** Putting the row of an open spot right. */
export function CorrectSpotForm({ data, found: { spot, version }, onClose }: CorrectSpotProps) {
  const w = useWords(campaignWords);
  const town = useTown();
  const { village, place, kind, quantity = '', unit, foundOn = '' } = spot;
  const [draft, setDraft] = useState<Draft>({
    village: village.code,
    place,
    kind,
    quantity,
    unit,
    foundOn,
  });
  const [reason, setReason] = useState('');
  const text = textOf(draft);
  const of = { town, id: data.campaign.id, spot: spot.id, version };
  return (
    <CampaignModal
      title={`${w.correct}：${w.spotTitle(spot.number, spot.place)}`}
      says={w.correctSpotSays}
      action={w.correct}
      call={client.campaigns.correctSpot}
      input={text && reason.trim().length > 1 ? { ...of, reason, ...text } : undefined}
      onClose={onClose}
    >
      <SpotFields
        data={data}
        draft={draft}
        set={(change) => setDraft((old) => ({ ...old, ...change }))}
      />
      <Line label={w.correctWhy} value={reason} onChange={setReason} required />
    </CampaignModal>
  );
}

/** What is sent of a row; undefined while something is missing. */
function textOf({ quantity, foundOn, ...words }: Draft) {
  const needed = [words.village, words.place, words.kind];
  if (needed.some((text) => text.trim() === '')) return undefined;
  return {
    ...words,
    ...(quantity.trim() === '' ? {} : { quantity: quantity.trim() }),
    ...(foundOn === '' ? {} : { foundOn }),
  };
}

interface SpotFieldsProps {
  data: CampaignData;
  draft: Draft;
  set(change: Partial<Draft>): void;
}

function SpotFields({ data, draft, set }: SpotFieldsProps) {
  const w = useWords(campaignWords);
  const { today } = useFormat();
  return (
    <>
      <Choice
        label={w.village}
        options={optionsOf(data.campaign.villageList)}
        value={draft.village}
        onChange={(village) => set({ village })}
        required
      />
      <Line label={w.place} value={draft.place} onChange={(place) => set({ place })} required />
      <Line label={w.kind} value={draft.kind} onChange={(kind) => set({ kind })} required />
      <div className="campaign-pair">
        <Line
          label={w.quantity}
          value={draft.quantity}
          onChange={(quantity) => set({ quantity })}
        />
        <Line label={w.unit} value={draft.unit} onChange={(unit) => set({ unit })} />
      </div>
      <DateField
        label={w.foundOn}
        value={draft.foundOn}
        max={today}
        onChange={(foundOn) => set({ foundOn })}
      />
    </>
  );
}

/** One above the highest plain number. */
function nextNumber({ spots }: CampaignData): string {
  const numbers = spots.flatMap(({ number }) => (/^\d{1,9}$/.test(number) ? [Number(number)] : []));
  return String(Math.max(0, ...numbers) + 1);
}
