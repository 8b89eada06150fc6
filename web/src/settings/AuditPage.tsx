/** The record of deeds: who did what and when in this town. */

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type client } from '../api/index.ts';
import { todayIn, useFormat } from '../format/index.ts';
import { DateField, Field } from '../forms/index.ts';
import {
  Button,
  Drawer,
  Empty,
  Failed,
  Loading,
  Page,
  useAddress,
  useDrawer,
  useTown,
} from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { accountWords } from '../words/accounts.ts';
import { useWords } from '../words/catalogue.ts';
import { deedWords } from '../words/deeds.ts';
import { safetyWords } from '../words/safety.ts';
import { lineOf, valueText } from './audit-text.ts';
import { roleCodes } from './roles.ts';
import { SettingsNav } from './SettingsNav.tsx';

type AuditReply = Awaited<ReturnType<typeof client.audit.list>>;
type AuditRow = AuditReply['rows'][number];

export function AuditPage() {
  const w = useWords(accountWords);
  const town = useTown();
  const { search } = useAddress();
  const { deed, account, day, cells } = search;
  const wanted = {
    town,
    ...(deed ? { deed } : {}),
    ...(account ? { account } : {}),
    ...(day ? { day } : {}),
    ...(cells ? { all: true } : {}),
  };
  const query = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (before: number | undefined) => ({
        ...wanted,
        ...(before === undefined ? {} : { before }),
      }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }: AuditReply) => next,
    }),
  );
  const pages = query.data?.pages;
  const first = pages?.[0];
  return (
    <Page title={w.audit} state={w.auditState}>
      <SettingsNav />
      {first && (
        <div className="page-filters">
          <Filters reply={first} />
        </div>
      )}
      {pages ? (
        <Rows pages={pages} />
      ) : query.isError ? (
        <Failed error={query.error} what={w.audit} onRetry={() => void query.refetch()} />
      ) : (
        <Loading what={w.audit} />
      )}
      {query.hasNextPage && (
        <Button disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
          {w.older}
        </Button>
      )}
    </Page>
  );
}

/** The deeds and accounts that there are; the choice stands in the address. */
function Filters({ reply }: { reply: AuditReply }) {
  const w = useWords(accountWords);
  const d = useWords(deedWords);
  const { search, change } = useAddress();
  const { deeds, accounts, names, hidden } = reply;
  return (
    <>
      <Picker
        label={w.auditDeed}
        none={w.anyDeed}
        value={search.deed ?? ''}
        options={deeds.map((deed) => [deed, d.deed(deed)])}
        onChange={(deed) => change({ deed })}
      />
      <Picker
        label={w.auditWho}
        none={w.anybody}
        value={search.account ?? ''}
        options={accounts.map((id) => [id, names[id] ?? id])}
        onChange={(account) => change({ account })}
      />
      <DateField label={w.auditDay} value={search.day ?? ''} onChange={(day) => change({ day })} />
      {(hidden > 0 || search.cells !== undefined) && (
        <label className="settings-check">
          <input
            type="checkbox"
            checked={search.cells !== undefined}
            onChange={(event) => change({ cells: event.target.checked ? 'yes' : undefined })}
          />
          {w.auditCells(hidden)}
        </label>
      )}
    </>
  );
}

interface PickerProps {
  label: string;
  none: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange(value: string): void;
}

function Picker({ label, none, value, options, onChange }: PickerProps) {
  return (
    <Field label={label}>
      {(parts) => (
        <select {...parts} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{none}</option>
          {options.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Rows({ pages }: { pages: readonly AuditReply[] }) {
  const w = useWords(accountWords);
  const d = useWords(deedWords);
  const s = useWords(safetyWords);
  const format = useFormat();
  const drawer = useDrawer();
  const rows = useMemo(() => pages.flatMap((page) => page.rows), [pages]);
  const names = useMemo<Record<string, string>>(
    () => Object.assign(roleNames(w.role), ...pages.map((page) => page.names)),
    [pages, w],
  );
  const columns = useMemo<Column<AuditRow>[]>(
    () => [
      {
        id: 'at',
        title: w.when,
        width: 8,
        text: ({ at }) =>
          `${format.shortDay(todayIn(Date.parse(at)))} ${format.moment(at).slice(-5)}`,
        sortBy: ({ id }) => id,
      },
      { id: 'deed', title: w.deed, width: 12, text: ({ deed }) => d.deed(deed) },
      { id: 'account', title: w.who, width: 8, text: (row) => whoText(row, names, s) },
      {
        id: 'behalf',
        title: w.behalf,
        width: 6,
        text: ({ onBehalfOf: code }) => (code === undefined ? '' : (names[code] ?? code)),
      },
      {
        id: 'content',
        title: w.content,
        width: 24,
        text: ({ input }) =>
          lineOf(input, { names, field: d.field, hidden: w.hidden, bytes: w.bytes }),
      },
    ],
    [w, d, s, format, names],
  );
  const open = rows.find(({ id }) => String(id) === drawer.id);
  return (
    <>
      <DataTable
        name="audit"
        label={w.audit}
        rows={rows}
        rowKey={({ id }) => String(id)}
        columns={columns}
        onOpen={({ id }) => drawer.open(String(id))}
        empty={<Empty what={w.noAudit} why={w.noAuditWhy} />}
        {...(open ? { openKey: String(open.id) } : {})}
      />
      {open && (
        <Drawer title={d.deed(open.deed)} onClose={drawer.close}>
          <Details row={open} names={names} />
        </Drawer>
      )}
    </>
  );
}

type Names = Readonly<Record<string, string>>;

/** "林岚 · 代孙禾": in whose place, and with which token a machine did it. */
function whoText(
  { account, inPlaceOf = [], accessToken }: AuditRow,
  names: Names,
  s: { inPlaceOf(name: string): string; byToken(name: string): string },
): string {
  const nameOf = (id: string) => names[id] ?? id;
  const parts = [
    nameOf(account),
    ...inPlaceOf.map((id) => s.inPlaceOf(nameOf(id))),
    ...(accessToken === undefined ? [] : [s.byToken(accessToken)]),
  ];
  return parts.join(' · ');
}

/** Roles stand in what a deed was given by their code. */
function roleNames(name: (role: string) => string): Record<string, string> {
  return Object.fromEntries(roleCodes.map((role) => [role, name(role)]));
}

function Details({ row, names }: { row: AuditRow; names: Readonly<Record<string, string>> }) {
  const w = useWords(accountWords);
  const d = useWords(deedWords);
  const format = useFormat();
  const s = useWords(safetyWords);
  const { at, onBehalfOf, input, requestId } = row;
  const fields = Object.entries(input).filter(([name]) => name !== 'town');
  return (
    <dl className="pairs">
      <dt>{w.when}</dt>
      <dd>{format.moment(at)}</dd>
      <dt>{w.who}</dt>
      <dd>{whoText(row, names, s)}</dd>
      {onBehalfOf !== undefined && (
        <>
          <dt>{w.behalf}</dt>
          <dd>{names[onBehalfOf] ?? onBehalfOf}</dd>
        </>
      )}
      {fields.map(([name, value]) => (
        <div className="pair" key={name}>
          <dt>{d.field(name)}</dt>
          <dd>{valueText(value, { names, field: d.field, hidden: w.hidden, bytes: w.bytes })}</dd>
        </div>
      ))}
      <dt>{w.requestId}</dt>
      <dd className="soft">{requestId}</dd>
    </dl>
  );
}
