/** The ledger: posted facts, entries that wait, signatures, and what villages said. */

import { lazy, Suspense } from 'react';
import { Loading, useAddress } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { FactsView } from './FactsView.tsx';
import { viewOf } from './LedgerNav.tsx';

// What offices work on; a village reads its facts and loads none of it.
const EntriesView = lazy(async () => ({
  default: (await import('./EntriesView.tsx')).EntriesView,
}));
const NotesView = lazy(async () => ({ default: (await import('./NotesView.tsx')).NotesView }));
const SignaturesView = lazy(async () => ({
  default: (await import('./SignaturesView.tsx')).SignaturesView,
}));

export function LedgerPage() {
  const w = useWords(ledgerWords);
  return (
    <Suspense fallback={<Loading what={w.ledger} />}>
      <View />
    </Suspense>
  );
}

function View() {
  const { search } = useAddress();
  switch (viewOf(search)) {
    case 'entries':
      return <EntriesView />;
    case 'signatures':
      return <SignaturesView />;
    case 'notes':
      return <NotesView />;
    default:
      return <FactsView />;
  }
}
