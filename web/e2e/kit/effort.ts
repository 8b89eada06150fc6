/** How much a page asks of a person: presses and fields, counted by what the browser itself saw. */

import type { Page } from 'playwright-core';

export interface Effort {
  readonly clicks: number;
  readonly fields: number;
}

declare global {
  /** Given to every page that is counted. */
  var countEffort: (what: keyof Effort) => void;
}

/**
 * Counts from now on, over all pages that follow. A press is a press, whatever comes of it; a field
 * counts once however much is typed into it; a file is one press (the chooser) and one field.
 * @returns what was done since it was last asked
 */
export async function effortOn(page: Page): Promise<() => Effort> {
  let done: Effort = { clicks: 0, fields: 0 };
  await page.exposeFunction('countEffort', (what: keyof Effort) => {
    done = { ...done, [what]: done[what] + 1 };
  });
  await page.addInitScript(watch);
  await page.reload();
  return () => {
    const taken = done;
    done = { clicks: 0, fields: 0 };
    return taken;
  };
}

/** In the page: it must stand alone, for it is sent there as text. */
function watch(): void {
  const filled = new WeakSet<EventTarget>();
  const onPress = ({ isTrusted }: Event) => {
    if (isTrusted) globalThis.countEffort('clicks');
  };
  const onInput = ({ target }: Event) => {
    if (!(target instanceof HTMLElement) || filled.has(target)) return;
    const type = target.getAttribute('type');
    // What is ticked was pressed, and is counted there.
    if (type === 'checkbox' || type === 'radio') return;
    if (type === 'file') globalThis.countEffort('clicks');
    else filled.add(target);
    globalThis.countEffort('fields');
  };
  document.addEventListener('pointerdown', onPress, true);
  document.addEventListener('input', onInput, true);
}
