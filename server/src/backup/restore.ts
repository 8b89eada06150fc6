/** A backup is restored wholly or not at all, and is compared with the database before it counts. */

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { digestOf, type FileStore, openDiskStore } from '../evidence/index.ts';
import { ensureAppRole, migrate, migrations, Refusal } from '../platform/index.ts';
import { adopt } from './adopt.ts';
import { copyIn, copyOut } from './copy.ts';
import type { Manifest, TablePart, TownPart } from './manifest.ts';
import { allRows, list, quoted, rowsOfTown, type Table, tablesOf } from './tables.ts';
import { contentOf } from './tar.ts';
import { csvOf, type OpenBackup, verifyBackup, withBackup } from './verify.ts';
import { canonical } from './write.ts';

export interface RestoreNeeds {
  /** Address of the database with the rights of its owner. */
  readonly ownerUrl: string;
  /** Address of the program's own role where a person made it. */
  readonly appUrl?: string;
  readonly filesFolder: string;
  /** Version of the program. */
  readonly program: string;
  readonly tell: (sentence: string) => void;
}

/**
 * Restores a whole installation into an empty one, or a town where it is not there. Refuses a
 * damaged backup, one of other migrations, and a place that holds what would be restored; then
 * nothing is changed but that an empty database may have got its tables.
 */
export async function restoreBackup(needs: RestoreNeeds, path: string): Promise<Manifest> {
  needs.tell('正在从头读一遍备份，核对每一部分。');
  await verifyBackup(path);
  return withBackup(path, async (backup) => {
    await prepare(needs, backup.manifest);
    const store = await openDiskStore(needs.filesFolder);
    const client = new pg.Client({ connectionString: needs.ownerUrl });
    await client.connect();
    const brought: Brought[] = [];
    try {
      await client.query('begin');
      await client.query(canonical);
      await requireRoom(client, backup.manifest);
      needs.tell('正在恢复佐证文件。');
      await bringFiles(store, backup, brought);
      needs.tell('正在恢复各张表。');
      await restoreTables(client, backup);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => {}); // the connection may be what failed
      for (const { town, sha256 } of brought) await store.remove(town, sha256);
      throw error;
    } finally {
      await client.end();
    }
    await migrate(needs.ownerUrl); // what this program has beyond the backup
    return backup.manifest;
  });
}

/** Brings the database to the migrations of the backup, where this program knows them all. */
async function prepare(
  { ownerUrl, appUrl, program }: RestoreNeeds,
  manifest: Manifest,
): Promise<void> {
  const known = migrations();
  for (const { name, sha256 } of manifest.migrations) {
    const found = known.find((one) => one.name === name);
    if (found?.sha256 === sha256) continue;
    throw new Refusal(
      `备份是 ${manifest.program} 版的程序做的，其中的升级脚本 ${name} 这个程序（${program} 版）没有，或内容不同，不能恢复。请换用不低于那个版本的程序。`,
    );
  }
  if (!appUrl) await ensureAppRole(ownerUrl);
  const names = new Set(manifest.migrations.map(({ name }) => name));
  await migrate(
    ownerUrl,
    known.filter(({ name }) => names.has(name)),
  );
}

/** Refuses a place that is not free; nobody else founds or signs up meanwhile. */
async function requireRoom(client: pg.Client, { scope, migrations: had, towns }: Manifest) {
  await client.query('lock table tenant, account, login."user" in share row exclusive mode');
  const applied = await client.query('select 1 from migration');
  if (applied.rowCount !== had.length) {
    throw new Refusal(
      '这个数据库的表比备份的新，不能直接恢复进来。请恢复到一个全新的空数据库，程序会自己升级。',
    );
  }
  const { rows } = await client.query<{ id: string; code: string; name: string }>(
    'select id, code, name from tenant order by code',
  );
  if (scope === 'installation') {
    const accounts = await client.query('select 1 from login."user" limit 1');
    if (rows.length === 0 && accounts.rowCount === 0) return;
    const names = rows.map(({ name }) => name).join('、') || '账号';
    throw new Refusal(
      `这里已经有数据（${names}），整个系统的备份只能恢复到空的系统里，没有恢复。请用一个新的数据文件夹（ONENEEDLE_DATA）或空的数据库。`,
    );
  }
  const there = rows.find(({ id, code }) =>
    towns.some((town) => town.id === id || town.code === code),
  );
  if (!there) return;
  throw new Refusal(
    `这里已经有${there.name}（${there.code}），没有恢复：恢复不会覆盖已有的乡镇。请恢复到没有它的系统里。`,
  );
}

