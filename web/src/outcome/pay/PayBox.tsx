/** A table that is wider than its page scrolls by itself, by keys too. */

import type { ReactNode } from 'react';

export function PayBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="pay-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
