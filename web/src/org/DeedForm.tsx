/** One deed as a dialog: its fields, what it will do in words, the button, and where it stands. */

import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { type CallContext, useSave } from '../api/index.ts';
import { Button, Modal, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { useRefresh } from './use-org.ts';

interface DeedFormProps<Input, Output> {
  title: string;
  /** The verb of the trade on the button. */
  action: string;
  call(input: Input, options: { context: CallContext }): Promise<Output>;
  /** What is sent; undefined while something is missing, and then the button waits. */
  input: Input | undefined;
  /** What will happen, in words. */
  says?: ReactNode;
  onClose(): void;
  /** After it is done, before the dialog closes. */
  onDone?(output: Output): void;
  wide?: boolean;
  children?: ReactNode;
}

/** Sends once, shows a refusal beside the button with everything typed still there. */
export function DeedForm<Input, Output>(props: DeedFormProps<Input, Output>) {
  const { title, action, call, input, says, onClose, onDone, wide = false, children } = props;
  const w = useWords(shellWords);
  const refresh = useRefresh();
  const save = useSave(call, {
    onSaved: (output) => {
      refresh();
      onDone?.(output);
      onClose();
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
        <InDialog>{children}</InDialog>
        {says && <div className="prose">{says}</div>}
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

/** A list that opens must stand inside the dialog: what is outside of it lies under it. */
export function InDialog({ children }: { children: ReactNode }) {
  return <ConfigProvider getPopupContainer={ownDialog}>{children}</ConfigProvider>;
}

function ownDialog(node?: HTMLElement): HTMLElement {
  return node?.closest('dialog') ?? document.body;
}
