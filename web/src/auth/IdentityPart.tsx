/** One's own unified identity: binding it, and unbinding it. Nothing where the installation has none. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { todayIn, useFormat } from '../format/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { leaveFor } from './identity.ts';
import { PasswordField } from './PasswordField.tsx';

export function IdentityPart() {
  const w = useWords(safetyWords);
  const format = useFormat();
  const offer = useQuery(api.auth.identity.queryOptions()).data;
  const [isOpen, setOpen] = useState(false);
  if (offer?.name === undefined) return null;
  const { name, boundAt } = offer;
  return (
    <section className="settings-part">
      <h2>{w.identity}</h2>
      <p className="prose">
        {boundAt === undefined
          ? w.identityFree(name)
          : w.identityBound(name, format.day(todayIn(Date.parse(boundAt))))}
      </p>
      {!isOpen && (
        <Button onClick={() => setOpen(true)}>
          {boundAt === undefined ? w.bind(name) : w.unbind}
        </Button>
      )}
      {isOpen && boundAt === undefined && <BindForm name={name} />}
      {isOpen && boundAt !== undefined && <UnbindForm onDone={() => setOpen(false)} />}
    </section>
  );
}

/** The password once more, then away to the provider. */
function BindForm({ name }: { name: string }) {
  const w = useWords(safetyWords);
  const town = useTown();
  const [password, setPassword] = useState('');
  const visit = useSave(client.auth.visitIdentity, {
    onSaved: ({ address }) => leaveFor(address, `/${town}/settings`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') void visit.run({ purpose: 'bind', currentPassword: password });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={w.bind(name)}>
      <PasswordField
        label={w.currentPassword}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <div className="form-deeds">
        <Button kind="main" type="submit" disabled={visit.isBusy || password === ''}>
          {w.bind(name)}
        </Button>
        {visit.step !== 'saved' && <SaveLine save={visit} />}
      </div>
    </form>
  );
}

function UnbindForm({ onDone }: { onDone(): void }) {
  const w = useWords(safetyWords);
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const end = useSave(client.auth.unbindIdentity, {
    onSaved: () => {
      onDone();
      void queries.invalidateQueries({ queryKey: api.auth.identity.key() });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') void end.run({ currentPassword: password });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={w.unbind}>
      <p className="prose">{w.unbindHint}</p>
      <PasswordField
        label={w.currentPassword}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <div className="form-deeds">
        <Button type="submit" disabled={end.isBusy || password === ''}>
          {w.unbind}
        </Button>
        <SaveLine save={end} />
      </div>
    </form>
  );
}
