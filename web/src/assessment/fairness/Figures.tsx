/** The figures behind the sentences, table by table; a person stands there as a letter. */

import { useMemo } from 'react';
import { pointsText, signedPointsText } from '../../format/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { fairnessWords } from '../../words/fairness.ts';
import {
  type ClauseRow,
  type Fallen,
  type Jury,
  milliText,
  percentText,
  type Report,
} from './sentences.ts';

export function Figures({ report }: { report: Report }) {
  const w = useWords(fairnessWords);
  const { juries, clauses, concentration, groups, ranks } = report;
  return (
    <>
      {juries
        .filter(({ assessors }) => assessors.length > 0)
        .map((jury) => (
          <section key={jury.clause}>
            <h3>{w.juryTitle(jury.clause, jury.text)}</h3>
            <JuryTable jury={jury} />
          </section>
        ))}
      <section>
        <h3>{w.ofClauses}</h3>
        <ClausesTable rows={clauses} />
        <p className="soft">{w.correlationNote}</p>
      </section>
      <section>
        <h3>{w.ofPlaces}</h3>
        <FallenTable name="offices" head={w.office} rows={concentration.offices} />
        {concentration.inspectors.length > 0 && (
          <FallenTable name="inspectors" head={w.inspector} rows={concentration.inspectors} />
        )}
        {concentration.subjects.length > 0 && (
          <FallenTable name="subjects" head={w.place} rows={concentration.subjects} />
        )}
      </section>
      {groups.rows.length > 1 && (
        <section>
          <h3>{w.ofGroups}</h3>
          <GroupsTable rows={groups.rows} />
        </section>
      )}
      {ranks.rows.length > 0 && (
        <section>
          <h3>{w.ofRanks}</h3>
          <RanksTable rows={ranks.rows} />
        </section>
      )}
    </>
  );
}

function JuryTable({ jury }: { jury: Jury }) {
  const w = useWords(fairnessWords);
  const { agreement } = jury;
  const columns = useMemo<Column<Jury['assessors'][number]>[]>(
    () => [
      { id: 'name', title: w.assessor, width: 8, text: ({ name }) => name },
      { id: 'scores', title: w.scores, kind: 'number', text: ({ scores }) => `${scores}` },
      { id: 'mean', title: w.mean, kind: 'number', text: ({ meanMilli }) => pointsText(meanMilli) },
      {
        id: 'severity',
        title: w.severity,
        kind: 'number',
        text: ({ severityMilli }) =>
          severityMilli === undefined ? w.none : signedPointsText(severityMilli),
      },
      {
        id: 'spread',
        title: w.spreadHead,
        kind: 'number',
        text: ({ spreadMilli }) => pointsText(spreadMilli),
      },
      { id: 'left', title: w.left, kind: 'number', text: ({ left }) => `${left}` },
    ],
    [w],
  );
  return (
    <>
      <p>{w.juryCounts(jury.targets, jury.complete)}</p>
      <DataTable
        name={`fairness.jury.${jury.clause}`}
        prefix={`jury-${jury.clause}-`}
        label={w.juryTitle(jury.clause, jury.text)}
        rows={jury.assessors}
        rowKey={({ name }) => name}
        columns={columns}
      />
      <p className="soft">{w.severityNote}</p>
      {agreement && (
        <p className="soft">
          {w.agreement(
            milliText(agreement.oneWay),
            milliText(agreement.absolute),
            milliText(agreement.consistent),
          )}
        </p>
      )}
    </>
  );
}

