/** The towns of a county: founding one, appointing its first administrator. Nothing of what is in them. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Field } from '../forms/index.ts';
import {
  Button,
  Drawer,
  Empty,
  Page,
  Query,
  SaveLine,
  useDrawer,
  useTown,
} from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { accountWords } from '../words/accounts.ts';
import { useWords } from '../words/catalogue.ts';
import { UserNameField } from './NewAccountForm.tsx';
import { SettingsNav } from './SettingsNav.tsx';
import { Slip, type SlipContent } from './Slip.tsx';

type CountyTown = Awaited<ReturnType<typeof client.counties.towns>>['rows'][number];

export function CountyPage() {
  const w = useWords(accountWords);
  const county = useTown();
  const query = useQuery(api.counties.towns.queryOptions({ input: { county } }));
  const drawer = useDrawer();
  const [slip, setSlip] = useState<SlipContent>();
  const rows = query.data?.rows;
  const open = rows?.find(({ code }) => code === drawer.id);
  return (
    <Page
      title={w.towns}
      state={rows && rows.length > 0 && w.townsState(rows.length, rows.filter(lacksOne).length)}
      actions={
        rows && (
          <Button kind="main" onClick={() => drawer.open('new')}>
            {w.foundTown}
          </Button>
        )
      }
    >
      <SettingsNav />
      <Query query={query} what={w.towns}>
        {(data) => <TownTable rows={data.rows} onOpen={drawer.open} />}
      </Query>
      {drawer.id === 'new' && (
        <Drawer title={w.foundTown} onClose={drawer.close}>
          <FoundForm onFounded={drawer.open} />
        </Drawer>
      )}
      {open && (
        <Drawer title={open.name} onClose={drawer.close}>
          <p>
            {w.administrator} {w.administration(open.administrator)}
          </p>
          {open.administrator === 'active' ? (
            <p className="prose">{w.selfGoverned}</p>
          ) : (
            <AppointForm town={open} onSlip={setSlip} />
          )}
        </Drawer>
      )}
      {slip && <Slip slip={slip} onClose={() => setSlip(undefined)} />}
    </Page>
  );
}

function lacksOne({ administrator }: CountyTown): boolean {
  return administrator !== 'active';
}

interface TownTableProps {
  rows: readonly CountyTown[];
  onOpen(code: string): void;
}

function TownTable({ rows, onOpen }: TownTableProps) {
  const w = useWords(accountWords);
  const format = useFormat();
  const columns = useMemo<Column<CountyTown>[]>(
    () => [
      { id: 'name', title: w.town, text: ({ name }) => name },
      { id: 'code', title: w.code, text: ({ code }) => code },
      {
        id: 'administrator',
        title: w.administrator,
        width: 16,
        text: ({ administrator }) => w.administration(administrator),
      },
      {
        id: 'foundedAt',
        title: w.foundedAt,
        width: 12,
        text: ({ foundedAt }) => format.moment(foundedAt),
        sortBy: ({ foundedAt }) => foundedAt,
      },
    ],
    [w, format],
  );
  return (
    <DataTable
      name="county-towns"
      label={w.towns}
      rows={rows}
      rowKey={({ code }) => code}
      columns={columns}
      onOpen={({ code }) => onOpen(code)}
      empty={<Empty what={w.townsNone} why={w.townsNoneWhy} />}
    />
  );
}

function FoundForm({ onFounded }: { onFounded(code: string): void }) {
  const w = useWords(accountWords);
  const county = useTown();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const save = useSave(client.counties.foundTown, {
    onSaved: async (founded) => {
      await queries.invalidateQueries({ queryKey: api.counties.key() });
      onFounded(founded.code);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run({ county, code, name });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label={w.townName} required>
        {(parts) => (
          <input {...parts} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={w.code} required hint={w.codeHint}>
        {(parts) => (
          <input
            {...parts}
            autoCapitalize="none"
            spellCheck={false}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <div className="deeds">
        <Button
          kind="main"
          type="submit"
          disabled={save.isBusy || name.trim() === '' || code === ''}
        >
          {w.found}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}

interface AppointFormProps {
  town: CountyTown;
  onSlip(slip: SlipContent): void;
}

function AppointForm({ town, onSlip }: AppointFormProps) {
  const w = useWords(accountWords);
  const county = useTown();
  const queries = useQueryClient();
  const [userName, setUserName] = useState('');
  const save = useSave(client.counties.appoint, {
    onSaved: (made) => {
      void queries.invalidateQueries({ queryKey: api.counties.key() });
      onSlip(made);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run({ county, town: town.code, userName });
  };
  return (
    <form onSubmit={submit} noValidate>
      <h3>{town.administrator === 'none' ? w.appoint : w.appointAgain}</h3>
      <p className="prose">{w.appointHint}</p>
      <UserNameField value={userName} onChange={setUserName} hint={w.userNameHint} />
      <div className="deeds">
        <Button kind="main" type="submit" disabled={save.isBusy || userName.trim() === ''}>
          {w.appointDeed}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}
