/** Plain links of villages: allowed by a decision, made, looked over. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import {
  Button,
  Drawer,
  Empty,
  Page,
  Query,
  SaveLine,
  useConfirm,
  useDrawer,
  useOwnRoles,
  useTown,
} from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { linkWords } from '../words/links.ts';
import { LinkDrawer } from './LinkDrawer.tsx';
import { LinkPaper, type MadeLink } from './LinkPaper.tsx';
import { LinkSetting } from './LinkSetting.tsx';
import { MakeLink } from './MakeLink.tsx';
import { SettingsNav } from './SettingsNav.tsx';

type Links = Awaited<ReturnType<typeof client.lists.links>>;
/** A plain link as the list shows it. */
export type PlainLink = Links['rows'][number];

export function LinksPage() {
  const w = useWords(linkWords);
  const town = useTown();
  const query = useQuery(api.lists.links.queryOptions({ input: { town } }));
  const { decision, rows = [] } = query.data ?? {};
  const roles = useOwnRoles() ?? [];
  const isKeeper = roles.includes('administrator');
  const mayMake = isKeeper || roles.includes('supervision');
  const drawer = useDrawer();
  const [made, setMade] = useState<MadeLink>();
  const live = rows.filter(({ state }) => state === 'live').length;
  const open = rows.find(({ id }) => id === drawer.id);
  return (
    <Page
      title={w.links}
      state={query.data && (decision === undefined ? w.off : w.on(decision, live))}
      actions={
        <>
          {mayMake && decision !== undefined && (
            <Button kind="main" onClick={() => drawer.open('new')}>
              {w.make}
            </Button>
          )}
          {isKeeper && query.data && (
            <Button onClick={() => drawer.open('setting')}>
              {decision === undefined ? w.openIt : w.change}
            </Button>
          )}
          {isKeeper && decision !== undefined && <StopButton live={live} />}
        </>
      }
    >
      <SettingsNav />
      <p className="prose soft">{w.hint}</p>
      <Query query={query} what={w.links}>
        {(data) => <LinkTable rows={data.rows} openId={drawer.id} onOpen={drawer.open} />}
      </Query>
      {drawer.id === 'setting' && query.data && (
        <Drawer title={w.openIt} onClose={drawer.close}>
          <LinkSetting
            decision={decision ?? ''}
            contact={query.data.contact}
            onSaved={drawer.close}
          />
        </Drawer>
      )}
      {drawer.id === 'new' && (
        <Drawer title={w.make} onClose={drawer.close}>
          <MakeLink
            onMade={(link) => {
              setMade(link);
              drawer.close();
            }}
          />
        </Drawer>
      )}
      {open && <LinkDrawer key={open.id} link={open} mayEnd={mayMake} onClose={drawer.close} />}
      {made && <LinkPaper made={made} onClose={() => setMade(undefined)} />}
    </Page>
  );
}

function StopButton({ live }: { live: number }) {
  const w = useWords(linkWords);
  const town = useTown();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const save = useSave(client.lists.setLinks, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.lists.key() }),
  });
  const stop = async () => {
    if (await confirm({ title: w.stop, body: w.stopBody(live), action: w.stop }))
      void save.run({ town, contact: '' });
  };
  return (
    <>
      <Button disabled={save.isBusy} onClick={() => void stop()}>
        {w.stop}
      </Button>
      <SaveLine save={save} />
    </>
  );
}

interface LinkTableProps {
  rows: readonly PlainLink[];
  openId: string | undefined;
  onOpen(id: string): void;
}

function LinkTable({ rows, openId, onOpen }: LinkTableProps) {
  const w = useWords(linkWords);
  const format = useFormat();
  const columns = useMemo<Column<PlainLink>[]>(
    () => [
      { id: 'village', title: w.village, width: 8, text: ({ village }) => village.name },
      { id: 'status', title: w.status, width: 9, text: ({ state }) => w.state(state) },
      {
        id: 'expires',
        title: w.expires,
        width: 11,
        text: ({ expiresAt }) => format.moment(expiresAt),
        sortBy: ({ expiresAt }) => expiresAt,
      },
      {
        id: 'readings',
        title: w.readings,
        width: 6,
        kind: 'number',
        text: ({ readings }) => `${readings}`,
        sortBy: ({ readings }) => readings,
      },
      {
        id: 'wrongPins',
        title: w.wrongPins,
        width: 6,
        kind: 'number',
        text: ({ wrongPins }) => `${wrongPins}`,
        sortBy: ({ wrongPins }) => wrongPins,
      },
      {
        id: 'lastRead',
        title: w.lastRead,
        width: 11,
        text: ({ lastReadAt: at }) => (at === undefined ? w.never : format.moment(at)),
        sortBy: ({ lastReadAt }) => lastReadAt ?? '',
      },
      { id: 'madeBy', title: w.madeBy, width: 6, text: ({ createdBy }) => createdBy },
    ],
    [w, format],
  );
  return (
    <DataTable
      name="plain-links"
      label={w.links}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={({ id }) => onOpen(id)}
      empty={<Empty what={w.none} why={w.noneWhy} />}
      {...(openId === undefined ? {} : { openKey: openId })}
    />
  );
}
