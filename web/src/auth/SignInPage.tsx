/** Signing in; after a refusal what was typed stays. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, client, type Save, useSave, useSession } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, useAddress } from '../shell/index.ts';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { CodeField, isCode } from './CodeField.tsx';
import { IdentityButton } from './IdentityButton.tsx';
import { OutsidePage } from './OutsidePage.tsx';
import { PasswordField } from './PasswordField.tsx';
import { pageAfter } from './page-after.ts';

export function SignInPage() {
  const w = useWords(authWords);
  const { search } = useAddress();
  const session = useSession().data;
  const setUp = useQuery({ ...api.setUp.state.queryOptions(), retry: false });
  return (
    <OutsidePage title={w.signIn} state={w.signInState}>
      {setUp.data && (
        <p className="notice">
          {w.waitsForSetUp} <Link to="/set-up">{w.toSetUp}</Link>
        </p>
      )}
      {session && (
        <p>
          {w.signedInAs(session.userName)} <a href={pageAfter(search.next)}>{w.goOn}</a>
        </p>
      )}
      <SignInForm next={pageAfter(search.next)} />
      <IdentityButton next={pageAfter(search.next)} />
      <p className="soft">{w.forgotten}</p>
    </OutsidePage>
  );
}

interface Tried {
  userName: string;
  password: string;
  code?: string;
}

/** Signing in keeps nothing, so it is not told as saving is. */
function SignInLine({ save }: { save: Save<Tried, unknown> }) {
  const w = useWords(authWords);
  const { step, sentence, retry } = save;
  if (step === 'idle') return null;
  if (step === 'saving' || step === 'saved') {
    return (
      <p role="status" className="soft">
        {w.signingIn}
      </p>
    );
  }
  return (
    <p role="alert" className="field-error">
      {step === 'waiting' ? w.signInWaits : sentence}{' '}
      {step === 'waiting' && <Button onClick={retry}>{w.retryNow}</Button>}
    </p>
  );
}

function SignInForm({ next }: { next: string }) {
  const w = useWords(authWords);
  const router = useRouter();
  const queries = useQueryClient();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const [isCodeAsked, setCodeAsked] = useState(false);
  const save = useSave(client.auth.signIn, {
    onSaved: ({ mustChangePassword, codeAsked }) => {
      if (codeAsked) return setCodeAsked(true);
      queries.clear(); // whatever another account read here is not for this one
      router.history.push(mustChangePassword ? '/password' : next);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (userName.trim() !== '' && password !== '') void save.run({ userName, password });
  };
  if (isCodeAsked) {
    return (
      <CodeForm save={save} tried={{ userName, password }} onBack={() => setCodeAsked(false)} />
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <Field
        label={w.userName}
        required
        error={isTried && userName.trim() === '' ? w.missing : undefined}
      >
        {(parts) => (
          <input
            {...parts}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            // biome-ignore lint/a11y/noAutofocus: the page is for nothing but this field
            autoFocus
            value={userName}
            onChange={(event) => setUserName(event.target.value)}
          />
        )}
      </Field>
      <PasswordField
        label={w.password}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={isTried && password === '' ? w.missing : undefined}
      />
      <div className="form-deeds">
        <Button kind="main" type="submit" disabled={save.isBusy}>
          {w.signIn}
        </Button>
        <SignInLine save={save} />
      </div>
    </form>
  );
}

interface CodeFormProps {
  save: Save<Tried, unknown>;
  tried: Tried;
  onBack(): void;
}

/** The second step; the password stays typed until the code is given. */
function CodeForm({ save, tried, onBack }: CodeFormProps) {
  const w = useWords(safetyWords);
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isCode(code)) void save.run({ ...tried, code });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p role="status">{w.codeAsked(tried.userName)}</p>
      <CodeField
        value={code}
        onChange={setCode}
        hint={w.signInCodeHint}
        error={isTried && code.trim() === '' ? w.missing : undefined}
        isAlone
      />
      <div className="form-deeds">
        <Button kind="main" type="submit" disabled={save.isBusy}>
          {w.enter}
        </Button>
        <Button onClick={onBack}>{w.otherAccount}</Button>
        {isTried && <SignInLine save={save} />}
      </div>
    </form>
  );
}
