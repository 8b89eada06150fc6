/** Last year's tree as the beginning of this one. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { GoalModal } from './GoalModal.tsx';

interface CopyFormProps {
  from: number;
  to: number;
  onClose(): void;
}

export function CopyForm({ from, to, onClose }: CopyFormProps) {
  const f = useWords(goalFormWords);
  const town = useTown();
  const [baselines, setBaselines] = useState<'asBefore' | 'lastReading'>('asBefore');
  return (
    <GoalModal
      title={f.copyTitle(from, to)}
      says={f.copySays}
      action={f.copy}
      call={client.goals.copyYear}
      input={{ town, from, to, baselines }}
      onClose={onClose}
    >
      <Field label={f.baselines}>
        {(parts) => (
          <select
            {...parts}
            value={baselines}
            onChange={({ target }) => setBaselines(target.value as typeof baselines)}
          >
            <option value="asBefore">{f.asBefore}</option>
            <option value="lastReading">{f.lastReading}</option>
          </select>
        )}
      </Field>
    </GoalModal>
  );
}
