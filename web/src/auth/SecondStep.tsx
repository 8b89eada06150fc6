/** One's own second step: turned on with the telephone at hand, turned off with password and code. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import { api, client, type Save, useSave, useSession } from '../api/index.ts';
import { todayIn, useFormat } from '../format/index.ts';
import { Button, Query, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { BackupCodes } from './BackupCodes.tsx';
import { CodeField, isCode } from './CodeField.tsx';
import { PasswordField } from './PasswordField.tsx';
import './auth.css';

/** The library that draws it is large; who never turns the second step on never loads it. */
const Picture = lazy(async () => ({
  default: (await import('./SecretPicture.tsx')).SecretPicture,
}));

export function SecondStep() {
  const w = useWords(safetyWords);
  const format = useFormat();
  const queries = useQueryClient();
  const userName = useSession().data?.userName ?? '';
  const query = useQuery(api.auth.secondStep.queryOptions());
  const [open, setOpen] = useState<'begin' | 'end' | 'renew'>();
  const [codes, setCodes] = useState<readonly string[]>();
  const reload = () => {
    setOpen(undefined);
    void queries.invalidateQueries({ queryKey: api.auth.key() });
  };
  const shown = (made: readonly string[]) => {
    setCodes(made);
    reload();
  };
  return (
    <Query query={query} what={w.secondStep}>
      {({ state, since, backupCodesLeft }) => (
        <>
          <p className="prose">
            {state === 'off' && w.off}
            {state === 'begun' && w.begun}
            {state === 'on' && w.on(format.day(todayIn(Date.parse(since ?? ''))))}{' '}
            {state === 'on' && w.codesLeft(backupCodesLeft)}
          </p>
          {state === 'on' && open === undefined && (
            <div className="deeds">
              <Button onClick={() => setOpen('renew')}>{w.renew}</Button>
              <Button onClick={() => setOpen('end')}>{w.end}</Button>
            </div>
          )}
          {state === 'on' && open === 'end' && <EndForm onDone={reload} />}
          {state === 'on' && open === 'renew' && <RenewForm onDone={shown} />}
          {state !== 'on' && open === undefined && (
            <Button onClick={() => setOpen('begin')}>
              {state === 'begun' ? w.beginAgain : w.begin}
            </Button>
          )}
          {state !== 'on' && open === 'begin' && <BeginForm onDone={shown} />}
          {codes && (
            <BackupCodes codes={codes} userName={userName} onClose={() => setCodes(undefined)} />
          )}
        </>
      )}
    </Query>
  );
}

/** The password first, then the picture with the secret beside it, then a code that proves it arrived. */
function BeginForm({ onDone }: { onDone(codes: readonly string[]): void }) {
  const w = useWords(safetyWords);
  const [password, setPassword] = useState('');
  const begin = useSave(client.auth.beginSecondStep);
  const [shown, setShown] = useState<{ secret: string; address: string }>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (password === '') return;
    const begun = await begin.run({ currentPassword: password });
    if (begun) setShown(begun);
  };
  if (shown) return <ConfirmForm {...shown} onDone={onDone} />;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={w.begin}>
      <PasswordField
        label={w.currentPassword}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <div className="form-deeds">
        <Button kind="main" type="submit" disabled={begin.isBusy || password === ''}>
          {w.showSecret}
        </Button>
        <SaveLine save={begin} />
      </div>
    </form>
  );
}

interface ConfirmFormProps {
  secret: string;
  address: string;
  onDone(codes: readonly string[]): void;
}

function ConfirmForm({ secret, address, onDone }: ConfirmFormProps) {
  const w = useWords(safetyWords);
  const [code, setCode] = useState('');
  const confirm = useSave(client.auth.confirmSecondStep, {
    onSaved: ({ backupCodes }) => onDone(backupCodes),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isCode(code)) void confirm.run({ code });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={w.begin}>
      <p className="prose">{w.scan}</p>
      <Suspense fallback={<div className="secret-picture" />}>
        <Picture address={address} />
      </Suspense>
      <dl className="pairs">
        <dt>{w.secret}</dt>
        <dd className="one-time">{secret}</dd>
      </dl>
      <CodeField value={code} onChange={setCode} hint={w.codeHint} />
      <div className="form-deeds">
        <Button kind="main" type="submit" disabled={confirm.isBusy || !isCode(code)}>
          {w.confirm}
        </Button>
        <SaveLine save={confirm} />
      </div>
    </form>
  );
}

function EndForm({ onDone }: { onDone(): void }) {
  const w = useWords(safetyWords);
  const end = useSave(client.auth.endSecondStep, { onSaved: onDone });
  return (
    <ProofForm label={w.end} deed={w.endDeed} save={end}>
      {w.endHint} {w.lostAll}
    </ProofForm>
  );
}

function RenewForm({ onDone }: { onDone(codes: readonly string[]): void }) {
  const w = useWords(safetyWords);
  const renew = useSave(client.auth.renewBackupCodes, {
    onSaved: ({ backupCodes }) => onDone(backupCodes),
  });
  return (
    <ProofForm label={w.renew} deed={w.renewDeed} save={renew}>
      {w.renewHint}
    </ProofForm>
  );
}

interface ProofFormProps {
  label: string;
  deed: string;
  save: Save<{ currentPassword: string; code: string }, unknown>;
  /** What the deed does. */
  children: ReactNode;
}

/** A deed that takes the password and a code. */
function ProofForm({ label, deed, save, children }: ProofFormProps) {
  const w = useWords(safetyWords);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const isReady = password !== '' && isCode(code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) void save.run({ currentPassword: password, code });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={label}>
      <p className="prose">{children}</p>
      <PasswordField
        label={w.currentPassword}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <CodeField value={code} onChange={setCode} hint={w.signInCodeHint} />
      <div className="form-deeds">
        <Button type="submit" disabled={save.isBusy || !isReady}>
          {deed}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}