interface Brought {
  readonly town: string;
  readonly sha256: string;
}

/** Files go first: a row never names a file that is not there. What was there already stays. */
async function bringFiles(store: FileStore, backup: OpenBackup, brought: Brought[]): Promise<void> {
  for (const { id, files } of backup.manifest.towns) {
    for (const { path, sha256, bytes } of files) {
      const isThere = (await store.size(id, sha256)) === bytes;
      const work = await store.workPath(id);
      await pipeline(
        contentOf(backup.file, backup.part(path)),
        createWriteStream(work, { mode: 0o600 }),
      );
      await store.put(id, await digestOf(work));
      if (!isThere) brought.push({ town: id, sha256 });
    }
  }
}

async function restoreTables(client: pg.Client, backup: OpenBackup): Promise<void> {
  const { scope, tables: parts, towns } = backup.manifest;
  const tables = await tablesOf(client);
  requireSameColumns(tables, parts);
  const bound = await boundTables(client, tables);
  // `COPY` into a table whose rows are bound is refused; this transaction alone sees it unbound.
  for (const { name } of bound)
    await client.query(`alter table ${quoted(name)} no force row level security`);
  for (const table of tables) {
    const own = parts.filter((part) => part.table === table.name);
    const isAdopted = scope === 'town' && !table.isOfTown;
    for (const part of own) {
      if (isAdopted) await adopt(client, backup, { table, part, town: towns[0] as TownPart });
      else await restorePart(client, backup, part);
    }
    if (!isAdopted) for (const part of own) await compare(client, backup, { table, part });
    if (own.length > 0) await goOnCounting(client, table);
  }
  await client.query('set constraints all immediate'); // what waits for the commit holds its table
  for (const { name } of bound)
    await client.query(`alter table ${quoted(name)} force row level security`);
}

function requireSameColumns(tables: readonly Table[], parts: readonly TablePart[]): void {
  for (const { table: name, columns } of parts) {
    const table = tables.find((one) => one.name === name);
    if (table && table.columns.join() === columns.join()) continue;
    throw new Error(`${name} has other columns than its migrations say`);
  }
}

/** Tables whose rows are bound for this very role: none for a superuser. */
async function boundTables(client: pg.Client, tables: readonly Table[]): Promise<readonly Table[]> {
  const { rows } = await client.query<{ mighty: boolean }>(
    'select rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user',
  );
  const isMighty = rows[0]?.mighty ?? false;
  return isMighty ? [] : tables.filter(({ isOfTown, name }) => isOfTown && name !== unbound);
}

/** Says which towns an account may enter, and is asked before a town is set. */
const unbound = 'public.membership';

async function restorePart(client: pg.Client, backup: OpenBackup, part: TablePart): Promise<void> {
  const { rows } = await copyIn(
    client,
    `copy ${quoted(part.table)} (${list(part.columns)}) from stdin (format csv, header match)`,
    csvOf(backup, part),
  );
  if (rows !== part.rows) throw new Error(`${part.path}: ${rows} rows came, not ${part.rows}`);
}

interface Compared {
  readonly table: Table;
  readonly part: TablePart;
}

/** What was restored is read out again and must have the same hash, byte for byte. */
async function compare(
  client: pg.Client,
  { manifest }: OpenBackup,
  { table, part }: Compared,
): Promise<void> {
  const town = manifest.towns.find(({ code }) => code === part.town);
  const rows = town ? rowsOfTown(table, town) : allRows(table);
  const hash = createHash('sha256');
  for await (const piece of copyOut(client, `copy (${rows}) to stdout (format csv, header)`)) {
    hash.update(piece as Buffer);
  }
  if (hash.digest('hex') !== part.sha256) {
    throw new Error(`${part.path}: what was restored differs from the backup`);
  }
}

/** Numbers that the database gives go on behind the highest one that is there. */
async function goOnCounting(client: pg.Client, { name, numbered }: Table): Promise<void> {
  if (numbered === undefined) return;
  await client.query(
    `select setval(pg_get_serial_sequence($1, $2), top)
     from (select max("${numbered}") as top from ${quoted(name)}) as highest where top is not null`,
    [quoted(name), numbered],
  );
}
