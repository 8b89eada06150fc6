/** A dialog over everything, by the browser's own means. */

import { type ReactNode, useEffect, useRef } from 'react';

interface ModalProps {
  title: string;
  onClose(): void;
  /** A wide one for tables of changes. */
  wide?: boolean;
  children: ReactNode;
}

/** A dialog over everything; the browser keeps the focus inside, Esc closes it, focus goes back. */
export function Modal({ title, onClose, wide = false, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    dialog.current?.showModal();
    return () => {
      // The button that opened it may be gone by what it did: then the drawer that it stood in, so
      // that Esc still closes that.
      const isThere = activeElement instanceof HTMLElement && activeElement.isConnected;
      const back = isThere ? activeElement : document.querySelector<HTMLElement>('.drawer');
      back?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'modal modal-wide' : 'modal'}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
