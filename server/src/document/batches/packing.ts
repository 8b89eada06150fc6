/** Packs batches behind the reply; what was cut off is packed anew by the job. */

import {
  type AppDatabase,
  fileOf,
  type Queries,
  setTenant,
  workbookFile,
  zipOf,
} from '../../platform/index.ts';
import { fileNameOf } from '../issues/actions.ts';
import { numberOf } from '../making.ts';
import {
  type BatchRow,
  deleteBatches,
  fileBytes,
  type IssueRow,
  issuesById,
  openBatches,
  takeBatch,
  updateBatch,
} from '../store.ts';

/** Documents in one transaction, after which progress is told. */
const step = 20;
/** A thousand documents take a few seconds; whoever holds one longer was cut off. */
const heldMinutes = 10;
const keptDays = 7;

export interface Packer {
  /** Begins with a batch and does not wait for it. */
  start(tenantId: string, id: string): void;
  /** Goes on with what was cut off, and takes old batches away; the work of a job. */
  resume(): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

interface PackerNeeds {
  readonly database: AppDatabase;
  readonly clock: () => Date;
}

/** The one that packs for all towns. */
export function openPacker({ database, clock }: PackerNeeds): Packer {
  const underWay = new Set<Promise<void>>();
  const inside = <T>(tenantId: string, run: (db: Queries) => Promise<T>): Promise<T> =>
    database.queries.transaction().execute(async (db) => {
      await setTenant(db, tenantId);
      return run(db);
    });
  const pack = async (tenantId: string, id: string) => {
    const now = clock();
    const until = new Date(now.getTime() + heldMinutes * 60_000).toISOString();
    const batch = await inside(tenantId, (db) =>
      takeBatch(db, id, { now: now.toISOString(), until }),
    );
    if (!batch) return;
    try {
      const bytes = await packed(batch, (run) => inside(tenantId, run));
      await inside(tenantId, (db) =>
        updateBatch(db, id, {
          state: 'ready',
          bytes: Buffer.from(bytes),
          done: batch.documents.length,
        }),
      );
    } catch {
      await inside(tenantId, (db) => updateBatch(db, id, { state: 'failed' }));
    }
  };
  return {
    start(tenantId, id) {
      const work = pack(tenantId, id).catch(() => {}); // a lost database: the job goes on
      underWay.add(work);
      void work.then(() => underWay.delete(work));
    },
    async resume() {
      const now = clock();
      const old = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
      const tenants = await database.queries.selectFrom('tenant').select('id').execute();
      for (const { id: tenantId } of tenants) {
        await inside(tenantId, (db) => deleteBatches(db, old));
        const open = await inside(tenantId, (db) => openBatches(db, now.toISOString()));
        for (const id of open) await pack(tenantId, id);
      }
    },
    close: async () => {
      await Promise.all(underWay);
    },
  };
}

type Inside = <T>(run: (db: Queries) => Promise<T>) => Promise<T>;

/** The zip: every document under its number, and a list of them. */
async function packed({ id, documents }: BatchRow, inside: Inside): Promise<Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  const listed: IssueRow[] = [];
  for (let at = 0; at < documents.length; at += step) {
    await inside(async (db) => {
      const found = await issuesById(db, documents.slice(at, at + step));
      for (const row of found) {
        parts.set(fileNameOf(row), await fileBytes(db, row.sha256));
        listed.push(row);
      }
      await updateBatch(db, id, { done: Math.min(at + step, documents.length) });
    });
  }
  parts.set('目录.xlsx', await listOf(listed));
  return zipOf(parts);
}

const listColumns = [
  '编号',
  '文号',
  '标题',
  '数据来源',
  '生成时间',
  '作废',
  '文件名',
  '文件校验码',
];

async function listOf(rows: readonly IssueRow[]): Promise<Uint8Array> {
  const order = (row: IssueRow) => numberOf(row);
  const cells = rows
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((row) => [
      numberOf(row),
      row.official_number ?? '',
      row.title,
      row.made_from,
      row.made_at,
      row.void_reason ?? '',
      fileNameOf(row),
      row.sha256,
    ]);
  const columns = listColumns.map((title) => ({ title, type: 'text' as const }));
  const file = await workbookFile('目录.xlsx', [
    { name: '目录', columns, rows: cells, landscape: true },
  ]);
  return new Uint8Array(await file.arrayBuffer());
}

/** The zip to download. */
export function batchZip(bytes: Uint8Array, day: string): File {
  return fileOf(bytes, { name: `公文 ${day}.zip`, type: 'application/zip' });
}
