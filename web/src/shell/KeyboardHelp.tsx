/** What the keyboard can do, on one small page; opened by `?` or from the person's menu. */

import { useEffect } from 'react';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { Button } from './Button.tsx';
import { Modal } from './Modal.tsx';

interface KeyboardHelpProps {
  isOpen: boolean;
  onOpen(open: boolean): void;
}

/** The table of keys; listens for `?` outside of fields. */
export function KeyboardHelp({ isOpen, onOpen }: KeyboardHelpProps) {
  const w = useWords(shellWords);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) onOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onOpen]);
  if (!isOpen) return null;
  const keys = [
    ['/', w.keyFind],
    [w.arrows, w.keyMove],
    ['Home, End', w.keyEdge],
    ['Page Up, Page Down', w.keyPage],
    ['Enter', w.keyOpen],
    ['Esc', w.keyClose],
    [`Shift + ${w.arrows}`, w.keyRange],
    ['Ctrl + C', w.keyCopy],
    ['Ctrl + V', w.keyPaste],
    ['Ctrl + Z, Ctrl + Y', w.keyUndo],
    ['?', w.keyHelp],
  ];
  return (
    <Modal title={w.keyboardTitle} onClose={() => onOpen(false)}>
      <dl className="keys">
        {keys.map(([key, deed]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
      <div className="modal-actions">
        <Button kind="main" onClick={() => onOpen(false)}>
          {w.close}
        </Button>
      </div>
    </Modal>
  );
}

/** True where a key types a character. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
