/** The one list: a thread of what waits for whoever is signed in, with today as its filled knot. */

import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import {
  Empty,
  Knot,
  Light,
  Page,
  Query,
  RoomLink,
  Thread,
  useOwnRoles,
  useTown,
} from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { deskWords } from '../words/desk.ts';
import { shellWords } from '../words/shell.ts';
import { type DeskLine, deskCounts, deskOrder } from './desk-order.ts';
import { LeaderPart } from './LeaderPart.tsx';
import './desk.css';

export function DeskPage() {
  const w = useWords(deskWords);
  const title = useWords(shellWords).desk;
  const town = useTown();
  const isLeader = useOwnRoles()?.includes('leader');
  const query = useQuery(api.desk.list.queryOptions({ input: { town } }));
  const rows = query.data?.rows ?? [];
  const { all, overdue, near } = deskCounts(rows);
  const [first] = rows;
  return (
    <Page
      title={title}
      state={
        first && (
          <>
            {w.count(all, overdue, near)}
            {all > 1 && ` ${w.first(first.title)}`}
          </>
        )
      }
    >
      <Query query={query} what={w.list}>
        {(data) => (data.rows.length === 0 ? <Nothing /> : <List {...data} />)}
      </Query>
      {isLeader && <LeaderPart />}
    </Page>
  );
}

function List({ today, rows }: { today: string; rows: readonly DeskLine[] }) {
  const w = useWords(deskWords);
  const format = useFormat();
  const order = deskOrder(rows);
  const knots = (lines: readonly DeskLine[], kind: 'past' | 'coming') =>
    lines.map((line) => <DeskKnot key={line.id} line={line} kind={kind} />);
  return (
    <div className="desk">
      <Thread label={w.label}>
        {knots(order.overdue, 'past')}
        <Knot kind="today" title={w.today(format.day(today))}>
          <p>{order.today.length === 0 ? w.noneToday : w.dueToday(order.today.length)}</p>
        </Knot>
        {knots(order.today, 'coming')}
        {knots(order.coming, 'coming')}
      </Thread>
    </div>
  );
}

function DeskKnot({ line, kind }: { line: DeskLine; kind: 'past' | 'coming' }) {
  const w = useWords(deskWords);
  const format = useFormat();
  const { title, detail, address, dueOn } = line;
  return (
    <Knot
      kind={kind}
      title={<TownAddress to={address}>{title}</TownAddress>}
      figure={<Due {...line} />}
    >
      {detail !== '' && <p className="prose">{detail}</p>}
      {dueOn !== undefined && <p>{w.due(format.day(dueOn))}</p>}
    </Knot>
  );
}

/** The light of a line; what has no day is in order and says so. */
function Due({ light, days }: DeskLine) {
  const w = useWords(deskWords);
  if (days === undefined) return <Light state="normal" reason={w.noDay} />;
  const state = light === 'open' ? 'normal' : light;
  return <Light state={state} days={Math.abs(days)} />;
}

/** A link to an address that a room gave: `/ledger?period=2026-Q3` within the pages of the town. */
function TownAddress({ to, children }: { to: string; children: ReactNode }) {
  const router = useRouter();
  const href = `/${useTown()}${to}`;
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  );
}

function Nothing() {
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
