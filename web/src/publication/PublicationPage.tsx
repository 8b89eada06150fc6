/** A published list: how long one may object, the list, its papers, what each edition changed, where it hangs. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { api } from '../api/index.ts';
import { usePeriodInput } from '../assessment/use-period.ts';
import { useFormat } from '../format/index.ts';
import { Empty, Query, useOwnRoles, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { publicationWords } from '../words/publication.ts';
import { Displays } from './Displays.tsx';
import { Editions } from './Editions.tsx';
import { ResultsFrame } from './ResultsFrame.tsx';
import type { Edition, PublishedList, PublishedRow } from './replies.ts';
import './publication.css';

/** Not on a village's telephone: the office alone makes notices. */
const ResultNotices = lazy(async () => ({
  default: (await import('../papers/ResultNotices.tsx')).ResultNotices,
}));

export function PublicationPage() {
  const w = useWords(publicationWords);
  const format = useFormat();
  const input = usePeriodInput();
  const query = useQuery(api.publication.one.queryOptions({ input }));
  const { data } = query;
  return (
    <ResultsFrame
      here="editions"
      title={w.titleOf(format.period(input.period))}
      state={data && <State list={data} />}
      actions={data && <Actions list={data} />}
    >
      <Query query={query} what={w.title}>
        {(list) =>
          list.editions.length === 0 ? (
            <Empty what={w.notYet} why={w.nothingWhy} />
          ) : (
            <Parts list={list} />
          )
        }
      </Query>
    </ResultsFrame>
  );
}

/** Which edition, and how many workdays are left. */
function State({ list }: { list: PublishedList }) {
  const w = useWords(publicationWords);
  const format = useFormat();
  const [latest] = list.editions;
  if (!latest) return w.notYet;
  const until = format.day(latest.objectUntil);
  const { workdaysLeft } = list;
  return (
    <>
      {list.schemeName} {w.nth(latest.edition)} {list.state === 'sealed' && `${w.sealed} `}
      {workdaysLeft === undefined
        ? w.noCalendar(until)
        : workdaysLeft === 0
          ? w.daysOver(until)
          : w.daysLeft(workdaysLeft, until)}
    </>
  );
}

function Actions({ list }: { list: PublishedList }) {
  const w = useWords(publicationWords);
  const town = useTown();
  const { line, period, editions, mayPublish } = list;
  const isOffice = useOwnRoles()?.includes('assessment-office');
  const params = { town, line, period } as never;
  return (
    <span className="publication-links no-print">
      <Link to="/$town/standings/$line/$period" params={params}>
        {w.standings}
      </Link>
      {mayPublish && (
        <Link to="/$town/results/$line/$period/publish" params={params}>
          {editions.length === 0 ? w.publish : w.publishAgain}
        </Link>
      )}
      {isOffice && editions.length > 0 && (
        <Suspense>
          <ResultNotices named={{ line, period }} />
        </Suspense>
      )}
    </span>
  );
}

function Parts({ list }: { list: PublishedList }) {
  const w = useWords(publicationWords);
  const [latest] = list.editions;
  return (
    <div className="publication">
      {list.audience === 'internal' && <p className="prose">{w.internal}</p>}
      <section>
        <h2>{w.list}</h2>
        <List list={list} />
      </section>
      {latest && <HowToObject edition={latest} />}
      <Papers list={list} />
      <Displays list={list} />
      <Editions list={list} />
    </div>
  );
}

function List({ list }: { list: PublishedList }) {
  const w = useWords(publicationWords);
  const columns = useColumns(list);
  return (
    <DataTable
      name={`publication.${list.line}`}
      label={w.list}
      rows={list.rows}
      rowKey={({ code }) => code}
      columns={columns}
    />
  );
}

function useColumns({ groups }: PublishedList): readonly Column<PublishedRow>[] {
  const w = useWords(publicationWords);
  return useMemo(() => {
    const names = new Map(groups.map(({ code, name }) => [code, name]));
    const group: Column<PublishedRow> = {
      id: 'group',
      title: w.group,
      width: 5,
      text: (row) => names.get(row.group ?? '') ?? '',
      filter: true,
    };
    return [
      ...(groups.length > 0 ? [group] : []),
      {
        id: 'rank',
        title: w.rank,
        width: 4,
        text: ({ rank, note }) => (rank === undefined ? note || w.noRank : String(rank)),
        sortBy: ({ rank = 9999 }) => rank,
      },
      { id: 'name', title: w.name, width: 7, text: ({ name }) => name },
      { id: 'total', title: w.total, width: 6, text: ({ total }) => total },
    ] satisfies Column<PublishedRow>[];
  }, [w, groups]);
}

function HowToObject({ edition }: { edition: Edition }) {
  const w = useWords(publicationWords);
  const format = useFormat();
  const { office = '', person, telephone, place } = edition.objectTo;
  const until = format.day(edition.objectUntil);
  const town = useTown();
  return (
    <section className="prose">
      <h2>{w.howToObject}</h2>
      <p>{w.objectSays(`${office} ${person}`.trim(), telephone, place, until)}</p>
      <p className="no-print">
        <Link to={`/${town}/results/objections`}>{w.toObjections}</Link>
      </p>
    </section>
  );
}

/** Each paper is made of the published file: the same for everybody who fetches it. */
function Papers({ list }: { list: PublishedList }) {
  const w = useWords(publicationWords);
  const town = useTown();
  const { line, period, editions, papers } = list;
  const [latest] = editions;
  if (!latest) return null;
  const names = {
    ...{ poster: w.poster, notice: w.notice, public: w.open },
    ...{ proof: w.proof, file: w.file },
  };
  const address = `/api/towns/${town}/publications/${line}/${period}/papers/${latest.edition}`;
  return (
    <section className="no-print">
      <h2>{w.papers}</h2>
      <ul className="paper-links">
        {papers.map((paper) => (
          <li key={paper}>
            <a href={`${address}/${paper}`} download>
              {names[paper]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
