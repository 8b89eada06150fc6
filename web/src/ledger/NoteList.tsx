/** What villages said, in their words, with who wrote it down. */

import { useFormat } from '../format/index.ts';
import { RoomLink } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import type { Note } from './replies.ts';

interface NoteListProps {
  notes: readonly Note[];
  /** Says of each what it is about: for lists outside of a fact. */
  withAbout?: boolean;
}

export function NoteList({ notes, withAbout = false }: NoteListProps) {
  const w = useWords(ledgerWords);
  const format = useFormat();
  const channels = { paper: w.paper, telephone: w.telephone, visit: w.visit };
  return (
    <ul className="ledger-rows">
      {notes.map(({ id, onBehalfOf, channel, saidOn, said, recordedBy, at, factId }) => (
        <li key={id}>
          <p>{w.noteBy(onBehalfOf.name, channels[channel], format.day(saidOn))}</p>
          <p className="ledger-said prose">{said}</p>
          <p className="soft">
            {w.noteRecorder(recordedBy.name, format.moment(at))}{' '}
            {withAbout &&
              (factId ? (
                <RoomLink to="ledger" search={{ fact: factId }}>
                  {w.aboutFact(factId)}
                </RoomLink>
              ) : (
                w.aboutEntry
              ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
