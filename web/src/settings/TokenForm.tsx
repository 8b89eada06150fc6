/** Making an access token: what for, how far, until when, and the password once more. */

import { tokenDaysMax, tokenRooms } from '@oneneedle/contract/constants';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { PasswordField } from '../auth/PasswordField.tsx';
import { daysAfter, useFormat } from '../format/index.ts';
import { DateField, Field } from '../forms/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { tokenWords } from '../words/tokens.ts';

type Room = (typeof tokenRooms)[number];
type Access = 'read' | 'write';
type Scope = Partial<Record<Room, Access>>;

export function TokenForm({ onMade }: { onMade(secret: string): void }) {
  const w = useWords(tokenWords);
  const town = useTown();
  const { today } = useFormat();
  const queries = useQueryClient();
  const latest = daysAfter(today, tokenDaysMax);
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>({});
  const [expiresOn, setExpiresOn] = useState(daysAfter(today, 90));
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useSave(client.accessTokens.create, {
    onSaved: ({ secret }) => {
      onMade(secret);
      void queries.invalidateQueries({ queryKey: api.accessTokens.key() });
    },
  });
  const isOpen = Object.keys(scope).length > 0;
  const isReady = name.trim() !== '' && isOpen && expiresOn !== '' && password !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isReady) void save.run({ town, name, scope, expiresOn, currentPassword: password });
  };
  const missing = (isMissing: boolean) => (isTried && isMissing ? { error: w.missing } : {});
  return (
    <form onSubmit={submit} noValidate>
      <Field label={w.tokenName} hint={w.tokenNameHint} required {...missing(name.trim() === '')}>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <ScopeFields scope={scope} onChange={setScope} />
      {isTried && !isOpen && (
        <p role="alert" className="field-error">
          {w.scopeMissing}
        </p>
      )}
      <DateField
        label={w.expiresOn}
        hint={w.expiresHint}
        required
        value={expiresOn}
        min={today}
        max={latest}
        onChange={setExpiresOn}
        {...missing(expiresOn === '')}
      />
      <PasswordField
        label={w.currentPassword}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        {...missing(password === '')}
      />
      <div className="deeds">
        <Button kind="main" type="submit" disabled={save.isBusy}>
          {w.makeToken}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}

/** Each room on a line of its own: closed, read, or read and write. */
function ScopeFields({ scope, onChange }: { scope: Scope; onChange(scope: Scope): void }) {
  const w = useWords(tokenWords);
  const choose = (room: Room, access: string) => {
    const { [room]: _, ...others } = scope;
    onChange(access === '' ? others : { ...others, [room]: access as Access });
  };
  return (
    <fieldset className="field">
      <legend>{w.tokenScope}</legend>
      <div className="token-scope">
        {tokenRooms.map((room) => (
          <label key={room}>
            <span>{w.room(room)}</span>
            <select
              value={scope[room] ?? ''}
              onChange={(event) => choose(room, event.target.value)}
            >
              <option value="">{w.noAccess}</option>
              <option value="read">{w.read}</option>
              <option value="write">{w.write}</option>
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
