/** A fact under a clause: its sentence, where it stands in the ledger, and what proves it. */

import { Knot, RoomLink, useTown } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import type { FactOfLine } from './replies.ts';
import { factWords } from './tree.ts';

interface FactLineProps {
  fact: FactOfLine;
  /** The place of the line that rests on it. */
  path: string;
}

export function FactLine({ fact, path }: FactLineProps) {
  const w = useWords(assessmentWords);
  const { said, proof } = factWords(fact);
  return (
    <Knot
      title={
        <RoomLink to="ledger" search={{ fact: fact.id }}>
          <span data-line={`${path}.${fact.id}`}>{said}</span>
        </RoomLink>
      }
    >
      {proof !== '' && <p>{w.proof(proof)}</p>}
      {fact.files.length > 0 && (
        <ul className="files" aria-label={w.files}>
          {fact.files.map((file) => (
            <FileShown key={file.id} {...file} />
          ))}
        </ul>
      )}
    </Knot>
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
