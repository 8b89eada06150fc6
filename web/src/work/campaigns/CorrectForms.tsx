/** Putting right what was written of a campaign, and moving its last day. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { DateField } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { Line } from '../WorkFields.tsx';
import {
  type CampaignDraft,
  CampaignOwner,
  CampaignText,
  CampaignVillages,
  campaignTextOf,
} from './CampaignFields.tsx';
import { CampaignModal } from './CampaignModal.tsx';
import type { CampaignData } from './replies.ts';

interface CorrectFormProps {
  data: CampaignData;
  onClose(): void;
}

/** Name, goal, paper, owner, villages; what stood is kept below. */
export function CorrectForm({ data, onClose }: CorrectFormProps) {
  const w = useWords(campaignWords);
  const town = useTown();
  const { id, name, goal, goalQuantity = '', goalUnit, source, owner, villageList } = data.campaign;
  const [draft, setDraft] = useState<CampaignDraft>({
    name,
    goal,
    goalQuantity,
    goalUnit,
    source,
    owner: owner.code,
    villages: villageList.map(({ code }) => code),
  });
  const [reason, setReason] = useState('');
  const fields = {
    draft,
    set: (change: Partial<CampaignDraft>) => setDraft((old) => ({ ...old, ...change })),
  };
  const text = campaignTextOf(draft);
  const isTold = reason.trim().length > 1;
  return (
    <CampaignModal
      title={w.correctTitle}
      says={w.correctSays}
      action={w.correct}
      call={client.campaigns.correct}
      input={text && isTold ? { town, id, version: data.version, reason, ...text } : undefined}
      onClose={onClose}
      wide
    >
      <CampaignText {...fields} />
      <CampaignOwner {...fields} />
      <CampaignVillages {...fields} />
      <Line label={w.correctWhy} value={reason} onChange={setReason} required />
    </CampaignModal>
  );
}

/** The last day: a leader moves it, with the reason. */
export function MoveEndForm({ data, onClose }: CorrectFormProps) {
  const w = useWords(campaignWords);
  const town = useTown();
  const { today, ...format } = useFormat();
  const { id, to } = data.campaign;
  const [day, setDay] = useState(to);
  const [reason, setReason] = useState('');
  const isWhole = day !== '' && day !== to && reason.trim().length > 1;
  return (
    <CampaignModal
      title={w.moveEnd}
      says={w.moveEndSays(format.day(to))}
      action={w.moveEnd}
      call={client.campaigns.moveEnd}
      input={isWhole ? { town, id, version: data.version, to: day, reason } : undefined}
      onClose={onClose}
    >
      <DateField label={w.to} value={day} min={today} onChange={setDay} required />
      <Line label={w.correctWhy} value={reason} onChange={setReason} required />
    </CampaignModal>
  );
}
