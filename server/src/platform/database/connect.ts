/**
 * The two roles of the database: the owner migrates, the program works as a role that row security
 * binds. Nothing else in the program holds an address of the database.
 */

import { createHmac } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import { isDatabaseAway } from './away.ts';
import type { DB } from './tables.generated.ts';

export type Tables = DB;
/** Queries of the program: inside a request always a transaction with the tenant set. */
export type Queries = Kysely<Tables>;

export const appRole = 'oneneedle_app';

/**
 * A civil date stays text (the driver would make it the day before in Asia/Shanghai), an instant is
 * ISO text, a count is a number. Only for our own pool: the log-in library wants its own.
 */
const parsers = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.DATE, (value) => value],
  [pg.types.builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString()],
  [pg.types.builtins.INT8, safeInteger],
]);

function safeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is not a safe integer`);
  return number;
}

const types = {
  getTypeParser: ((id: number, format?: 'text') =>
    parsers.get(id) ?? pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};

export interface AppDatabase {
  /** Address of the program's role, for libraries that keep a pool of their own. */
  readonly url: string;
  readonly pool: pg.Pool;
  readonly queries: Queries;
  close(): Promise<void>;
}

interface ConnectOptions {
  /** Address with the rights of the owner. */
  readonly ownerUrl: string;
  /** Address of the program's own role where a person made it; else it is derived. */
  readonly appUrl?: string | undefined;
  /** Connections at most. */
  readonly connections?: number;
}

/** Logs in as the program's role; refuses one that could see across tenants. */
export async function connectApp(options: ConnectOptions): Promise<AppDatabase> {
  const url = options.appUrl ?? appUrlOf(options.ownerUrl);
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10, types });
  surviveLostConnections(pool);
  try {
    await refuseMightyRole(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const queries = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { url, pool, queries, close: () => queries.destroy() };
}

/**
 * A connection that the server ends is an outage, never the end of the program: an idle one is made
 * anew, and whoever is between two queries of a transaction hears of it at the next one.
 */
export function surviveLostConnections(pool: pg.Pool): void {
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
}

/** A connection with the rights of the owner. Where it is lost, the next query says so. */
export async function ownerClient(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/**
 * Makes the program's role where it is missing. Its password is derived from the owner's, so that
 * it is nowhere stored and two programs on one database agree.
 */
export async function ensureAppRole(ownerUrl: string): Promise<void> {
  const client = await ownerClient(ownerUrl);
  try {
    await client.query('select pg_advisory_lock(7140001)');
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [appRole]);
    const word = rowCount === 0 ? 'create' : 'alter';
    const password = client.escapeLiteral(appPassword(ownerUrl));
    await client.query(`${word} role ${appRole} login password ${password}`);
    const database = client.escapeIdentifier(client.database ?? 'postgres');
    await client.query(`grant connect on database ${database} to ${appRole}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || isDatabaseAway(error)) throw error;
    throw new Refusal(
      `不能建立程序用的数据库角色 ${appRole}（${error.message}）。请让 DATABASE_URL 的用户有建立角色的权利；或先由管理员建好这个角色，把它的地址写进 DATABASE_APP_URL。`,
    );
  } finally {
    await client.end();
  }
}

/** The address of the program's role on the same server and database. */
export function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = appPassword(ownerUrl);
  return url.href;
}

function appPassword(ownerUrl: string): string {
  const { password } = new URL(ownerUrl);
  return createHmac('sha256', decodeURIComponent(password)).update(appRole).digest('hex');
}

/**
 * A superuser, a role with BYPASSRLS or an owner of tables sees all towns despite row security; so
 * does a role that may become one of them.
 */
async function refuseMightyRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; mighty: boolean; owner: boolean }>(`
    select current_user as name,
      exists (select from pg_roles where pg_has_role(oid, 'member')
        and (rolsuper or rolbypassrls)) as mighty,
      exists (select from pg_class where pg_has_role(relowner, 'member')
        and relkind in ('r', 'p')) as owner`);
  const [role] = rows;
  if (role && !role.mighty && !role.owner) return;
  throw new Refusal(
    `数据库角色“${role?.name}”看得见所有乡镇的数据（超级用户、BYPASSRLS 或表的所有者），程序不能用它运行。请在 DATABASE_APP_URL 里换一个普通角色。`,
  );
}