function ClausesTable({ rows }: { rows: readonly ClauseRow[] }) {
  const w = useWords(fairnessWords);
  const columns = useMemo<Column<ClauseRow>[]>(
    () => [
      { id: 'code', title: w.clause, width: 5, text: ({ code }) => code },
      { id: 'text', title: w.text, width: 24, text: ({ text }) => text },
      { id: 'owner', title: w.owner, width: 7, filter: true, text: ({ owner = '' }) => owner },
      { id: 'subjects', title: w.subjects, kind: 'number', text: ({ subjects }) => `${subjects}` },
      { id: 'took', title: w.took, kind: 'number', text: ({ took }) => `${took}` },
      { id: 'gave', title: w.gave, kind: 'number', text: ({ gave }) => `${gave}` },
      { id: 'sum', title: w.sum, kind: 'number', text: ({ sumMilli }) => pointsText(sumMilli) },
      {
        id: 'correlation',
        title: w.correlation,
        kind: 'number',
        text: ({ correlationMilli }) =>
          correlationMilli === undefined ? w.none : milliText(correlationMilli),
      },
      {
        id: 'finding',
        title: w.finding,
        width: 7,
        filter: true,
        text: ({ finding }) => (finding === undefined ? '' : w[finding]),
      },
    ],
    [w],
  );
  return (
    <DataTable
      name="fairness.clauses"
      prefix="clauses-"
      label={w.ofClauses}
      rows={rows}
      rowKey={({ code }) => code}
      columns={columns}
    />
  );
}

function FallenTable({
  name,
  head,
  rows,
}: {
  name: string;
  head: string;
  rows: readonly Fallen[];
}) {
  const w = useWords(fairnessWords);
  const columns = useMemo<Column<Fallen>[]>(
    () => [
      { id: 'name', title: head, width: 10, text: (row) => row.name },
      {
        id: 'deductions',
        title: w.deductions,
        kind: 'number',
        total: 'sum',
        text: ({ deductions }) => `${deductions}`,
      },
      {
        id: 'taken',
        title: w.taken,
        kind: 'number',
        total: 'sum',
        text: ({ takenMilli }) => milliText(takenMilli),
      },
      {
        id: 'share',
        title: w.share,
        kind: 'number',
        text: ({ shareMilli }) => percentText(shareMilli),
      },
    ],
    [w, head],
  );
  return (
    <DataTable
      name={`fairness.${name}`}
      prefix={`${name}-`}
      label={head}
      rows={rows}
      rowKey={(row) => row.name}
      columns={columns}
    />
  );
}

type GroupRow = Report['groups']['rows'][number];

function GroupsTable({ rows }: { rows: readonly GroupRow[] }) {
  const w = useWords(fairnessWords);
  const columns = useMemo<Column<GroupRow>[]>(
    () => [
      { id: 'name', title: w.group, text: ({ name }) => name },
      { id: 'subjects', title: w.subjects, kind: 'number', text: ({ subjects }) => `${subjects}` },
      { id: 'mean', title: w.mean, kind: 'number', text: ({ meanMilli }) => pointsText(meanMilli) },
      { id: 'low', title: w.low, kind: 'number', text: ({ lowMilli }) => pointsText(lowMilli) },
      { id: 'high', title: w.high, kind: 'number', text: ({ highMilli }) => pointsText(highMilli) },
    ],
    [w],
  );
  return (
    <DataTable
      name="fairness.groups"
      prefix="groups-"
      label={w.ofGroups}
      rows={rows}
      rowKey={({ name }) => name}
      columns={columns}
    />
  );
}

type RankRow = Report['ranks']['rows'][number];

function RanksTable({ rows }: { rows: readonly RankRow[] }) {
  const w = useWords(fairnessWords);
  const columns = useMemo<Column<RankRow>[]>(
    () => [
      { id: 'subject', title: w.place, text: ({ subject }) => subject },
      {
        id: 'range',
        title: w.range,
        kind: 'number',
        width: 8,
        text: ({ range: [low, high] }) => w.ranks(low, high),
        sortBy: ({ range: [low] }) => low,
      },
    ],
    [w],
  );
  return (
    <DataTable
      name="fairness.ranks"
      prefix="ranks-"
      label={w.ofRanks}
      rows={rows}
      rowKey={({ subject }) => subject}
      columns={columns}
    />
  );
}
