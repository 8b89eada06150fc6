/** Deeds of a whole round: withdrawing it, saying why nobody went, telling the villages of an open one. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/index.ts';
import { Choice } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { Line, Lines } from '../../work/WorkFields.tsx';
import { InspectionModal } from '../InspectionModal.tsx';
import type { RoundPageData } from '../replies.ts';

interface ReasonFormProps {
  data: RoundPageData;
  onClose(): void;
}

export function WithdrawForm(props: ReasonFormProps) {
  const w = useWords(inspectionWords);
  const words = { title: w.withdraw, says: w.withdrawSays };
  return <ReasonForm {...props} {...words} call={client.rounds.withdraw} />;
}

export function ExplainForm(props: ReasonFormProps) {
  const w = useWords(inspectionWords);
  const words = { title: w.explain, says: w.explainSays };
  return <ReasonForm {...props} {...words} call={client.rounds.explain} />;
}

interface Worded extends ReasonFormProps {
  title: string;
  says: string;
  call: typeof client.rounds.withdraw;
}

function ReasonForm({ data: { round }, title, says, call, onClose }: Worded) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const [reason, setReason] = useState('');
  return (
    <InspectionModal
      title={title}
      says={says}
      action={title}
      call={call}
      input={
        reason.trim().length > 1
          ? { town, id: round.id, version: round.version, reason }
          : undefined
      }
      onClose={onClose}
    >
      <Lines label={w.why} value={reason} onChange={setReason} required />
    </InspectionModal>
  );
}

export function AnnounceForm({ data: { round }, onClose }: ReasonFormProps) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const { data } = useQuery(api.demands.options.queryOptions({ input: { town } }));
  const [basis, setBasis] = useState('');
  const [dutyEntry, setDutyEntry] = useState('');
  return (
    <InspectionModal
      title={w.announce}
      says={w.announceSays}
      action={w.announce}
      call={client.rounds.announce}
      input={
        basis.trim() === '' || dutyEntry === ''
          ? undefined
          : { town, id: round.id, version: round.version, basis, dutyEntry }
      }
      onClose={onClose}
    >
      <Line label={w.basis} value={basis} onChange={setBasis} required />
      <Choice
        label={w.dutyEntry}
        options={(data?.dutyEntries ?? []).map(({ code, title }) => ({
          value: code,
          label: title,
        }))}
        value={dutyEntry}
        onChange={setDutyEntry}
        required
      />
    </InspectionModal>
  );
}
