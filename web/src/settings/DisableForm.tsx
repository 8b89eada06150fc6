/** Stopping an account, with a reason that stands in the record of deeds. */

import { useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { settingsWords } from '../words/settings.ts';

interface DisableFormProps {
  account: string;
  /** Whose it is, for the question. */
  name: string;
  onSaved(): void;
}

export function DisableForm({ account, name, onSaved }: DisableFormProps) {
  const w = useWords(settingsWords);
  const town = useTown();
  const confirm = useConfirm();
  const [reason, setReason] = useState('');
  const save = useSave(client.accounts.disable, { onSaved });
  const ask = async () => {
    const question = { title: w.disable, body: w.disableBody(name), action: w.disable };
    if (await confirm(question)) void save.run({ town, account, reason });
  };
  return (
    <>
      <Field label={w.reason} hint={w.reasonHint}>
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
          {w.disable}
        </Button>
        <SaveLine save={save} />
      </div>
    </>
  );
}
