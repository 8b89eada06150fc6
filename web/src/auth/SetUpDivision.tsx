/** The villages of a township out of the national division list, for a person to confirm. */

import { useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Button, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { setUpWords } from '../words/set-up.ts';
import { TextField } from './SetUpSteps.tsx';
import type { FirstUnit } from './set-up-draft.ts';

type Found = Awaited<ReturnType<typeof client.setUp.townships>>;
type Village = Awaited<ReturnType<typeof client.setUp.villages>>['rows'][number];

interface SetUpDivisionProps {
  keyText: string;
  onUnits(units: readonly FirstUnit[]): void;
}

export function SetUpDivision({ keyText, onUnits }: SetUpDivisionProps) {
  const w = useWords(setUpWords);
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<Found>();
  const [villages, setVillages] = useState<readonly Village[]>([]);
  const find = useSave(client.setUp.townships, {
    onSaved: (reply) => {
      setFound(reply);
      setVillages([]);
    },
  });
  const read = useSave(client.setUp.villages, { onSaved: ({ rows }) => setVillages(rows) });
  const ask = () => {
    if (search.trim().length > 1) void find.run({ key: keyText, search });
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
        noValidate
      >
        <TextField label={w.search} hint={w.searchHint} value={search} onChange={setSearch} />
        <Button type="submit" disabled={find.isBusy || search.trim().length < 2}>
          {w.searchDeed}
        </Button>
      </form>
      {find.step !== 'saved' && <SaveLine save={find} />}
      {found && (
        <p role="status">
          {found.rows.length === 0 ? w.foundNone : w.found(found.rows.length, found.isCut)}
        </p>
      )}
      <ul className="remarks">
        {found?.rows.map(({ code, name, within }) => (
          <li key={code}>
            <label className="choice-line">
              <input
                type="radio"
                name="township"
                onChange={() => void read.run({ key: keyText, township: code })}
              />
              <span>
                {name} <span className="soft">{within}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {read.step !== 'saved' && <SaveLine save={read} />}
      {villages.length > 0 && (
        <Villages key={villages[0]?.code} villages={villages} onUnits={onUnits} />
      )}
    </>
  );
}

interface VillagesProps {
  villages: readonly Village[];
  onUnits(units: readonly FirstUnit[]): void;
}

/** Farms and development zones stand in the list too; they are not marked at first. */
function Villages({ villages, onUnits }: VillagesProps) {
  const w = useWords(setUpWords);
  const [left, setLeft] = useState<ReadonlySet<string>>(
    new Set(villages.filter(({ isVillage }) => !isVillage).map(({ code }) => code)),
  );
  const chosen = villages.filter(({ code }) => !left.has(code));
  const turn = (code: string) => {
    const next = new Set(left);
    if (!next.delete(code)) next.add(code);
    setLeft(next);
  };
  const take = () =>
    onUnits(
      chosen.map(({ code, name, aliases, tags }) => ({
        code,
        name,
        type: 'village',
        aliases,
        tags,
      })),
    );
  return (
    <>
      <p className="soft">{w.listNote}</p>
      <ul className="checks-list">
        {villages.map(({ code, name, listed }) => (
          <li key={code}>
            <label className="choice-line">
              <input type="checkbox" checked={!left.has(code)} onChange={() => turn(code)} />
              <span>
                {name} {listed !== name && <span className="soft">{w.alias(listed)}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Button disabled={chosen.length === 0} onClick={take}>
        {w.take(chosen.length)}
      </Button>
    </>
  );
}
