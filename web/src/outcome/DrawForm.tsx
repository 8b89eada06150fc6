/** Taking proposals from an edition: from which, and what came of it. */

import { useState } from 'react';
import { client } from '../api/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeWords } from '../words/outcomes.ts';
import { Pick } from '../work/WorkFields.tsx';
import { OutcomeModal } from './OutcomeModal.tsx';
import type { Proposals } from './use-outcomes.ts';

interface DrawFormProps {
  periods: Proposals['periods'];
  onClose(): void;
}

export function DrawForm({ periods, onClose }: DrawFormProps) {
  const w = useWords(outcomeWords);
  const town = useTown();
  const keyOf = ({ line, period }: { line: string; period: string }) => `${line} ${period}`;
  const [key, setKey] = useState(periods[0] ? keyOf(periods[0]) : '');
  const [came, setCame] = useState<string>();
  const [line = '', period = ''] = key.split(' ');
  return (
    <OutcomeModal
      title={w.draw}
      says={w.drawSays}
      action={w.draw}
      call={client.outcomes.draw}
      input={came === undefined ? { town, line, period } : undefined}
      onDone={({ added, kept, corrected }) => {
        setCame(w.drawn(added, kept, corrected));
        return true;
      }}
      onClose={onClose}
    >
      <Pick
        label={w.editionPick}
        options={periods.map((one) => [keyOf(one), `${one.label} ${one.schemeName}`] as const)}
        value={key}
        onChange={setKey}
      />
      {came && <output>{came}</output>}
    </OutcomeModal>
  );
}
