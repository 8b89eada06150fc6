/** Signing in with a unified identity, where the installation accepts one. */

import { useQuery } from '@tanstack/react-query';
import { api, client, useSave } from '../api/index.ts';
import { Button, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { leaveFor } from './identity.ts';

export function IdentityButton({ next }: { next: string }) {
  const w = useWords(safetyWords);
  const offer = useQuery({ ...api.auth.identity.queryOptions(), retry: false }).data;
  const visit = useSave(client.auth.visitIdentity, {
    onSaved: ({ address }) => leaveFor(address, next),
  });
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
    </div>
  );
}
