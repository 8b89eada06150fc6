/** The pages outside of a town: one column of paper under the name of the product. */

import { type ReactNode, useEffect } from 'react';
import { HelpDoor } from '../help/HelpDoor.tsx';
import { Button, Mark, setPreferences, usePreferences } from '../shell/index.ts';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import './auth.css';

interface OutsidePageProps {
  title: string;
  /** One sentence that says how things stand. */
  state?: ReactNode;
  children: ReactNode;
}

/** Title, state and content in a narrow column; language and text size are chosen at the foot. */
export function OutsidePage({ title, state, children }: OutsidePageProps) {
  const w = useWords(shellWords);
  const a = useWords(authWords);
  const { language, text } = usePreferences();
  const otherLanguage = language === 'zh' ? 'en' : 'zh';
  useEffect(() => {
    document.title = `${title} · ${w.product}`;
  }, [title, w]);
  return (
    <div className="outside">
      <header className="outside-brand">
        <Mark /> <strong>{w.product}</strong> <span className="soft">{a.tagline}</span>
      </header>
      <main className="outside-sheet">
        <h1>{title}</h1>
        {state && <p className="prose">{state}</p>}
        {children}
      </main>
      <footer className="outside-foot">
        <HelpDoor />
        <Button
          kind="link"
          lang={otherLanguage === 'zh' ? 'zh-CN' : 'en'}
          onClick={() => setPreferences({ language: otherLanguage })}
        >
          {w.language}
        </Button>
        <Button
          kind="link"
          onClick={() => setPreferences({ text: text === 'large' ? 'normal' : 'large' })}
        >
          {text === 'large' ? w.normalText : w.largeText}
        </Button>
        <p className="soft">{w.noSecrets}</p>
      </footer>
    </div>
  );
}
