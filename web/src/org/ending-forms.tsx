/** How a unit ends: on a day, by a merger, or because it never was. */

import type { UnitPage, UnitRow } from '@oneneedle/contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, client } from '../api/index.ts';
import { dayBefore, useFormat } from '../format/index.ts';
import { DateField, Field } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { DeedForm } from './DeedForm.tsx';
import { TextField, UnitChoice } from './fields.tsx';

interface EndingProps {
  unit: UnitPage;
  onClose(): void;
}

/** Ends a unit with all that is below it. */
export function EndUnitForm({ unit, onClose }: EndingProps) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const { today, day } = useFormat();
  const [to, setTo] = useState(today);
  const [successor, setSuccessor] = useState('');
  const below = unit.below.filter((one) => one.to === undefined).length;
  const open = [...unit.posts, ...unit.pairings].filter((one) => one.to === undefined).length;
  return (
    <DeedForm
      title={f.endUnitTitle(unit.name)}
      action={f.endUnit}
      call={client.org.endUnit}
      input={
        to === ''
          ? undefined
          : { town, code: unit.code, to, ...(successor === '' ? {} : { successor }) }
      }
      says={to === '' ? '' : f.endUnitSays(unit.name, day(to), below, open)}
      onClose={onClose}
    >
      <DateField label={f.lastDay} value={to} onChange={setTo} required />
      <UnitChoice
        label={f.successor}
        value={successor}
        onChange={setSuccessor}
        hint={f.successorHint}
      />
    </DeedForm>
  );
}

/** Merges a village into another; head counts of both are added up and offered. */
export function MergeForm({ unit, onClose }: EndingProps) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const { today, day } = useFormat();
  const [into, setInto] = useState('');
  const [on, setOn] = useState(today);
  const [hamlets, setHamlets] = useState<'move' | 'end'>('move');
  const isOther = useCallback(
    ({ code, type, state }: UnitRow) => type === 'village' && state === 'now' && code !== unit.code,
    [unit.code],
  );
  const target = useQuery({
    ...api.org.unit.queryOptions({ input: { town, code: into } }),
    enabled: into !== '',
  }).data;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const sums = target ? sumsOf(unit, target) : {};
  const sizes = { ...sums, ...typed };
  const isNumeric = Object.values(sizes).every((size) => /^\d{1,12}(\.\d{1,6})?$/.test(size));
  const isComplete = target !== undefined && on !== '' && isNumeric;
  return (
    <DeedForm
      title={f.mergeTitle(unit.name)}
      action={f.merge}
      call={client.org.mergeUnit}
      input={isComplete ? { town, code: unit.code, into, on, hamlets, sizes } : undefined}
      says={isComplete ? f.mergeSays(unit.name, target.name, day(dayBefore(on)), day(on)) : ''}
      onClose={onClose}
    >
      <UnitChoice label={f.mergeInto} value={into} onChange={setInto} wanted={isOther} required />
      <DateField label={f.mergeFirstDay} value={on} onChange={setOn} required />
      <Field label={f.mergeHamlets}>
        {(parts) => (
          <select
            {...parts}
            value={hamlets}
            onChange={({ target: { value } }) => setHamlets(value === 'end' ? 'end' : 'move')}
          >
            <option value="move">{f.hamletsMove}</option>
            <option value="end">{f.hamletsEnd}</option>
          </select>
        )}
      </Field>
      {target && (
        <div className="org-form-row">
          {Object.entries(sizes).map(([size, value]) => (
            <TextField
              key={size}
              label={f.mergeSize(target.name, size)}
              value={value}
              onChange={(next) => setTyped({ ...typed, [size]: next })}
            />
          ))}
        </div>
      )}
    </DeedForm>
  );
}

/** The newest whole numbers of both villages together; others are left to be typed. */
function sumsOf(one: UnitPage, other: UnitPage): Record<string, string> {
  const last = (unit: UnitPage, size: string) =>
    unit.sizes.find(({ name }) => name === size)?.values.at(-1)?.value;
  return Object.fromEntries(
    other.sizes.map(({ name }) => {
      const [a = '', b = ''] = [last(one, name), last(other, name)];
      const areWhole = /^\d{1,9}$/.test(a) && /^\d{1,9}$/.test(b);
      return [name, areWhole ? String(Number(a) + Number(b)) : b];
    }),
  );
}

/** Removes a unit that was entered by mistake. */
export function RemoveUnitForm({ unit, onClose, onGone }: EndingProps & { onGone(): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  return (
    <DeedForm
      title={f.removeUnitTitle(unit.name)}
      action={f.removeUnit}
      call={client.org.removeUnit}
      input={{ town, code: unit.code }}
      says={f.removeUnitSays}
      onClose={onClose}
      onDone={onGone}
    />
  );
}
