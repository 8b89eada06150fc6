/** A deed on somebody's account: with a reason for the record, and asked once more before it is done. */

import { type ReactNode, useState } from 'react';
import { Field } from '../forms/index.ts';
import { Button, useConfirm } from '../shell/index.ts';

interface ReasonFormProps {
  label: string;
  hint: string;
  /** What is asked before it is done; its title is the button's word too. */
  question: { title: string; body: string; action: string };
  isBusy: boolean;
  run(reason: string): void;
  /** What became of it. */
  children: ReactNode;
}

export function ReasonForm({ label, hint, question, isBusy, run, children }: ReasonFormProps) {
  const confirm = useConfirm();
  const [reason, setReason] = useState('');
  const ask = async () => {
    if (await confirm(question)) run(reason);
  };
  return (
    <>
      <Field label={label} hint={hint}>
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
        <Button disabled={isBusy || reason.trim() === ''} onClick={() => void ask()}>
          {question.title}
        </Button>
        {children}
      </div>
    </>
  );
}
