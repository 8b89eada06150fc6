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
  const town = useTown();
  const format = useFormat();
  const offer = useQuery(api.auth.identity.queryOptions()).data;
  const [isEnding, setEnding] = useState(false);
  const visit = useSave(client.auth.visitIdentity, {
    onSaved: ({ address }) => leaveFor(address, `/${town}/settings`),
  });
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
      {boundAt === undefined ? (
        <div className="form-deeds">
          <Button disabled={visit.isBusy} onClick={() => void visit.run({ purpose: 'bind' })}>
            {w.bind(name)}
          </Button>
          {visit.step !== 'saved' && <SaveLine save={visit} />}
        </div>
      ) : (
        !isEnding && <Button onClick={() => setEnding(true)}>{w.unbind}</Button>
      )}
      {boundAt !== undefined && isEnding && <UnbindForm onDone={() => setEnding(false)} />}
    </section>
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
