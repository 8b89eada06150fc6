/** 换届: the posts of a body that end and the new ones that begin, as one deed. */

import type { PostRow, UnitRow } from '@oneneedle/contract';
import { commonClasses, commonRoles } from '@oneneedle/contract/constants';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/index.ts';
import { dayBefore, useFormat } from '../format/index.ts';
import { DateField } from '../forms/index.ts';
import { Button, Modal, Query, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { DeedForm, InDialog } from './DeedForm.tsx';
import { PersonChoice, TextField, UnitChoice } from './fields.tsx';
import { useUnits } from './use-org.ts';

/** Opened from a unit, or from the page: then the body is chosen first. */
export function ElectionForm({ unit, onClose }: { unit?: string; onClose(): void }) {
  const f = useWords(orgFormWords);
  const w = useWords(orgWords);
  const town = useTown();
  const { today } = useFormat();
  const [body, setBody] = useState(unit ?? '');
  const units = useUnits().data?.rows ?? [];
  const held = useQuery({
    ...api.org.posts.queryOptions({ input: { town, unit: body, on: today } }),
    enabled: body !== '',
  });
  const top = units.find(({ code }) => code === body);
  if (top && held.data) {
    const rows = held.data.rows.filter(({ to }) => to === undefined);
    const below = inBody(units, body);
    return <Term key={body} top={top} units={below} held={rows} onClose={onClose} />;
  }
  return (
    <Modal title={f.electionTitle} onClose={onClose}>
      {unit === undefined && (
        <InDialog>
          <UnitChoice
            label={f.electionBody}
            value={body}
            onChange={setBody}
            wanted={isBody}
            hint={f.electionBodyHint}
            required
          />
        </InDialog>
      )}
      {body !== '' && (
        <Query query={held} what={w.posts}>
          {() => null}
        </Query>
      )}
    </Modal>
  );
}

/** The unit first, then what is below it and still there. */
function inBody(units: readonly UnitRow[], top: string): UnitRow[] {
  const found = units.filter(({ code }) => code === top);
  for (const { code } of found) {
    found.push(...units.filter(({ parent, state }) => parent === code && state === 'now'));
  }
  return found;
}

function isBody({ type, state }: UnitRow): boolean {
  return state === 'now' && type !== 'hamlet';
}

/** One post of the new term; a name that is not in the roster makes a new person. */
interface Opening {
  readonly key: string;
  readonly unit: string;
  readonly role: string;
  readonly person: string;
  readonly name: string;
  readonly class: string;
}

function Term({
  top,
  units,
  held,
  onClose,
}: {
  top: UnitRow;
  units: readonly UnitRow[];
  held: readonly PostRow[];
  onClose(): void;
}) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const { today, day } = useFormat();
  const own = held.filter((post) => post.unit === top.code);
  const [on, setOn] = useState(today);
  const [ends, setEnds] = useState<ReadonlySet<string>>(new Set(own.map(({ id }) => id)));
  const [opens, setOpens] = useState<readonly Opening[]>(own.map(openingFrom));
  const isComplete = on !== '' && opens.length > 0 && opens.every(isWhole);
  const ended = held.filter(({ id }) => ends.has(id));
  const turn = (post: PostRow, isEnding: boolean) => {
    const next = new Set(ends);
    if (isEnding) next.add(post.id);
    else next.delete(post.id);
    setEnds(next);
    // Who goes on as before has no row in the new term, who ends has one to be filled in.
    const others = opens.filter(({ key }) => key !== post.id);
    setOpens(isEnding ? [...others, openingFrom(post)] : others);
  };
  return (
    <DeedForm
      title={f.electionOf(top.name)}
      action={f.election}
      call={client.org.electTerm}
      input={
        isComplete
          ? { town, unit: top.code, on, ends: ended.map(({ id }) => id), opens: opens.map(sent) }
          : undefined
      }
      says={
        on === '' ? '' : f.electionSays(ended.length, day(dayBefore(on)), opens.length, day(on))
      }
      onClose={onClose}
      wide
    >
      <DateField label={f.termFirstDay} value={on} onChange={setOn} required />
      <Ending held={held} ends={ends} onTurn={turn} />
      <Openings units={units} opens={opens} onChange={setOpens} />
    </DeedForm>
  );
}

