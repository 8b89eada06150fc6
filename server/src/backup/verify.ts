/** A backup read whole: every part against its hash, every log of facts against its root. */

import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { type ClaimedLog, verifyLog } from '../ledger/index.ts';
import { Refusal } from '../platform/index.ts';
import {
  type Manifest,
  manifestName,
  manifestShape,
  sealName,
  type TablePart,
  type TownPart,
} from './manifest.ts';
import { contentOf, type TarEntry, tarEntries } from './tar.ts';

/** A backup that is open for reading. */
export interface OpenBackup {
  readonly file: FileHandle;
  readonly manifest: Manifest;
  /** A part by its name; one that the manifest names is there. */
  part(path: string): TarEntry;
}

/** Reads every part of a backup. Refuses what is none, is cut off, or differs in a single byte. */
export async function verifyBackup(path: string): Promise<Manifest> {
  return withBackup(path, async (backup) => {
    const { tables, towns } = backup.manifest;
    for (const table of tables) await verifyTable(backup, table);
    for (const town of towns) {
      for (const { path: name, sha256 } of town.files) {
        const hash = createHash('sha256');
        for await (const piece of contentOf(backup.file, backup.part(name))) hash.update(piece);
        if (hash.digest('hex') !== sha256) throw damaged(name);
      }
      await verifyLedger(backup, town);
    }
    return backup.manifest;
  });
}

/** Refuses at once what is no backup or is cut off; whether its parts are sound it does not say. */
export async function requireBackup(path: string): Promise<void> {
  await withBackup(path, async () => {});
}

/** Opens a backup for some work; what it says of itself is verified, its parts are not yet. */
export async function withBackup<T>(
  path: string,
  work: (backup: OpenBackup) => Promise<T>,
): Promise<T> {
  const file = await opened(path);
  try {
    return await work(await readIn(file));
  } finally {
    await file.close();
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new Refusal(`没有找到备份文件“${path}”，请核对路径。`);
    throw new Refusal(`备份文件“${path}”读不出来（${code}）。请核对它是不是文件、有没有权限读。`);
  }
}

async function readIn(file: FileHandle): Promise<OpenBackup> {
  const entries = await tarEntries(file);
  if (!entries) {
    throw new Refusal('这不是本程序的备份，或没有传完、被截断了。请重新拷贝一次，或换另一份备份。');
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const text = await bytesOf(file, byName.get(manifestName));
  const seal = await bytesOf(file, byName.get(sealName));
  const hash = createHash('sha256').update(text).digest('hex');
  if (text.length === 0 || hash !== seal.toString('latin1')) throw damaged(manifestName);
  const manifest = manifestIn(text);
  requireSameParts(manifest, byName);
  return { file, manifest, part: (path) => byName.get(path) as TarEntry };
}

async function bytesOf(file: FileHandle, entry: TarEntry | undefined): Promise<Buffer> {
  const pieces: Buffer[] = [];
  if (entry) for await (const piece of contentOf(file, entry)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function manifestIn(text: Buffer): Manifest {
  const read: unknown = JSON.parse(text.toString('utf8'));
  const known = manifestShape.safeParse(read);
  if (known.success) return known.data;
  throw new Refusal('这份备份是另一个版本的程序做的，这个程序读不懂。请用做备份的那个版本来恢复。');
}

/** A part that nobody speaks of is as wrong as one that is not there. */
function requireSameParts(
  { tables, towns }: Manifest,
  byName: ReadonlyMap<string, TarEntry>,
): void {
  const parts = [...tables, ...towns.flatMap(({ files }) => files)].map(({ path }) => path);
  const named = new Set([...parts, manifestName, sealName]);
  const lacking = [...named].find((name) => !byName.has(name));
  const foreign = [...byName.keys()].find((name) => !named.has(name));
  const wrong = lacking ?? foreign;
  if (wrong !== undefined) throw damaged(wrong);
}

/** The CSV of a table, unpacked; a part that cannot be unpacked is damaged. */
export async function* csvOf(
  { file, part }: OpenBackup,
  { path }: Pick<TablePart, 'path'>,
): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  const flow = pipeline(contentOf(file, part(path)), gunzip);
  flow.catch(() => {}); // told by gunzip, which it ends
  try {
    for await (const piece of gunzip) yield piece;
    await flow;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw code.startsWith('Z_') ? damaged(path) : error;
  }
}

async function verifyTable(backup: OpenBackup, part: TablePart): Promise<void> {
  const hash = createHash('sha256');
  let records = 0;
  let isQuoted = false;
  for await (const piece of csvOf(backup, part)) {
    hash.update(piece);
    for (const byte of piece) {
      if (byte === quote) isQuoted = !isQuoted;
      else if (byte === lineEnd && !isQuoted) records += 1;
    }
  }
  if (hash.digest('hex') !== part.sha256 || records !== part.rows + 1) throw damaged(part.path);
}

/** A doubled quote inside of a cell switches twice. */
const quote = 0x22;
const lineEnd = 0x0a;

interface FactCells {
  readonly body: string;
  readonly leaf_hash: string;
  readonly text_digest: string;
}

/** Works every leaf and the root of a town's log out again, from the backup alone. */
async function verifyLedger(backup: OpenBackup, town: TownPart): Promise<void> {
  const table = backup.manifest.tables.find(
    (part) => part.table === 'public.fact' && part.town === town.code,
  );
  if (!table) throw damaged(town.code);
  const facts: ClaimedLog['facts'][number][] = [];
  const cells = parse({ columns: true });
  const flow = pipeline(csvOf(backup, table), cells);
  flow.catch(() => {});
  for await (const row of cells as AsyncIterable<FactCells>) {
    facts.push({
      body: JSON.parse(row.body),
      leafHash: row.leaf_hash,
      ...(row.text_digest === '' ? {} : { textDigest: row.text_digest }),
    });
  }
  await flow;
  facts.sort((a, b) => a.body.seq - b.body.seq);
  const { faults } = verifyLog({ ...town.ledger, facts, seals: [] });
  const [first] = faults;
  if (first) {
    throw new Refusal(
      `${town.name}的台账和它的根对不上（${first.sentence}），这份备份不能作为依据。请先用 oneneedle ledger verify 查清楚。`,
    );
  }
}

function damaged(part: string): Refusal {
  return new Refusal(
    `备份损坏了：其中的“${part}”和做备份时不一样。请重新拷贝一次，或换另一份备份。`,
  );
}
