/** Taking a result over instead of going, or saying why one goes all the same. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { reuseWords } from '../../words/reuse.ts';
import { Lines } from '../../work/WorkFields.tsx';
import { InspectionModal } from '../InspectionModal.tsx';
import type { RoundPageData, RoundVisit } from '../replies.ts';

interface ReuseFormProps {
  data: RoundPageData;
  visit: RoundVisit;
  /** The visit whose result is taken over; null: one goes all the same. */
  from: string | null;
  onClose(): void;
}

export function ReuseForm({ data: { round }, visit, from, onClose }: ReuseFormProps) {
  const w = useWords(reuseWords);
  const town = useTown();
  const [reason, setReason] = useState('');
  const { name } = visit.subject;
  const words =
    from === null
      ? { title: w.goAnywayTitle(name), says: w.goAnywaySays, action: w.goAnyway, why: w.why }
      : { title: w.takeOverTitle(name), says: w.takeOverSays, action: w.takeOver, why: w.note };
  const input = { town, id: round.id, visit: visit.id, version: round.version, from, reason };
  return (
    <InspectionModal
      title={words.title}
      says={words.says}
      action={words.action}
      call={client.rounds.reuse}
      input={reason.trim().length > 1 ? input : undefined}
      onClose={onClose}
    >
      <Lines
        label={words.why}
        {...(from === null ? {} : { hint: w.noteHint })}
        value={reason}
        onChange={setReason}
        required
      />
    </InspectionModal>
  );
}
