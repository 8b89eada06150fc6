/** What the office should look at, a line a kind with its count; a kind of many opens into its list. */

import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { RoomLink, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { groupedNotices, type NoticeGroup } from './notice-kinds.ts';
import type { Obstacle } from './replies.ts';

/** So many are read at a glance. */
const few = 3;

export function Notices({ notices }: { notices: readonly Obstacle[] }) {
  const w = useWords(readinessWords);
  const groups = useMemo(() => groupedNotices(notices), [notices]);
  if (groups.length === 0) return <p>{w.noNotices}</p>;
  return (
    <>
      <p>{w.noticesWhy}</p>
      <ul className="notice-groups">
        {groups.map((group) => (
          <li key={group.word}>
            {group.notices.length > few ? <Many group={group} /> : <Few group={group} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** "晚于计分日 1,112 条。它们属于后面的考核期，不用办。" */
function Summary({ group: { word, notices } }: { group: NoticeGroup<Obstacle> }) {
  const w = useWords(readinessWords);
  return (
    <>
      <strong>{w.noticeCount(w[word], notices.length)}</strong>{' '}
      {word === 'factAfter' && w.factAfterWhy}
      {word === 'factReversed' && w.factReversedWhy}
      {word === 'factLate' && w.factLateWhy}
    </>
  );
}

function Few({ group }: { group: NoticeGroup<Obstacle> }) {
  return (
    <>
      <p>
        <Summary group={group} />
      </p>
      <ul className="duties">
        {group.notices.map(({ sentence, factIds }) => (
          <li key={sentence}>
            <p>{sentence}</p>
            <FactLinks ids={factIds} />
          </li>
        ))}
      </ul>
    </>
  );
}

function FactLinks({ ids }: { ids: readonly string[] }) {
  const w = useWords(readinessWords);
  if (ids.length === 0) return null;
  return (
    <p className="links">
      {ids.slice(0, few).map((id) => (
        <RoomLink key={id} to="ledger" search={{ fact: id }}>
          {w.factNamed(id)}
        </RoomLink>
      ))}
    </p>
  );
}

/** Its table is drawn only when somebody opens it: there may be a thousand rows. */
function Many({ group }: { group: NoticeGroup<Obstacle> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Summary group={group} />
      </summary>
      {isOpen && <NoticesTable group={group} />}
    </details>
  );
}

function NoticesTable({ group: { word, notices } }: { group: NoticeGroup<Obstacle> }) {
  const w = useWords(readinessWords);
  const town = useTown();
  const navigate = useNavigate();
  const rows = useMemo(
    () => notices.map((notice, index) => ({ ...notice, key: String(index) })),
    [notices],
  );
  const columns = useMemo<Column<Obstacle>[]>(
    () => [
      {
        id: 'fact',
        title: w.factHead,
        width: 7,
        text: ({ factIds: [first = ''] }) => first,
      },
      { id: 'clause', title: w.clauseCode, width: 5, text: ({ clause = '' }) => clause },
      { id: 'office', title: w.office, width: 8, filter: true, text: ({ owner = '' }) => owner },
      { id: 'sentence', title: w.sentence, width: 48, text: ({ sentence }) => sentence },
    ],
    [w],
  );
  const shown = columns.filter(
    ({ id, text }) => id === 'sentence' || rows.some((row) => text(row) !== ''),
  );
  return (
    <DataTable
      name={`readiness.notices.${word}`}
      label={w[word]}
      rows={rows}
      rowKey={({ key }) => key}
      columns={shown}
      prefix={`${word}-`}
      onOpen={({ factIds: [fact] }) => {
        if (fact === undefined) return;
        void navigate({
          to: '/$town/ledger',
          params: { town } as never,
          search: { fact } as never,
        });
      }}
    />
  );
}
