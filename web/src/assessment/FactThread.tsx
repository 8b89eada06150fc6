/** One fact of a result: the thread from the total down to it, to what proves it and who wrote it. */

import { useFormat } from '../format/index.ts';
import { Knot, RoomLink, Thread } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { Files, happenedText } from './FactLine.tsx';
import type { FactOfLine, Line } from './replies.ts';
import { PlaceLink } from './SubjectLink.tsx';
import { clauseOf, type FactPlace, placesOfFact } from './tree.ts';

export function FactThread({ root, place }: { root: Line; place: FactPlace }) {
  const w = useWords(assessmentWords);
  const { way, fact } = place;
  const last = way.at(-1);
  const others = placesOfFact(root, fact.id).filter((one) => one.way.at(-1) !== last);
  return (
    <>
      <Thread label={w.way}>
        {way.map((line, index) =>
          // A line under the clause has no number: its sentence stands with the fact.
          line.code === '' && index > 0 ? null : (
            <LevelKnot key={`${line.kind} ${line.code}`} line={line} />
          ),
        )}
        <FactKnot fact={fact} line={last} />
        <Knot title={w.evidenceKnot}>
          <p>{fact.told?.proof ?? fact.evidence.join(w.comma)}</p>
          <Files files={fact.files} />
        </Knot>
        {fact.told && <PersonKnot told={fact.told} />}
      </Thread>
      {others.length > 0 && (
        <p>
          {w.alsoIn}
          {others.map((one) => {
            const code = clauseOf(one.way);
            return (
              <PlaceLink key={code} place={{ code, fact: fact.id }}>
                {code} {one.way.at(-1)?.value}
              </PlaceLink>
            );
          })}
        </p>
      )}
    </>
  );
}

/** A level above the fact: its name, its points, and at a clause what it says. */
function LevelKnot({ line: { kind, code, label, text, value, owner } }: { line: Line }) {
  const w = useWords(assessmentWords);
  return (
    <Knot
      kind={kind === 'total' ? 'today' : 'past'}
      title={
        <>
          {code !== '' && <span className="line-code">{code}</span>} {label}
        </>
      }
      figure={<PlaceLink place={{ code }}>{value}</PlaceLink>}
    >
      {text !== undefined && text !== label && <p className="prose">{text}</p>}
      {owner !== undefined && kind === 'clause' && <p>{w.owner(owner)}</p>}
    </Knot>
  );
}

function FactKnot({ fact, line }: { fact: FactOfLine; line: Line | undefined }) {
  const w = useWords(assessmentWords);
  return (
    <Knot title={happenedText(fact)} figure={line && line.code === '' ? line.value : undefined}>
      {line?.plain !== undefined && <p className="prose">{line.plain}</p>}
      <p className="no-print">
        <RoomLink to="ledger" search={{ fact: fact.id }}>
          {w.toLedger}
        </RoomLink>
      </p>
    </Knot>
  );
}

function PersonKnot({ told }: { told: NonNullable<FactOfLine['told']> }) {
  const w = useWords(assessmentWords);
  const format = useFormat();
  const { recordedBy, reviewedBy, postedAt } = told;
  const said = [
    recordedBy === undefined ? '' : w.recordedBy(recordedBy),
    reviewedBy === undefined ? '' : w.reviewedBy(reviewedBy),
    postedAt === undefined ? '' : w.postedAt(format.moment(postedAt)),
  ];
  return (
    <Knot title={w.personKnot}>
      <p>{said.filter(Boolean).join(w.comma)}</p>
    </Knot>
  );
}
