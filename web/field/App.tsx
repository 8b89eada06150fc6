/** The page of the field: the list of visits, or one sheet of it; above both the state of the network. */

import { useEffect, useState } from 'react';
import { preferences, setPreferences } from '../src/shell/preferences.ts';
import { useWords } from '../src/words/catalogue.ts';
import { Gates } from './parts/Gates.tsx';
import { NetworkBar } from './parts/NetworkBar.tsx';
import { SheetPage } from './parts/SheetPage.tsx';
import { VisitList } from './parts/VisitList.tsx';
import { takeNewPage } from './start-worker.ts';
import { useField } from './use-field.ts';
import { fieldWords } from './words.ts';

export function App() {
  const w = useWords(fieldWords);
  const field = useField();
  const sheet = useHash();
  const draft = field.drafts.find(({ id }) => id === sheet);

  useEffect(() => {
    // Large text by default: this page is read in the sun.
    setPreferences({ language: preferences().language, text: 'large' });
  }, []);
  useEffect(() => {
    if (draft === undefined) void takeNewPage();
  }, [draft]);

  return (
    <>
      <NetworkBar field={field} />
      <main>
        {field.isReady ? (
          draft ? (
            <>
              {field.gate === 'signIn' && <Gates field={field} />}
              <SheetPage key={draft.id} draft={draft} field={field} />
            </>
          ) : (
            <>
              <Gates field={field} />
              <VisitList field={field} />
            </>
          )
        ) : (
          <p>{w.opening}</p>
        )}
      </main>
    </>
  );
}

/** The id behind `#/`: going back in the browser goes back to the list. */
function useHash(): string {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const hear = () => {
      setHash(window.location.hash);
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', hear);
    return () => window.removeEventListener('hashchange', hear);
  }, []);
  return hash.replace(/^#\/?/, '');
}
