/** The element that a step points at: looked for until it is there, followed while the page moves. */

import { useCallback, useEffect, useState } from 'react';
import type { Rect } from './tour-place.ts';

interface Target {
  /** Where it is now; undefined while it is not there. */
  readonly rect: Rect | undefined;
  /** It did not come within the time that a page takes. */
  readonly isMissing: boolean;
  readonly element: () => HTMLElement | undefined;
}

const lookEveryMilliseconds = 200;
const patienceLooks = 25;

/** Scrolls the element into sight once, when it is found. */
export function useTarget(selector: string | undefined): Target {
  const [rect, setRect] = useState<Rect>();
  const [isMissing, setMissing] = useState(false);
  const element = useCallback(
    () => (selector === undefined ? undefined : seen(selector)),
    [selector],
  );
  useEffect(() => {
    if (selector === undefined) {
      setRect(undefined);
      return;
    }
    let looks = 0;
    let isFound = false;
    const look = () => {
      const found = seen(selector);
      looks += 1;
      if (found && !isFound) {
        isFound = true;
        found.scrollIntoView({ block: 'center', inline: 'nearest' });
      }
      setMissing(!found && looks > patienceLooks);
      setRect((before) => sameOr(before, found?.getBoundingClientRect()));
    };
    look();
    const timer = window.setInterval(look, lookEveryMilliseconds);
    window.addEventListener('scroll', look, true);
    window.addEventListener('resize', look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('scroll', look, true);
      window.removeEventListener('resize', look);
    };
  }, [selector]);
  return { rect, isMissing, element };
}

/** The first of the elements that people can see. */
function seen(selector: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  return all.find((one) => one.getClientRects().length > 0);
}

function sameOr(before: Rect | undefined, now: DOMRect | undefined): Rect | undefined {
  if (now === undefined) return undefined;
  const { left, top, width, height } = now;
  const isSame =
    before !== undefined &&
    before.left === left &&
    before.top === top &&
    before.width === width &&
    before.height === height;
  return isSame ? before : { left, top, width, height };
}