function openingFrom({ id, unit, role, person }: PostRow): Opening {
  return { key: id, unit, role, person, name: '', class: '' };
}

function isWhole({ unit, role, person, name, class: kind }: Opening): boolean {
  const isNew = name.trim() !== '' && kind.trim() !== '';
  return unit !== '' && role.trim() !== '' && (person !== '' ? name.trim() === '' : isNew);
}

function sent({ unit, role, person, name, class: kind }: Opening) {
  if (person !== '') return { unit, role, person };
  return { unit, role, newcomer: { name, class: kind } };
}

interface EndingProps {
  held: readonly PostRow[];
  ends: ReadonlySet<string>;
  onTurn(post: PostRow, isEnding: boolean): void;
}

function Ending({ held, ends, onTurn }: EndingProps) {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  return (
    <fieldset className="org-box">
      <legend>{f.termEnds}</legend>
      {held.length === 0 && <p className="soft">{w.postsNone}</p>}
      {held.map((post) => (
        <label key={post.id} className="org-inline">
          <input
            type="checkbox"
            checked={ends.has(post.id)}
            onChange={({ target }) => onTurn(post, target.checked)}
          />
          {post.unitName} {post.role} {post.name} <span className="soft">{w.from(post.from)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface OpeningsProps {
  units: readonly UnitRow[];
  opens: readonly Opening[];
  onChange(opens: readonly Opening[]): void;
}

function Openings({ units, opens, onChange }: OpeningsProps) {
  const f = useWords(orgFormWords);
  const [first] = units;
  const set = (key: string, change: Partial<Opening>) =>
    onChange(opens.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const add = () =>
    onChange([
      ...opens,
      {
        key: crypto.randomUUID(),
        unit: first?.code ?? '',
        role: '',
        person: '',
        name: '',
        class: '',
      },
    ]);
  return (
    <fieldset className="org-box">
      <legend>{f.termOpens}</legend>
      <p className="soft">{f.termOpensHint}</p>
      {opens.map((opening) => (
        <OpeningRow
          key={opening.key}
          opening={opening}
          units={units}
          onChange={(change) => set(opening.key, change)}
          onRemove={() => onChange(opens.filter(({ key }) => key !== opening.key))}
        />
      ))}
      <Button onClick={add}>{f.addRow}</Button>
    </fieldset>
  );
}

interface OpeningRowProps {
  opening: Opening;
  units: readonly UnitRow[];
  onChange(change: Partial<Opening>): void;
  onRemove(): void;
}

function OpeningRow({ opening, units, onChange, onRemove }: OpeningRowProps) {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  const type = units.find(({ code }) => code === opening.unit)?.type ?? '';
  return (
    <div className="org-form-row org-opening">
      <label className="field">
        {f.unit}
        <select value={opening.unit} onChange={({ target }) => onChange({ unit: target.value })}>
          {units.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label={f.role}
        value={opening.role}
        onChange={(role) => onChange({ role })}
        offers={commonRoles[type] ?? []}
        required
      />
      <PersonChoice
        label={w.personName}
        value={opening.person}
        onChange={(person) => onChange({ person, ...(person ? { name: '', class: '' } : {}) })}
      />
      {opening.person === '' && (
        <>
          <TextField
            label={f.newcomer}
            value={opening.name}
            onChange={(name) => onChange({ name })}
          />
          <TextField
            label={w.class}
            value={opening.class}
            onChange={(kind) => onChange({ class: kind })}
            offers={commonClasses}
          />
        </>
      )}
      <Button kind="link" onClick={onRemove}>
        {f.removeRow}
      </Button>
    </div>
  );
}
