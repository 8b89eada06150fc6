/** Writing a problem down. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, DateField } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { retrospectiveWords } from '../../words/retrospectives.ts';
import { Line, Lines, optionsOf } from '../WorkFields.tsx';
import { RetrospectiveModal } from './RetrospectiveModal.tsx';
import { useRetrospectiveOptions } from './use-retrospectives.ts';

export function AddForm({ onClose }: { onClose(): void }) {
  const w = useWords(retrospectiveWords);
  const town = useTown();
  const { today } = useFormat();
  const { data } = useRetrospectiveOptions();
  const [problem, setProblem] = useState('');
  const [foundOn, setFoundOn] = useState(today);
  const [source, setSource] = useState('');
  const [unit, setUnit] = useState('');
  const [owner, setOwner] = useState('');
  const isWhole = problem.trim().length > 1 && foundOn !== '' && owner !== '';
  const input = { town, problem, foundOn, source, owner, ...(unit === '' ? {} : { unit }) };
  return (
    <RetrospectiveModal
      title={w.add}
      says={w.addSays}
      action={w.add}
      call={client.retrospectives.add}
      input={isWhole ? input : undefined}
      onClose={onClose}
    >
      <Lines label={w.problem} value={problem} onChange={setProblem} required />
      <DateField label={w.foundOn} value={foundOn} max={today} onChange={setFoundOn} required />
      <Line label={w.source} hint={w.sourceHint} value={source} onChange={setSource} />
      <Choice label={w.unit} options={optionsOf(data?.units)} value={unit} onChange={setUnit} />
      <Choice
        label={w.owner}
        options={optionsOf(data?.persons)}
        value={owner}
        onChange={setOwner}
        required
      />
    </RetrospectiveModal>
  );
}
