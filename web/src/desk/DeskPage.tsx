/** The one list: what waits for whoever is signed in, or for a village that they look after. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { api } from '../api/index.ts';
import {
  Button,
  Empty,
  Page,
  Query,
  RoomLink,
  useAddress,
  useOwnRoles,
  useTown,
} from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { deskWords } from '../words/desk.ts';
import { shellWords } from '../words/shell.ts';
import { DeskPaper } from './DeskPaper.tsx';
import { DeskThread } from './DeskThread.tsx';
import type { DeskList } from './desk-order.ts';
import { VillageChoice } from './VillageChoice.tsx';
import './desk.css';

/** A village, whose first page this is, does not load what only a leader sees. */
const LeaderPart = lazy(async () => ({ default: (await import('./LeaderPart.tsx')).LeaderPart }));

export function DeskPage() {
  const { village = '' } = useAddress().search;
  return village === '' ? <OwnDesk /> : <VillageDesk key={village} unit={village} />;
}

function OwnDesk() {
  const w = useWords(deskWords);
  const title = useWords(shellWords).desk;
  const town = useTown();
  const take = useTake();
  const roles = useOwnRoles();
  const isLeader = roles?.includes('leader');
  const query = useQuery(api.desk.list.queryOptions({ input: { town, ...take } }));
  const [village, ...others] = query.data?.villages ?? [];
  // An account of a village owes nothing: its list is that of the village, to be read.
  const isVillage = roles?.length !== 0 && roles?.every((role) => role === 'village');
  if (isVillage && village && others.length === 0) return <VillageDesk unit={village.code} isOwn />;
  const { rows = [], counts } = query.data ?? {};
  const [first] = rows;
  return (
    <Page
      title={title}
      state={
        first &&
        counts && (
          <>
            {w.count(counts.all, counts.overdue, counts.near)}
            {counts.all > 1 && ` ${w.first(first.title)}`}
          </>
        )
      }
      actions={first && <PrintButton />}
      filters={<VillageChoice villages={query.data?.villages ?? []} />}
    >
      <Query query={query} what={w.list}>
        {(data) => (data.rows.length === 0 ? <Nothing /> : <Lines title={title} list={data} />)}
      </Query>
      {isLeader && (
        <Suspense fallback={null}>
          <LeaderPart />
        </Suspense>
      )}
    </Page>
  );
}

function VillageDesk({ unit, isOwn = false }: { unit: string; isOwn?: boolean }) {
  const w = useWords(deskWords);
  const town = useTown();
  const take = useTake();
  const own = useQuery(api.desk.list.queryOptions({ input: { town } }));
  const query = useQuery(api.desk.village.queryOptions({ input: { town, unit, ...take } }));
  const { counts, village } = query.data ?? {};
  const title = w.villageTitle(village?.name ?? unit);
  return (
    <Page
      title={title}
      state={counts && w.villageCount(counts.all, counts.overdue, counts.near)}
      actions={
        <>
          <Link className="link-button" to={`/${town}/villages/${unit}`}>
            {w.villagePage}
          </Link>
          <PrintButton />
        </>
      }
      filters={!isOwn && <VillageChoice villages={own.data?.villages ?? []} />}
    >
      <p className="prose soft no-print">{w.villageHint}</p>
      <Query query={query} what={w.list}>
        {(data) =>
          data.rows.length + data.withheld === 0 ? (
            <Empty what={w.villageNothing(data.village.name)} why={w.nothingWhy} />
          ) : (
            <Lines title={title} list={data} village={unit} />
          )
        }
      </Query>
    </Page>
  );
}

interface LinesProps {
  title: string;
  list: DeskList;
  village?: string;
}

/** The thread on the screen, a table on paper, and what is beyond the first lines. */
function Lines({ title, list, village }: LinesProps) {
  const w = useWords(deskWords);
  const { change } = useAddress();
  const { all } = list.counts;
  const shown = list.rows.length;
  return (
    <>
      <DeskThread {...list} village={village} />
      {all > shown && (
        <p className="desk-more">
          {w.more(shown, all)}{' '}
          {shown < linesMax && (
            <Button onClick={() => change({ take: `${Math.min(shown * 5, linesMax)}` })}>
              {w.readMore}
            </Button>
          )}
        </p>
      )}
      {list.withheld > 0 && <p className="desk-more no-print">{w.withheld(list.withheld)}</p>}
      <DeskPaper title={title} list={list} isVillage={village !== undefined} />
    </>
  );
}

/** The most lines of one page: beyond that nobody looks through a list. */
const linesMax = 1000;

function useTake(): { take?: number } {
  const { take } = useAddress().search;
  return take !== undefined && /^[1-9]\d{0,2}$|^1000$/.test(take) ? { take: Number(take) } : {};
}

function PrintButton() {
  const w = useWords(deskWords);
  return <Button onClick={() => window.print()}>{w.print}</Button>;
}

function Nothing(): ReactNode {
  const w = useWords(deskWords);
  return (
    <Empty
      what={w.nothing}
      why={w.nothingWhy}
      action={
        <span className="desk-links">
          <RoomLink to="ledger">{w.ledger}</RoomLink>
          <RoomLink to="standings">{w.standings}</RoomLink>
        </span>
      }
    />
  );
}
