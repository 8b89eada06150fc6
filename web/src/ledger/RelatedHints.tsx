/** Beside the form, while one types: facts and entries that may be the same thing. */

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api/index.ts';
import { Button, RoomLink, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import type { RecordDraft } from './record-draft.ts';

/** Milliseconds without a key before the server is asked. */
const typingPause = 400;

interface RelatedHintsProps {
  draft: RecordDraft;
  /** The entry that is being changed, which is not like itself. */
  entryId?: string | undefined;
  onMatter(matter: string): void;
}

export function RelatedHints({ draft, entryId, onMatter }: RelatedHintsProps) {
  const f = useWords(ledgerFormWords);
  const town = useTown();
  const typed = useRested(inputOf(draft));
  const isEnough = isAsked(typed);
  const query = useQuery({
    ...api.ledger.related.queryOptions({ input: { town, ...typed, ...(entryId && { entryId }) } }),
    enabled: isEnough,
    placeholderData: (before) => before,
  });
  const rows = isEnough ? (query.data?.rows ?? []) : [];
  return (
    <section aria-live="polite">
      <h2>{f.related}</h2>
      {rows.length === 0 && (
        <p className="soft">
          {isEnough ? f.relatedNone : f.relatedLater(isGiven(typed.subjects), hasDay(typed))}
        </p>
      )}
      <ul className="ledger-rows">
        {rows.map(({ factId, entryId: entry, sentence, matter }) => (
          <li key={factId ?? entry}>
            <p>{sentence}</p>
            <p>
              <RoomLink to="ledger" search={factId ? { fact: factId } : { entry: entry ?? '' }}>
                {f.seeFact}
              </RoomLink>{' '}
              {matter !== undefined && matter !== draft.matter && (
                <Button kind="link" onClick={() => onMatter(matter)}>
                  {f.takeMatter(matter)}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Asked = ReturnType<typeof inputOf>;

/** Alike is what happened to the same subject around the same day, or carries the same number. */
function isAsked(typed: Asked): boolean {
  const hasMore = hasDay(typed) || isGiven(typed.docNo);
  return isGiven(typed.matter) || (isGiven(typed.subjects) && hasMore);
}

function hasDay({ on, period }: Asked): boolean {
  return isGiven(on) || isGiven(period);
}

function isGiven(text: string | undefined): boolean {
  return text !== undefined && text !== '';
}

function inputOf({ kind, subjects, on, period, matter, docNo, values }: RecordDraft) {
  const filled = Object.entries(values).filter(([, text]) => text.trim() !== '');
  return {
    ...(kind && { kind }),
    ...(subjects.length > 0 && { subjects: subjects.join(',') }),
    ...(on && { on }),
    ...(period && { period }),
    ...(matter.trim() && { matter: matter.trim() }),
    ...(docNo.trim() && { docNo: docNo.trim() }),
    ...(filled.length > 0 && { values: JSON.stringify(Object.fromEntries(filled)) }),
  };
}

/** A value once the hand rests. */
function useRested<T>(value: T): T {
  const text = JSON.stringify(value);
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(text), typingPause);
    return () => window.clearTimeout(timer);
  }, [text]);
  return JSON.parse(rested) as T;
}
