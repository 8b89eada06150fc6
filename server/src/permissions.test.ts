/**
 * Every address × every role: what a rule denies answers 401, 403 or 404 and changes nothing; and
 * row security alone keeps towns apart, whatever the policies say.
 */

import { contract } from '@oneneedle/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../test/kit/rooms.ts';
import { type Role, type Rule, roles } from './platform/index.ts';
import { policies, rulesOf } from './program.ts';

interface Address {
  readonly deed: string;
  readonly method: string;
  readonly path: string;
}

interface Procedure {
  readonly '~orpc': { readonly route: { readonly method?: string; readonly path?: string } };
}

const addresses: Address[] = Object.entries(contract).flatMap(([room, entries]) =>
  Object.entries(entries as Record<string, Procedure>).map(([name, procedure]) => {
    const { method = 'POST', path = '' } = procedure['~orpc'].route;
    return { deed: `${room}.${name}`, method, path };
  }),
);
const rules = rulesOf(policies);

const kit = useProgram();
const askers = new Map<Role, Asker>();
let foreign: Asker;
let ours: string;
let theirs: string;

beforeAll(async () => {
  ours = await kit().town('qinghe', '青禾镇');
  theirs = await kit().town('luoxi', '落溪镇');
  for (const role of roles) {
    askers.set(role, await kit().person('qinghe', `role-${role}`, { role }));
  }
  foreign = await kit().person('luoxi', 'foreign', ...roles.map((role) => ({ role })));
});

describe('the policies', () => {
  it('have a rule for every address, and none for what is not there', () => {
    expect([...rules.keys()].sort()).toEqual(addresses.map(({ deed }) => deed).sort());
  });

  it('let strangers only where the address says public, health or auth', () => {
    const open = addresses.filter(({ deed }) => rules.get(deed) === 'public');
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter(({ path }) => !/\/(?:public|health|auth)(?:\/|$)/.test(path))).toEqual([]);
    const inTown = addresses.filter(({ path }) => path.startsWith('/towns/{town}'));
    expect(
      inTown.filter(({ deed }) => ['public', 'account'].includes(String(rules.get(deed)))),
    ).toEqual([]);
  });
});

describe('what is denied', () => {
  it('answers 401 to a stranger and changes nothing', async () => {
    const closed = addresses.filter(({ deed }) => rules.get(deed) !== 'public');
    await changesNothing(async () => {
      for (const address of closed) {
        const { status } = await request(kit().stranger(), address);
        expect([address.deed, status]).toEqual([address.deed, 401]);
      }
    });
  });

  it('answers 404 to whoever has no post in the town, and changes nothing', async () => {
    const inTown = addresses.filter(({ path }) => path.startsWith('/towns/{town}'));
    await changesNothing(async () => {
      for (const address of inTown) {
        const { status } = await request(foreign, address);
        expect([address.deed, status]).toEqual([address.deed, 404]);
      }
    });
  });

  it.each(roles)('answers 403 or 404 to %s, and changes nothing', async (role) => {
    const asker = askers.get(role) as Asker;
    const denied = addresses.filter(({ deed }) => isDenied(rules.get(deed), role));
    await changesNothing(async () => {
      for (const address of denied) {
        const { status, body } = await request(asker, address);
        expect([address.deed, status, body.code]).toEqual([
          address.deed,
          403,
          'gate.not-permitted',
        ]);
      }
    });
  });
});

describe('row security alone', () => {
  it('is forced on every table with tenant data, and the tenant leads its key', async () => {
    const { rows } = await asOwner<{ name: string; forced: boolean; leads: boolean }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        exists (select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id') as leads
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname = 'public'
      order by 1`);
    const exceptions = rows
      .filter(({ forced, leads }) => !(forced && leads))
      .map(({ name }) => name);
    expect(exceptions).toEqual(listedExceptions);
  });

  it('shows nothing without a tenant, and nothing of another', async () => {
    for (const table of await tenantTables()) {
      const { rows: none } = await kit().database.pool.query(`select 1 from ${table} limit 1`);
      expect([table, none]).toEqual([table, []]);
      const seen = await kit().inside(ours, async (db) => {
        const { rows } = await sql<{
          tenant_id: string;
        }>`select tenant_id from ${sql.table(table)}`.execute(db);
        return rows.filter(({ tenant_id: id }) => id !== ours);
      });
      expect([table, seen]).toEqual([table, []]);
    }
  });

  it('refuses to write into another town', async () => {
    const insert = kit().inside(ours, (db) =>
      sql`insert into audit (tenant_id, at, account_id, deed, input, request_id)
          values (${theirs}, now(), 'x', 'x', '{}', 'x')`.execute(db),
    );
    await expect(insert).rejects.toMatchObject({ code: '42501' });
  });
});

/**
 * Tables without tenant data: tenants, accounts with what keeps them safe and their towns, the audit
 * outside towns, migrations.
 */
const listedExceptions = [
  'access_token',
  'account',
  'backup_code',
  'identity',
  'installation_audit',
  'membership',
  'migration',
  'second_step',
  'sign_in',
  'tenant',
];

function isDenied(rule: Rule | undefined, role: Role): boolean {
  return rule === undefined || (typeof rule !== 'string' && !rule.includes(role));
}

function request(asker: Asker, { method, path }: Address) {
  const filled = path
    .replace('{town}', 'qinghe')
    .replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
  return asker.ask(method, `/api${filled}`, method === 'GET' ? undefined : {});
}

/** Nothing stored differs afterwards, log-in tables aside. */
async function changesNothing(run: () => Promise<void>): Promise<void> {
  const before = await contents();
  await run();
  expect(await contents()).toEqual(before);
}

async function contents(): Promise<Record<string, string>> {
  const { rows: tables } = await asOwner<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  // One question for all tables: a connection for each took most of the time of this file.
  const digests = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
  );
  const { rows } = await asOwner<{ name: string; digest: string }>(digests.join(' union all '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

async function tenantTables(): Promise<string[]> {
  const { rows } = await asOwner<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' and table_name <> 'membership' order by 1",
  );
  return rows.map(({ name }) => name);
}

async function asOwner<R extends pg.QueryResultRow>(text: string): Promise<pg.QueryResult<R>> {
  const client = new pg.Client({ connectionString: kit().ownerUrl });
  await client.connect();
  try {
    return await client.query<R>(text);
  } finally {
    await client.end();
  }
}
