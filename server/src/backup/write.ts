/** A backup is written from one snapshot of the database, with the files that its rows name. */

import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { emptyRoot } from '@oneneedle/kernel';
import pg from 'pg';
import { type FileStore, openDiskStore } from '../evidence/index.ts';
import { Refusal } from '../platform/index.ts';
import { copyOut } from './copy.ts';
import {
  filePath,
  type Manifest,
  manifestName,
  sealName,
  type TablePart,
  type TownPart,
} from './manifest.ts';
import {
  accountsOfTown,
  allRows,
  rowsForTown,
  rowsOfTown,
  type Table,
  type Town,
  tablesOf,
  townsOf,
} from './tables.ts';
import { type TarWriter, tarWriter } from './tar.ts';
import { verifyBackup } from './verify.ts';

export interface BackupNeeds {
  /** Address of the database with the rights of its owner. */
  readonly ownerUrl: string;
  /** Folder of evidence files. */
  readonly filesFolder: string;
  /** Version of the program. */
  readonly program: string;
  /** Instant of the backup. */
  readonly now: string;
  /** Code of the only town; the whole installation without it. */
  readonly town?: string;
  readonly tell: (sentence: string) => void;
}

/**
 * Writes a backup beside its name, reads it back whole, and only then gives it its name. Refuses an
 * empty installation and a town that is not there. What `missing` names was not on the disk either.
 */
