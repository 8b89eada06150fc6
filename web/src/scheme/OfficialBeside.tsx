/** The official text beside what is written: it follows the clause that is being changed. */

import { useEffect, useRef } from 'react';
import { useWords } from '../words/catalogue.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import { OfficialText } from './OfficialText.tsx';
import type { Checked } from './replies.ts';

interface BesideProps {
  checked: Checked;
  /** The last text that could be read. */
  last: Checked['official'];
  onPick(line: number): void;
  code: string | undefined;
}

export function OfficialBeside({ checked, last, onPick, code }: BesideProps) {
  const w = useWords(schemeTextWords);
  const shown = checked.official ?? last;
  const body = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = code && body.current?.querySelector(`[data-code="${CSS.escape(code)}"]`);
    if (row) scrollWithin(body.current, row);
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section ref={body} className="scheme-beside" aria-label={w.official} tabIndex={0}>
      {!checked.official && <p className="field-error">{shown ? w.lastReadable : w.unreadable}</p>}
      {shown && (
        <OfficialText official={shown} onPick={onPick} {...(code ? { current: code } : {})} />
      )}
    </section>
  );
}

/** Brings a row into sight inside its own panel; the page itself stays where it is. */
function scrollWithin(panel: HTMLElement | null, row: Element): void {
  if (!panel) return;
  const [outer, inner] = [panel.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) {
    panel.scrollTop += inner.top - outer.top - outer.height / 3;
  }
}
