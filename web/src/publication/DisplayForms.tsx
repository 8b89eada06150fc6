/** Writing down where a published list hangs, with a photo of the board, and when it came down. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/index.ts';
import { usePeriodInput } from '../assessment/use-period.ts';
import { EvidenceField } from '../evidence/index.ts';
import { useFormat } from '../format/index.ts';
import { DateField, DeedModal } from '../forms/index.ts';
import { useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { displayingWords } from '../words/displaying.ts';
import { publicationWords } from '../words/publication.ts';
import { Line } from '../work/WorkFields.tsx';
import type { Display } from './replies.ts';

/** Of those who post, the ones who send files; a village owes none. */
const senders = ['assessment-office', 'resident-cadre'];

function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: api.publication.key() });
}

export function PostForm({ onClose }: { onClose(): void }) {
  const w = useWords(publicationWords);
  const d = useWords(displayingWords);
  const { today } = useFormat();
  const refresh = useRefresh();
  const input = usePeriodInput();
  const [place, setPlace] = useState('');
  const [on, setOn] = useState(today);
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const town = useTown();
  const own = useOwnRoles() ?? [];
  const [photo] = photos;
  const isWhole = place.trim() !== '' && on !== '' && !isBusy && photos.length < 2;
  return (
    <DeedModal
      title={w.post}
      says={d.postSays}
      action={w.post}
      call={client.publication.post}
      input={
        isWhole ? { ...input, place, on, ...(photo === undefined ? {} : { photo }) } : undefined
      }
      onClose={onClose}
      refresh={refresh}
    >
      <Line label={d.place} hint={d.placeHint} value={place} onChange={setPlace} required />
      <DateField label={d.day} value={on} max={today} onChange={setOn} required />
      {senders.some((role) => own.includes(role)) && (
        <EvidenceField
          town={town}
          label={d.photo}
          value={photos}
          onChange={setPhotos}
          onBusy={setBusy}
        />
      )}
    </DeedModal>
  );
}

export function TakeDownForm({ display, onClose }: { display: Display; onClose(): void }) {
  const w = useWords(publicationWords);
  const d = useWords(displayingWords);
  const { today } = useFormat();
  const refresh = useRefresh();
  const town = useTown();
  const [on, setOn] = useState(today);
  return (
    <DeedModal
      title={w.takeDown}
      says={d.takeDownSays}
      action={w.takeDown}
      call={client.publication.takeDown}
      input={on === '' ? undefined : { town, id: display.id, on }}
      onClose={onClose}
      refresh={refresh}
    >
      <DateField
        label={d.day}
        value={on}
        min={display.postedOn}
        max={today}
        onChange={setOn}
        required
      />
    </DeedModal>
  );
}
