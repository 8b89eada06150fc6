/** The ledger: posted facts, entries that wait, signatures, and what villages said. */

import { useAddress } from '../shell/index.ts';
import { EntriesView } from './EntriesView.tsx';
import { FactsView } from './FactsView.tsx';
import { viewOf } from './LedgerNav.tsx';
import { NotesView } from './NotesView.tsx';
import { SignaturesView } from './SignaturesView.tsx';

export function LedgerPage() {
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
