/** Asking before a deed: the dialog repeats in words what will happen, and to how many rows. */

import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { Button } from './Button.tsx';
import { Modal } from './Modal.tsx';

export interface Question {
  /** "封存2026年第一季度" */
  title: string;
  /** What will happen, in words; what cannot be undone is said here. */
  body: ReactNode;
  /** How many rows are concerned; said in its own sentence. */
  rows?: number;
  /** The verb of the trade on the button: "封存". */
  action: string;
  /** For what cannot be undone: this word must be typed first. */
  typed?: string;
}

type Ask = (question: Question) => Promise<boolean>;
const ConfirmContext = createContext<Ask>(() => Promise.resolve(false));

/** `const confirm = useConfirm(); if (await confirm({ … })) save.run(…)`. */
export function useConfirm(): Ask {
  return use(ConfirmContext);
}

/** Holds the one dialog of the page; stands once at the root. */
export function ConfirmHolder({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<{ question: Question; answer(yes: boolean): void }>();
  const ask = useCallback<Ask>(
    (question) => new Promise((answer) => setOpen({ question, answer })),
    [],
  );
  const answer = (yes: boolean) => {
    open?.answer(yes);
    setOpen(undefined);
  };
  return (
    <ConfirmContext value={ask}>
      {children}
      {open && <ConfirmDialog question={open.question} onAnswer={answer} />}
    </ConfirmContext>
  );
}

interface DialogProps {
  question: Question;
  onAnswer(yes: boolean): void;
}

function ConfirmDialog({ question, onAnswer }: DialogProps) {
  const w = useWords(shellWords);
  const { title, body, rows, action, typed } = question;
  const [text, setText] = useState('');
  return (
    <Modal title={title} onClose={() => onAnswer(false)}>
      <div className="prose">{body}</div>
      {rows !== undefined && <p>{w.rowsTouched(rows)}</p>}
      {typed !== undefined && (
        <label className="field">
          {w.typeToConfirm(typed)}
          <input value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      )}
      <div className="modal-actions">
        <Button
          kind="main"
          disabled={typed !== undefined && text !== typed}
          onClick={() => onAnswer(true)}
        >
          {action}
        </Button>
        <Button onClick={() => onAnswer(false)}>{w.cancel}</Button>
      </div>
    </Modal>
  );
}
