/** Closing what opened from a button: Esc, or a press elsewhere. */

import { type RefObject, useEffect, useEffectEvent } from 'react';

/** While `isOpen`, Esc and a press outside of `area` close; Esc gives the focus back to its button. */
export function useDismiss(
  isOpen: boolean,
  area: RefObject<HTMLElement | null>,
  close: () => void,
): void {
  const onOutside = useEffectEvent((event: Event) => {
    if (!area.current?.contains(event.target as Node)) close();
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    close();
    area.current?.querySelector('button')?.focus();
  });
  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: Event) => onOutside(event);
    const key = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('pointerdown', outside);
    window.addEventListener('keydown', key);
    return () => {
      window.removeEventListener('pointerdown', outside);
      window.removeEventListener('keydown', key);
    };
  }, [isOpen]);
}
