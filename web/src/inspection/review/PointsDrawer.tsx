/** The tree behind the points of one place, for the meeting: before the seal too, when the standings are closed to it. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { FactThread } from '../../assessment/FactThread.tsx';
import { placeFrom } from '../../assessment/place.ts';
import { type Explanation, explanationOf } from '../../assessment/replies.ts';
import { PlaceLink, SubjectLink } from '../../assessment/SubjectLink.tsx';
import { Tree } from '../../assessment/Tree.tsx';
import { placeOfFact, wayTo } from '../../assessment/tree.ts';
import { Way } from '../../assessment/Way.tsx';
import { Drawer, Empty, Query, useAddress, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { reviewWords } from '../../words/review.ts';
import type { ReviewData } from '../replies.ts';
import '../../assessment/assessment.css';

interface PointsDrawerProps {
  data: ReviewData;
  subject: string;
  onClose(): void;
}

export function PointsDrawer({ data, subject, onClose }: PointsDrawerProps) {
  const w = useWords(reviewWords);
  const { scoring, rows } = data;
  const row = rows.find((one) => one.subject.code === subject);
  const title = row?.subject.name ?? subject;
  const isScored = row !== undefined && (row.place !== undefined || row.unplaced === 'missing');
  return (
    <Drawer
      wide
      title={row?.total ? w.pointsOf(title, row.total.text) : title}
      onClose={onClose}
      actions={scoring && <OwnPage scoring={scoring} subject={subject} />}
    >
      {row?.unplaced && <p>{w.unplaced(row.unplaced, row.reason ?? '')}</p>}
      {isScored && <Points id={data.round.id} subject={subject} />}
    </Drawer>
  );
}

/** The standings of an open period are for assessment office and discipline; of a sealed one for all. */
function OwnPage({
  scoring: { line, period, state },
  subject,
}: {
  scoring: NonNullable<ReviewData['scoring']>;
  subject: string;
}) {
  const w = useWords(reviewWords);
  const roles = useOwnRoles() ?? [];
  const isOpen = roles.includes('assessment-office') || roles.includes('discipline');
  if (!isOpen && state !== 'sealed') return null;
  return (
    <SubjectLink {...{ line, period, subject }} className="button button-plain link-button">
      {w.ownPage}
    </SubjectLink>
  );
}

function Points({ id, subject }: { id: string; subject: string }) {
  const w = useWords(reviewWords);
  const town = useTown();
  const query = useQuery({
    ...api.review.points.queryOptions({ input: { town, id, subject } }),
    select: explanationOf,
  });
  return (
    <Query query={query} what={w.total}>
      {(found) => <Level found={found} />}
    </Query>
  );
}

/** The level that the address names: the total, a clause or a fact. */
function Level({ found: { root } }: { found: Explanation }) {
  const { code, fact } = placeFrom(useAddress().search);
  if (fact !== undefined) {
    const place = placeOfFact(root, fact, code);
    if (place === undefined) return <Unknown />;
    const above = place.way.filter((line, index) => index === 0 || line.code !== '');
    return (
      <>
        <Way above={above} here={fact} />
        <FactThread root={root} place={place} />
      </>
    );
  }
  if (code === undefined) return <Tree root={root} />;
  const way = wayTo(root, code);
  const line = way.at(-1);
  if (line === undefined) return <Unknown />;
  return (
    <>
      <Way above={way.slice(0, -1)} here={`${line.code} ${line.label}`} />
      <Tree key={line.code} root={line} />
    </>
  );
}

function Unknown() {
  const w = useWords(reviewWords);
  return <Empty what={w.factUnknown} action={<PlaceLink place={{}}>{w.toTotal}</PlaceLink>} />;
}
