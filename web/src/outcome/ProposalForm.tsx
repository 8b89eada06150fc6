/** The dialog of a deed on a proposal: the fields that the deed brings, and nothing more. */

import type { ProposalAct } from '@oneneedle/contract';
import { useState } from 'react';
import { client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeDeedWords } from '../words/outcome-deeds.ts';
import { OutcomeModal } from './OutcomeModal.tsx';
import { FieldsOf } from './ProposalFields.tsx';
import { actOf, type Draft, emptyDraft } from './proposal-draft.ts';
import type { Deed, Proposal } from './use-outcomes.ts';

interface ProposalFormProps {
  proposal: Proposal;
  deed: Deed;
  onClose(): void;
}

export function ProposalForm({ proposal, deed, onClose }: ProposalFormProps) {
  const d = useWords(outcomeDeedWords);
  const town = useTown();
  const { today } = useFormat();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...emptyDraft,
    on: today,
    with: proposal.subject.name,
    to: proposal.subject.name,
  }));
  const [isBusy, setBusy] = useState(false);
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const act: ProposalAct | undefined = isBusy ? undefined : actOf(deed, draft, proposal);
  const { id, version } = proposal;
  const says: Partial<Record<Deed, string>> = {
    consider: d.considerSays,
    state: d.stateSays,
    decide: d.decideSays(proposal.body),
    talk: d.talkSays,
    makeNotice: d.makeNoticeSays,
    handOver: d.handOverSays(proposal.notice?.number ?? ''),
  };
  return (
    <OutcomeModal
      title={`${d[deed]}：${proposal.subject.name} ${proposal.name}`}
      says={says[deed]}
      action={d[deed]}
      call={client.outcomes.act}
      input={act && { town, id, version, act }}
      onClose={onClose}
      wide={deed === 'talk' || deed === 'decide'}
    >
      <FieldsOf deed={deed} proposal={proposal} draft={draft} set={set} onBusy={setBusy} />
    </OutcomeModal>
  );
}
