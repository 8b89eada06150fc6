/** Everything that villages said, the latest first. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { Empty, Query, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { LedgerFrame } from './LedgerFrame.tsx';
import { NoteList } from './NoteList.tsx';

export function NotesView() {
  const w = useWords(ledgerWords);
  const town = useTown();
  const query = useQuery(api.ledger.notes.queryOptions({ input: { town } }));
  return (
    <LedgerFrame
      here="notes"
      title={w.ledger}
      state={query.data && w.notesState(query.data.rows.length)}
    >
      <Query query={query} what={w.notes}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty what={w.noNotes} why={w.noNotesWhy} />
          ) : (
            <NoteList notes={rows} withAbout />
          )
        }
      </Query>
    </LedgerFrame>
  );
}
