/** Making an account for a person of the roster, and letting one of another town in. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Choice, Field } from '../forms/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { accountWords } from '../words/accounts.ts';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';
import type { SlipContent } from './Slip.tsx';

/** Persons of the roster without an account, as options; the user name that is proposed for each. */
export function useCandidates() {
  const town = useTown();
  const query = useQuery(api.accounts.candidates.queryOptions({ input: { town } }));
  const rows = query.data?.rows ?? [];
  const options = rows.map(({ person, unitName, userName }) => ({
    value: person.code,
    label: unitName === undefined ? person.name : `${person.name} · ${unitName}`,
    also: userName,
  }));
  return { rows, options };
}

interface NewAccountFormProps {
  onMade(id: string, slip: SlipContent): void;
}

export function NewAccountForm({ onMade }: NewAccountFormProps) {
  const w = useWords(accountWords);
  const town = useTown();
  const queries = useQueryClient();
  const { rows, options } = useCandidates();
  const [person, setPerson] = useState('');
  const [userName, setUserName] = useState('');
  const candidate = rows.find((row) => row.person.code === person);
  const save = useSave(client.accounts.create, {
    onSaved: async ({ id, userName: made, firstPassword }) => {
      await queries.invalidateQueries({ queryKey: api.accounts.key() });
      onMade(id, { person: candidate?.person.name, userName: made, firstPassword });
    },
  });
  const choose = (code: string) => {
    const proposed = rows.find((row) => row.person.code === code)?.userName ?? '';
    // A name that the administrator wrote stays; the one proposed for somebody else goes.
    if (userName === '' || userName === candidate?.userName) setUserName(proposed);
    setPerson(code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run({ town, userName, ...(person === '' ? {} : { person }) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="prose">{w.newAccountHint}</p>
      <Choice
        label={w.whose}
        hint={w.whoseHint}
        options={options}
        value={person}
        onChange={choose}
      />
      <UserNameField value={userName} onChange={setUserName} hint={w.userNameHint} />
      <div className="deeds">
        <Button kind="main" type="submit" disabled={save.isBusy || userName.trim() === ''}>
          {w.create}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}

/** An account that another town keeps, by its user name. */
export function AdmitForm({ onMade }: { onMade(id: string): void }) {
  const w = useWords(accountWords);
  const town = useTown();
  const queries = useQueryClient();
  const { options } = useCandidates();
  const [person, setPerson] = useState('');
  const [userName, setUserName] = useState('');
  const save = useSave(client.accounts.admit, {
    onSaved: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: api.accounts.key() });
      onMade(id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run({ town, userName, ...(person === '' ? {} : { person }) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="prose">{w.admitHint}</p>
      <UserNameField value={userName} onChange={setUserName} />
      <Choice
        label={w.link}
        hint={w.linkHint}
        options={options}
        value={person}
        onChange={setPerson}
      />
      <div className="deeds">
        <Button kind="main" type="submit" disabled={save.isBusy || userName.trim() === ''}>
          {w.admitDeed}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}

interface UserNameFieldProps {
  value: string;
  onChange(value: string): void;
  hint?: string;
}

/** What somebody signs in with, typed without the help of a browser's own memory. */
export function UserNameField({ value, onChange, hint }: UserNameFieldProps) {
  const w = useWords(authWords);
  return (
    <Field label={w.userName} required {...(hint === undefined ? {} : { hint })}>
      {(parts) => (
        <input
          {...parts}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
