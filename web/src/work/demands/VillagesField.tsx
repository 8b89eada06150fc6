/** Which villages: all in sight, ticked one by one or all at once. */

import { useId } from 'react';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import type { Options } from './replies.ts';

interface VillagesFieldProps {
  label: string;
  villages: Options['villages'];
  value: readonly string[];
  onChange(codes: string[]): void;
  disabled?: boolean;
}

export function VillagesField(props: VillagesFieldProps) {
  const { label, villages, value, onChange, disabled = false } = props;
  const w = useWords(demandWords);
  const id = useId();
  const turn = (code: string, isOn: boolean) =>
    onChange(
      villages.flatMap((one) =>
        (one.code === code ? isOn : value.includes(one.code)) ? [one.code] : [],
      ),
    );
  return (
    <fieldset className="demand-villages" aria-describedby={id} disabled={disabled}>
      <legend>{label} *</legend>
      <p id={id} className="soft">
        {w.chosen(value.length, villages.length)}{' '}
        {villages.length > 1 && (
          <>
            <Button onClick={() => onChange(villages.map(({ code }) => code))}>
              {w.allVillages}
            </Button>{' '}
            <Button onClick={() => onChange([])}>{w.noVillages}</Button>
          </>
        )}
      </p>
      <div className="demand-ticks">
        {villages.map(({ code, name }) => (
          <label key={code} className="demand-tick">
            <input
              type="checkbox"
              checked={value.includes(code)}
              onChange={({ target }) => turn(code, target.checked)}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
