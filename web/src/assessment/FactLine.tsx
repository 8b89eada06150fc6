/** A fact under a clause: its sentence, where it stands in the ledger, and what proves it. */

import { Knot, RoomLink, useTown } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import type { FactOfLine } from './replies.ts';
import { factWords } from './tree.ts';

/** A fact as a knot of its own, under a clause that rests on it directly. */
export function FactLine({ fact }: { fact: FactOfLine }) {
  return (
    <Knot title={<FactLink fact={fact} />}>
      <FactProof fact={fact} />
    </Knot>
  );
}

/** A fact inside the knot of an entry. */
export function FactInLine({ fact }: { fact: FactOfLine }) {
  return (
    <li>
      <FactLink fact={fact} />
      <FactProof fact={fact} />
    </li>
  );
}

function FactLink({ fact }: { fact: FactOfLine }) {
  return (
    <RoomLink to="ledger" search={{ fact: fact.id }}>
      {factWords(fact).said}
    </RoomLink>
  );
}

function FactProof({ fact }: { fact: FactOfLine }) {
  const w = useWords(assessmentWords);
  const { proof } = factWords(fact);
  return (
    <>
      {proof !== '' && <p>{w.proof(proof)}</p>}
      {fact.files.length > 0 && (
        <ul className="files" aria-label={w.files}>
          {fact.files.map((file) => (
            <FileShown key={file.id} {...file} />
          ))}
        </ul>
      )}
    </>
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
