/** A read that may be refused by a rule: totals and ranks before the seal. Said kindly, with a way on. */

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Problem, problemOf } from '../api/index.ts';
import { Empty, Query, RoomLink } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { SubjectLink } from './SubjectLink.tsx';
import { usePeriodInput } from './use-period.ts';

interface PermittedProps<Data> {
  query: UseQueryResult<Data>;
  /** The noun of what is read. */
  what: string;
  children(data: Data): ReactNode;
}

/** As `Query`, but a refusal says what one may see instead. */
export function Permitted<Data>({ query, what, children }: PermittedProps<Data>) {
  const problem = query.data === undefined ? problemOf(query.error) : undefined;
  if (problem?.status === 403) return <NotYet problem={problem} />;
  return (
    <Query query={query} what={what}>
      {children}
    </Query>
  );
}

function NotYet({ problem }: { problem: Problem }) {
  const w = useWords(assessmentWords);
  const { line, period } = usePeriodInput();
  return (
    <Empty
      what={problem.code === 'assessment.not-own' ? w.notOwn : w.notYet}
      why={problem.detail ?? problem.title}
      action={
        <span className="links">
          {ownUnits(problem).map((unit) => (
            <SubjectLink key={unit} subject={unit} {...{ line, period }}>
              {w.ownSheet(unit)}
            </SubjectLink>
          ))}
          <RoomLink to="ledger">{w.ownLedger}</RoomLink>
          <RoomLink to="standings">{w.otherPeriods}</RoomLink>
        </span>
      }
    />
  );
}

/** A village account is told which sheets are its own. */
function ownUnits({ data }: Problem): string[] {
  if (typeof data !== 'object' || data === null || !('units' in data)) return [];
  return Array.isArray(data.units) ? data.units.map(String) : [];
}
