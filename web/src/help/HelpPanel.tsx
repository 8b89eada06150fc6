/** Help beside the page it explains: a few sentences, at most one picture, the tour, the whole guide. */

import { useEffect, useRef } from 'react';
import { Button } from '../shell/Button.tsx';
import { usePreferences } from '../shell/preferences.ts';
import { useWords } from '../words/catalogue.ts';
import { helpWords } from '../words/help-page.ts';
import { HelpText } from './HelpText.tsx';
import { anchorOf } from './help-of.ts';
import { TourDoors } from './TourDoors.tsx';
import { useHelp } from './use-help.ts';

interface HelpPanelProps {
  roles: readonly string[];
  onClose(): void;
}

/** Stays open from page to page, and tells of the one that is open; Esc closes it. */
export function HelpPanel({ roles, onClose }: HelpPanelProps) {
  const w = useWords(helpWords);
  const { language } = usePreferences();
  const found = useHelp();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus();
    document.body.classList.add('has-help');
    return () => document.body.classList.remove('has-help');
  }, []);
  const title = found ? found.help.title[language] : '';
  return (
    <aside
      ref={panel}
      className="help no-print"
      aria-label={w.panel(title)}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="help-head">
        <h2>{w.panel(title)}</h2>
        <Button onClick={onClose}>{w.close}</Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="help-body" aria-label={w.help} tabIndex={0}>
        {found ? <HelpText key={found.key} help={found.help} /> : <p>{w.noHelp}</p>}
        <p>
          <a
            href={`/help${found ? `#${anchorOf(found.key)}` : ''}`}
            target="_blank"
            rel="noreferrer"
          >
            {w.whole}
          </a>
        </p>
        <TourDoors roles={roles} onStart={onClose} />
      </section>
    </aside>
  );
}
