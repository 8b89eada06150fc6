/** Evidence of posting: where a published list hangs, since when, and when it came down. */

import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../format/index.ts';
import { Button, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { publicationWords } from '../words/publication.ts';
import { oldPosters } from './old-posters.ts';
import type { Display, PublishedList } from './replies.ts';

// A village that only reads does not wait for the forms.
const PostForm = lazy(async () => ({ default: (await import('./DisplayForms.tsx')).PostForm }));
const TakeDownForm = lazy(async () => ({
  default: (await import('./DisplayForms.tsx')).TakeDownForm,
}));

export function Displays({ list }: { list: PublishedList }) {
  const w = useWords(publicationWords);
  const [isPosting, setPosting] = useState(false);
  const [ended, setEnded] = useState<Display>();
  if (list.audience === 'internal') return null;
  return (
    <section>
      <h2>{w.displays}</h2>
      {oldPosters(list).map(({ id, edition, place, latest }) => (
        <p key={id}>
          <strong>{w.oldPoster(edition, place, latest)}</strong>
        </p>
      ))}
      {list.displays.length === 0 && <p className="soft">{w.noDisplays}</p>}
      <ul>
        {list.displays.map((display) => (
          <DisplayItem
            key={display.id}
            display={display}
            onEnd={display.mayEnd ? () => setEnded(display) : undefined}
          />
        ))}
      </ul>
      {list.mayPost && (
        <p className="no-print">
          <Button onClick={() => setPosting(true)}>{w.post}</Button>
        </p>
      )}
      <Suspense>
        {isPosting && <PostForm onClose={() => setPosting(false)} />}
        {ended && <TakeDownForm display={ended} onClose={() => setEnded(undefined)} />}
      </Suspense>
    </section>
  );
}

function DisplayItem({ display, onEnd }: { display: Display; onEnd: (() => void) | undefined }) {
  const w = useWords(publicationWords);
  const format = useFormat();
  const town = useTown();
  const { edition, place, postedOn, postedBy, takenDownOn, photo } = display;
  return (
    <li>
      {w.nth(edition)} · {w.hangs(place, format.day(postedOn), postedBy)}
      {takenDownOn !== undefined && ` · ${w.down(format.day(takenDownOn))}`}
      {photo !== undefined && (
        <>
          {' · '}
          <a href={`/api/towns/${town}/evidence/${photo}/file`} target="_blank" rel="noreferrer">
            {w.photo}
          </a>
        </>
      )}{' '}
      {onEnd && <Button onClick={onEnd}>{w.takeDown}</Button>}
    </li>
  );
}
