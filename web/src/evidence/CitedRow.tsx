/** A piece of evidence under a form: the picture, what it shows, both hashes, and out of it again. */

import type { UseQueryResult } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Button, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords, sizeText } from '../words/evidence.ts';
import { Preview } from './Preview.tsx';
import type { EvidenceItem } from './use-uploads.ts';

interface CitedRowProps {
  town: string;
  query: UseQueryResult<EvidenceItem> | undefined;
  /** Sentences about what was put right when it was kept. */
  notices: readonly string[];
  onTakeOut(): void;
}

export function CitedRow({ town, query, notices, onTakeOut }: CitedRowProps) {
  const w = useWords(evidenceWords);
  const item = query?.data;
  return (
    <li className="evidence-row">
      {item ? <Preview town={town} item={item} /> : <span className="evidence-thumb" />}
      <div className="evidence-words">
        {item && <Words town={town} item={item} />}
        {query?.isError && <p className="field-error">{w.gone}</p>}
        {notices.map((sentence) => (
          <p key={sentence} className="field-error">
            {sentence}
          </p>
        ))}
      </div>
      <p className="evidence-deeds">
        <Button onClick={onTakeOut}>{w.takeAway}</Button>
      </p>
    </li>
  );
}

function Words({ town, item }: { town: string; item: EvidenceItem }) {
  const w = useWords(evidenceWords);
  const { bytes, cited, isMine, name, receivedSha256, storedSha256 } = item;
  return (
    <>
      <p>
        <span className="evidence-name">{name}</span>{' '}
        <span className="soft">{sizeText(bytes)}</span>
      </p>
      <p className="evidence-kept soft" title={`${receivedSha256}\n${storedSha256}`}>
        <span>{w.kept}</span> <span>{w.received(shortHash(receivedSha256))}</span>{' '}
        <span>{w.stored(shortHash(storedSha256))}</span>
      </p>
      {isMine && cited.facts === 0 ? (
        <Caption town={town} item={item} />
      ) : (
        item.caption !== '' && <p>{item.caption}</p>
      )}
    </>
  );
}

/** What it shows is saved when the cursor leaves the field: it is no part of the form's own save. */
function Caption({ town, item }: { town: string; item: EvidenceItem }) {
  const w = useWords(evidenceWords);
  const queries = useQueryClient();
  const [caption, setCaption] = useState(item.caption);
  const save = useSave(client.evidence.describe, {
    onSaved: (saved) => {
      const { queryKey } = api.evidence.one.queryOptions({
        input: { town, evidenceId: item.id },
      });
      queries.setQueryData(queryKey, saved);
    },
  });
  const keep = () => {
    if (caption === item.caption) return;
    const { id: evidenceId, note, takenBy, takenOn } = item;
    void save.run({ town, evidenceId, caption, takenBy, note, ...(takenOn && { takenOn }) });
  };
  return (
    <>
      <label className="evidence-caption">
        {w.caption}{' '}
        <input
          value={caption}
          maxLength={200}
          placeholder={w.captionHint}
          onChange={(event) => setCaption(event.target.value)}
          onBlur={keep}
        />
      </label>
      {save.step !== 'idle' && <SaveLine save={save} />}
    </>
  );
}

/** The first characters of a hash: enough to compare two by eye. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 12);
}
