/** What stands between a person and the list: signing in, the filing, the choice of a town. */

import { type FormEvent, useState } from 'react';
import { useWords } from '../../src/words/catalogue.ts';
import { signIn } from '../network.ts';
import { Refused } from '../sending.ts';
import type { Field } from '../use-field.ts';
import { fieldWords } from '../words.ts';

export function Gates({ field }: { readonly field: Field }) {
  const w = useWords(fieldWords);
  const { gate, known, refresh, towns } = field;
  if (gate === 'signIn') {
    return <SignIn isAgain={known !== undefined} done={() => void refresh().then(field.sendAll)} />;
  }
  if (gate === 'off') {
    return (
      <section className="notice">
        <h2>{w.fieldOff}</h2>
        <p>{w.fieldOffHint}</p>
      </section>
    );
  }
  if (gate === 'password' || gate === 'no-town') {
    return <p className="notice">{gate === 'password' ? w.changePassword : w.noTown}</p>;
  }
  if (gate !== 'towns') return null;
  return (
    <section className="notice">
      <h2>{w.chooseTown}</h2>
      {towns.map(({ code, name }) => (
        <button key={code} type="button" onClick={() => void refresh(code)}>
          {name}
        </button>
      ))}
    </section>
  );
}

function SignIn({ isAgain, done }: { readonly isAgain: boolean; readonly done: () => void }) {
  const w = useWords(fieldWords);
  const [isCodeAsked, setCodeAsked] = useState(false);
  const [trouble, setTrouble] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const text = (name: string) => String(said.get(name) ?? '').trim();
    const code = text('code');
    const password = String(said.get('password') ?? '');
    try {
      const words = { userName: text('userName'), password, ...(code === '' ? {} : { code }) };
      const { codeAsked } = await signIn(words);
      setTrouble('');
      if (codeAsked) setCodeAsked(true);
      else done();
    } catch (error) {
      setTrouble(error instanceof Refused ? w.signInWrong(error.message) : w.signInAway);
    }
  };
  return (
    <form className="notice" onSubmit={(event) => void submit(event)}>
      <h2>{w.signInTitle}</h2>
      {isAgain && <p>{w.signInAgain}</p>}
      <label>
        {w.userName}
        <input name="userName" autoComplete="username" autoCapitalize="none" required />
      </label>
      <label>
        {w.password}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      {isCodeAsked && (
        <label>
          {w.code}
          <input name="code" inputMode="numeric" autoComplete="one-time-code" required />
        </label>
      )}
      {trouble !== '' && <p role="alert">{trouble}</p>}
      <button type="submit" className="main">
        {w.signIn}
      </button>
    </form>
  );
}
