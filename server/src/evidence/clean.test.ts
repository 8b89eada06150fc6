/** The clean-up: takes what nobody needs, and never what a fact or an entry cites, whenever it comes. */

import { randomUUID } from 'node:crypto';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { ctxOf, noUses, openUpload, sendEvidence, sendPart } from '../../test/evidence-kit.ts';
import { inventory, phonePhoto } from '../../test/evidence-samples.ts';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { Problem, type Queries } from '../platform/index.ts';
import {
  citeEvidence,
  cleanEverywhere,
  cleanEvidence,
  digestOf,
  type FilePlaces,
  type FileStore,
  openEvidence,
} from './index.ts';
import { finishUpload, sendPart as sendPartDeed } from './upload-actions.ts';

const kit = useProgram();
const town = 'qinghe';
const today = '2026-04-10T02:00:00.000Z';
/** Long after everything of these tests was sent. */
const later = '2026-12-31T02:00:00.000Z';
let tenant: string;
let zhou: Asker;
let places: FilePlaces;

beforeAll(async () => {
  tenant = await kit().town(town, '青禾镇');
  zhou = await kit().person(town, 'zhou', { role: 'recorder' });
  places = await openEvidence(kit().filesFolder);
});

const needs = () => ({ queries: kit().database.queries, ...places });
const clean = (now: string) => cleanEvidence(needs(), { tenantId: tenant, now });
const files = () => inventory(kit().filesFolder);
const cite = (evidenceIds: readonly string[], factId: string) =>
  kit().inside(tenant, (db) =>
    citeEvidence({ db, tenant: { id: tenant }, now: today }, { evidenceIds, factId, subjects: [] }),
  );

async function kept(bytes: Uint8Array = Buffer.from(randomUUID()), name = '记录.txt') {
  const { body } = await sendEvidence(zhou, { town, name, bytes });
  return body.evidence as { id: string; storedSha256: string };
}

const isThere = async ({ id, storedSha256 }: { id: string; storedSha256: string }) => ({
  row: (await zhou.get(`/api/towns/${town}/evidence/${id}`)).status === 200,
  file: (await places.store.size(tenant, storedSha256)) !== undefined,
});

describe('the clean-up', () => {
  it('takes old evidence that nothing rests on, with its files; not what is young or cited', async () => {
    const [loose, proves, drafted] = [
      await kept(await phonePhoto(), 'a.jpg'),
      await kept(),
      await kept(),
    ];
    await cite([proves.id], 'F-1');
    await kit().inside(tenant, (db) =>
      citeEvidence(
        { db, tenant: { id: tenant }, now: today },
        { evidenceIds: [drafted.id], entryId: 'E-1' },
      ),
    );
    const before = files();
    expect(await clean(today)).toEqual({ uploads: 0, evidence: 0, files: 0 });
    expect(files()).toEqual(before);
    expect(await clean(later)).toEqual({ uploads: 3, evidence: 1, files: 2 });
    expect(await isThere(loose)).toEqual({ row: false, file: false });
    expect(await isThere(proves)).toEqual({ row: true, file: true });
    expect(await isThere(drafted)).toEqual({ row: true, file: true });
    expect(await clean(later)).toEqual({ uploads: 0, evidence: 0, files: 0 });
  });

  it('keeps a file as long as one of two rows shows it', async () => {
    const bytes = Buffer.from('同一张照片');
    const [first, second] = [await kept(bytes), await kept(bytes)];
    expect(first.storedSha256).toBe(second.storedSha256);
    await cite([second.id], 'F-2');
    expect(await clean(later)).toMatchObject({ evidence: 1, files: 0 });
    expect(await isThere(first)).toEqual({ row: false, file: true });
    expect(await isThere(second)).toEqual({ row: true, file: true });
  });

  it('takes uploads that were given up, and files that no deed committed', async () => {
    const file = { town, name: 'a.txt', bytes: Buffer.from('abcdef') };
    const { uploadId } = (await openUpload(zhou, file)).body;
    await sendPart(zhou, { town, uploadId, offset: 0, bytes: Buffer.from('abc') });
    const path = await places.store.workPath(tenant);
    writeFileSync(path, 'put by a deed that was killed before its end');
    await places.store.put(tenant, await digestOf(path));
    const stray = join(kit().filesFolder, tenant, 'incoming', randomUUID());
    writeFileSync(stray, 'its row is gone');
    utimesSync(stray, 0, 0);
    const before = files();
    expect(await clean(today)).toEqual({ uploads: 0, evidence: 0, files: 1 });
    expect(files()).toHaveLength(before.length - 2);
    expect((await zhou.get(`/api/towns/${town}/evidence/uploads/${uploadId}`)).body.received).toBe(
      3,
    );
    expect(await clean(later)).toMatchObject({ uploads: 1, evidence: 0, files: 0 });
    expect(files()).toHaveLength(before.length - 3);
  });

  it('leaves other towns alone, and reaches all of them by night', async () => {
    const other = await kit().town('luoxi', '落溪镇');
    const foreign = await kit().person('luoxi', 'foreign', { role: 'recorder' });
    const bytes = Buffer.from('另一个镇');
    const { body } = await sendEvidence(foreign, { town: 'luoxi', name: 'a.txt', bytes });
    await clean(later);
    expect(await places.store.size(other, body.evidence.storedSha256)).toBe(bytes.length);
    expect(await cleanEverywhere(needs(), later)).toEqual({ uploads: 1, evidence: 1, files: 1 });
    expect(await places.store.size(other, body.evidence.storedSha256)).toBeUndefined();
  });
});

