/** Giving a role: which, where, for which offices, from when to when. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave, useSession } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice, DateField, Field } from '../forms/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { accountWords } from '../words/accounts.ts';
import { useWords } from '../words/catalogue.ts';
import { type Role, rolesFor } from './roles.ts';

/** Roles that may be limited to the clauses of some offices. */
const withLines: readonly Role[] = ['recorder', 'reviewer', 'leader'];

interface RoleFormProps {
  account: string;
  onDone(): void;
}

interface Wanted {
  role: Role;
  unit: string;
  lines: readonly string[];
  substitute: boolean;
  from: string;
  to: string;
}

export function RoleForm({ account, onDone }: RoleFormProps) {
  const w = useWords(accountWords);
  const town = useTown();
  const { today } = useFormat();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<Wanted>({
    role: 'recorder',
    unit: '',
    lines: [],
    substitute: false,
    from: today,
    to: '',
  });
  const change = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part });
  const save = useSave(client.accounts.giveRole, {
    onSaved: () => {
      onDone();
      void queries.invalidateQueries({ queryKey: api.accounts.key() });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { role, unit, lines, substitute, from, to } = wanted;
    const limits = withLines.includes(role) ? [...lines] : [];
    const scope = { ...(unit === '' ? {} : { unit }), ...(to === '' ? {} : { to }) };
    void save.run({ town, account, role, lines: limits, substitute, from, ...scope });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={w.giveRole}>
      <RoleField role={wanted.role} onChange={(role) => change({ role })} />
      <ScopeFields wanted={wanted} onChange={change} />
      <label className="check">
        <input
          type="checkbox"
          checked={wanted.substitute}
          onChange={(event) => change({ substitute: event.target.checked })}
        />
        {w.isSubstitute}
      </label>
      {wanted.substitute && <p className="soft field-hint">{w.substituteHint}</p>}
      <DateField
        label={w.from}
        required
        value={wanted.from}
        onChange={(from) => change({ from })}
      />
      <DateField
        label={w.to}
        hint={w.toHint}
        value={wanted.to}
        min={wanted.from}
        onChange={(to) => change({ to })}
      />
      <div className="deeds">
        <Button kind="main" type="submit" disabled={save.isBusy || wanted.from === ''}>
          {w.giveRoleDeed}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}

function RoleField({ role, onChange }: { role: Role; onChange(role: Role): void }) {
  const w = useWords(accountWords);
  const town = useTown();
  const kind = useSession().data?.towns.find(({ code }) => code === town)?.kind ?? 'town';
  return (
    <Field label={w.whichRole} required hint={w.duty(role)}>
      {(parts) => (
        <select {...parts} value={role} onChange={(event) => onChange(event.target.value as Role)}>
          {rolesFor(kind).map((name) => (
            <option key={name} value={name}>
              {w.role(name)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ScopeProps {
  wanted: Wanted;
  onChange(part: Partial<Wanted>): void;
}

/** A unit with what is below it, and offices where the role goes by clauses. */
function ScopeFields({ wanted, onChange }: ScopeProps) {
  const w = useWords(accountWords);
  const town = useTown();
  const units = useQuery(api.org.units.queryOptions({ input: { town } })).data?.rows ?? [];
  const { role, unit, lines } = wanted;
  const wantedUnits = role === 'village' ? units.filter(({ type }) => type === 'village') : units;
  const offices = units.filter(({ type }) => type === 'station' || type === 'office');
  const turn = (code: string) =>
    onChange({
      lines: lines.includes(code) ? lines.filter((one) => one !== code) : [...lines, code],
    });
  return (
    <>
      <Choice
        label={w.unit}
        hint={w.unitHint}
        required={role === 'village'}
        options={wantedUnits.map(({ code, name, parentName }) => ({
          value: code,
          label: parentName ? `${name} · ${parentName}` : name,
          also: code,
        }))}
        value={unit}
        onChange={(code) => onChange({ unit: code })}
      />
      {withLines.includes(role) && offices.length > 0 && (
        <fieldset className="field">
          <legend>{w.lines}</legend>
          <div className="checks">
            {offices.map(({ code, name }) => (
              <label key={code}>
                <input type="checkbox" checked={lines.includes(code)} onChange={() => turn(code)} />
                {name}
              </label>
            ))}
          </div>
          <p className="soft field-hint">{w.linesHint}</p>
        </fieldset>
      )}
    </>
  );
}
