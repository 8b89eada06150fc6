/** The roster of the town: a table for each sort of unit and one for persons; details in a drawer. */

import { useMemo } from 'react';
import { useFormat } from '../format/index.ts';
import { Empty, Page, Query, RoomLink, useAddress, useDrawer } from '../shell/index.ts';
import { DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { shellWords } from '../words/shell.ts';
import { usePersonColumns, useUnitColumns } from './columns.tsx';
import { OrgActions } from './OrgActions.tsx';
import { gapsOf, type OrgUnit, orgUnits, type View, viewOf, views } from './org-rows.ts';
import { PersonDrawer } from './PersonDrawer.tsx';
import { UnitDrawer } from './UnitDrawer.tsx';
import { usePersons, useRights, useUnits } from './use-org.ts';
import './org.css';

export function OrgPage() {
  const w = useWords(orgWords);
  const title = useWords(shellWords).org;
  const { today } = useFormat();
  const { search, change } = useAddress();
  const on = search.on ?? '';
  const query = useUnits(on);
  const people = usePersons(on);
  const drawer = useDrawer();
  const units = useMemo(() => orgUnits(query.data?.rows ?? []), [query.data]);
  const view = views.find((one) => one === search.view) ?? 'villages';
  const [kind, id] = splitId(drawer.id);
  return (
    <Page
      title={title}
      state={query.data && <State units={units} persons={known(people.data?.rows)} />}
      // An open drawer has deeds of its own; two rows of buttons would compete.
      actions={kind === '' && query.data && <OrgActions view={view} units={units} />}
      filters={
        <>
          <Tabs units={units} persons={people.data?.rows.length ?? 0} view={view} />
          <label className="org-inline">
            {w.asOf}
            <input
              type="date"
              value={on || today}
              onChange={({ target }) =>
                change({ on: target.value === today ? undefined : target.value })
              }
            />
          </label>
          {view !== 'persons' && (
            <label className="org-inline">
              <input
                type="checkbox"
                checked={search.ended === '1'}
                onChange={({ target }) => change({ ended: target.checked ? '1' : undefined })}
              />
              {w.withEnded}
            </label>
          )}
        </>
      }
    >
      <Query query={query} what={w.roster}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyRoster />
          ) : view === 'persons' ? (
            <Persons on={on} openKey={kind === 'person' ? id : undefined} />
          ) : (
            <Units
              view={view}
              units={units}
              withEnded={search.ended === '1'}
              openKey={kind === 'unit' ? id : undefined}
            />
          )
        }
      </Query>
      {kind === 'unit' && <UnitDrawer key={id} code={id} on={on} onClose={drawer.close} />}
      {kind === 'person' && <PersonDrawer key={id} code={id} onClose={drawer.close} />}
    </Page>
  );
}

/** How many persons there are whose name is kept. */
function known(rows: readonly { erasedAt?: string | undefined }[] = []): number {
  return rows.filter(({ erasedAt }) => erasedAt === undefined).length;
}

/** "unit:东溪村" → what is open and its code. */
function splitId(id: string | undefined): ['unit' | 'person' | '', string] {
  const [, kind, code = ''] = /^(unit|person):(.+)$/.exec(id ?? '') ?? [];
  return kind === 'unit' || kind === 'person' ? [kind, code] : ['', ''];
}

function State({ units, persons }: { units: readonly OrgUnit[]; persons: number }) {
  const w = useWords(orgWords);
  const { leaders, cadres, secretaries, heads } = gapsOf(units);
  const count = (view: View) =>
    units.filter(({ type, state }) => state === 'now' && viewOf(type) === view).length;
  const villages = count('villages');
  const isWhole = leaders + cadres + secretaries + heads === 0;
  return (
    <>
      {w.state(villages, count('stations'), count('hamlets'), persons)}{' '}
      {villages > 0 && (isWhole ? w.complete : w.gaps(leaders, cadres, secretaries, heads))}
    </>
  );
}

/** The tables as links, so that each has its own address; one that is empty is left out. */
function Tabs({
  units,
  persons,
  view,
}: {
  units: readonly OrgUnit[];
  persons: number;
  view: View;
}) {
  const w = useWords(orgWords);
  const { search } = useAddress();
  const counts = new Map<View, number>([['persons', persons]]);
  for (const { type, state } of units) {
    const own = viewOf(type);
    counts.set(own, (counts.get(own) ?? 0) + (state === 'now' ? 1 : 0));
  }
  const kept = { ...(search.on ? { on: search.on } : {}) };
  return (
    <nav className="org-tabs" aria-label={w.views}>
      {views.map((one) => (
        <RoomLink key={one} to="org" search={{ ...kept, view: one }}>
          <span aria-current={one === view ? 'page' : undefined}>
            {w[one]} <span className="soft">{counts.get(one) ?? 0}</span>
          </span>
        </RoomLink>
      ))}
    </nav>
  );
}

interface UnitsProps {
  view: View;
  units: readonly OrgUnit[];
  withEnded: boolean;
  openKey: string | undefined;
}

function Units({ view, units, withEnded, openKey }: UnitsProps) {
  const w = useWords(orgWords);
  const drawer = useDrawer();
  const rows = useMemo(
    () =>
      units.filter(({ type, state }) => viewOf(type) === view && (withEnded || state !== 'ended')),
    [units, view, withEnded],
  );
  const columns = useUnitColumns(view, rows);
  return (
    <DataTable
      name={`org-${view}`}
      label={w[view]}
      rows={rows}
      rowKey={({ code }) => code}
      columns={columns}
      onOpen={({ code }) => drawer.open(`unit:${code}`)}
      {...(openKey === undefined ? {} : { openKey })}
      empty={<Empty what={w.emptyHere} />}
    />
  );
}

function Persons({ on, openKey }: { on: string; openKey: string | undefined }) {
  const w = useWords(orgWords);
  const drawer = useDrawer();
  const query = usePersons(on);
  const { seesContact } = useRights();
  const columns = usePersonColumns(seesContact);
  return (
    <Query query={query} what={w.persons}>
      {({ rows }) => (
        <DataTable
          name="org-persons"
          label={w.persons}
          rows={rows}
          rowKey={({ code }) => code}
          columns={columns}
          onOpen={({ code }) => drawer.open(`person:${code}`)}
          {...(openKey === undefined ? {} : { openKey })}
          empty={<Empty what={w.emptyPersons} />}
        />
      )}
    </Query>
  );
}

function EmptyRoster() {
  const w = useWords(orgWords);
  const { keeps } = useRights();
  return <Empty what={w.emptyTitle} why={keeps ? w.emptyWhy : w.administratorKeeps} />;
}
