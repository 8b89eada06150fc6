/** The frame of the office: the rail on the left, the top line, and the page. */

import { type ReactNode, useRef, useState } from 'react';
import { HelpDoor } from '../help/HelpDoor.tsx';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { Button } from './Button.tsx';
import { Finder, type FinderSource } from './Finder.tsx';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { Mark } from './Mark.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { RoomLink } from './RoomLink.tsx';
import { railFor } from './rooms.ts';
import { useDismiss } from './use-dismiss.ts';

interface FrameProps {
  /** "青禾镇" */
  townName: string;
  /** "2026年第一季度"; empty before a period is open */
  period?: string;
  /** "周明" */
  personName: string;
  /** What the person may do here; undefined while it is read. */
  roles?: readonly string[] | undefined;
  /** Whether there are other towns to go to. */
  hasTowns?: boolean;
  onSignOut(): void;
  /** Where the search in the middle looks, beside the pages themselves. */
  sources?: readonly FinderSource[];
  /** What the person must know on every page, such as an ended session. */
  notice?: ReactNode;
  children: ReactNode;
}

const noRoles: readonly string[] = [];

/** Everything around a page. At 390 px the rail is a drawer behind the word 目录. */
export function Frame({
  townName,
  period,
  personName,
  roles,
  hasTowns = false,
  onSignOut,
  sources,
  notice,
  children,
}: FrameProps) {
  const w = useWords(shellWords);
  const [isHelpOpen, setHelpOpen] = useState(false);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {w.skip}
      </a>
      <Rail roles={roles} />
      <header className="top">
        <p className="top-town">
          <strong>{townName}</strong> <span className="soft">{period}</span>
        </p>
        <Finder sources={sources} roles={roles} />
        <div className="top-end">
          <HelpDoor roles={roles ?? noRoles} />
          <PersonMenu
            name={personName}
            hasTowns={hasTowns}
            onSignOut={onSignOut}
            onHelp={() => setHelpOpen(true)}
          />
        </div>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        {notice && (
          <div className="notice" role="alert">
            {notice}
          </div>
        )}
        {children}
      </main>
      <KeyboardHelp isOpen={isHelpOpen} onOpen={setHelpOpen} />
    </div>
  );
}

function Rail({ roles }: Pick<FrameProps, 'roles'>) {
  const w = useWords(shellWords);
  const [isOpen, setOpen] = useState(false);
  const nav = useRef<HTMLElement>(null);
  const close = () => setOpen(false);
  useDismiss(isOpen, nav, close);
  return (
    <nav ref={nav} className="rail" aria-label={w.rail} data-open={isOpen || undefined}>
      <p className="brand">
        <Mark /> {w.product}
      </p>
      <Button
        className="rail-toggle"
        aria-expanded={isOpen}
        aria-controls="rail-places"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? w.closeMenu : w.menu}
      </Button>
      <div id="rail-places" className="rail-places">
        {railFor(roles).map(({ word, entries }) => (
          <section key={entries[0]?.place}>
            {word && <h2>{phrase(w[word])}</h2>}
            <ul className={word ? 'rail-group' : undefined}>
              {entries.map(({ place, word: name }) => (
                <li key={place}>
                  <RoomLink to={place} onClick={close}>
                    {phrase(w[name])}
                  </RoomLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p className="no-secrets">{w.noSecrets}</p>
      </div>
    </nav>
  );
}

/** The names of places need no values. */
function phrase(word: unknown): string {
  return typeof word === 'string' ? word : '';
}
