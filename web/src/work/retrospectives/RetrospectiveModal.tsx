/** A step of a retrospective as a dialog: what it will do in words, the fields, the button, where it stands. */

import type { ReactNode } from 'react';
import { type CallContext, useSave } from '../../api/index.ts';
import { Button, Modal, SaveLine } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { shellWords } from '../../words/shell.ts';
import { useRefresh } from './use-retrospectives.ts';

interface RetrospectiveModalProps<Input, Output> {
  title: string;
  says?: ReactNode;
  /** The verb of the trade on the button. */
  action: string;
  call(input: Input, options: { context: CallContext }): Promise<Output>;
  /** What is sent; undefined while something is missing, and then the button waits. */
  input: Input | undefined;
  onClose(): void;
  /** Answers true to keep the dialog open: it has something to say. */
  onDone?(output: Output): boolean | undefined;
  wide?: boolean;
  children?: ReactNode;
}

/** Sends once; a refusal stands beside the button, with everything typed still there. */
export function RetrospectiveModal<Input, Output>(props: RetrospectiveModalProps<Input, Output>) {
  const { title, says, action, call, input, onClose, onDone, wide = false, children } = props;
  const w = useWords(shellWords);
  const refresh = useRefresh();
  const save = useSave(call, {
    onSaved: (output) => {
      refresh();
      if (!onDone?.(output)) onClose();
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
        {says && <p className="prose">{says}</p>}
        {children}
        <SaveLine save={save} />
        <div className="modal-actions">
          <Button kind="main" type="submit" disabled={input === undefined || save.isBusy}>
            {action}
          </Button>
          <Button onClick={onClose}>{w.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
