/** What an import could not read: to be gone through with the document beside. */

import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';
import type { ImportNotes } from './replies.ts';

/** Folded, with its counts in sight: the list may have a hundred lines. */
export function ImportNotesPart({ notes }: { notes: ImportNotes }) {
  const w = useWords(schemeWords);
  const { clauses, recognised, open, remarks } = notes;
  return (
    <section className="import-notes">
      <p>{w.importTitle(clauses, recognised)}</p>
      {open.length > 0 && (
        <details open={open.length <= 8}>
          <summary>
            {w.importOpen} {open.length}
          </summary>
          <ul>
            {open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      {remarks.length > 0 && (
        <details>
          <summary>
            {w.importRemarks} {remarks.length}
          </summary>
          <ul>
            {remarks.map(({ place, sentence, words = '' }) => (
              <li key={`${place} ${sentence} ${words}`}>
                {w.importRemark(place, sentence)}
                {words !== '' && <q className="soft">{words}</q>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
