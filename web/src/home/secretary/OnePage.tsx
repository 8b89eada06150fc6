/** 书记一页: the place in the district, what is weak and whose, what is overdue, what comes. One A4 sheet. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, type client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { ResultsFrame } from '../../publication/ResultsFrame.tsx';
import { Button, Query, useTown } from '../../shell/index.ts';
import { benchmarkWords } from '../../words/benchmark.ts';
import { useWords } from '../../words/catalogue.ts';
import { rankText } from '../benchmark/rank-words.ts';
import './one-page.css';

type Reply = Awaited<ReturnType<typeof client.secretary.read>>;

/** `/qinghe/results/one-page` */
export function OnePage() {
  const w = useWords(benchmarkWords);
  const format = useFormat();
  const town = useTown();
  const query = useQuery(api.secretary.read.queryOptions({ input: { town } }));
  const { data } = query;
  return (
    <ResultsFrame
      here="onePage"
      title={data ? `${data.town} ${w.onePage}` : w.onePage}
      state={data && w.onePageState(format.day(data.today))}
      actions={
        <Button kind="main" onClick={() => window.print()}>
          {w.onePagePrint}
        </Button>
      }
    >
      <Query query={query} what={w.onePage}>
        {(page) => (
          <div className="one-page">
            <p className="soft no-print">{w.onePageHint}</p>
            <District district={page.district} />
            <Overdue overdue={page.overdue} />
            <Risks page={page} />
          </div>
        )}
      </Query>
    </ResultsFrame>
  );
}

function District({ district }: Pick<Reply, 'district'>) {
  const w = useWords(benchmarkWords);
  const format = useFormat();
  if (!district) {
    return (
      <>
        <section>
          <h2>{w.district}</h2>
          <p>
            <To at="results/benchmark">{w.noDistrict}</To>
          </p>
        </section>
        <section>
          <h2>{w.weakTitle}</h2>
          <p>{w.noWeak}</p>
        </section>
      </>
    );
  }
  const { rank, towns, first, next, before, weakest } = district;
  const names = (some: readonly string[]) => some.join(w.listComma);
  const at = `results/benchmark/${district.id}`;
  return (
    <>
      <section>
        <h2>{w.district}</h2>
        <p className="one-page-place">
          <To at={at}>{rank ? w.placeOf(rankText(rank, w), towns) : w.placeUnknown}</To>
        </p>
        <p>
          {first && <To at={at}>{w.behind(names(first.towns), first.gap)}</To>}{' '}
          {next && next.gap !== first?.gap && (
            <To at={at}>{w.behindNext(names(next.towns), next.gap)}</To>
          )}{' '}
          <To at={at}>{w.beyondOf(district.beyondTen, district.indicators)}</To>{' '}
          {before && (
            <To at={`results/benchmark/${before.id}`}>
              {w.before(format.period(before.period), rankText(before.rank, w))}
            </To>
          )}
        </p>
        <p className="soft">{w.fromList(district.name, format.period(district.period))}</p>
      </section>
      <section>
        <h2>{w.weakTitle}</h2>
        <table>
          <tbody>
            {weakest.map(({ name, rank: place, lost, office, leaders }) => (
              <tr key={name}>
                <th scope="row">
                  <To at={at}>{name}</To>
                </th>
                <td>
                  <To at={at}>{rankText(place, w)}</To>
                </td>
                <td>{lost === undefined ? '' : w.lostBy(lost)}</td>
                <td>{office === undefined ? w.noWhose : w.whose(office, names(leaders))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Overdue({ overdue }: Pick<Reply, 'overdue'>) {
  const w = useWords(benchmarkWords);
  const format = useFormat();
  return (
    <section>
      <h2>{w.overdueTitle}</h2>
      <p>
        <To at="work">{overdue.count === 0 ? w.noOverdue : w.overdueCount(overdue.count)}</To>
      </p>
      <table>
        <tbody>
          {overdue.leaders.map(({ leader, count, oldest }) => (
            <tr key={oldest.id}>
              <th scope="row">{leader?.name ?? w.noLeader(oldest.office || w.nobodyLeads)}</th>
              <td>
                <To at="work">{w.overdueRow(count)}</To>
              </td>
              <td>
                <To at={`work/items/${oldest.id}`}>
                  {w.oldest(oldest.title, format.day(oldest.dueOn))}
                </To>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {overdue.more > 0 && <p className="soft">{w.moreLeaders(overdue.more)}</p>}
    </section>
  );
}

function Risks({ page: { today, coming, repeated, periods } }: { page: Reply }) {
  const w = useWords(benchmarkWords);
  const format = useFormat();
  return (
    <section>
      <h2>{w.risks}</h2>
      <p>{w.comingCount(coming.count)}</p>
      <ul>
        {coming.items.map(({ id, title, office, dueOn }) => (
          <li key={id}>
            <To at={`work/items/${id}`}>
              {w.comingRow(
                title,
                office || w.nobodyLeads,
                dueOn === today ? w.dueToday : format.day(dueOn),
              )}
            </To>
          </li>
        ))}
        {coming.count > coming.items.length && <li>{w.more}</li>}
      </ul>
      <p>
        <To at="inspection/findings">{w.repeatedCount(repeated.count)}</To>
      </p>
      <ul>
        {repeated.findings.map(({ id, subject, standard }) => (
          <li key={id}>
            <To at="inspection/findings" search={{ open: id }}>
              {w.repeatedRow(subject.name, standard)}
            </To>
          </li>
        ))}
        {repeated.count > repeated.findings.length && <li>{w.more}</li>}
      </ul>
      <p>{w.periodsCount(periods.length)}</p>
      <ul>
        {periods.map(({ line, period, schemeName }) => (
          <li key={`${line} ${period}`}>
            <To at={`standings/${line}/${period}`}>
              {w.periodRow(schemeName, format.period(period))}
            </To>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ToProps {
  /** Behind the town. */
  at: string;
  search?: Record<string, string>;
  children: ReactNode;
}

function To({ at, search, children }: ToProps) {
  const town = useTown();
  return (
    <Link to={`/${town}/${at}`} search={(search ?? {}) as never}>
      {children}
    </Link>
  );
}
