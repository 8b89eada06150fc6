/** The periods of every scheme as threads: where each stands and what comes next. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Empty, Knot, Page, Query, RoomLink, Thread, useTown } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { PeriodLink } from './PeriodLink.tsx';
import { byLine, countsOf, knotOf, type Next, nextOf, type SchemeLine } from './period-steps.ts';
import type { Period } from './replies.ts';
import { SealMark } from './SealMark.tsx';
import { useRights } from './use-rights.ts';
import './assessment.css';

export function PeriodsPage() {
  const w = useWords(assessmentWords);
  const title = useWords(shellWords).standings;
  const town = useTown();
  const query = useQuery(api.assessment.periods.queryOptions({ input: { town } }));
  const { data } = query;
  const counts = data && countsOf(data.rows, data.today);
  return (
    <Page
      title={title}
      state={
        counts &&
        data.rows.length > 0 &&
        w.periodsState(counts.running, counts.waiting, counts.sealed)
      }
    >
      <Query query={query} what={w.periods}>
        {({ rows, today }) =>
          rows.length === 0 ? (
            <Empty
              what={w.noPeriods}
              why={w.noPeriodsWhy}
              action={<RoomLink to="scheme">{w.toScheme}</RoomLink>}
            />
          ) : (
            byLine(rows).map((line) => <Line key={line.line} line={line} today={today} />)
          )
        }
      </Query>
    </Page>
  );
}

function Line({ line, today }: { line: SchemeLine; today: string }) {
  const w = useWords(assessmentWords);
  return (
    <section className="scheme-line">
      <h2>
        {line.name} <span className="soft">{w.version(line.version)}</span>
      </h2>
      <Thread label={w.periodsOf(line.name)}>
        {line.periods.map((period) => (
          <PeriodKnot key={period.period} period={period} next={nextOf(period, today)} />
        ))}
      </Thread>
    </section>
  );
}

function PeriodKnot({ period, next }: { period: Period; next: Next }) {
  const w = useWords(assessmentWords);
  const format = useFormat();
  const { seesReadiness, tries } = useRights();
  const { line, period: id, from, to, state } = period;
  const isSealed = state === 'sealed';
  return (
    <Knot
      kind={knotOf(next)}
      title={
        <>
          <PeriodLink to="standings" line={line} period={id}>
            {format.period(id)}
          </PeriodLink>{' '}
          <span className="soft">{w.days(format.day(from), format.day(to))}</span>
        </>
      }
      figure={isSealed ? <SealMark word={w.sealed} /> : w[state]}
    >
      <p>
        <WhatNext period={period} next={next} />
      </p>
      {(tries || (seesReadiness && !isSealed)) && (
        <p className="links no-print">
          {seesReadiness && !isSealed && (
            <PeriodLink to="readiness" line={line} period={id}>
              {w.toReadiness}
            </PeriodLink>
          )}
          {tries && (
            <PeriodLink to="sandbox" line={line} period={id}>
              {w.toSandbox}
            </PeriodLink>
          )}
        </p>
      )}
    </Knot>
  );
}

function WhatNext({ period, next }: { period: Period; next: Next }) {
  const w = useWords(assessmentWords);
  const format = useFormat();
  switch (next.kind) {
    case 'coming':
      return w.nextComing(format.day(period.from));
    case 'running':
      return w.nextRunning(next.days);
    case 'over':
      return w.nextOver(next.days);
    case 'scoring':
      return w.nextScoring;
    case 'checking':
      return w.nextChecking;
    case 'published':
      return w.nextPublished(period.edition ?? 1);
    case 'sealed':
      return <SealedLine period={period} />;
  }
}

/** "第 1 版，4月8日（周三）10:00封存。凭据码 …" */
export function SealedLine({ period }: { period: Period }) {
  const w = useWords(assessmentWords);
  const format = useFormat();
  const { edition = 1, sealedAt, receiptCode } = period;
  return (
    <>
      {sealedAt !== undefined && w.sealedLine(edition, format.moment(sealedAt))}{' '}
      {receiptCode !== undefined && <span className="code-line">{w.receiptCode(receiptCode)}</span>}
    </>
  );
}
