/** Access tokens: what other programs show instead of a password, with their scope and last use. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, type client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import {
  Button,
  Drawer,
  Empty,
  Page,
  Query,
  useAddress,
  useDrawer,
  useOwnRoles,
  useTown,
} from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { tokenWords } from '../words/tokens.ts';
import { SettingsNav } from './SettingsNav.tsx';
import { TokenDrawer } from './TokenDrawer.tsx';
import { TokenForm } from './TokenForm.tsx';
import { TokenShown } from './TokenShown.tsx';

/** An access token as the list shows it. */
export type AccessToken = Awaited<ReturnType<typeof client.accessTokens.list>>['rows'][number];

export function TokensPage() {
  const w = useWords(tokenWords);
  const town = useTown();
  const { search, change } = useAddress();
  const all = search.of === 'all';
  const query = useQuery(api.accessTokens.list.queryOptions({ input: { town, all } }));
  const isKeeper = (useOwnRoles() ?? []).includes('administrator');
  const drawer = useDrawer();
  const [secret, setSecret] = useState<string>();
  const rows = query.data?.rows;
  const open = rows?.find(({ id }) => id === drawer.id);
  return (
    <Page
      title={w.tokens}
      state={rows && w.tokensState(rows.filter(({ state }) => state === 'live').length)}
      actions={
        <>
          <Button kind="main" onClick={() => drawer.open('new')}>
            {w.newToken}
          </Button>
          {isKeeper && (
            <Button onClick={() => change({ of: all ? '' : 'all' })}>
              {all ? w.ownTokens : w.allTokens}
            </Button>
          )}
        </>
      }
    >
      <SettingsNav />
      <p className="prose soft">{w.tokensHint}</p>
      <Query query={query} what={w.tokens}>
        {(data) => <TokenTable rows={data.rows} openId={drawer.id} onOpen={drawer.open} />}
      </Query>
      {drawer.id === 'new' && (
        <Drawer title={w.newToken} onClose={drawer.close}>
          <TokenForm
            onMade={(made) => {
              setSecret(made);
              drawer.close();
            }}
          />
        </Drawer>
      )}
      {open && <TokenDrawer key={open.id} token={open} onClose={drawer.close} />}
      {secret !== undefined && <TokenShown secret={secret} onClose={() => setSecret(undefined)} />}
    </Page>
  );
}

interface TokenTableProps {
  rows: readonly AccessToken[];
  openId: string | undefined;
  onOpen(id: string): void;
}

function TokenTable({ rows, openId, onOpen }: TokenTableProps) {
  const w = useWords(tokenWords);
  const format = useFormat();
  const columns = useMemo<Column<AccessToken>[]>(
    () => [
      { id: 'name', title: w.tokenName, width: 12, text: ({ name }) => name },
      { id: 'owner', title: w.owner, width: 6, text: ({ owner }) => owner.name },
      { id: 'scope', title: w.tokenScope, width: 16, text: (token) => scopeText(token, w) },
      { id: 'state', title: w.state, width: 5, text: ({ state }) => w.tokenState(state) },
      {
        id: 'expiresOn',
        title: w.expiresOn,
        width: 9,
        text: ({ expiresOn }) => format.day(expiresOn),
        sortBy: ({ expiresOn }) => expiresOn,
      },
      {
        id: 'lastUsed',
        title: w.lastUsed,
        width: 11,
        text: ({ lastUsedAt: at }) => (at === undefined ? w.neverUsed : format.moment(at)),
        sortBy: ({ lastUsedAt }) => lastUsedAt ?? '',
      },
    ],
    [w, format],
  );
  return (
    <DataTable
      name="tokens"
      label={w.tokens}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={({ id }) => onOpen(id)}
      empty={<Empty what={w.noTokens} why={w.noTokensWhy} />}
      {...(openId === undefined ? {} : { openKey: openId })}
    />
  );
}

/** "事实台账 可读可写 · 组织人员 只读" */
export function scopeText(
  { scope }: AccessToken,
  w: { room(name: string): string; read: string; write: string },
): string {
  return Object.entries(scope)
    .map(([room, access]) => `${w.room(room)} ${access === 'write' ? w.write : w.read}`)
    .join(' · ');
}
