/** Details on the right, with an address of their own: what is open can be sent to a colleague. */

import { type ReactNode, useCallback, useEffect, useId, useRef } from 'react';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { useAddress } from './address.ts';
import { Button } from './Button.tsx';

/** Which drawer is open, kept in the search parameter `name`: `?open=fact-17`. */
export function useDrawer(name = 'open') {
  const { search, change } = useAddress();
  const open = useCallback((id: string) => change({ [name]: id }, 'push'), [change, name]);
  const close = useCallback(() => change({ [name]: undefined }), [change, name]);
  return { id: search[name], open, close };
}

interface DrawerProps {
  title: string;
  onClose(): void;
  /** Deeds on what is shown, kept at the foot. */
  actions?: ReactNode;
  /** Wide for forms with a table. */
  wide?: boolean;
  children: ReactNode;
}

/** Stands beside the page on a wide screen and over it on a narrow one; Esc closes it. */
export function Drawer({ title, onClose, actions, wide = false, children }: DrawerProps) {
  const w = useWords(shellWords);
  const heading = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    panel.current?.focus();
    document.body.classList.add('has-drawer');
    return () => {
      document.body.classList.remove('has-drawer');
      if (activeElement instanceof HTMLElement && activeElement.isConnected) activeElement.focus();
    };
  }, []);
  return (
    <section
      ref={panel}
      className={wide ? 'drawer drawer-wide' : 'drawer'}
      role="dialog"
      aria-labelledby={heading}
      tabIndex={-1}
      onKeyDown={(event) => {
        // A dialog over the drawer closes alone: what is read under it stays open.
        const isInDialog = event.target instanceof Element && event.target.closest('dialog');
        if (event.key === 'Escape' && !event.defaultPrevented && !isInDialog) onClose();
      }}
    >
      <header className="drawer-head">
        <h2 id={heading}>{title}</h2>
        <Button onClick={onClose}>{w.close}</Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="drawer-body" aria-labelledby={heading} tabIndex={0}>
        {children}
      </section>
      {actions && <footer className="drawer-foot">{actions}</footer>}
    </section>
  );
}
