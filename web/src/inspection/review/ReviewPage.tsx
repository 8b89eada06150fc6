/** The review meeting of a round: its order, the red list, matters to improve. There is no list of the last. */

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useAddress, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { reviewWords } from '../../words/review.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { ReviewData, ReviewRow } from '../replies.ts';
import { PointsDrawer } from './PointsDrawer.tsx';
import { ReviewLink } from './ReviewLink.tsx';
import './review.css';

export function ReviewPage() {
  const w = useWords(reviewWords);
  const format = useFormat();
  const { query, id } = useReview();
  const { search, change } = useAddress();
  const { subject } = search;
  const round = query.data?.round;
  return (
    <InspectionFrame
      here="rounds"
      title={round ? w.title(format.period(round.period), round.template) : w.review}
      state={query.data && <State data={query.data} />}
      actions={<Actions id={id} />}
    >
      <Query query={query} what={w.review}>
        {(data) => (
          <>
            <Order data={data} />
            <RedLists data={data} />
            <Matters data={data} />
          </>
        )}
      </Query>
      {subject !== undefined && query.data && (
        <PointsDrawer
          data={query.data}
          subject={subject}
          onClose={() => change({ subject: undefined, code: undefined, fact: undefined })}
        />
      )}
    </InspectionFrame>
  );
}

/** The meeting of the round that the address names, with as long a red list as it says. */
export function useReview() {
  const town = useTown();
  const { round: id = '' } = useParams({ strict: false });
  const { top } = useAddress().search;
  const input = { town, id, ...(top === undefined ? {} : { top: Number(top) }) };
  const query = useQuery({
    ...api.review.meeting.queryOptions({ input }),
    placeholderData: (before: ReviewData | undefined) =>
      before?.round.id === id ? before : undefined,
  });
  return { query, id };
}

/** For whom it is, by which scheme, and what will still change it. */
export function State({ data }: { data: ReviewData }) {
  const w = useWords(reviewWords);
  const format = useFormat();
  const { scoring, waiting } = data;
  const said = [
    w.inside,
    scoring && w.by(scoring.schemeName, format.day(scoring.asOf)),
    scoring?.state === 'sealed' && w.sealed,
    waiting.entries > 0 && w.waiting(waiting.entries),
    scoring && waiting.sheets > 0 && w.uncounted(waiting.sheets),
  ];
  return <>{said.filter(Boolean).join(' ')}</>;
}

function Actions({ id }: { id: string }) {
  const w = useWords(reviewWords);
  const town = useTown();
  return (
    <>
      <Link to="/$town/inspection/rounds/$round" params={{ town, round: id }}>
        {w.toRound}
      </Link>
      <ReviewLink id={id} paper="sheet">
        {w.sheet}
      </ReviewLink>
      <ReviewLink id={id} paper="boards">
        {w.boards}
      </ReviewLink>
      <Button onClick={() => window.print()}>{w.print}</Button>
    </>
  );
}

function Order({ data }: { data: ReviewData }) {
  const w = useWords(reviewWords);
  const { search, change } = useAddress();
  const columns = useColumns(data);
  if (data.without === 'noScheme') return <Empty what={w.noScheme} why={w.noSchemeWhy} />;
  if (data.without === 'otherPeriod') return <Empty what={w.otherPeriod} why={w.otherPeriodWhy} />;
  return (
    <>
      <DataTable
        name="review"
        label={w.order}
        rows={data.rows}
        rowKey={({ subject }) => subject.code}
        columns={columns}
        onOpen={({ subject }) => change({ subject: subject.code }, 'push')}
        openKey={search.subject}
      />
      <p className="soft prose">{w.openPoints}</p>
    </>
  );
}

function useColumns({ rows }: ReviewData): readonly Column<ReviewRow>[] {
  const w = useWords(reviewWords);
  return useMemo((): readonly Column<ReviewRow>[] => {
    const group: Column<ReviewRow> = {
      id: 'group',
      title: w.group,
      width: 6,
      text: ({ group: name = '' }) => name,
      filter: true,
    };
    return [
      {
        id: 'place',
        title: w.place,
        kind: 'number',
        width: 5,
        text: ({ place }) => (place === undefined ? w.noPlace : String(place)),
        cell: ({ isTied, place }) => (
          <>
            {isTied && <span className="soft">{w.tied} </span>}
            {place ?? w.noPlace}
          </>
        ),
        sortBy: ({ place }) => place ?? Number.MAX_SAFE_INTEGER,
      },
      { id: 'subject', title: w.subject, width: 7, text: ({ subject }) => subject.name },
      ...(rows.some((row) => row.group !== undefined) ? [group] : []),
      {
        id: 'total',
        title: w.total,
        unit: w.points,
        kind: 'number',
        width: 6,
        text: ({ total }) => total?.text ?? '',
      },
      { id: 'lost', title: w.lost, width: 22, text: (row) => lostText(row, w.nothingLost) },
      {
        id: 'remark',
        title: w.remark,
        width: 14,
        text: ({ reason = '', unplaced }) =>
          unplaced === undefined ? '' : w.unplaced(unplaced, reason),
      },
    ];
  }, [w, rows]);
}

/** "1.1.1 −1.5，2.1.1 −3.0", the most first. */
export function lostText({ lines, place }: ReviewRow, nothing: string): string {
  if (place === undefined) return '';
  if (lines.length === 0) return nothing;
  return lines.map(({ clause, lost }) => `${clause} ${lost.text}`).join('，');
}

/** 红榜: as long as the scheme says; where it says nothing, the meeting does. */
export function RedLists({ data }: { data: ReviewData }) {
  const w = useWords(reviewWords);
  const { change } = useAddress();
  if (data.without !== undefined) return null;
  const [first] = data.redLists;
  return (
    <section className="red-list">
      {data.redLists.map(({ name, most, subjects, note }) => (
        <div key={name}>
          <h2>{w.redListOf(name, most)}</h2>
          {subjects.length > 0 && (
            <p>
              <strong>{subjects.map((subject) => subject.name).join('、')}</strong>
            </p>
          )}
          <p className="soft">{note}</p>
        </div>
      ))}
      {data.redLists.length === 0 && <p>{w.redNone}</p>}
      {!data.isCutStated && (
        <p className="no-print">
          <label>
            {w.cut}{' '}
            <select
              value={first?.most ?? 3}
              onChange={(event) => change({ top: event.target.value })}
            >
              {[1, 2, 3, 4, 5, 6, 8, 10].map((most) => (
                <option key={most}>{most}</option>
              ))}
            </select>
          </label>{' '}
          <span className="soft">{w.cutOwn}</span>
        </p>
      )}
    </section>
  );
}

/** What is to be improved, by matters. */
export function Matters({ data: { matters } }: { data: ReviewData }) {
  const w = useWords(reviewWords);
  return (
    <section className="review-matters">
      <h2>{w.matters}</h2>
      <p className="soft">{matters.length === 0 ? w.mattersNone : w.mattersSaid}</p>
      <ol>
        {matters.map(({ group, line, places, standard }) => (
          <li key={line}>{w.matter(group, standard, places)}</li>
        ))}
      </ol>
    </section>
  );
}
