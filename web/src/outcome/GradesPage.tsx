/** The grades of a published or sealed period: as worked out, as decided, who is near; and counts of ballots. */

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { ResultsFrame } from '../publication/ResultsFrame.tsx';
import { Button, Empty, Query, useOwnRoles, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeWords } from '../words/outcomes.ts';
import { EditionPick, useEdition } from './EditionPick.tsx';
import type { GradeRow, Grades } from './use-outcomes.ts';
import './outcomes.css';

// A village that reads its grade does not wait for what only an office has.
const Ballots = lazy(async () => ({ default: (await import('./Ballots.tsx')).Ballots }));
const DecideForm = lazy(async () => ({ default: (await import('./DecideForm.tsx')).DecideForm }));

const offices: readonly string[] = ['organisation', 'leader', 'assessment-office', 'discipline'];

export function GradesPage() {
  const w = useWords(outcomeWords);
  const town = useTown();
  const roles = useOwnRoles() ?? [];
  const periods = useQuery(api.assessment.periods.queryOptions({ input: { town } }));
  const editions = (periods.data?.rows ?? []).filter(({ edition }) => edition !== undefined);
  const here = useEdition(editions);
  return (
    <ResultsFrame
      here="grades"
      title={w.grades}
      filters={<EditionPick editions={editions} />}
      state={here && w.gradesState(`${here.label} ${here.schemeName}`, here.edition ?? 0)}
    >
      <Query query={periods} what={w.grades}>
        {() =>
          here ? (
            <EditionGrades line={here.line} period={here.period} />
          ) : (
            <Empty what={w.noEdition} why={w.noEditionWhy} />
          )
        }
      </Query>
      <Suspense>{roles.some((role) => offices.includes(role)) && <Ballots />}</Suspense>
    </ResultsFrame>
  );
}

function EditionGrades({ line, period }: { line: string; period: string }) {
  const w = useWords(outcomeWords);
  const town = useTown();
  const query = useQuery(api.outcomes.grades.queryOptions({ input: { town, line, period } }));
  const [isDeciding, setDeciding] = useState(false);
  return (
    <Query query={query} what={w.grades}>
      {(grades) => (
        <section className="outcome-part">
          <p className="outcome-decision">
            <Decided grades={grades} />
            {grades.mayDecide && (
              <Button kind="main" onClick={() => setDeciding(true)}>
                {w.decide}
              </Button>
            )}
          </p>
          <GradeTable grades={grades} />
          <Suspense>
            {isDeciding && <DecideForm grades={grades} onClose={() => setDeciding(false)} />}
          </Suspense>
        </section>
      )}
    </Query>
  );
}

function Decided({ grades: { decision } }: { grades: Grades }) {
  const w = useWords(outcomeWords);
  const format = useFormat();
  if (!decision) return <span className="soft">{w.undecided}</span>;
  const { body, documentNo, decidedOn, enteredBy } = decision;
  return <span>{w.decidedBy(body, documentNo, format.day(decidedOn), enteredBy)}</span>;
}

function GradeTable({ grades }: { grades: Grades }) {
  const w = useWords(outcomeWords);
  const columns = useColumns(grades);
  return (
    <DataTable
      name="grades"
      label={w.grades}
      rows={grades.rows}
      rowKey={({ code }) => code}
      columns={columns}
      empty={<Empty what={w.noGrades} why={w.noGradesWhy} />}
    />
  );
}

function useColumns({ rows, decision, body }: Grades): readonly Column<GradeRow>[] {
  const w = useWords(outcomeWords);
  return useMemo(() => {
    const has = (of: (row: GradeRow) => unknown) => rows.some((row) => of(row) !== undefined);
    const computed = ({ computed: own, isPending, open }: GradeRow) =>
      own ?? (open && !decision ? w.pendingBy(body) : isPending ? w.pending : '');
    const all: (Column<GradeRow> | false)[] = [
      { id: 'name', title: w.subject, width: 7, text: ({ name }) => name },
      has(({ group }) => group) && {
        id: 'group',
        title: w.group,
        width: 5,
        text: ({ group = '' }) => group,
        filter: true,
      },
      { id: 'total', title: w.total, width: 5, kind: 'number', text: ({ total }) => total },
      {
        id: 'rank',
        title: w.rank,
        width: 4,
        kind: 'number',
        text: ({ rank }) => (rank === undefined ? '' : `${rank}`),
      },
      {
        id: 'computed',
        title: w.computed,
        width: has(({ open }) => open) && !decision ? 13 : 6,
        text: computed,
        filter: true,
      },
      decision !== undefined && {
        id: 'grade',
        title: w.grade,
        width: 6,
        text: ({ grade = '' }) => grade,
        filter: true,
      },
      has(({ near }) => near) && {
        id: 'near',
        title: w.near,
        width: 8,
        text: ({ near }) => (near ? w.nearText(near.boundary, near.distance) : ''),
      },
      {
        id: 'why',
        title: w.why,
        width: 20,
        text: ({ reason, basis, reasons }) =>
          [reason, basis, ...reasons].filter(Boolean).join('；'),
      },
    ];
    return all.filter((column) => column !== false);
  }, [w, rows, decision, body]);
}
