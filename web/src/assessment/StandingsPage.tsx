/** The list of a period: ranks, totals and parts; every number opens its tree. */

import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Empty, Page, RoomLink, useAddress } from '../shell/index.ts';
import { DataTable } from '../table/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { PeriodLink } from './PeriodLink.tsx';
import { SealedLine } from './PeriodsPage.tsx';
import { Permitted } from './Permitted.tsx';
import { type NumberPlace, searchOf } from './place.ts';
import type { Standings } from './replies.ts';
import { SealMark } from './SealMark.tsx';
import { SubjectDrawer } from './SubjectDrawer.tsx';
import { inOrder, progressOf } from './standings-rows.ts';
import { usePeriodInput } from './use-period.ts';
import { useRights } from './use-rights.ts';
import { useStandingsColumns } from './use-standings-columns.tsx';
import './assessment.css';

export function StandingsPage() {
  const w = useWords(assessmentWords);
  const format = useFormat();
  const input = usePeriodInput();
  const { search, change } = useAddress();
  const { subject, asOf } = search;
  const query = useQuery({
    ...api.assessment.standings.queryOptions({
      input: { ...input, ...(asOf === undefined ? {} : { asOf }) },
    }),
    // The list stays while it is worked out for another day, never for another period.
    placeholderData: (before: Standings | undefined) =>
      before?.period === input.period && before.line === input.line ? before : undefined,
  });
  const { data } = query;
  const open = useCallback(
    (code: string, place: NumberPlace = {}) =>
      change({ subject: code, ...searchOf(place) }, 'push'),
    [change],
  );
  const close = useCallback(() => change({ subject: undefined, ...searchOf({}) }), [change]);
  return (
    <Page
      title={w.standingsOf(format.period(input.period))}
      state={data && <State data={data} />}
      filters={data && data.state !== 'sealed' && <AsOf data={data} />}
      actions={data && <Actions />}
    >
      <Permitted query={query} what={w.standings}>
        {(list) => <List data={list} open={open} />}
      </Permitted>
      {subject !== undefined && (
        <SubjectDrawer key={subject} {...{ ...input, subject, open }} onClose={close} />
      )}
    </Page>
  );
}

/** How far the list has come, and whether it may still change. */
function State({ data }: { data: Standings }) {
  const w = useWords(assessmentWords);
  const format = useFormat();
  const { subjects, settled, provisional, missing, away } = progressOf(data.rows);
  return (
    <>
      {w.progress(subjects, settled, provisional, missing)}
      {away > 0 && w.awayCount(away)}
      {w.asOfDay(format.day(data.asOf))}{' '}
      {data.state === 'sealed' ? (
        <>
          <SealMark word={w.sealed} /> <SealedLine period={data} />
        </>
      ) : (
        w.beforeSeal
      )}
      <span className="soft state-note">
        {w.schemeVersion(data.schemeName, data.schemeVersion)}
      </span>
    </>
  );
}

/** The day as of which an open period is worked out. */
function AsOf({ data }: { data: Standings }) {
  const w = useWords(assessmentWords);
  const { search, change } = useAddress();
  return (
    <label className="as-of">
      {w.asOf}{' '}
      <input
        type="date"
        min={data.from}
        max={data.to}
        value={search.asOf ?? data.asOf}
        onChange={(event) => change({ asOf: event.target.value || undefined })}
      />
      {search.asOf !== undefined && (
        <Button onClick={() => change({ asOf: undefined })}>{w.periodEnd}</Button>
      )}
    </label>
  );
}

function Actions() {
  const w = useWords(assessmentWords);
  const { line, period } = usePeriodInput();
  const { seesReadiness, tries } = useRights();
  return (
    <span className="links">
      {seesReadiness && (
        <PeriodLink to="readiness" {...{ line, period }}>
          {w.toReadiness}
        </PeriodLink>
      )}
      {seesReadiness && (
        <PeriodLink to="fairness" {...{ line, period }}>
          {w.toFairness}
        </PeriodLink>
      )}
      {tries && (
        <PeriodLink to="sandbox" {...{ line, period }}>
          {w.toSandbox}
        </PeriodLink>
      )}
      <Button onClick={() => window.print()}>{w.print}</Button>
    </span>
  );
}

interface ListProps {
  data: Standings;
  open(subject: string, place?: NumberPlace): void;
}

function List({ data, open }: ListProps) {
  const w = useWords(assessmentWords);
  const { subject } = useAddress().search;
  const rows = useMemo(() => inOrder(data), [data]);
  const columns = useStandingsColumns({ data, open });
  return (
    <div className="standings-list">
      <DataTable
        name={`standings.${data.line}`}
        label={w.standings}
        rows={rows}
        rowKey={({ code }) => code}
        columns={columns}
        onOpen={({ code }) => open(code)}
        openKey={subject}
        empty={
          <Empty
            what={w.standingsEmpty}
            why={w.standingsEmptyWhy}
            action={<RoomLink to="org">{w.toOrg}</RoomLink>}
          />
        }
      />
      {rows.length > 0 && (
        <p className="soft prose">
          {w.tiesSaid}{' '}
          {data.columns.some(({ fullByGroup }) => fullByGroup !== undefined) &&
            w.fullByGroup(data.groups.map(({ name }) => name))}{' '}
          <span className="no-print">{w.openNumber}</span>
        </p>
      )}
      {data.state !== 'sealed' && data.noticeCount > 0 && (
        <p className="soft no-print">{w.notices(data.noticeCount)}</p>
      )}
    </div>
  );
}
