/** Evidence of posting: where a published list hangs, since when, and when it came down. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/index.ts';
import { usePeriodInput } from '../assessment/use-period.ts';
import { useFormat } from '../format/index.ts';
import { DateField, DeedModal } from '../forms/index.ts';
import { Button, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { publicationWords } from '../words/publication.ts';
import { Line } from '../work/WorkFields.tsx';
import type { Display, PublishedList } from './replies.ts';

export function Displays({ list }: { list: PublishedList }) {
  const w = useWords(publicationWords);
  const [isPosting, setPosting] = useState(false);
  const [ended, setEnded] = useState<Display>();
  if (list.audience === 'internal') return null;
  return (
    <section>
      <h2>{w.displays}</h2>
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
      {isPosting && <PostForm onClose={() => setPosting(false)} />}
      {ended && <TakeDownForm display={ended} onClose={() => setEnded(undefined)} />}
    </section>
  );
}

function DisplayItem({ display, onEnd }: { display: Display; onEnd: (() => void) | undefined }) {
  const w = useWords(publicationWords);
  const format = useFormat();
  const { edition, place, postedOn, postedBy, takenDownOn } = display;
  return (
    <li>
      {w.nth(edition)} · {w.hangs(place, format.day(postedOn), postedBy)}
      {takenDownOn !== undefined && ` · ${w.down(format.day(takenDownOn))}`}{' '}
      {onEnd && <Button onClick={onEnd}>{w.takeDown}</Button>}
    </li>
  );
}

function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: api.publication.key() });
}

function PostForm({ onClose }: { onClose(): void }) {
  const w = useWords(publicationWords);
  const { today } = useFormat();
  const refresh = useRefresh();
  const input = usePeriodInput();
  const [place, setPlace] = useState('');
  const [on, setOn] = useState(today);
  const isWhole = place.trim() !== '' && on !== '';
  return (
    <DeedModal
      title={w.post}
      says={w.postSays}
      action={w.post}
      call={client.publication.post}
      input={isWhole ? { ...input, place, on } : undefined}
      onClose={onClose}
      refresh={refresh}
    >
      <Line label={w.place} hint={w.placeHint} value={place} onChange={setPlace} required />
      <DateField label={w.day} value={on} max={today} onChange={setOn} required />
    </DeedModal>
  );
}

function TakeDownForm({ display, onClose }: { display: Display; onClose(): void }) {
  const w = useWords(publicationWords);
  const { today } = useFormat();
  const refresh = useRefresh();
  const town = useTown();
  const [on, setOn] = useState(today);
  return (
    <DeedModal
      title={w.takeDown}
      says={w.takeDownSays}
      action={w.takeDown}
      call={client.publication.takeDown}
      input={on === '' ? undefined : { town, id: display.id, on }}
      onClose={onClose}
      refresh={refresh}
    >
      <DateField
        label={w.day}
        value={on}
        min={display.postedOn}
        max={today}
        onChange={setOn}
        required
      />
    </DeedModal>
  );
}
