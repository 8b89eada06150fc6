/** Who is signed in, and what they may choose for this browser. */

import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { Button } from './Button.tsx';
import { setPreferences, usePreferences } from './preferences.ts';
import { useDismiss } from './use-dismiss.ts';

interface PersonMenuProps {
  name: string;
  /** Whether there are other towns to go to. */
  hasTowns: boolean;
  onSignOut(): void;
  onHelp(): void;
}

/** The menu on the right of the top line: language, size of text, keyboard, sign-out. */
export function PersonMenu({ name, hasTowns, onSignOut, onHelp }: PersonMenuProps) {
  const w = useWords(shellWords);
  const { language, text } = usePreferences();
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useDismiss(isOpen, menu, () => setOpen(false));
  const otherLanguage = language === 'zh' ? 'en' : 'zh';
  const otherText = text === 'large' ? 'normal' : 'large';
  return (
    <div className="person" ref={menu}>
      <Button aria-expanded={isOpen} aria-controls="person-menu" onClick={() => setOpen(!isOpen)}>
        {name}
      </Button>
      {isOpen && (
        <ul id="person-menu" className="person-menu" aria-label={w.person}>
          {hasTowns && (
            <li>
              <Link className="button button-link" to="/towns">
                {w.otherTowns}
              </Link>
            </li>
          )}
          <li>
            <Button
              kind="link"
              lang={otherLanguage}
              onClick={() => setPreferences({ language: otherLanguage })}
            >
              {w.language}
            </Button>
          </li>
          <li>
            <Button kind="link" onClick={() => setPreferences({ text: otherText })}>
              {text === 'large' ? w.normalText : w.largeText}
            </Button>
          </li>
          <li>
            <Button
              kind="link"
              onClick={() => {
                setOpen(false);
                onHelp();
              }}
            >
              {w.keyboard}
            </Button>
          </li>
          <li>
            <Button kind="link" onClick={onSignOut}>
              {w.signOut}
            </Button>
          </li>
        </ul>
      )}
    </div>
  );
}
