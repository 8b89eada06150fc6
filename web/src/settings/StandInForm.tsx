/** Who does the work of somebody from a day to a day: the form that administrators and owners share. */

import { type FormEvent, useState } from 'react';
import type { Save } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice, DateField, type Option } from '../forms/index.ts';
import { Button, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { substituteWords } from '../words/substitutes.ts';

/** Account and days, as the server takes them. */
export interface StandIn {
  substitute: string;
  from: string;
  to: string;
}

interface StandInFormProps<Input, Output> {
  label: string;
  people: readonly Option[];
  /** The last day of the role, where it has one. */
  latest: string | undefined;
  save: Save<Input, Output>;
  onNamed(standIn: StandIn): void;
}

export function StandInForm<Input, Output>({
  label,
  people,
  latest,
  save,
  onNamed,
}: StandInFormProps<Input, Output>) {
  const w = useWords(substituteWords);
  const { today } = useFormat();
  const [substitute, setSubstitute] = useState('');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState('');
  const isReady = substitute !== '' && from !== '' && to !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onNamed({ substitute, from, to });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={label}>
      <Choice
        label={w.standIn}
        hint={w.standInHint}
        required
        options={people}
        value={substitute}
        onChange={setSubstitute}
      />
      <DateField label={w.firstDay} required min={today} value={from} onChange={setFrom} />
      <DateField
        label={w.lastDay}
        hint={w.sameYear}
        required
        min={from}
        max={latest ?? `${from.slice(0, 4)}-12-31`}
        value={to}
        onChange={setTo}
      />
      <p className="soft field-hint">{w.standInRule}</p>
      <div className="deeds">
        <Button kind="main" type="submit" disabled={save.isBusy || !isReady}>
          {w.nameDeed}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}
