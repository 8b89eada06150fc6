/** What each office has to settle before the seal, with the place where that is done. */

import type { ReactNode } from 'react';
import { Knot, RoomLink, Thread } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { PeriodLink } from './PeriodLink.tsx';
import { dutiesOf, type OfficeDuty } from './readiness.ts';
import type { Obstacle, Readiness } from './replies.ts';
import { usePeriodInput } from './use-period.ts';

export function Duties({ data }: { data: Readiness }) {
  const w = useWords(readinessWords);
  const duties = dutiesOf(data);
  if (duties.length === 0) return <p>{w.nothingKeeps}</p>;
  return (
    <Thread label={w.byOffice}>
      {duties.map((duty) => (
        <Knot
          key={duty.office}
          kind="coming"
          title={w.officeCount(duty.office || w.wholeTown, duty.count)}
        >
          <ul className="duties">
            <Signatures {...duty} />
            <Waiting {...duty} />
            {duty.obstacles.map((obstacle) => (
              <Hindrance key={obstacle.sentence} obstacle={obstacle} />
            ))}
          </ul>
        </Knot>
      ))}
    </Thread>
  );
}

function Signatures({ unsigned, office }: OfficeDuty) {
  const w = useWords(readinessWords);
  const { line, period } = usePeriodInput();
  if (unsigned.length === 0) return null;
  return (
    <Duty
      what={w.unsigned(unsigned.length)}
      why={w.unsignedClauses(unsigned.join(w.listComma))}
      links={
        <RoomLink
          to="ledger"
          search={{ view: 'signatures', line, period, ...officeSearch(office) }}
        >
          {w.toSign}
        </RoomLink>
      }
    />
  );
}

function Waiting({ waiting, office }: OfficeDuty) {
  const w = useWords(readinessWords);
  if (waiting === undefined) return null;
  const { drafts, reviewed } = waiting;
  return (
    <Duty
      what={w.waiting(drafts + reviewed)}
      why={w.waitingParts(drafts, reviewed)}
      links={
        <RoomLink to="ledger" search={{ view: 'entries', ...officeSearch(office) }}>
          {w.toEntries}
        </RoomLink>
      }
    />
  );
}

function Hindrance({ obstacle }: { obstacle: Obstacle }) {
  const w = useWords(readinessWords);
  const { line, period } = usePeriodInput();
  const { code, sentence, subject, clause, factIds } = obstacle;
  return (
    <Duty
      what={sentence}
      {...(code === 'no-evidence' ? { why: w.noEvidenceHow } : {})}
      links={
        <>
          {factIds.map((fact) => (
            <RoomLink key={fact} to="ledger" search={{ fact }}>
              {code === 'no-evidence' ? w.toReverse(fact) : w.factNamed(fact)}
            </RoomLink>
          ))}
          {subject !== undefined && (
            <PeriodLink
              to="standings"
              search={{ subject, ...(clause === undefined ? {} : { code: clause }) }}
              {...{ line, period }}
            >
              {w.toTree}
            </PeriodLink>
          )}
          {code === 'material-missing' && <a href="#cells">{w.toCells}</a>}
          {code === 'earlier-unsealed' && <RoomLink to="standings">{w.toPeriods}</RoomLink>}
          {code === 'grade-pending' && (
            <PeriodLink to="standings" {...{ line, period }}>
              {w.toStandings}
            </PeriodLink>
          )}
          {code === 'unchecked' && (
            <RoomLink to="ledger" search={{ view: 'signatures', line, period }}>
              {w.toSign}
            </RoomLink>
          )}
        </>
      }
    />
  );
}

interface DutyProps {
  what: string;
  why?: string;
  links: ReactNode;
}

function Duty({ what, why, links }: DutyProps) {
  return (
    <li>
      <p className="duty-what">{what}</p>
      {why !== undefined && <p>{why}</p>}
      <p className="links">{links}</p>
    </li>
  );
}

function officeSearch(office: string): Record<string, string> {
  return office === '' ? {} : { office };
}
