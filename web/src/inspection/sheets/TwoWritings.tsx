/** A sheet that was written elsewhere too: both side by side, and choosing one. */

import { useState } from 'react';
import type { Draft } from '../../../field/draft.ts';
import { townOf } from '../../../field/network.ts';
import { chooseWriting } from '../../../field/sending.ts';
import { keeper, uploads } from '../../../field/store.ts';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import { Differences } from './Differences.tsx';
import type { Typing } from './use-typing.ts';

interface TwoProps {
  typing: Typing;
  other: NonNullable<Draft['other']>;
}

export function TwoWritings({ other, typing }: TwoProps) {
  const w = useWords(sheetWords);
  const [isAway, setAway] = useState(false);
  const { content, draft, reread } = typing;
  const choose = async (wanted: 'this' | 'other') => {
    setAway(false);
    try {
      const town = townOf(draft.town, uploads);
      await chooseWriting(draft.id, wanted, { keeper, town, now: () => new Date().toISOString() });
      await reread();
    } catch {
      setAway(true);
    }
  };
  return (
    <section className="sheet-notice">
      <h2>{w.twoTitle}</h2>
      <p>{other.isSent ? w.tookSent : w.twoSays}</p>
      <Differences
        lines={draft.visit.template.lines}
        left={[w.here, content.answers]}
        right={[w.there, other.kept.answers]}
      />
      {!other.isSent && (
        <p>
          <Button onClick={() => void choose('this')}>{w.useHere}</Button>{' '}
          <Button onClick={() => void choose('other')}>{w.useThere}</Button>
        </p>
      )}
      {isAway && <p role="alert">{w.away}</p>}
    </section>
  );
}
