/** Who does the work of a recorder or reviewer from a day to a day. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice, DateField } from '../forms/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import type { RoleGrant, TownAccount } from './GrantText.tsx';

interface SubstituteFormProps {
  account: TownAccount;
  grant: RoleGrant;
  onDone(): void;
}

export function SubstituteForm({ account, grant, onDone }: SubstituteFormProps) {
  const w = useWords(safetyWords);
  const town = useTown();
  const { today } = useFormat();
  const queries = useQueryClient();
  const others = useQuery(api.accounts.list.queryOptions({ input: { town } })).data?.rows ?? [];
  const [substitute, setSubstitute] = useState('');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState('');
  const save = useSave(client.accounts.nameSubstitute, {
    onSaved: () => {
      onDone();
      void queries.invalidateQueries({ queryKey: api.accounts.key() });
    },
  });
  const isReady = substitute !== '' && from !== '' && to !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) {
      void save.run({ town, account: account.id, grant: grant.id, substitute, from, to });
    }
  };
  const options = others
    .filter(({ id, isOwn, state }) => id !== account.id && !isOwn && state !== 'disabled')
    .map(({ id, person, userName }) => ({
      value: id,
      label: person === undefined ? userName : `${person.name} · ${userName}`,
      also: userName,
    }));
  const name = account.person?.name ?? account.userName;
  return (
    <form onSubmit={submit} noValidate aria-label={w.substituteFor(name)}>
      <Choice
        label={w.standIn}
        hint={w.standInHint}
        required
        options={options}
        value={substitute}
        onChange={setSubstitute}
      />
      <DateField label={w.firstDay} required min={today} value={from} onChange={setFrom} />
      <DateField
        label={w.lastDay}
        hint={w.sameYear}
        required
        min={from}
        max={grant.to ?? `${from.slice(0, 4)}-12-31`}
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
