/** One deed on a spot: what it must bring, what it will do, the button. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { EvidenceField } from '../../evidence/index.ts';
import { plainDigits } from '../../format/index.ts';
import { useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { Line, Lines, noTask, Pick, TaskFields, taskOf } from '../WorkFields.tsx';
import { CampaignModal } from './CampaignModal.tsx';
import type { CampaignData, SpotData, SpotDeedName } from './replies.ts';
import { useDeedWord, useHowWord } from './spot-words.ts';
import { useCampaignOptions } from './use-campaigns.ts';

interface SpotDeedFormProps {
  campaign: CampaignData;
  found: SpotData;
  deed: SpotDeedName;
  onClose(): void;
}

type How = 'telephone' | 'inPerson' | 'paper';
const hows: readonly How[] = ['telephone', 'inPerson', 'paper'];

const none = {
  note: '',
  how: 'inPerson' as How,
  shows: 'after' as 'before' | 'after',
  evidence: [] as readonly string[],
  income: '',
  ...noTask,
};

type Draft = typeof none;

export function SpotDeedForm({ campaign, found, deed, onClose }: SpotDeedFormProps) {
  const w = useWords(campaignWords);
  const town = useTown();
  const word = useDeedWord();
  const howWord = useHowWord();
  const [draft, setDraft] = useState<Draft>(none);
  const [isBusy, setBusy] = useState(false);
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const says = {
    hand: w.handSays,
    leave: w.leaveSays,
    strike: w.strikeSays,
    close: w.closeSays,
    reopen: w.reopenSays,
  } as Readonly<Record<string, string>>;
  const words = wordsOf(deed, draft);
  const input = words && {
    town,
    id: campaign.campaign.id,
    spot: found.spot.id,
    version: found.version,
    deed,
    ...words,
    ...(found.isOnBehalf ? { how: draft.how } : {}),
  };
  return (
    <CampaignModal
      title={`${word(deed)}：${w.spotTitle(found.spot.number, found.spot.place)}`}
      says={says[deed]}
      action={word(deed)}
      call={client.campaigns.act}
      input={isBusy ? undefined : input}
      onClose={onClose}
    >
      {deed === 'prove' && <Proof draft={draft} set={set} onBusy={setBusy} />}
      {deed === 'earn' && (
        <Line
          label={w.incomeSoFar}
          hint={w.incomeHint}
          value={draft.income}
          onChange={(income) => set({ income })}
          required
        />
      )}
      {deed === 'hand' && <Handing draft={draft} set={set} />}
      {found.isOnBehalf && (
        <Pick
          label={w.how}
          options={hows.map((how) => [how, howWord(how)] as const)}
          value={draft.how}
          onChange={(how) => set({ how })}
        />
      )}
      <Lines
        label={needsReason.includes(deed) ? w.reason : w.note}
        value={draft.note}
        onChange={(note) => set({ note })}
        required={needsReason.includes(deed)}
      />
    </CampaignModal>
  );
}

const needsReason: readonly SpotDeedName[] = ['moveBack', 'reopen', 'leave', 'strike'];

/** What the deed brings; undefined while something is missing. */
function wordsOf(deed: SpotDeedName, draft: Draft) {
  const note = draft.note.trim();
  const noted = note.length > 1 ? { note } : {};
  if (needsReason.includes(deed)) return note.length > 1 ? { note } : undefined;
  if (deed === 'prove') {
    const { shows, evidence } = draft;
    return evidence.length > 0 ? { shows, evidence: [...evidence], ...noted } : undefined;
  }
  if (deed === 'earn') {
    const fen = fenIn(draft.income);
    return fen === undefined ? undefined : { incomeFen: fen, ...noted };
  }
  if (deed === 'hand') {
    const item = taskOf(draft);
    return item && { item, ...noted };
  }
  return noted;
}

/** Fen of what was typed in yuan, without a float. */
function fenIn(typed: string): number | undefined {
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(plainDigits(typed));
  return match ? Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`) : undefined;
}

interface PartProps {
  draft: Draft;
  set(change: Partial<Draft>): void;
}

function Proof({ draft, set, onBusy }: PartProps & { onBusy(isBusy: boolean): void }) {
  const w = useWords(campaignWords);
  const town = useTown();
  return (
    <>
      <Pick
        label={w.shows}
        options={[
          ['before', w.before],
          ['after', w.after],
        ]}
        value={draft.shows}
        onChange={(shows) => set({ shows })}
      />
      <EvidenceField
        town={town}
        value={draft.evidence}
        onChange={(evidence) => set({ evidence })}
        onBusy={onBusy}
      />
    </>
  );
}

function Handing({ draft, set }: PartProps) {
  const w = useWords(campaignWords);
  const { data } = useCampaignOptions();
  return (
    <TaskFields
      words={{ lead: w.lead, accountable: w.accountable, dueOn: w.dueOn }}
      offices={data?.stations}
      persons={data?.persons}
      {...{ draft, set }}
    />
  );
}
