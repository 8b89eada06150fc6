/** What was typed in the set-up so far. Kept in this tab, but for the key and the password. */

import { useEffect, useState } from 'react';

/** A unit before there is a roster. */
export interface FirstUnit {
  code?: string | undefined;
  name: string;
  type: string;
  parent?: string | undefined;
  aliases: string[];
  tags: string[];
}

export interface SetUpDraft {
  key: string;
  kind: 'town' | 'county';
  name: string;
  code: string;
  units: readonly FirstUnit[];
  userName: string;
  password: string;
  repeated: string;
}

export type ChangeDraft = (part: Partial<SetUpDraft>) => void;

const place = 'oneneedle.set-up';
const empty: SetUpDraft = {
  key: '',
  kind: 'town',
  name: '',
  code: '',
  units: [],
  userName: '',
  password: '',
  repeated: '',
};

/** The draft and a way to change a part of it; a reload of the page loses no more than the secrets. */
export function useSetUpDraft(): readonly [SetUpDraft, ChangeDraft] {
  const [draft, setDraft] = useState(read);
  useEffect(() => {
    sessionStorage.setItem(
      place,
      JSON.stringify({ ...draft, key: '', password: '', repeated: '' }),
    );
  }, [draft]);
  const change: ChangeDraft = (part) => setDraft((before) => ({ ...before, ...part }));
  return [draft, change];
}

/** Nothing of it is needed once the town is founded. */
export function forgetSetUpDraft(): void {
  sessionStorage.removeItem(place);
}

function read(): SetUpDraft {
  try {
    return {
      ...empty,
      ...(JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<SetUpDraft>),
    };
  } catch {
    return empty;
  }
}

/** Adds units whose name or code is not listed yet; answers the names of those that were. */
export function withUnits(
  listed: readonly FirstUnit[],
  added: readonly FirstUnit[],
): { units: FirstUnit[]; twice: string[] } {
  const units = [...listed];
  const twice: string[] = [];
  const seen = new Set(listed.map(identity));
  for (const unit of added) {
    if (seen.has(identity(unit))) twice.push(unit.name);
    else units.push(unit);
    seen.add(identity(unit));
  }
  return { units, twice };
}

/** Two hamlets of different villages may share a name; villages and offices of a town may not. */
function identity({ name, type, parent }: FirstUnit): string {
  const isBelow = type !== 'village' && type !== 'station';
  return JSON.stringify([name, type, isBelow ? (parent ?? '') : '']);
}
