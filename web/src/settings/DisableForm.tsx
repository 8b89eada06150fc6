/** Stopping an account, with a reason that stands in the record of deeds. */

import { client, useSave } from '../api/index.ts';
import { SaveLine, useTown } from '../shell/index.ts';
import { accountWords } from '../words/accounts.ts';
import { useWords } from '../words/catalogue.ts';
import { ReasonForm } from './ReasonForm.tsx';

interface DisableFormProps {
  account: string;
  /** Whose it is, for the question. */
  name: string;
  onSaved(): void;
}

export function DisableForm({ account, name, onSaved }: DisableFormProps) {
  const w = useWords(accountWords);
  const town = useTown();
  const save = useSave(client.accounts.disable, { onSaved });
  return (
    <ReasonForm
      label={w.reason}
      hint={w.reasonHint}
      question={{ title: w.disable, body: w.disableBody(name), action: w.disable }}
      isBusy={save.isBusy}
      run={(reason) => void save.run({ town, account, reason })}
    >
      <SaveLine save={save} />
    </ReasonForm>
  );
}
