/** The accounts of a town: who may enter, as what, and when they last did. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Drawer, Page, Query, useDrawer, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { accountWords } from '../words/accounts.ts';
import { useWords } from '../words/catalogue.ts';
import { AccountDrawer } from './AccountDrawer.tsx';
import { isOpen, type TownAccount } from './GrantText.tsx';
import { AdmitForm, NewAccountForm } from './NewAccountForm.tsx';
import { SettingsNav } from './SettingsNav.tsx';
import { Slip, type SlipContent } from './Slip.tsx';

export function AccountsPage() {
  const w = useWords(accountWords);
  const town = useTown();
  const query = useQuery(api.accounts.list.queryOptions({ input: { town } }));
  const drawer = useDrawer();
  const [slip, setSlip] = useState<SlipContent>();
  const rows = query.data?.rows;
  return (
    <Page
      title={w.accounts}
      state={rows && <State rows={rows} />}
      actions={
        rows && (
          <>
            <Button kind="main" onClick={() => drawer.open('new')}>
              {w.newAccount}
            </Button>
            <Button onClick={() => drawer.open('admit')}>{w.admit}</Button>
          </>
        )
      }
    >
      <SettingsNav />
      <Query query={query} what={w.accounts}>
        {(data) => <AccountTable rows={data.rows} openId={drawer.id} onOpen={drawer.open} />}
      </Query>
      {drawer.id === 'new' && (
        <Drawer title={w.newAccount} onClose={drawer.close}>
          <NewAccountForm
            onMade={(made, next) => {
              setSlip(next);
              drawer.open(made);
            }}
          />
        </Drawer>
      )}
      {drawer.id === 'admit' && (
        <Drawer title={w.admit} onClose={drawer.close}>
          <AdmitForm onMade={drawer.open} />
        </Drawer>
      )}
      {rows
        ?.filter(({ id }) => id === drawer.id)
        .map((account) => (
          <AccountDrawer
            key={account.id}
            account={account}
            onClose={drawer.close}
            onSlip={setSlip}
          />
        ))}
      {slip && <Slip slip={slip} onClose={() => setSlip(undefined)} />}
    </Page>
  );
}

function State({ rows }: { rows: readonly TownAccount[] }) {
  const w = useWords(accountWords);
  const today = useFormat().today;
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  const administrators = rows.filter(
    ({ state, grants }) =>
      state !== 'disabled' &&
      grants.some((grant) => grant.role === 'administrator' && !grant.unit && isOpen(grant, today)),
  );
  return (
    <>
      {w.accountsState(rows.length, count('first-password'), count('locked'))}{' '}
      {administrators.length === 1 && w.oneAdministrator}
    </>
  );
}

interface TableProps {
  rows: readonly TownAccount[];
  openId: string | undefined;
  onOpen(id: string): void;
}

function AccountTable({ rows, openId, onOpen }: TableProps) {
  const w = useWords(accountWords);
  const format = useFormat();
  const columns = useMemo<Column<TownAccount>[]>(() => {
    const roles = ({ grants }: TownAccount) =>
      [...new Set(grants.filter((grant) => isOpen(grant, format.today)).map(({ role }) => role))]
        .map((role) => w.role(role))
        .join(' · ');
    return [
      { id: 'person', title: w.person, text: ({ person, userName }) => person?.name ?? userName },
      { id: 'userName', title: w.userName, text: ({ userName }) => userName },
      { id: 'state', title: w.status, width: 6, filter: true, text: ({ state }) => w.state(state) },
      { id: 'roles', title: w.roles, width: 16, text: (row) => roles(row) || w.noRole },
      {
        id: 'lastSignIn',
        title: w.lastSignIn,
        width: 12,
        text: ({ lastSignInAt: at }) => (at === undefined ? w.never : format.moment(at)),
        sortBy: ({ lastSignInAt }) => lastSignInAt ?? '',
      },
      {
        id: 'keptBy',
        title: w.keptBy,
        width: 6,
        optional: true,
        text: ({ isKeptHere }) => (isKeptHere ? w.keptHere : w.keptElsewhere),
      },
    ];
  }, [w, format]);
  return (
    <DataTable
      name="accounts"
      label={w.accounts}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={({ id }) => onOpen(id)}
      {...(openId === undefined ? {} : { openKey: openId })}
    />
  );
}
