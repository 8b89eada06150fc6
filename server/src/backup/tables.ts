/**
 * Which tables a backup holds, told by the database itself: whatever has a `tenant_id` belongs to a
 * town. Tables without one are named here, each with what becomes of it.
 */

import type pg from 'pg';

/** A table of the migrated database. */
export interface Table {
  /** `public.fact` */
  readonly name: string;
  /** In the order of the table; without those that are worked out from others. */
  readonly columns: readonly string[];
  /** What its rows are sorted by, as SQL: the same on every server, whatever its language. */
  readonly order: string;
  readonly isOfTown: boolean;
  /** Column whose numbers the database gives. */
  readonly numbered?: string;
}

/**
 * No data of a town: towns and accounts, their log-in, and what was done outside of towns. Second
 * steps, bound identities and access tokens are good with the secret and the provider of their own
 * installation: the backup of one town leaves them out.
 */
const shared = [
  'public.tenant',
  'public.account',
  'login.user',
  'login.account',
  'public.access_token',
  'public.backup_code',
  'public.identity',
  'public.second_step',
  'public.sign_in',
  'public.installation_audit',
];

/** Not in a backup: what the program makes itself, and who is signed in just now. */
const leftOut = ['public.migration', 'login.session', 'login.verification'];

/** Every table that a backup holds, each behind those that it refers to. */
export async function tablesOf(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<TableRow>(tableQuery);
  const kept = rows.filter(({ name }) => !leftOut.includes(name));
  const unknown = kept.find(({ name, columns }) => !isOfTown(columns) && !shared.includes(name));
  if (unknown) throw new Error(`nobody said whether ${unknown.name} belongs into a backup`);
  return inOrder(kept).map(({ name, columns, key, numbered }) => {
    if (key.length === 0) throw new Error(`${name} has no primary key to sort by`);
    return {
      name,
      columns,
      order: key.join(', '),
      isOfTown: isOfTown(columns),
      ...(numbered === null ? {} : { numbered }),
    };
  });
}

/** A town whose rows a backup reads. */
export interface Town {
  readonly id: string;
  /** Short name in addresses. */
  readonly code: string;
  readonly name: string;
}

/** The towns of an installation, or the one of that code; the county is one of them. */
export async function townsOf(client: pg.Client, code?: string): Promise<readonly Town[]> {
  const { rows } = await client.query<Town>(
    `select id, code, name from tenant where $1::text is null or code = $1 order by code collate "C"`,
    [code ?? null],
  );
  return rows;
}

/** SQL of the rows of a town in a table of towns. The tenant must be set where row security binds. */
export function rowsOfTown({ name, columns, order }: Table, { id }: Pick<Town, 'id'>): string {
  return `select ${list(columns)} from ${quoted(name)} where tenant_id = '${id}' order by ${order}`;
}

/** SQL of all rows of a table without towns. */
export function allRows({ name, columns, order }: Table): string {
  return `select ${list(columns)} from ${quoted(name)} order by ${order}`;
}

/**
 * SQL of the rows that a town needs of a table without towns: its own line, and the accounts that
 * may enter it or that its rows name, with their log-in. Undefined where it needs none.
 */
export function rowsForTown(
  { name, columns, order }: Table,
  { id }: Pick<Town, 'id'>,
  accounts: string,
): string | undefined {
  const conditions: Readonly<Record<string, string>> = {
    'public.tenant': `id = '${id}'`,
    'public.account': `id in (${accounts})`,
    'login.user': `id in (${accounts})`,
    'login.account': `"userId" in (${accounts})`,
  };
  const condition = conditions[name];
  if (condition === undefined) return undefined;
  return `select ${list(columns)} from ${quoted(name)} where ${condition} order by ${order}`;
}

/** SQL of the ids of all accounts that a town's rows name. */
export async function accountsOfTown(client: pg.Client, { id }: Pick<Town, 'id'>): Promise<string> {
  const { rows } = await client.query<{ name: string; column: string }>(`
    select from_name.nspname || '.' || c.relname as name, a.attname as column
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace from_name on from_name.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'public.account'::regclass
      and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id')
    order by 1, 2`);
  return rows
    .map(({ name, column }) => `select "${column}" from ${quoted(name)} where tenant_id = '${id}'`)
    .join(' union ');
}

interface TableRow {
  readonly name: string;
  readonly columns: string[];
  readonly key: string[];
  readonly numbered: string | null;
  readonly refers: string[];
}

const tableQuery = `
  select n.nspname || '.' || c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    array(select case when t.typcollation = 0 then quote_ident(a.attname)
        else quote_ident(a.attname) || ' collate "C"' end
      from pg_index i
      cross join unnest(i.indkey) with ordinality as k (attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      join pg_type t on t.oid = a.atttypid
      where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
    (select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attidentity <> '') as numbered,
    array(select distinct fn.nspname || '.' || f.relname from pg_constraint k
      join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
      where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as refers
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ('public', 'login')
  order by 1`;

/** A table stands behind all that it refers to; a circle would be a mistake of a migration. */
function inOrder(rows: readonly TableRow[]): TableRow[] {
  const names = new Set(rows.map(({ name }) => name));
  const placed: TableRow[] = [];
  const done = new Set<string>();
  for (let rest = rows; rest.length > 0; ) {
    const ready = rest.filter(({ refers }) =>
      refers.every((name) => done.has(name) || !names.has(name)),
    );
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    placed.push(...ready);
    for (const { name } of ready) done.add(name);
    rest = rest.filter(({ name }) => !done.has(name));
  }
  return placed;
}

function isOfTown(columns: readonly string[]): boolean {
  return columns.includes('tenant_id');
}

/** `public.fact` as SQL. */
export function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');
}

/** Columns as SQL. */
export function list(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
