/** What offices asked of villages: narrowed from the address, one demand beside the list. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Field } from '../../forms/index.ts';
import { Empty, Query, useAddress, useDrawer, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { burdenWords } from '../../words/burden.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { DemandDrawer } from './DemandDrawer.tsx';
import type { DemandRow } from './replies.ts';
import { useDemandOptions, useFoundText, useStateText, useUnitsText } from './use-demands.ts';
import './demands.css';

const countedKinds = [
  'duplicates',
  'shortNotices',
  'outsideList',
  'overrides',
  'afterwards',
] as const;
const states = ['stopped', 'cleared', 'sent', 'refused', 'withdrawn'] as const;

/** What the address narrows the list to. */
function useDemandFilter() {
  const { month, office, unit, state, counted } = useAddress().search;
  const known = states.find((one) => one === state);
  const kind = countedKinds.find((one) => one === counted);
  return {
    ...(month && /^\d{4}-\d{2}$/.test(month) && { month }),
    ...(office && { office }),
    ...(unit && { unit }),
    ...(known && { state: known }),
    ...(kind && { counted: kind }),
  };
}

export function DemandsPage() {
  const w = useWords(demandWords);
  const format = useFormat();
  const town = useTown();
  const drawer = useDrawer();
  const filter = useDemandFilter();
  const query = useQuery(api.demands.list.queryOptions({ input: { town, ...filter } }));
  const rows = query.data?.rows ?? [];
  const stopped = rows.filter(({ state }) => state === 'stopped').length;
  const month = filter.month === undefined ? w.allMonths : format.period(filter.month);
  return (
    <WorkFrame
      here="demands"
      title={w.demands}
      state={query.data && w.listState(month, rows.length, stopped)}
      actions={<Deeds />}
      filters={<Filters />}
    >
      <Query query={query} what={w.demands}>
        {() => <DemandTable rows={rows} openId={drawer.id} onOpen={drawer.open} />}
      </Query>
      {drawer.id !== undefined && (
        <DemandDrawer key={drawer.id} id={drawer.id} onClose={drawer.close} />
      )}
    </WorkFrame>
  );
}

function Deeds() {
  const w = useWords(demandWords);
  const town = useTown();
  const { data } = useDemandOptions();
  return (
    <>
      {(data?.offices.length ?? 0) > 0 && (
        <Link to={`/${town}/work/demands/new`} className="button button-main demand-link">
          {w.newDemand}
        </Link>
      )}
      {(data?.bookable.length ?? 0) > 0 && (
        <Link to={`/${town}/work/demands/book`} className="button demand-link">
          {w.book}
        </Link>
      )}
      <Link to={`/${town}/work/duty-lists`}>{w.dutyLists}</Link>
      <Link to={`/${town}/work/known-figures`}>{w.knownFigures}</Link>
    </>
  );
}

function Filters() {
  const w = useWords(demandWords);
  const b = useWords(burdenWords);
  const { search, change } = useAddress();
  const { data } = useDemandOptions();
  const format = useFormat();
  return (
    <>
      <Field label={w.month}>
        {(parts) => (
          <select
            {...parts}
            value={search.month ?? ''}
            onChange={({ target }) => change({ month: target.value })}
          >
            <option value="">{w.allMonths}</option>
            {monthsTo(format.today.slice(0, 7)).map((month) => (
              <option key={month} value={month}>
                {format.period(month)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Narrow
        name="office"
        label={w.office}
        any={w.anyOffice}
        options={data?.bookable ?? []}
        search={search}
        change={change}
      />
      <Narrow
        name="unit"
        label={w.units}
        any={w.anyUnit}
        options={data?.villages ?? []}
        search={search}
        change={change}
      />
      <Narrow
        name="state"
        label={w.stateHead}
        any={w.anyState}
        options={states.map((code) => ({ code, name: w[code] }))}
        search={search}
        change={change}
      />
      <Narrow
        name="counted"
        label={w.countedAs}
        any={w.anyCounted}
        options={countedKinds.map((code) => ({ code, name: b[code] }))}
        search={search}
        change={change}
      />
    </>
  );
}

/** A year of months, the latest first. */
function monthsTo(last: string): string[] {
  const [year = 0, month = 1] = last.split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    const index = year * 12 + month - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

interface NarrowProps extends Pick<ReturnType<typeof useAddress>, 'search' | 'change'> {
  name: string;
  label: string;
  any: string;
  options: readonly { code: string; name: string }[];
}

function Narrow({ name, label, any, options, search, change }: NarrowProps) {
  const value = search[name] ?? '';
  const isKnown = value === '' || options.some(({ code }) => code === value);
  return (
    <Field label={label}>
      {(parts) => (
        <select
          {...parts}
          value={value}
          onChange={({ target }) => change({ [name]: target.value })}
        >
          <option value="">{any}</option>
          {!isKnown && <option value={value}>{value}</option>}
          {options.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface DemandTableProps {
  rows: readonly DemandRow[];
  openId: string | undefined;
  onOpen(id: string): void;
}

function DemandTable({ rows, openId, onOpen }: DemandTableProps) {
  const w = useWords(demandWords);
  const columns = useDemandColumns();
  return (
    <DataTable
      name="demands"
      label={w.label}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={({ id }) => onOpen(id)}
      {...(openId === undefined ? {} : { openKey: openId })}
      empty={<Empty what={w.none} why={w.noneWhy} />}
    />
  );
}

function useDemandColumns(): readonly Column<DemandRow>[] {
  const w = useWords(demandWords);
  const format = useFormat();
  const stateText = useStateText();
  const foundText = useFoundText();
  const unitsText = useUnitsText();
  return useMemo(
    () =>
      [
        { id: 'title', title: w.title, width: 17, text: ({ title }) => title },
        { id: 'office', title: w.office, width: 7, text: ({ office }) => office.name },
        { id: 'units', title: w.units, width: 7, text: ({ units }) => unitsText(units) },
        {
          id: 'sent',
          title: w.sentAt,
          width: 14,
          text: ({ sentAt, askedAt }) => format.moment(sentAt ?? askedAt),
          sortBy: ({ sentAt, askedAt }) => sentAt ?? askedAt,
        },
        {
          id: 'due',
          title: w.dueOn,
          width: 8,
          text: ({ dueOn, dueClock }) =>
            dueOn ? [format.shortDay(dueOn), dueClock].filter(Boolean).join(' ') : '',
          sortBy: ({ dueOn }) => dueOn ?? '',
        },
        { id: 'state', title: w.stateHead, width: 9, text: stateText },
        { id: 'found', title: w.found, width: 14, text: foundText },
        { id: 'kind', title: w.kind, width: 7, text: ({ kind }) => w.kindOf(kind), optional: true },
        {
          id: 'channel',
          title: w.channel,
          width: 7,
          text: ({ channel }) => w[channel],
          optional: true,
        },
      ] satisfies Column<DemandRow>[],
    [w, format, stateText, foundText, unitsText],
  );
}
