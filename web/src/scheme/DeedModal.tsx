/** A deed that needs a few fields: the dialog says what will happen, keeps what was typed, and closes when done. */

import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, type CallContext, useSave } from '../api/index.ts';
import { Button, Modal, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';

interface DeedModalProps<Input> {
  title: string;
  /** What will happen, in words. */
  body: string;
  action: string;
  call(input: Input, options: { context: CallContext }): Promise<unknown>;
  /** What is sent; undefined while something is missing. */
  input: Input | undefined;
  onClose(): void;
  children: ReactNode;
}

export function DeedModal<Input>(props: DeedModalProps<Input>) {
  const { title, body, action, call, input, onClose, children } = props;
  const w = useWords(shellWords);
  const queries = useQueryClient();
  const save = useSave(call, {
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: api.scheme.key() });
      onClose();
    },
  });
  return (
    <Modal title={title} onClose={onClose}>
      <p className="prose">{body}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (input !== undefined) void save.run(input);
        }}
      >
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
