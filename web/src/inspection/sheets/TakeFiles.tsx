/** Files of phones are taken in, each with a sentence about what became of it. */

import { Link } from '@tanstack/react-router';
import { type ChangeEvent, useState } from 'react';
import { useSession } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import { useRefreshInspection } from '../InspectionModal.tsx';
import { fileEnding, type Taken, takeIn } from './take-in.ts';

interface Told extends Taken {
  readonly key: string;
  readonly name: string;
}

export function TakeFiles() {
  const w = useWords(sheetWords);
  const town = useTown();
  const refresh = useRefreshInspection();
  const { data: session } = useSession();
  const [told, setTold] = useState<readonly Told[]>([]);
  const [isBusy, setBusy] = useState(false);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    setBusy(true);
    for (const file of files) {
      const taken = await takeIn(file, { town, account: session?.userName ?? '' });
      setTold((old) => [...old, { ...taken, key: `${old.length}`, name: file.name }]);
    }
    setBusy(false);
    refresh();
  };
  return (
    <section>
      <h2>{w.takeTitle}</h2>
      <p className="soft">{w.takeHint}</p>
      <p>
        <label className="button button-plain typing-files">
          {w.take}
          <input
            type="file"
            accept={fileEnding}
            multiple
            aria-label={w.takeTitle}
            disabled={isBusy || !session}
            onChange={(event) => void take(event)}
          />
        </label>
      </p>
      <div role="status">
        {isBusy && <p>{w.taking}</p>}
        {told.map((one) => (
          <p key={one.key}>
            {w.taken(one.name, sentenceOf(w, one))} <Ways taken={one} />
          </p>
        ))}
      </div>
    </section>
  );
}

function Ways({ taken: { at, goesOn } }: { taken: Taken }) {
  const w = useWords(sheetWords);
  const town = useTown();
  return (
    <>
      {goesOn && (
        <Link to="/$town/inspection/sheets/$sheet" params={{ town, sheet: goesOn }}>
          {w.goOn}
        </Link>
      )}{' '}
      {at && (
        <Link to="/$town/inspection/rounds/$round/sheets/$visit" params={{ town, ...at }}>
          {w.see}
        </Link>
      )}
    </>
  );
}

function sentenceOf(
  w: ReturnType<typeof useWords<(typeof sheetWords)['zh']>>,
  { goesOn, isSpare, what, why = '' }: Taken,
): string {
  const said = {
    new: w.tookNew,
    same: w.tookSame,
    newer: w.tookNewer,
    older: w.tookOlder,
    two: w.tookTwo,
    sent: w.tookSent,
    away: w.tookAway,
    refused: w.tookRefused(why),
    notOurs: w.notOurs,
  }[what];
  const isDraft = goesOn !== undefined && ['new', 'same', 'newer'].includes(what);
  return [said, isSpare ? w.tookSpare : '', isDraft ? w.tookDraft : ''].join('');
}
