/** The towns that ask the signed-in account to enter them: only its owner can agree. */

import { useQueryClient } from '@tanstack/react-query';
import { client, sessionQuery, useSave, useSession } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, SaveLine } from '../shell/index.ts';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';

export function AskingTowns() {
  const w = useWords(authWords);
  const format = useFormat();
  const queries = useQueryClient();
  const onSaved = () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  const accept = useSave(client.auth.acceptTown, { onSaved });
  const decline = useSave(client.auth.declineTown, { onSaved });
  const asking = useSession().data?.asking ?? [];
  if (asking.length === 0) return null;
  const isBusy = accept.isBusy || decline.isBusy;
  return (
    <section className="settings-part">
      <h2>{w.asking}</h2>
      {asking.map(({ code, name, askedAt }) => (
        <div key={code}>
          <p className="prose">{w.asks(name, format.moment(askedAt))}</p>
          <div className="form-deeds">
            <Button kind="main" disabled={isBusy} onClick={() => void accept.run({ town: code })}>
              {w.accept}
            </Button>
            <Button disabled={isBusy} onClick={() => void decline.run({ town: code })}>
              {w.decline}
            </Button>
          </div>
        </div>
      ))}
      <SaveLine save={accept} />
      <SaveLine save={decline} />
    </section>
  );
}
