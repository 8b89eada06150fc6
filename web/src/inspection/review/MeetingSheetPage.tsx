/** The sheet of the review meeting on A4: order and red list, then each place's findings, before beside after. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { findingWords } from '../../words/findings.ts';
import { reviewWords } from '../../words/review.ts';
import { useFindingState } from '../findings/finding-words.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { FindingRow, ReviewData, ReviewRow } from '../replies.ts';
import { ReviewLink } from './ReviewLink.tsx';
import { lostText, Matters, RedLists, State, useReview } from './ReviewPage.tsx';
import './review.css';

export function MeetingSheetPage() {
  const w = useWords(reviewWords);
  const format = useFormat();
  const town = useTown();
  const { query, id } = useReview();
  const found = useQuery(api.findings.list.queryOptions({ input: { town, round: id } }));
  return (
    <InspectionFrame
      here="rounds"
      title={w.sheet}
      actions={
        <>
          <ReviewLink id={id}>{w.toReview}</ReviewLink>
          <Button kind="main" onClick={() => window.print()}>
            {w.print}
          </Button>
        </>
      }
    >
      <Query query={query} what={w.sheet}>
        {(data) => (
          <article className="meeting-sheet">
            <h2>{w.sheetTitle(format.period(data.round.period), data.round.template)}</h2>
            <p className="soft">
              <State data={data} />
            </p>
            {data.rows.length > 0 && <OrderTable rows={data.rows} />}
            <RedLists data={data} />
            <Matters data={data} />
            <Query query={found} what={w.sheet}>
              {({ rows }) => <Places data={data} findings={rows} />}
            </Query>
          </article>
        )}
      </Query>
    </InspectionFrame>
  );
}

function OrderTable({ rows }: { rows: readonly ReviewRow[] }) {
  const w = useWords(reviewWords);
  const hasGroups = rows.some(({ group }) => group !== undefined);
  const groupHead = hasGroups ? [w.group] : [];
  return (
    <table>
      <thead>
        <tr>
          {[w.place, w.subject, ...groupHead, w.total, w.lost, w.remark].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { group, isTied, place, reason = '', subject, total, unplaced } = row;
          return (
            <tr key={subject.code}>
              <td>{place === undefined ? w.noPlace : `${place}${isTied ? ` ${w.tied}` : ''}`}</td>
              <th scope="row">{subject.name}</th>
              {hasGroups && <td>{group}</td>}
              <td>{total?.text ?? ''}</td>
              <td>{lostText(row, w.nothingLost)}</td>
              <td>{unplaced === undefined ? '' : w.unplaced(unplaced, reason)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface PlacesProps {
  data: ReviewData;
  findings: readonly FindingRow[];
}

/** The places as the roster has them, not by their points: nobody is called up as the last. */
function Places({ data, findings }: PlacesProps) {
  const w = useWords(reviewWords);
  const shown = findings.filter(({ state }) => state !== 'dropped');
  const found = new Set(shown.map(({ subject }) => subject.code));
  const codes = data.places.map(({ code }) => code).filter((code) => found.has(code));
  const sound = data.rows.filter(
    ({ subject, unplaced }) =>
      !found.has(subject.code) && (unplaced === undefined || unplaced === 'missing'),
  );
  if (shown.length === 0) return <Empty what={w.noFindings} why={w.noFindingsWhy} />;
  return (
    <>
      {codes.map((code) => (
        <PlaceOf
          key={code}
          findings={shown.filter(({ subject }) => subject.code === code)}
          row={data.rows.find(({ subject }) => subject.code === code)}
        />
      ))}
      {sound.length > 0 && <p>{w.sound(sound.map(({ subject }) => subject.name).join('、'))}</p>}
    </>
  );
}

function PlaceOf({
  findings,
  row,
}: Pick<PlacesProps, 'findings'> & { row?: ReviewRow | undefined }) {
  const w = useWords(reviewWords);
  const right = findings.filter(({ state }) => state === 'rectified').length;
  const standing =
    row?.place === undefined || !row.total ? [] : [w.placed(row.place, row.total.text)];
  return (
    <section className="meeting-place">
      <h3>
        {findings[0]?.subject.name}{' '}
        <small>{[...standing, w.counts(findings.length, right)].join(w.comma)}</small>
      </h3>
      {findings.map((finding) => (
        <FindingOf key={finding.id} finding={finding} />
      ))}
    </section>
  );
}

function FindingOf({ finding }: { finding: FindingRow }) {
  const w = useWords(reviewWords);
  const say = useWords(findingWords);
  const format = useFormat();
  const state = useFindingState();
  const { after, before, dueOn, group, place, repeats, severity, standard } = finding;
  const pairs = [
    [w.where, place || say.noPlace],
    [w.severity, w.severities(severity)],
    [w.due, format.day(dueOn)],
    [w.state, state(finding)],
  ] as const;
  return (
    <div className="meeting-finding">
      <p>
        <strong>{group}</strong> {standard}
        {repeats && <strong> {w.repeated(format.day(repeats.foundOn))}</strong>}
      </p>
      <dl>
        {pairs.map(([head, text]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {before.length + after.length > 0 && (
        <div className="photo-pair">
          <PhotosOf title={say.before} ids={before} />
          <PhotosOf title={say.after} ids={after} />
        </div>
      )}
    </div>
  );
}

/** As many as two stand beside each other on paper. */
const mostPhotos = 2;

function PhotosOf({ title, ids }: { title: string; ids: readonly string[] }) {
  const w = useWords(reviewWords);
  const say = useWords(findingWords);
  const town = useTown();
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {ids.length === 0 && <p>{say.noPhoto}</p>}
      <div>
        {ids.slice(0, mostPhotos).map((id, index) => (
          <img
            key={id}
            src={`/api/towns/${town}/evidence/${id}/preview`}
            alt={`${title} ${say.photo(index + 1)}`}
          />
        ))}
      </div>
      {ids.length > mostPhotos && <p className="soft">{w.more(ids.length - mostPhotos)}</p>}
    </figure>
  );
}
