/** A deed as a dialog: what it will do in words, its fields, the button, where it stands. */

import type { ReactNode } from 'react';
import { type CallContext, useSave } from '../api/index.ts';
import { Button, Modal, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';

/** What every dialog of a deed is told; a room adds how its lists are read again. */
export interface DeedModalProps<Input, Output> {
  title: string;
  /** What will happen, in words. */
  says?: ReactNode;
  /** The verb of the trade on the button. */
  action: string;
  call(input: Input, options: { context: CallContext }): Promise<Output>;
  /** What is sent; undefined while something is missing, and then the button waits. */
  input: Input | undefined;
  onClose(): void;
  /** After it is done, before the dialog closes; true keeps it open, because it has something to say. */
  onDone?(output: Output): unknown;
  wide?: boolean;
  children?: ReactNode;
}

/** Sends once; a refusal stands beside the button, with everything typed still there. */
export function DeedModal<Input, Output>({
  title,
  says,
  action,
  call,
  input,
  onClose,
  onDone,
  wide = false,
  children,
  refresh,
}: DeedModalProps<Input, Output> & {
  /** Has what the deed changed read again. */
  refresh(): void;
}) {
  const w = useWords(shellWords);
  const save = useSave(call, {
    onSaved: (output) => {
      refresh();
      if (onDone?.(output) !== true) onClose();
    },
  });
  return (
    <Modal title={title} onClose={onClose} wide={wide}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (input !== undefined && !save.isBusy) void save.run(input);
        }}
      >
        {says && <div className="prose">{says}</div>}
        {children}
        <SaveLine save={save} />
        <div className="modal-actions">
          <Button kind="main" type="submit" disabled={input === undefined || save.isBusy}>
            {action}
          </Button>
          <Button onClick={onClose}>{save.step === 'saved' ? w.close : w.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
