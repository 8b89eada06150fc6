/** Below the list: the list anew, a sheet from a file, the storage of the device, the language. */

import { type ChangeEvent, useEffect, useState } from 'react';
import { setPreferences, usePreferences } from '../../src/shell/preferences.ts';
import { useWords } from '../../src/words/catalogue.ts';
import { sizeText } from '../answers.ts';
import { stepOf } from '../draft.ts';
import { sheetFileEnding, takeFile } from '../sheet-file.ts';
import { type Field, useDrafts } from '../use-field.ts';
import { fieldWords } from '../words.ts';

export function DeviceDetails({ field }: { readonly field: Field }) {
  const w = useWords(fieldWords);
  const { language } = usePreferences();
  const [isWrong, setWrong] = useState(false);
  const { known } = field;
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file || !known) return;
    const taken = await takeFile(file, { account: known.userName, town: known.town });
    target.value = '';
    setWrong(taken === undefined);
    if (taken) window.location.hash = `#/${taken.id}`;
  };
  return (
    <section className="device">
      <button type="button" onClick={() => void field.refresh()}>
        {w.refresh}
      </button>
      {known && (
        <label className="button">
          {w.takeFile}
          <input type="file" accept={sheetFileEnding} onChange={(event) => void take(event)} />
        </label>
      )}
      {isWrong && <p role="alert">{w.fileWrong}</p>}
      {known && (
        <a className="button" href={`/${known.town}/inspection/sheets`}>
          {w.toOffice}
        </a>
      )}
      <button
        type="button"
        onClick={() => setPreferences({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {w.language}
      </button>
      <OtherAccounts known={known} />
      <Storage />
    </section>
  );
}

function OtherAccounts({ known }: Pick<Field, 'known'>) {
  const w = useWords(fieldWords);
  const drafts = useDrafts();
  const foreign = (drafts ?? []).filter(
    (draft) => known && draft.account !== known.userName && stepOf(draft) !== 'sent',
  );
  return foreign.length > 0 ? <p className="notice">{w.otherAccount(foreign.length)}</p> : null;
}

interface Room {
  readonly used: number;
  readonly quota: number;
  readonly isKept: boolean;
}

/** How much room there is, and whether the browser spares it. Browsers say it only over https. */
function Storage() {
  const w = useWords(fieldWords);
  const [room, setRoom] = useState<Room>();
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    if ('storage' in navigator && window.isSecureContext) void readRoom().then(setRoom);
  }, []);
  if (!room) return null;
  const persist = async () => {
    setRefused(!(await navigator.storage.persist()));
    setRoom(await readRoom());
  };
  return (
    <section>
      <h2>{w.storageTitle}</h2>
      <p>
        {w.storage(sizeText(room.used), sizeText(room.quota))}{' '}
        {room.isKept ? w.persisted : w.notPersisted}
      </p>
      {!room.isKept && (
        <button type="button" onClick={() => void persist()}>
          {w.persist}
        </button>
      )}
      {isRefused && <p role="alert">{w.persistRefused}</p>}
    </section>
  );
}

async function readRoom(): Promise<Room> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { used: usage, quota, isKept: await navigator.storage.persisted() };
}
