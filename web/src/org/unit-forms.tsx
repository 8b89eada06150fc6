/** Deeds on a unit: add, correct, rename from a day on, set a head count. */

import type { UnitPage } from '@oneneedle/contract';
import { commonSizes } from '@oneneedle/contract/constants';
import { useState } from 'react';
import { client } from '../api/index.ts';
import { dayBefore, useFormat } from '../format/index.ts';
import { DateField, Field } from '../forms/index.ts';
import { useDrawer, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { DeedForm } from './DeedForm.tsx';
import { listFrom, TextField, UnitChoice } from './fields.tsx';
import { unitTypes, useTypeName } from './type-names.ts';
import { useUnits } from './use-org.ts';

interface Typed {
  name: string;
  type: string;
  parent: string;
  group: string;
  aliases: string;
  tags: string;
  from: string;
}

function useUnitFields(first: Typed) {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  const typeName = useTypeName();
  const [typed, setTyped] = useState(first);
  const { data } = useUnits();
  const set = (key: keyof Typed) => (value: string) => setTyped({ ...typed, [key]: value });
  const groups = [...new Set((data?.rows ?? []).flatMap(({ group }) => group ?? []))];
  const types = [...new Set([...unitTypes, typed.type])];
  const fields = (
    <>
      <TextField label={w.name} value={typed.name} onChange={set('name')} required />
      <Field label={w.type} required>
        {(parts) => (
          <select
            {...parts}
            value={typed.type}
            onChange={({ target }) => set('type')(target.value)}
          >
            {types.map((type) => (
              <option key={type} value={type}>
                {typeName(type)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <UnitChoice label={w.parent} value={typed.parent} onChange={set('parent')} />
      <TextField
        label={w.group}
        value={typed.group}
        onChange={set('group')}
        offers={groups}
        hint={f.groupHint}
      />
      <TextField
        label={w.aliases}
        value={typed.aliases}
        onChange={set('aliases')}
        hint={f.aliasHint}
      />
      <TextField label={w.tags} value={typed.tags} onChange={set('tags')} hint={f.listHint} />
      <DateField label={f.founded} value={typed.from} onChange={set('from')} hint={f.foundedHint} />
    </>
  );
  return { typed, fields };
}

/** Adds one unit by hand; its code is its name unless another is written. */
export function AddUnitForm({ type, onClose }: { type: string; onClose(): void }) {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  const town = useTown();
  const drawer = useDrawer();
  const { data } = useUnits();
  const top = data?.rows.find((row) => row.type === 'town')?.code ?? '';
  const { typed, fields } = useUnitFields({
    name: '',
    type,
    parent: type === 'hamlet' || type === 'branch' || type === 'town' ? '' : top,
    group: '',
    aliases: '',
    tags: '',
    from: '',
  });
  const [code, setCode] = useState('');
  const { name, parent, group, aliases, tags, from } = typed;
  const unit = {
    name,
    type: typed.type,
    aliases: listFrom(aliases),
    tags: listFrom(tags),
    ...(code.trim() === '' ? {} : { code }),
    ...(parent === '' ? {} : { parent }),
    ...(group.trim() === '' ? {} : { group }),
    ...(from === '' ? {} : { from }),
  };
  return (
    <DeedForm
      title={f.addUnitTitle}
      action={f.add}
      call={client.org.addUnits}
      input={name.trim() === '' ? undefined : { town, units: [unit] }}
      onClose={onClose}
      onDone={({ codes: [added] }) => added && drawer.open(`unit:${added}`)}
    >
      {fields}
      <TextField label={w.code} value={code} onChange={setCode} hint={f.codeHint} />
    </DeedForm>
  );
}

/** Corrects what is written; the name only for a slip, a new name has its own deed. */
export function ChangeUnitForm({ unit, onClose }: { unit: UnitPage; onClose(): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const { typed, fields } = useUnitFields({
    name: unit.name,
    type: unit.type,
    parent: unit.parent ?? '',
    group: unit.group ?? '',
    aliases: unit.aliases.join('；'),
    tags: unit.tags.join('；'),
    from: unit.from ?? '',
  });
  const [to, setTo] = useState(unit.to ?? '');
  const { name, type, parent, group, aliases, tags, from } = typed;
  return (
    <DeedForm
      title={f.changeTitle(unit.name)}
      action={f.save}
      call={client.org.changeUnit}
      input={
        name.trim() === ''
          ? undefined
          : {
              town,
              code: unit.code,
              name,
              type,
              parent: parent || null,
              group: group.trim() || null,
              aliases: listFrom(aliases),
              tags: listFrom(tags),
              from: from || null,
              to: to || null,
            }
      }
      says={f.changeSays}
      onClose={onClose}
    >
      {fields}
      {unit.to !== undefined && (
        <DateField label={f.lastDay} value={to} onChange={setTo} hint={f.reopenHint} />
      )}
    </DeedForm>
  );
}

/** A new name from a day on. */
export function RenameForm({ unit, onClose }: { unit: UnitPage; onClose(): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const { today, day } = useFormat();
  const [name, setName] = useState('');
  const [on, setOn] = useState(today);
  const isComplete = name.trim() !== '' && on !== '';
  return (
    <DeedForm
      title={f.renameTitle(unit.name)}
      action={f.rename}
      call={client.org.renameUnit}
      input={isComplete ? { town, code: unit.code, name, on } : undefined}
      says={isComplete ? f.renameSays(unit.name, day(dayBefore(on)), name) : ''}
      onClose={onClose}
    >
      <TextField label={f.newName} value={name} onChange={setName} required />
      <DateField label={f.firstDay} value={on} onChange={setOn} max={today} required />
    </DeedForm>
  );
}

/** A head count, from a day on or for all days. */
export function SizeForm({ unit, onClose }: { unit: UnitPage; onClose(): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const { today, day } = useFormat();
  const [size, setSize] = useState(unit.sizes[0]?.name ?? '');
  const [value, setValue] = useState('');
  const [from, setFrom] = useState(today);
  const offers = [...new Set([...unit.sizes.map(({ name }) => name), ...commonSizes])];
  const isNumber = /^\d{1,12}(\.\d{1,6})?$/.test(value.trim());
  const isComplete = size.trim() !== '' && isNumber;
  return (
    <DeedForm
      title={f.sizeTitle(unit.name)}
      action={f.save}
      call={client.org.sizeUnit}
      input={
        isComplete
          ? {
              town,
              code: unit.code,
              size: size.trim(),
              value: value.trim(),
              ...(from === '' ? {} : { from }),
            }
          : undefined
      }
      says={
        isComplete
          ? from === ''
            ? f.sizeAlwaysSays(size, value)
            : f.sizeSays(size, value, day(from))
          : ''
      }
      onClose={onClose}
    >
      <TextField label={f.sizeName} value={size} onChange={setSize} offers={offers} required />
      <TextField label={f.sizeValue} value={value} onChange={setValue} hint={f.sizeHint} required />
      <DateField label={f.firstDay} value={from} onChange={setFrom} hint={f.sizeFromHint} />
    </DeedForm>
  );
}
