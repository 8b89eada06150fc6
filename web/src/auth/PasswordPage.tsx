/** One's own password: the forced first change, and any later one. */

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { client, useSave, useSession } from '../api/index.ts';
import { Button, Query, SaveLine, useAddress } from '../shell/index.ts';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';
import { OutsidePage } from './OutsidePage.tsx';
import { PasswordField } from './PasswordField.tsx';
import { pageAfter } from './page-after.ts';
import { SignInAgain } from './SignInAgain.tsx';

export function PasswordPage() {
  const w = useWords(authWords);
  const query = useSession();
  const isFirst = query.data?.mustChangePassword === true;
  return (
    <OutsidePage
      title={isFirst ? w.firstChange : w.changePassword}
      state={isFirst ? w.firstChangeState : w.changeState}
    >
      <Query query={query} what={w.own}>
        {(session) =>
          session ? <PasswordForm userName={session.userName} isFirst={isFirst} /> : <SignInAgain />
        }
      </Query>
    </OutsidePage>
  );
}

function PasswordForm({ userName, isFirst }: { userName: string; isFirst: boolean }) {
  const w = useWords(authWords);
  const router = useRouter();
  const queries = useQueryClient();
  const next = pageAfter(useAddress().search.next);
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const signIn = useSave(client.auth.signIn, {
    onSaved: () => {
      queries.clear();
      router.history.push(next);
    },
  });
  const change = useSave(client.auth.changePassword, {
    // Every session has ended, this one too: the new password opens the next one.
    onSaved: (_, { newPassword }) => void signIn.run({ userName, password: newPassword }),
  });
  const length = [...wanted].length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (current === '' || length < 10 || wanted !== again) return;
    void change.run({ currentPassword: current, newPassword: wanted });
  };
  return (
    <form onSubmit={submit} noValidate>
      <input type="hidden" autoComplete="username" value={userName} readOnly />
      <PasswordField
        label={isFirst ? w.initialPassword : w.currentPassword}
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={isTried && current === '' ? w.missing : undefined}
      />
      <PasswordField
        label={w.newPassword}
        autoComplete="new-password"
        hint={w.passwordRule}
        value={wanted}
        onChange={setWanted}
        error={isTried && length < 10 ? w.tooShort(length) : undefined}
      />
      <PasswordField
        label={w.repeatPassword}
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={isTried && wanted !== again ? w.notRepeated : undefined}
      />
      <div className="form-deeds">
        <Button kind="main" type="submit" disabled={change.isBusy || signIn.isBusy}>
          {isFirst ? w.firstChange : w.changePassword}
        </Button>
        {!isFirst && <Button onClick={() => router.history.back()}>{w.back}</Button>}
        {change.step === 'saved' ? <SaveLine save={signIn} /> : <SaveLine save={change} />}
      </div>
    </form>
  );
}
