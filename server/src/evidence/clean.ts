/**
 * Takes away what nobody needs: uploads that were given up, evidence that nothing ever rested on,
 * files that no evidence shows. Never what a fact or an entry cites: the database itself refuses
 * that, and it is asked again, under a lock, before each file.
 */

import { type Queries, setTenant } from '../platform/index.ts';
import type { FileStore } from './file-store.ts';
import type { Receiving } from './receiving.ts';
import { lockHash, shownHashes } from './store.ts';

/** What the clean-up needs. */
export interface CleanNeeds {
  readonly queries: Queries;
  readonly store: FileStore;
  readonly receiving: Receiving;
}

/** How much was taken away. */
export interface Cleaned {
  readonly uploads: number;
  readonly evidence: number;
  readonly files: number;
}

/** An upload may rest over a long holiday. */
const uploadDays = 14;
/** Evidence may wait for its entry for a quarter: the sheet is often filled in at its end. */
const uncitedDays = 100;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Cleans up all tenants of the installation, as of an instant; the work of a nightly job. */
export async function cleanEverywhere(needs: CleanNeeds, now: string): Promise<Cleaned> {
  const total = { uploads: 0, evidence: 0, files: 0 };
  const tenants = await needs.queries.selectFrom('tenant').select('id').orderBy('id').execute();
  for (const { id: tenantId } of tenants) {
    const { uploads, evidence, files } = await cleanEvidence(needs, { tenantId, now });
    total.uploads += uploads;
    total.evidence += evidence;
    total.files += files;
  }
  return total;
}

/** Cleans up one tenant, as of an instant. */
export async function cleanEvidence(
  needs: CleanNeeds,
  { tenantId, now }: { tenantId: string; now: string },
): Promise<Cleaned> {
  const before = (days: number) => new Date(Date.parse(now) - days * dayMilliseconds).toISOString();
  return {
    uploads: await cleanUploads(needs, tenantId, before(uploadDays)),
    evidence: await cleanUncited(needs, tenantId, before(uncitedDays)),
    files: await cleanFiles(needs, tenantId),
  };
}

async function cleanUploads(needs: CleanNeeds, tenantId: string, before: string): Promise<number> {
  const { queries, receiving } = needs;
  const gone = await inside(queries, tenantId, (db) =>
    db.deleteFrom('evidence_upload').where('opened_at', '<', before).returning('id').execute(),
  );
  for (const { id } of gone) await receiving.drop(tenantId, id);
  // Also what arrived for an upload whose row is gone: a stop between the two lines above.
  for await (const { upload, changedAt } of receiving.list(tenantId)) {
    if (changedAt.toISOString() < before) await receiving.drop(tenantId, upload);
  }
  return gone.length;
}

/** One at a time: a row that is being cited just now is left for the next time. */
async function cleanUncited(
  { queries }: CleanNeeds,
  tenantId: string,
  before: string,
): Promise<number> {
  const candidates = await inside(queries, tenantId, (db) =>
    uncited(db).where('added_at', '<', before).execute(),
  );
  let count = 0;
  for (const { id } of candidates) {
    count += await inside(queries, tenantId, async (db) => {
      const [held] = await db
        .selectFrom('evidence')
        .select('id')
        .where('id', '=', id)
        .forUpdate()
        .skipLocked()
        .execute();
      // Asked a second time, now that nobody can begin to cite it.
      const [still] = held ? await uncited(db).where('id', '=', id).execute() : [];
      if (!still) return 0;
      await db.deleteFrom('evidence').where('id', '=', id).execute();
      return 1;
    });
  }
  return count;
}

function uncited(db: Queries) {
  return db
    .selectFrom('evidence')
    .select('id')
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('evidence_use')
            .select('evidence_id')
            .whereRef('evidence_use.tenant_id', '=', 'evidence.tenant_id')
            .whereRef('evidence_use.evidence_id', '=', 'evidence.id'),
        ),
      ),
    );
}

/** Files that no row shows: replaced by a redaction, or put by a deed that was not committed. */
async function cleanFiles({ queries, store }: CleanNeeds, tenantId: string): Promise<number> {
  let count = 0;
  for await (const hashes of batches(store.list(tenantId))) {
    const shown = await inside(queries, tenantId, (db) => shownHashes(db, hashes));
    for (const sha256 of hashes.filter((hash) => !shown.has(hash))) {
      count += await inside(queries, tenantId, async (db) => {
        await lockHash(db, tenantId, sha256);
        if ((await shownHashes(db, [sha256])).has(sha256)) return 0;
        await store.remove(tenantId, sha256);
        return 1;
      });
    }
  }
  return count;
}

async function* batches(files: AsyncIterable<{ readonly sha256: string }>) {
  let batch: string[] = [];
  for await (const { sha256 } of files) {
    batch.push(sha256);
    if (batch.length === 500) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function inside<T>(
  queries: Queries,
  tenantId: string,
  run: (db: Queries) => Promise<T>,
): Promise<T> {
  return queries.transaction().execute(async (db) => {
    await setTenant(db, tenantId);
    return run(db);
  });
}
