/** A fact under a clause: what happened, its number, and what proves it. */

import { Objected } from '../publication/objections/objecting.tsx';
import { RoomLink, useTown } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import type { FactOfLine } from './replies.ts';
import { PlaceLink } from './SubjectLink.tsx';

interface FactProps {
  fact: FactOfLine;
  /** The clause under which it is shown. */
  code: string;
  isObjected: boolean;
}

/** A fact below its line: the number that opens it, and its photos. */
export function FactInLine({ fact, code, isObjected }: FactProps) {
  const w = useWords(assessmentWords);
  return (
    <li>
      <PlaceLink place={{ code, fact: fact.id }}>{w.fact(fact.id)}</PlaceLink>{' '}
      {isObjected && <Objected />}
      <Files files={fact.files} />
    </li>
  );
}

/** "7月15日垃圾积存 3 处"; of a fact that the ledger does not know, what was printed of it. */
export function happenedText({ told, sentence }: FactOfLine): string {
  return told ? `${told.day}${told.what}` : sentence;
}

/** Photos as small pictures, other files by name. */
export function Files({ files }: Pick<FactOfLine, 'files'>) {
  const w = useWords(assessmentWords);
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={w.files}>
      {files.map((file) => (
        <FileShown key={file.id} {...file} />
      ))}
    </ul>
  );
}

/** A photo as a small picture that opens large; another file by its name. */
function FileShown({ id, name, kind, caption }: FactOfLine['files'][number]) {
  const w = useWords(assessmentWords);
  const address = `/api/towns/${useTown()}/evidence/${id}`;
  const isPicture = kind === 'picture';
  return (
    <li>
      <a href={`${address}/file`} target="_blank" rel="noreferrer">
        {isPicture ? <img src={`${address}/preview`} alt={caption || name} loading="lazy" /> : name}
      </a>
      {isPicture && <p>{caption || name}</p>}
      <p className="no-print">
        <RoomLink to="evidence" search={{ open: id }}>
          {w.inEvidence}
        </RoomLink>
      </p>
    </li>
  );
}
