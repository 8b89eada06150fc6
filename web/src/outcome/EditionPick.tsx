/** Which published or sealed period is meant, kept in the address. */

import { useAddress } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeWords } from '../words/outcomes.ts';
import './outcomes.css';

interface Edition {
  readonly line: string;
  readonly period: string;
  readonly schemeName: string;
  readonly label: string;
}

/** The period that the address names, else the first. */
export function useEdition<E extends Edition>(editions: readonly E[]): E | undefined {
  const { search } = useAddress();
  const meant = editions.find(
    ({ line, period }) => line === search.line && period === search.period,
  );
  return meant ?? editions[0];
}

export function EditionPick({ editions }: { editions: readonly Edition[] }) {
  const w = useWords(outcomeWords);
  const { change } = useAddress();
  const here = useEdition(editions);
  if (editions.length < 2 || !here) return null;
  const key = ({ line, period }: Edition) => `${line} ${period}`;
  return (
    <label className="filter edition-pick">
      {w.editionPick}{' '}
      <select
        value={key(here)}
        onChange={({ target }) => {
          const [line, period] = target.value.split(' ');
          change({ line, period });
        }}
      >
        {editions.map((one) => (
          <option key={key(one)} value={key(one)}>
            {one.label} {one.schemeName}
          </option>
        ))}
      </select>
    </label>
  );
}
