/** Which rows of a long table stand in the sight of its box. All rows have one height. */

import { type RefObject, useEffect, useState } from 'react';

interface Lengths {
  /** How many rows there are. */
  count: number;
  /** Height of a row in pixels. */
  size: number;
  /** Height of the head above the first row in pixels. */
  headSize: number;
}

/** The first row in sight, and the one after the last. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Rows come and go in blocks of this many, so that most of scrolling draws nothing at all. */
const blockSize = 16;
/** Rows that are drawn above and below what is in sight. */
const margin = 8;
/** Height in pixels of a box that is not laid out yet. */
const guessedHeight = 600;

/** Follows the box while it is scrolled and sized; whole blocks around what is in sight. */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  isOn: boolean,
  { count, size, headSize }: Lengths,
): Window {
  const [seen, setSeen] = useState(() => blocksAround(0, guessedHeight / size));
  useEffect(() => {
    const element = box.current;
    if (!isOn || !element) return;
    const look = () => {
      const first = (element.scrollTop - headSize) / size;
      const next = blocksAround(first, first + element.clientHeight / size);
      setSeen((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, isOn, size, headSize]);
  // Rows may have become fewer since the box was last looked at.
  const to = Math.min(count, seen.to);
  return { from: Math.min(seen.from, Math.max(0, to - blockSize)), to };
}

/** Whole blocks around these rows. */
export function blocksAround(first: number, last: number): Window {
  return {
    from: Math.max(0, Math.floor((first - margin) / blockSize) * blockSize),
    to: Math.max(blockSize, Math.ceil((last + margin + 1) / blockSize) * blockSize),
  };
}
