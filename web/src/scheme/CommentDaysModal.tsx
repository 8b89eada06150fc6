/** Setting the days on which offices may comment. */

import { useState } from 'react';
import { client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { DateField } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';
import type { VersionRead } from './replies.ts';
import { SchemeModal } from './SchemeModal.tsx';

export function CommentDaysModal({ read, onClose }: { read: VersionRead; onClose(): void }) {
  const w = useWords(schemeWords);
  const town = useTown();
  const { today } = useFormat();
  const { id, commentsFrom = today, commentsTo = '' } = read.version;
  const [from, setFrom] = useState(commentsFrom);
  const [to, setTo] = useState(commentsTo);
  return (
    <SchemeModal
      title={w.commentDays}
      says={w.commentDaysBody}
      action={w.commentsSave}
      call={client.scheme.openComments}
      input={from && to ? { town, id, from, to } : undefined}
      onClose={onClose}
    >
      <DateField label={w.commentsFrom} value={from} onChange={setFrom} required />
      <DateField label={w.commentsTo} value={to} min={from} onChange={setTo} required />
    </SchemeModal>
  );
}
