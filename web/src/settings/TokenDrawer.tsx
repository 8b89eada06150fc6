/** One access token, and its end. */

import { useQueryClient } from '@tanstack/react-query';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Drawer, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { tokenWords } from '../words/tokens.ts';
import { type AccessToken, scopeText } from './TokensPage.tsx';

export function TokenDrawer({ token, onClose }: { token: AccessToken; onClose(): void }) {
  const w = useWords(tokenWords);
  const format = useFormat();
  const town = useTown();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const { id, name, owner, state, createdAt, expiresOn, lastUsedAt, lastAddress } = token;
  const save = useSave(client.accessTokens.end, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.accessTokens.key() }),
  });
  const end = async () => {
    const question = { title: w.endToken, body: w.endTokenBody(name), action: w.endToken };
    if (await confirm(question)) void save.run({ town, accessToken: id });
  };
  const used = lastUsedAt === undefined ? w.neverUsed : format.moment(lastUsedAt);
  return (
    <Drawer title={name} onClose={onClose}>
      <dl className="pairs">
        <dt>{w.owner}</dt>
        <dd>{owner.name}</dd>
        <dt>{w.state}</dt>
        <dd>{w.tokenState(state)}</dd>
        <dt>{w.tokenScope}</dt>
        <dd>{scopeText(token, w)}</dd>
        <dt>{w.madeAt}</dt>
        <dd>{format.moment(createdAt)}</dd>
        <dt>{w.expiresOn}</dt>
        <dd>{format.day(expiresOn)}</dd>
        <dt>{w.lastUsed}</dt>
        <dd>{[used, lastAddress ?? ''].filter((part) => part !== '').join(' · ')}</dd>
      </dl>
      {state === 'live' && (
        <div className="deeds">
          <Button disabled={save.isBusy} onClick={() => void end()}>
            {w.endToken}
          </Button>
          <SaveLine save={save} />
        </div>
      )}
    </Drawer>
  );
}