describe('whoever comes first', () => {
  it('a citation that is not committed yet is left in peace', async () => {
    const mine = await kept();
    await kit().inside(tenant, async (db) => {
      const place = { db, tenant: { id: tenant }, now: today };
      await citeEvidence(place, { evidenceIds: [mine.id], factId: 'F-10', subjects: [] });
      expect(await clean(later)).toMatchObject({ evidence: 0, files: 0 });
    });
    expect(await isThere(mine)).toEqual({ row: true, file: true });
  });

  it('a citation that comes while the row is being taken waits, and is told so', async () => {
    const mine = await kept();
    const { promise: isTaken, resolve: taken } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const removal = kit().inside(tenant, async (db) => {
      await db.deleteFrom('evidence').where('id', '=', mine.id).execute();
      taken();
      await mayEnd;
    });
    await isTaken;
    const citation = cite([mine.id], 'F-11').then(
      () => 'cited',
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );
    end();
    await removal;
    expect(await citation).toBe('evidence.evidence-gone');
    const uses = await kit().inside(tenant, (db) =>
      db.selectFrom('evidence_use').select('evidence_id').where('cited_id', '=', 'F-11').execute(),
    );
    expect(uses).toEqual([]);
  });

  it('a citation between the look and the removal is seen', async () => {
    const mine = await kept();
    const { queries } = kit().database;
    let transactions = 0;
    // The uploads, the look, then the removal: the citation slips in before the last.
    const slow = Object.create(queries, {
      transaction: {
        value: () => ({
          execute: async (run: (db: Queries) => Promise<unknown>) => {
            transactions += 1;
            if (transactions === 3) await cite([mine.id], 'F-12');
            return queries.transaction().execute(run);
          },
        }),
      },
    }) as Queries;
    const cleaned = await cleanEvidence(
      { ...needs(), queries: slow },
      { tenantId: tenant, now: later },
    );
    expect(cleaned.evidence).toBe(0);
    expect(transactions).toBeGreaterThanOrEqual(3);
    expect(await isThere(mine)).toEqual({ row: true, file: true });
  });

  it('a file that is on the disk before its row is committed is left in peace', async () => {
    const file = { town, name: 'a.txt', bytes: Buffer.from(randomUUID()) };
    const { uploadId } = (await openUpload(zhou, file)).body;
    await sendPart(zhou, { town, uploadId, offset: 0, bytes: file.bytes });
    let cleaning: Promise<unknown> = Promise.resolve();
    const store: FileStore = {
      ...places.store,
      put: async (...given) => {
        await places.store.put(...given);
        cleaning = clean(today);
        // Long enough for a clean-up that does not wait for this transaction to do its harm.
        await Promise.race([cleaning, pause(500)]);
      },
    };
    const about = { uploadId, caption: '', takenBy: '', note: '' };
    const finish = () =>
      kit().inside(tenant, (db) =>
        finishUpload(
          { ...places, store, usesFor: noUses },
          ctxOf({ db, tenant, town, zhou }),
          about,
        ),
      );
    let found = await finish();
    while (found.state === 'examining') {
      await pause(20);
      found = await finish();
    }
    await cleaning;
    expect(await isThere(found.evidence)).toEqual({ row: true, file: true });
  });

  it('of many at once, each is cited and whole, or gone and refused', async () => {
    const all = [];
    for (let index = 0; index < 24; index += 1) all.push(await kept());
    const outcomes = Promise.all(
      all.map(({ id }, index) =>
        cite([id], `F-100-${index}`).then(
          () => true,
          (error: unknown) => {
            if (error instanceof Problem && error.code === 'evidence.evidence-gone') return false;
            throw error;
          },
        ),
      ),
    );
    await Promise.all([clean(later), clean(later), outcomes]);
    const cited = await outcomes;
    for (const [index, evidence] of all.entries()) {
      const isCited = cited[index] === true;
      expect(await isThere(evidence)).toEqual({ row: isCited, file: isCited });
    }
  });

  it('a file that is sent again while it is being taken is there when that is acknowledged', async () => {
    const bytes = Buffer.from('反复上传的文件');
    for (let round = 0; round < 12; round += 1) {
      const { id } = await kept(bytes);
      await zhou.ask('DELETE', `/api/towns/${town}/evidence/${id}`);
      const [again] = await Promise.all([kept(bytes), clean(today), clean(today)]);
      expect(await isThere(again)).toEqual({ row: true, file: true });
      await zhou.ask('DELETE', `/api/towns/${town}/evidence/${again.id}`);
    }
  });
});

