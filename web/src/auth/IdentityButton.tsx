/** Signing in with a unified identity, where the installation accepts one. */

import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { leaveFor } from './identity.ts';
import { PasswordField } from './PasswordField.tsx';

export function IdentityButton({ next }: { next: string }) {
  const w = useWords(safetyWords);
  const offer = useQuery({ ...api.auth.identity.queryOptions(), retry: false }).data;
  const visit = useSave(client.auth.visitIdentity, {
    onSaved: ({ address }) => leaveFor(address, next),
  });
  const [isInvited, setInvited] = useState(false);
  if (offer?.name === undefined) return null;
  return (
    <div className="way">
      <p className="soft">{w.identityOr}</p>
      <div className="form-deeds">
        <Button disabled={visit.isBusy} onClick={() => void visit.run({ purpose: 'sign-in' })}>
          {w.identityButton(offer.name)}
        </Button>
        {visit.step !== 'saved' && visit.step !== 'idle' && <SaveLine save={visit} />}
      </div>
      <p className="soft">{w.identityHint}</p>
      {!isInvited && <Button onClick={() => setInvited(true)}>{w.invited}</Button>}
      {isInvited && <InvitedForm name={offer.name} />}
    </div>
  );
}

/** The slip of the administrator, then away to the provider: bound and signed in on the way back. */
function InvitedForm({ name }: { name: string }) {
  const w = useWords(safetyWords);
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const visit = useSave(client.auth.visitIdentity, {
    onSaved: ({ address }) => leaveFor(address, ''),
  });
  const isReady = userName.trim() !== '' && password !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) void visit.run({ purpose: 'invited', userName: userName.trim(), password });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={w.invited}>
      <p className="prose soft">{w.invitedHint}</p>
      <Field label={w.invitedName} required>
        {(parts) => (
          <input
            {...parts}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            value={userName}
            onChange={(event) => setUserName(event.target.value)}
          />
        )}
      </Field>
      <PasswordField
        label={w.invitedPassword}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <div className="form-deeds">
        <Button kind="main" type="submit" disabled={visit.isBusy || !isReady}>
          {w.invitedDeed(name)}
        </Button>
        {visit.step !== 'saved' && visit.step !== 'idle' && <SaveLine save={visit} />}
      </div>
    </form>
  );
}
