/** Turning the second step of somebody off who lost telephone and paper, with a reason on record. */

import { useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';

interface EndSecondStepProps {
  account: string;
  /** Whose it is, for the question. */
  name: string;
  onSaved(): void;
}

export function EndSecondStep({ account, name, onSaved }: EndSecondStepProps) {
  const w = useWords(safetyWords);
  const town = useTown();
  const confirm = useConfirm();
  const [reason, setReason] = useState('');
  const save = useSave(client.accounts.endSecondStep, { onSaved });
  const ask = async () => {
    const question = { title: w.endOf, body: w.endOfBody(name), action: w.endDeed };
    if (await confirm(question)) void save.run({ town, account, reason });
  };
  return (
    <>
      <Field label={w.endOfReason} hint={w.endOfReasonHint}>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="deeds">
        <Button disabled={save.isBusy || reason.trim() === ''} onClick={() => void ask()}>
          {w.endOf}
        </Button>
        <SaveLine save={save} />
      </div>
    </>
  );
}