describe('a full disk', () => {
  const full = () => Promise.reject(new Error('ENOSPC: no space left on device, write'));

  it('is told in words, and what arrived stays to go on from', async () => {
    const file = { town, name: 'a.txt', bytes: Buffer.from('abcdef') };
    const { uploadId } = (await openUpload(zhou, file)).body;
    const before = files();
    const receiving = { ...places.receiving, append: full };
    const part = { uploadId, offset: 0, part: new Blob(['abc']) };
    const sent = kit().inside(tenant, (db) =>
      sendPartDeed({ ...places, receiving }, ctxOf({ db, tenant, town, zhou }), part),
    );
    await expect(sent).rejects.toMatchObject({ code: 'evidence.disk-full' });
    expect(files()).toEqual(before);
    await sendPart(zhou, { ...file, uploadId, offset: 0 });
    const about = { uploadId, caption: '', takenBy: '', note: '' };
    const finish = (store: FileStore) =>
      kit().inside(tenant, (db) =>
        finishUpload(
          { ...places, store, usesFor: noUses },
          ctxOf({ db, tenant, town, zhou }),
          about,
        ),
      );
    const ended = async () => {
      for (;;) {
        const { state } = await finish({ ...places.store, put: full });
        if (state !== 'examining') return state;
        await pause(20);
      }
    };
    await expect(ended()).rejects.toMatchObject({ code: 'evidence.disk-full' });
    expect((await zhou.get(`/api/towns/${town}/evidence/uploads/${uploadId}`)).body.received).toBe(
      6,
    );
    expect((await sendEvidence(zhou, { ...file, name: 'b.txt' })).body.state).toBe('kept');
  });
});
