/** What a town brings along from tables without towns: its own line, and its accounts. */

import type pg from 'pg';
import { Refusal } from '../platform/index.ts';
import { copyIn } from './copy.ts';
import type { TablePart, TownPart } from './manifest.ts';
import { list, quoted, type Table } from './tables.ts';
import { csvOf, type OpenBackup } from './verify.ts';

interface Adopted {
  readonly table: Table;
  readonly part: TablePart;
  readonly town: TownPart;
}

/**
 * Takes rows into a table that other towns share. An account that is here already, because it
 * belongs to another town too, stays as it is; a user name that somebody else has here is refused.
 * A county that is not here is left out, and who kept an account from there is now the town.
 */
export async function adopt(
  client: pg.Client,
  backup: OpenBackup,
  { table, part, town }: Adopted,
): Promise<void> {
  const waiting = `waiting_${table.name.replace('.', '_')}`;
  await client.query(
    `create temporary table ${waiting} (like ${quoted(table.name)} including defaults) on commit drop`,
  );
  const columns = list(part.columns);
  await copyIn(
    client,
    `copy ${waiting} (${columns}) from stdin (format csv, header match)`,
    csvOf(backup, part),
  );
  if (table.name === 'login.user') await refuseTakenNames(client, waiting);
  for (const change of changes[table.name] ?? []) {
    await client.query(change(waiting), [town.id]);
  }
  await client.query(
    `insert into ${quoted(table.name)} (${columns}) select ${columns} from ${waiting}
     on conflict do nothing`,
  );
}

type Change = (waiting: string) => string;

/** `$1` is the town, which is there before its accounts are. */
const changes: Readonly<Record<string, readonly Change[]>> = {
  'public.tenant': [
    (waiting) => `update ${waiting} set county_id = null
      where id = $1 and county_id not in (select id from tenant)`,
  ],
  'public.account': [
    (waiting) => `update ${waiting} set home_id = $1
      where home_id is not null and home_id not in (select id from tenant)`,
  ],
};

async function refuseTakenNames(client: pg.Client, waiting: string): Promise<void> {
  const { rows } = await client.query<{ username: string }>(
    `select w.username from ${waiting} w join login."user" u
       on u.username = w.username and u.id <> w.id order by 1`,
  );
  if (rows.length === 0) return;
  const names = rows.map(({ username }) => username).join('、');
  throw new Refusal(
    `备份里的用户名 ${names} 在这里是别人的，没有恢复。请先在这里给他们改用户名，再恢复一次。`,
  );
}
