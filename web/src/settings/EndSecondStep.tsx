/** Turning the second step of somebody off who lost telephone and paper, with a reason on record. */

import { client, useSave } from '../api/index.ts';
import { SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { ReasonForm } from './ReasonForm.tsx';

interface EndSecondStepProps {
  account: string;
  /** Whose it is, for the question. */
  name: string;
  onSaved(): void;
}

export function EndSecondStep({ account, name, onSaved }: EndSecondStepProps) {
  const w = useWords(safetyWords);
  const town = useTown();
  const save = useSave(client.accounts.endSecondStep, { onSaved });
  return (
    <ReasonForm
      label={w.endOfReason}
      hint={w.endOfReasonHint}
      question={{ title: w.endOf, body: w.endOfBody(name), action: w.endDeed }}
      isBusy={save.isBusy}
      run={(reason) => void save.run({ town, account, reason })}
    >
      <SaveLine save={save} />
    </ReasonForm>
  );
}
