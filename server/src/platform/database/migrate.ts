/** Plain SQL files, forward only; what was applied is recorded with its hash and never changed. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { Refusal } from '../refusal.ts';
import { ownerClient } from './connect.ts';

const folder = join(import.meta.dirname, '../../../migrations');

/** One file of `server/migrations`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/**
 * Applies what is missing, each file in a transaction of its own, one program at a time; `upTo` are
 * the first of all files, where an earlier state is wanted.
 * @returns the names of the files applied now.
 */
export async function migrate(
  ownerUrl: string,
  upTo: readonly Migration[] = migrations(),
): Promise<string[]> {
  const client = await ownerClient(ownerUrl);
  try {
    await client.query('select pg_advisory_lock(7140002)');
    await client.query(`create table if not exists migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    const applied = await appliedOf(client);
    requireKnown(applied, migrations());
    const missing = upTo.filter(({ name }) => !applied.some((one) => one.name === name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** All files, in the order of their names. */
export function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

type Applied = Pick<Migration, 'name' | 'sha256'>;

async function appliedOf(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>('select name, sha256 from migration order by name');
  return rows;
}

/** Refuses a database that another program changed: nobody knows then what is in it. */
function requireKnown(applied: readonly Applied[], files: readonly Migration[]): void {
  for (const { name, sha256 } of applied) {
    const file = files.find((candidate) => candidate.name === name);
    if (file?.sha256 === sha256) continue;
    const why = file ? `${name} 与当时执行的内容不同` : `程序里没有 ${name}`;
    throw new Refusal(
      `数据库是由另一个版本的程序升级过的（${why}），不能打开。请换用不低于那个版本的程序。`,
    );
  }
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}
