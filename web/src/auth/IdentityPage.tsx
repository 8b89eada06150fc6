/** Coming back from the identity provider: signed in, bound, or in a sentence why not. */

import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Button, SaveLine, useAddress } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { CodeField, isCode } from './CodeField.tsx';
import { keptPage } from './identity.ts';
import { OutsidePage } from './OutsidePage.tsx';
import { pageAfter } from './page-after.ts';

interface Entered {
  outcome: 'entered' | 'code-asked' | 'bound';
  mustChangePassword: boolean;
}

export function IdentityPage() {
  const w = useWords(safetyWords);
  const { search } = useAddress();
  const { state, code } = search;
  const [outcome, setOutcome] = useState<Entered['outcome']>();
  const goOn = useGoOn();
  const onSaved = (entered: Entered) => {
    setOutcome(entered.outcome);
    if (entered.outcome === 'entered') goOn(entered);
  };
  const back = useSave(client.auth.returnIdentity, { onSaved });
  const isSent = useRef(false);
  const isWhole = state !== undefined && code !== undefined;
  useEffect(() => {
    if (isSent.current || !isWhole) return;
    isSent.current = true; // what came back is good for one time
    void back.run({ state, code });
  }, [back, isWhole, state, code]);
  const isOver = !isWhole || back.step === 'refused' || back.step === 'failed';
  return (
    <OutsidePage title={w.returning} state={outcome === undefined && !isOver && w.returningState}>
      {outcome === 'code-asked' && <CodeForm onEntered={goOn} />}
      {outcome === 'bound' && <p>{w.returnBound}</p>}
      {!isWhole && <p role="alert">{w.returnBroken}</p>}
      {isOver && isWhole && <SaveLine save={back} />}
      {back.step === 'waiting' && <SaveLine save={back} />}
      {(isOver || outcome === 'bound') && <WayOn isBound={outcome === 'bound'} />}
    </OutsidePage>
  );
}

/** Where one came from is where one goes on, so long as it is ours. */
function useGoOn(): (entered: Entered) => void {
  const router = useRouter();
  const queries = useQueryClient();
  return ({ mustChangePassword }) => {
    queries.clear(); // whatever another account read here is not for this one
    router.history.push(mustChangePassword ? '/password' : pageAfter(keptPage()));
  };
}

function WayOn({ isBound }: { isBound: boolean }) {
  const w = useWords(safetyWords);
  const own = keptPage();
  const isOwn = own.endsWith('/settings');
  return (
    <p>
      {isOwn ? (
        <Link to={pageAfter(own)}>{w.toAccount}</Link>
      ) : (
        !isBound && <Link to="/sign-in">{w.toSignIn}</Link>
      )}
    </p>
  );
}

function CodeForm({ onEntered }: { onEntered(entered: Entered): void }) {
  const w = useWords(safetyWords);
  const [code, setCode] = useState('');
  const save = useSave(client.auth.identityCode, { onSaved: onEntered });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isCode(code)) void save.run({ code });
  };
  return (
    <form onSubmit={submit} noValidate>
      <CodeField value={code} onChange={setCode} hint={w.signInCodeHint} isAlone />
      <div className="form-deeds">
        <Button kind="main" type="submit" disabled={save.isBusy || !isCode(code)}>
          {w.enter}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}
