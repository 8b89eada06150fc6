/** Drawing who goes, places of a village, or households by their number. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { Line, Lines } from '../../work/WorkFields.tsx';
import { InspectionModal } from '../InspectionModal.tsx';
import type { RoundPageData } from '../replies.ts';

interface DrawFormProps {
  data: RoundPageData;
  what: 'inspectors' | 'places' | 'households';
  /** The visit that is drawn for; without one all that are still to be gone to. */
  visit?: string;
  onClose(): void;
}

export function DrawForm({ data: { round, draws }, what, visit, onClose }: DrawFormProps) {
  const w = useWords(inspectionWords);
  const town = useTown();
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const places = text.split('\n').flatMap((line) => line.trim() || []);
  const titles = {
    inspectors: w.drawInspectors,
    places: w.drawPlaces,
    households: w.drawHouseholds,
  };
  const says = {
    inspectors: w.drawInspectorsSays,
    places: w.drawPlacesSays,
    households: w.drawHouseholdsSays(round.households),
  };
  const isAgain = draws.some((draw) => draw.what === what);
  const isReady = what !== 'places' || places.length > 0;
  return (
    <InspectionModal
      title={titles[what]}
      says={says[what]}
      action={w.draw}
      call={client.rounds.draw}
      input={
        isReady
          ? {
              town,
              id: round.id,
              version: round.version,
              what,
              ...(visit === undefined ? {} : { visit }),
              ...(what === 'places' ? { places } : {}),
              ...(reason.trim().length > 1 ? { reason } : {}),
            }
          : undefined
      }
      onClose={onClose}
    >
      {what === 'places' && <Lines label={w.candidates} value={text} onChange={setText} required />}
      {isAgain && <Line label={w.why} hint={w.whyAgain} value={reason} onChange={setReason} />}
    </InspectionModal>
  );
}
