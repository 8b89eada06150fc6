/** Until when: a day, or a count of workdays that becomes one. */

import { useState } from 'react';
import { daysAfter, useFormat } from '../format/index.ts';
import { Field } from '../forms/index.ts';
import { Button } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { dueWords } from '../words/due.ts';
import { useItemOptions } from './items/use-items.ts';
import './due-field.css';

interface DueFieldProps {
  label: string;
  /** "2026-03-06", '' for none */
  value: string;
  onChange(value: string): void;
  min?: string;
  hint?: string;
  required?: boolean;
  /** Offers today, three days and this Friday: a task in one line lives on them. */
  shortcuts?: boolean;
}

/** The day as a field, in words beside it, and the workdays until then, which may be typed instead. */
export function DueField(props: DueFieldProps) {
  const { value, onChange, min, shortcuts = false, ...rest } = props;
  const w = useWords(dueWords);
  const format = useFormat();
  const workdays = useItemOptions().data?.workdays ?? [];
  const [typed, setTyped] = useState<string>();
  const found = workdays.indexOf(value);
  const count = typed ?? (found < 0 ? '' : `${found + 1}`);
  const last = workdays.at(-1);
  const isBeyond = last !== undefined && Number(count) > workdays.length;
  const type = (text: string) => {
    setTyped(text);
    const day = /^\d{1,3}$/.test(text) ? workdays[Number(text) - 1] : undefined;
    if (day !== undefined) onChange(day);
  };
  return (
    <Field {...rest} {...(isBeyond ? { error: w.unknown(format.day(last)) } : {})}>
      {(parts) => (
        <span className="due-field">
          <input
            {...parts}
            type="date"
            value={value}
            min={min}
            onChange={({ target }) => onChange(target.value)}
          />
          <span className="soft">{value && format.day(value)}</span>
          {workdays.length > 0 && (
            <label className="due-days">
              <input
                aria-label={w.workdays}
                inputMode="numeric"
                maxLength={3}
                value={count}
                onChange={({ target }) => type(target.value)}
                onBlur={() => setTyped(undefined)}
              />{' '}
              {w.unit}
            </label>
          )}
          {shortcuts && <Shortcuts workdays={workdays} onPick={onChange} />}
        </span>
      )}
    </Field>
  );
}

function Shortcuts({
  workdays,
  onPick,
}: {
  workdays: readonly string[];
  onPick(day: string): void;
}) {
  const w = useWords(dueWords);
  const { today } = useFormat();
  const third = workdays[2];
  const friday = fridayOf(today);
  return (
    <span className="due-shortcuts">
      <Button onClick={() => onPick(today)}>{w.today}</Button>
      {third !== undefined && <Button onClick={() => onPick(third)}>{w.threeDays}</Button>}
      {workdays.includes(friday) && <Button onClick={() => onPick(friday)}>{w.friday}</Button>}
    </span>
  );
}

/** The Friday of the week of a day; weeks begin on Monday. */
function fridayOf(day: string): string {
  const fromMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return daysAfter(day, 4 - fromMonday);
}
