/** Always there, in words: whether there is a network, and what was not sent yet. */

import { useWords } from '../../src/words/catalogue.ts';
import { stepOf } from '../draft.ts';
import type { Field } from '../use-field.ts';
import { fieldWords } from '../words.ts';

export function NetworkBar({
  field: { drafts, isOnline, isReady, isShort, moving },
}: {
  readonly field: Field;
}) {
  const w = useWords(fieldWords);
  const unsent = drafts.filter((draft) => stepOf(draft) !== 'sent');
  const photos = unsent.reduce((sum, { content }) => sum + content.photos.length, 0);
  const waiting = unsent.length === 0 ? w.nothingWaits : w.waits(unsent.length, photos);
  return (
    <div className={isOnline ? 'network' : 'network offline'} role="status">
      <b>{isOnline ? w.online : w.offline}</b>
      <span>{moving ? w.sendingPart(moving.share) : isReady && waiting}</span>
      {isShort && <p role="alert">{w.noRoom}</p>}
    </div>
  );
}
