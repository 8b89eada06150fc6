/** What the list is narrowed to; all of it stands in the address. */

import { useEffect, useState } from 'react';
import { DateField, Field } from '../forms/index.ts';
import { useAddress } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords } from '../words/evidence.ts';

const kinds = ['picture', 'pdf', 'document', 'sheet', 'text'] as const;
type Kind = (typeof kinds)[number];

/** Milliseconds without a key before the server is asked. */
const typingPause = 300;

/** The filter as the server takes it. */
export function useFilter() {
  const { words, kind, use, mine, from, to, fact, entry } = useAddress().search;
  return {
    ...(words && { words }),
    ...(isKind(kind) && { kind }),
    ...(use && { isCited: use === 'cited' }),
    ...(mine && { isMine: true }),
    ...(isDay(from) && { takenFrom: from }),
    ...(isDay(to) && { takenTo: to }),
    ...(fact && { factId: fact }),
    ...(entry && { entryId: entry }),
  };
}

export function EvidenceFilters() {
  const w = useWords(evidenceWords);
  const { search, change } = useAddress();
  return (
    <>
      <WordsField />
      <Field label={w.kind}>
        {(parts) => (
          <select
            {...parts}
            value={search.kind ?? ''}
            onChange={(event) => change({ kind: event.target.value })}
          >
            <option value="">{w.anyKind}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {w.kinds(kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={w.use}>
        {(parts) => (
          <select
            {...parts}
            value={search.use ?? ''}
            onChange={(event) => change({ use: event.target.value })}
          >
            <option value="">{w.anyUse}</option>
            <option value="cited">{w.isCited}</option>
            <option value="loose">{w.isLoose}</option>
          </select>
        )}
      </Field>
      <div className="evidence-days">
        <DateField
          label={w.takenFrom}
          value={search.from ?? ''}
          onChange={(from) => change({ from })}
        />
        <DateField label={w.takenTo} value={search.to ?? ''} onChange={(to) => change({ to })} />
      </div>
      <label className="evidence-mine">
        <input
          type="checkbox"
          checked={search.mine !== undefined}
          onChange={(event) => change({ mine: event.target.checked ? 'yes' : '' })}
        />{' '}
        {w.mine}
      </label>
    </>
  );
}

/** What is typed is looked up on the server once the hand rests. */
function WordsField() {
  const w = useWords(evidenceWords);
  const { search, change } = useAddress();
  const { words = '' } = search;
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (typed === words) return;
    const timer = window.setTimeout(() => change({ words: typed.trim() }), typingPause);
    return () => window.clearTimeout(timer);
  }, [typed, words, change]);
  return (
    <Field label={w.find}>
      {(parts) => (
        <input
          {...parts}
          type="search"
          value={typed}
          maxLength={100}
          placeholder={w.findHint}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </Field>
  );
}

function isKind(text: string | undefined): text is Kind {
  return kinds.some((kind) => kind === text);
}

function isDay(text: string | undefined): text is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');
}