export async function writeBackup(needs: BackupNeeds, path: string): Promise<Manifest> {
  const half = `${path}.part`;
  const file = await open(half, 'w', 0o600);
  try {
    try {
      await writeParts(needs, file);
      await file.sync();
    } finally {
      await file.close();
    }
    needs.tell('写完了，正在从头读一遍核对。');
    const manifest = await verifyBackup(half);
    await rename(half, path);
    return manifest;
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

/** What the parts of one backup are written with. */
interface Writing {
  readonly client: pg.Client;
  readonly tar: TarWriter;
  readonly store: FileStore;
}

async function writeParts(needs: BackupNeeds, file: FileHandle): Promise<void> {
  const { now, ownerUrl } = needs;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(canonical);
    const tar = tarWriter(file, { madeAt: Math.trunc(Date.parse(now) / 1000) });
    const store = await openDiskStore(needs.filesFolder);
    await writeAll({ client, tar, store }, needs);
    await client.query('rollback');
    await tar.end();
  } finally {
    await client.end();
  }
}

/** The same text for the same value, on every server. */
export const canonical = `
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'iso_8601';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local client_encoding = 'UTF8';
  set local row_security = on`;

async function writeAll(writing: Writing, needs: BackupNeeds): Promise<void> {
  const { client, tar } = writing;
  const migrations = await migrationsIn(client);
  const towns = await townsOf(client, needs.town);
  if (needs.town !== undefined && towns.length === 0) {
    throw new Refusal(`这里没有代号是“${needs.town}”的乡镇，没有备份。请核对 --town 后面的代号。`);
  }
  if (towns.length === 0) throw new Refusal('这里还没有建立任何乡镇，没有可以备份的。');
  const tables = await tablesOf(client);
  const parts: TablePart[] = await sharedParts(
    writing,
    tables,
    needs.town === undefined ? undefined : towns[0],
  );
  const townParts: TownPart[] = [];
  for (const town of towns) {
    needs.tell(`正在备份${town.name}。`);
    // Row security binds an owner that is no superuser.
    await client.query(`select set_config('oneneedle.tenant', $1, true)`, [town.id]);
    for (const table of tables.filter(({ isOfTown }) => isOfTown)) {
      const path = `towns/${town.code}/${table.name}.csv.gz`;
      parts.push(
        await writeTable(writing, { path, table, town: town.code, rows: rowsOfTown(table, town) }),
      );
    }
    townParts.push(await writeTown(writing, town));
  }
  const manifest: Manifest = {
    format: 'oneneedle-backup-1',
    scope: needs.town === undefined ? 'installation' : 'town',
    madeAt: needs.now,
    program: needs.program,
    postgres: await serverVersion(client),
    migrations,
    tables: parts,
    towns: townParts,
  };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  await tar.add(manifestName, one(text));
  await tar.add(sealName, one(Buffer.from(createHash('sha256').update(text).digest('hex'))));
}

async function sharedParts(
  writing: Writing,
  tables: readonly Table[],
  onlyTown: Town | undefined,
): Promise<TablePart[]> {
  const parts: TablePart[] = [];
  const accounts = onlyTown && (await accountsOfTown(writing.client, onlyTown));
  if (onlyTown) {
    await writing.client.query(`select set_config('oneneedle.tenant', $1, true)`, [onlyTown.id]);
  }
  for (const table of tables.filter(({ isOfTown }) => !isOfTown)) {
    const rows =
      onlyTown && accounts !== undefined ? rowsForTown(table, onlyTown, accounts) : allRows(table);
    if (rows === undefined) continue;
    parts.push(await writeTable(writing, { path: `tables/${table.name}.csv.gz`, table, rows }));
  }
  return parts;
}

interface TableWriting {
  readonly path: string;
  readonly table: Table;
  readonly town?: string;
  /** SQL of the rows. */
  readonly rows: string;
}

async function writeTable(
  { client, tar }: Writing,
  { path, table, town, rows }: TableWriting,
): Promise<TablePart> {
  const hash = createHash('sha256');
  const copy = copyOut(client, `copy (${rows}) to stdout (format csv, header)`);
  const gzip = createGzip();
  const flow = pipeline(copy, hashing(hash), gzip);
  flow.catch(() => {}); // told by the pieces of gzip, which it ends
  await tar.add(path, gzip);
  await flow;
  return {
    path,
    table: table.name,
    ...(town === undefined ? {} : { town }),
    columns: [...table.columns],
    rows: (await copy.rows).rows,
    sha256: hash.digest('hex'),
  };
}

type Hash = ReturnType<typeof createHash>;

/** Passes pieces on as they are and hashes them. */
export function hashing(hash: Hash) {
  return async function* (pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  };
}

/** The files of a town and where its log stands. */
async function writeTown({ client, store, tar }: Writing, town: Town): Promise<TownPart> {
  const heads = await client.query<{ size: string; root: string }>(
    'select size, root from ledger_head where tenant_id = $1',
    [town.id],
  );
  const [head] = heads.rows;
  const files: TownPart['files'] = [];
  const missing: string[] = [];
  for (const sha256 of await filesOf(client, town)) {
    const content = await store.read(town.id, sha256);
    const path = filePath(town.code, sha256);
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = async function* () {
      for await (const piece of content as AsyncIterable<Buffer>) {
        hash.update(piece);
        bytes += piece.length;
        yield piece;
      }
    };
    const added = content && (await tar.add(path, counted()));
    if (added && hash.digest('hex') === sha256) {
      files.push({ path, sha256, bytes });
    } else {
      added?.takeBack();
      missing.push(sha256);
    }
  }
  return {
    ...town,
    ledger: { size: Number(head?.size ?? 0), root: head?.root ?? emptyRoot },
    files,
    missing,
  };
}

/** The files that rows of the snapshot name: what is shown, and the small pictures of it. */
async function filesOf(client: pg.Client, { id }: Town): Promise<readonly string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    `select shown_sha256 as sha256 from evidence where tenant_id = $1
     union select preview_sha256 from evidence where tenant_id = $1 and preview_sha256 is not null
     order by 1`,
    [id],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** A database without migrations is none of ours, or empty. */
async function migrationsIn(client: pg.Client): Promise<Manifest['migrations']> {
  const found = await client.query<{ name: string | null }>(
    `select to_regclass('public.migration')::text as name`,
  );
  if (!found.rows[0]?.name) throw new Refusal('这个数据库是空的，没有可以备份的。');
  const { rows } = await client.query<Manifest['migrations'][number]>(
    'select name, sha256 from migration order by name',
  );
  return rows;
}

async function serverVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version ?? '';
}

async function* one(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}
