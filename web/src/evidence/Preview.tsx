/** A small picture of a piece of evidence that opens the file itself; a word where there is none. */

import { useWords } from '../words/catalogue.ts';
import { evidenceWords } from '../words/evidence.ts';
import type { EvidenceItem } from './use-uploads.ts';

/** The file opens in a window of its own; access is judged there again. */
export function Preview({ town, item }: { town: string; item: EvidenceItem }) {
  const w = useWords(evidenceWords);
  const { caption, hasPreview, kind, name } = item;
  return (
    <a
      className="evidence-thumb"
      href={`${addressOf(town, item.id)}/file`}
      target="_blank"
      rel="noreferrer"
    >
      {hasPreview ? (
        // A redaction has another preview under the same address; the mark makes the browser ask again.
        <img
          src={`${addressOf(town, item.id)}/preview#${item.redacted?.at ?? ''}`}
          alt={caption || name}
          loading="lazy"
        />
      ) : (
        <span>{w.kinds(kind)}</span>
      )}
    </a>
  );
}

/** Where the API keeps a piece of evidence. */
export function addressOf(town: string, id: string): string {
  return `/api/towns/${town}/evidence/${id}`;
}
