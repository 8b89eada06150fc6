/**
 * Evidence over HTTP: zhou records and sends photos, wu reviews, lin is the village account of
 * 东溪村. What is refused changes neither table nor disk.
 */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { finish, openUpload, reader, sendEvidence, sendPart } from '../../test/evidence-kit.ts';
import { inventory, pdf, phonePhoto, sha256Of, wordFile } from '../../test/evidence-samples.ts';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { citeEvidence, keepEvidence, openEvidence } from './index.ts';

const kit = useProgram();
const town = 'qinghe';
let tenant: string;
let zhou: Asker;
let wu: Asker;
let lin: Asker;
let download: Awaited<ReturnType<typeof reader>>;

const api = (path: string) => `/api/towns/${town}/evidence${path}`;
const now = '2026-04-10T02:00:00.000Z';

beforeAll(async () => {
  tenant = await kit().town(town, '青禾镇');
  await kit().inside(tenant, async (db) => {
    for (const [code, parent_code, type] of [
      ['QH', null, 'town'],
      ['V-dongxi', 'QH', 'village'],
      ['H-dongxi-1', 'V-dongxi', 'hamlet'],
      ['V-nanwan', 'QH', 'village'],
    ] as const) {
      const unit = { tenant_id: tenant, code, name: code, type, parent_code };
      await db.insertInto('unit').values(unit).execute();
    }
  });
  zhou = await kit().person(town, 'zhou', { role: 'recorder' });
  wu = await kit().person(town, 'wu', { role: 'assessment-office' });
  download = await reader(kit().origin, 'zhou');
  lin = await kit().person(town, 'lin', { role: 'village', unit: 'V-dongxi' });
});

/** What the tables and the disk hold of evidence. */
async function held() {
  const rows = await kit().inside(tenant, async (db) => ({
    uploads: await db.selectFrom('evidence_upload').selectAll().orderBy('id').execute(),
    evidence: await db.selectFrom('evidence').selectAll().orderBy('id').execute(),
    uses: await db.selectFrom('evidence_use').selectAll().orderBy('evidence_id').execute(),
  }));
  return { ...rows, files: inventory(kit().filesFolder) };
}

let count = 0;
/** A text that nobody sent before, kept; gives its id. */
async function kept(asker: Asker = zhou, caption = ''): Promise<string> {
  count += 1;
  const bytes = Buffer.from(`记录 ${count}`);
  const { body } = await sendEvidence(asker, { town, name: `记录${count}.txt`, bytes, caption });
  return body.evidence.id;
}

const cite = (citation: Parameters<typeof citeEvidence>[1]) =>
  kit().inside(tenant, (db) => citeEvidence({ db, tenant: { id: tenant }, now }, citation));

describe('a photo', () => {
  it('arrives in two parts with a break between, and is kept without its place', async () => {
    const bytes = await phonePhoto();
    const file = { town, name: '现场.JPG', bytes };
    const { body: opened } = await openUpload(zhou, file);
    expect(opened).toMatchObject({ name: '现场.jpg', bytes: bytes.length, received: 0 });
    const { uploadId } = opened;
    const part = { town, uploadId, offset: 0, bytes: bytes.subarray(0, 900) };
    expect((await sendPart(zhou, part)).body).toEqual({ received: 900 });
    // Here the connection broke: the page asks how far it came.
    expect((await zhou.get(api(`/uploads/${uploadId}`))).body.received).toBe(900);
    await sendPart(zhou, { ...part, offset: 900, bytes: bytes.subarray(900) });
    const { status, body } = await finish(zhou, { town, uploadId, caption: '村口垃圾，3 处' });
    expect([status, body.state, body.notices]).toEqual([200, 'kept', []]);
    const { evidence } = body;
    expect(evidence).toMatchObject({
      name: '现场.jpg',
      kind: 'picture',
      receivedSha256: sha256Of(bytes),
      size: { width: 400, height: 600 },
      takenAt: '2026-03-06T10:11:12',
      takenOn: '2026-03-06',
      caption: '村口垃圾，3 处',
      isMine: true,
      cited: { facts: 0, entries: 0 },
    });
    expect(evidence.place).toBeUndefined();
    expect(evidence.storedSha256).not.toBe(evidence.receivedSha256);
    const read = await download(api(`/${evidence.id}/file`));
    expect(sha256Of(read.bytes)).toBe(evidence.storedSha256);
    expect(read.bytes.includes('Zhou Lan')).toBe(false);
    expect(read.headers.get('content-type')).toBe('image/jpeg');
    expect(read.headers.get('content-disposition')).toContain(encodeURIComponent('现场.jpg'));
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    expect(read.headers.get('content-security-policy')).toContain('sandbox');
    expect(read.headers.get('cache-control')).toBe('private, no-cache');
    const small = await download(api(`/${evidence.id}/preview`));
    expect(small.bytes.length).toBeLessThan(read.bytes.length);
    const again = await finish(zhou, { town, uploadId });
    expect(again.body.evidence).toEqual(evidence);
    expect(inventory(kit().filesFolder)).toHaveLength(2);
  });

  it('keeps its place where the inspector stamped it, and says when it came before', async () => {
    const file = { town, name: '点位.jpg', bytes: await phonePhoto(), stamp: true };
    const { body } = await sendEvidence(zhou, file);
    expect(body.evidence.place).toEqual({ latE7: 293583667, lonE7: 1131290417 });
    expect(body.notices).toEqual([expect.stringContaining('2026-04-10 已经存过一次')]);
  });
});

describe('what is refused', () => {
  it.each([
    ['without the word of the sender', { confirmed: false }, 422, 'not-confirmed'],
    ['by a marked name', { name: '机密★通知.pdf' }, 422, 'marked-secret'],
    ['when it is empty', { bytes: 0 }, 422, 'file-empty'],
    ['when it is too large', { bytes: 52_428_801 }, 413, 'file-too-large'],
    ['without a hash', { sha256: 'abc' }, 422, ''],
  ])('is refused %s, before a byte is sent', async (_, wrong, status, code) => {
    const before = await held();
    const right = { name: '通知.pdf', bytes: 9, sha256: 'a'.repeat(64), confirmed: true };
    const answer = await zhou.post(api('/uploads'), { ...right, ...wrong });
    expect(answer.status).toBe(status);
    if (code !== '') expect(answer.body.code).toBe(`evidence.${code}`);
    expect(await held()).toEqual(before);
  });

  it('is a part in the wrong place, from another account, or too much', async () => {
    const file = { town, name: '记录.txt', bytes: Buffer.from('abcdef') };
    const { uploadId } = (await openUpload(zhou, file)).body;
    const part = { town, uploadId, offset: 0, bytes: Buffer.from('abc') };
    await sendPart(zhou, part);
    const before = await held();
    const misplaced = await sendPart(zhou, { ...part, offset: 1 });
    expect(misplaced.body).toMatchObject({
      code: 'evidence.part-misplaced',
      data: { offset: 1, received: 3 },
    });
    const tooMuch = await sendPart(zhou, { ...part, offset: 3, bytes: Buffer.from('defg') });
    expect(tooMuch.body.code).toBe('evidence.part-overruns');
    expect((await sendPart(wu, { ...part, offset: 3 })).body.code).toBe('evidence.upload-unknown');
    expect((await wu.get(api(`/uploads/${uploadId}`))).status).toBe(404);
    expect((await wu.ask('DELETE', api(`/uploads/${uploadId}`))).status).toBe(404);
    const early = await finish(zhou, { town, uploadId });
    expect(early.body).toMatchObject({ code: 'evidence.upload-unfinished', data: { received: 3 } });
    expect(await held()).toEqual(before);
    expect((await zhou.ask('DELETE', api(`/uploads/${uploadId}`))).body).toEqual({ done: true });
    const { files, uploads } = await held();
    expect(files).toHaveLength(before.files.length - 1);
    expect(uploads).toHaveLength(before.uploads.length - 1);
  });

  it.each([
    ['a marked document', '通知.docx', () => wordFile(['秘密★1年', '通知']), 'marked-secret'],
    ['a program', '照片.jpg', () => Buffer.from('4d5a90000300', 'hex'), 'kind-refused'],
    ['a file under a wrong name', '照片.jpg', () => pdf, 'name-disagrees'],
  ])('is %s; of its bytes nothing stays', async (_, name, make, code) => {
    const before = await held();
    const answer = await sendEvidence(zhou, { town, name, bytes: await make() });
    expect([answer.status >= 400, answer.body.code]).toEqual([true, `evidence.${code}`]);
    const after = await held();
    expect(after.files).toEqual(before.files);
    expect(after.evidence).toEqual(before.evidence);
  });

  it('is a file that is not the one announced', async () => {
    const { uploadId } = (await openUpload(zhou, { town, name: 'a.txt', bytes: Buffer.from('ab') }))
      .body;
    const before = await held();
    await sendPart(zhou, { town, uploadId, offset: 0, bytes: Buffer.from('ax') });
    const { body } = await finish(zhou, { town, uploadId });
    expect(body.code).toBe('evidence.bytes-differ');
    expect(await held()).toEqual(before);
    await sendPart(zhou, { town, uploadId, offset: 0, bytes: Buffer.from('ab') });
    expect((await finish(zhou, { town, uploadId })).body.state).toBe('kept');
  });
});

describe('what is kept', () => {
  it('takes no more parts and is not dropped as an upload; only a picture has a preview', async () => {
    const file = { town, name: '记录.txt', bytes: Buffer.from('走访记录') };
    const { uploadId } = (await openUpload(zhou, file)).body;
    await sendPart(zhou, { town, uploadId, offset: 0, bytes: file.bytes });
    const { id } = (await finish(zhou, { town, uploadId })).body.evidence;
    const before = await held();
    const more = await sendPart(zhou, { town, uploadId, offset: 0, bytes: file.bytes });
    expect([more.status, more.body.code]).toEqual([409, 'evidence.upload-kept']);
    const dropped = await zhou.ask('DELETE', api(`/uploads/${uploadId}`));
    expect(dropped.body.code).toBe('evidence.upload-kept');
    const preview = await zhou.get(api(`/${id}/preview`));
    expect([preview.status, preview.body.code]).toEqual([404, 'evidence.preview-none']);
    expect(await held()).toEqual(before);
  });
});

describe('reading', () => {
  it('is for no other town and no stranger, and sending is not for everybody', async () => {
    const id = await kept();
    await kit().town('luoxi', '落溪镇');
    const foreign = await kit().person('luoxi', 'foreign', { role: 'assessment-office' });
    const leader = await kit().person(town, 'leader', { role: 'leader' });
    const keeper = await kit().person(town, 'keeper', { role: 'administrator' });
    const before = await held();
    expect((await foreign.get(api(`/${id}/file`))).status).toBe(404);
    expect((await foreign.get(`/api/towns/luoxi/evidence/${id}/file`)).status).toBe(404);
    expect(
      (
        await kit()
          .stranger()
          .get(api(`/${id}/file`))
      ).status,
    ).toBe(401);
    expect((await leader.get(api(`/${id}/file`))).status).toBe(404);
    expect((await wu.get(api(`/${id}/file`))).status).toBe(200);
    expect((await keeper.get(api(`/${id}/file`))).status).toBe(403);
    for (const asker of [lin, keeper]) {
      const sent = await openUpload(asker, { town, name: 'a.txt', bytes: Buffer.from('a') });
      expect(sent.body.code).toBe('gate.not-permitted');
    }
    expect(await held()).toEqual(before);
  });

  it('finds by words, days, kind and use, page by page', async () => {
    const first = await kept(zhou, '南湾村 100%_清淤');
    await kept(zhou, '南湾村 1000 清淤');
    const find = async (query: string) =>
      (await zhou.get(api(`?${query}`))).body.rows.map((row: { id: string }) => row.id);
    expect(await find(`words=${encodeURIComponent('100%_清')}`)).toEqual([first]);
    await cite({ evidenceIds: [first], factId: 'F-9', subjects: [] });
    expect(await find('factId=F-9')).toEqual([first]);
    expect(await find('factId=F-9&isCited=false')).toEqual([]);
    expect(await find('entryId=F-9')).toEqual([]);
    expect(await find('kind=picture&takenFrom=2026-03-06&takenTo=2026-03-06')).toHaveLength(2);
    expect(await find('kind=picture&takenFrom=2026-03-07')).toEqual([]);
    const all = await find('limit=200');
    const pages: string[] = [];
    for (let more = true; more; ) {
      const after = pages.length > 0 ? `&after=${pages.at(-1)}` : '';
      const { body } = await zhou.get(api(`?limit=3${after}`));
      pages.push(...body.rows.map((row: { id: string }) => row.id));
      more = body.hasMore;
    }
    expect(all.length).toBeGreaterThan(6);
    expect(pages).toEqual(all);
  });
});

describe('what rests on evidence', () => {
  const words = { caption: '改过', takenBy: '周岚', note: '' };

  it('holds it: a fact for good, an entry until it lets go', async () => {
    const id = await kept();
    await cite({ evidenceIds: [id, id], entryId: 'E-20', subjects: [] });
    expect((await zhou.get(api(`/${id}`))).body.cited).toEqual({ facts: 0, entries: 1 });
    const before = await held();
    expect((await zhou.ask('DELETE', api(`/${id}`))).body.code).toBe('evidence.evidence-cited');
    expect((await wu.ask('PATCH', api(`/${id}`), words)).body.code).toBe(
      'evidence.evidence-foreign',
    );
    expect(await held()).toEqual(before);
    expect((await zhou.ask('PATCH', api(`/${id}`), words)).body).toMatchObject(words);
    await cite({ evidenceIds: [], entryId: 'E-20' });
    await cite({ evidenceIds: [id], factId: 'F-20', subjects: [] });
    const posted = await held();
    expect((await zhou.ask('PATCH', api(`/${id}`), words)).body.code).toBe(
      'evidence.evidence-cited',
    );
    expect((await zhou.ask('DELETE', api(`/${id}`))).body.code).toBe('evidence.evidence-cited');
    await kit().inside(tenant, (db) =>
      db.deleteFrom('evidence_use').where('evidence_id', '=', id).execute(),
    );
    expect(await held()).toEqual(posted);
  });

  it('cannot be cited when it is gone, and nothing of the citation stays', async () => {
    const [there, gone] = [await kept(), await kept()];
    expect((await zhou.ask('DELETE', api(`/${gone}`))).body).toEqual({ done: true });
    const before = await held();
    const both = { evidenceIds: [there, gone], factId: 'F-30', subjects: [] };
    await expect(cite(both)).rejects.toMatchObject({ code: 'evidence.evidence-gone' });
    expect(await held()).toEqual(before);
  });

  it('keeps its hash when a redaction takes the place of the picture', async () => {
    const photo = await phonePhoto();
    const [original, covered] = [photo, await phonePhoto({})];
    const send = async (bytes: Buffer) =>
      (await sendEvidence(wu, { town, name: '人脸.jpg', bytes })).body.evidence;
    const [first, second] = [await send(original), await send(covered)];
    const text = await kept(wu);
    await cite({ evidenceIds: [first.id], factId: 'F-40', subjects: [] });
    const redact = (asker: Asker, redactionId: string) =>
      asker.post(api(`/${first.id}/redaction`), { redactionId, reason: '遮挡过路群众的脸' });
    const before = await held();
    expect((await redact(zhou, second.id)).body.code).toBe('gate.not-permitted');
    expect((await redact(wu, text)).body.code).toBe('evidence.redaction-no-picture');
    expect((await redact(wu, first.id)).body.code).toBe('evidence.redaction-cited');
    expect(await held()).toEqual(before);
    const { body } = await redact(wu, second.id);
    expect(body).toMatchObject({
      storedSha256: first.storedSha256,
      redacted: { at: now, reason: '遮挡过路群众的脸' },
    });
    const shown = await (await reader(kit().origin, 'wu'))(api(`/${first.id}/file`));
    expect(sha256Of(shown.bytes)).toBe(second.storedSha256);
    expect((await wu.get(api(`/${second.id}`))).status).toBe(404);
  });

  it('does not change by the hand of the owner either', async () => {
    const id = await kept();
    const change = kit().inside(tenant, (db) =>
      db
        .updateTable('evidence')
        .set({ stored_sha256: 'a'.repeat(64) })
        .where('id', '=', id)
        .execute(),
    );
    await expect(change).rejects.toThrow(/does not change|evidence_redaction/);
  });

  it('says so when its file is lost', async () => {
    const id = await kept();
    const { storedSha256 } = (await zhou.get(api(`/${id}`))).body;
    const place = join(kit().filesFolder, tenant, storedSha256.slice(0, 2), storedSha256);
    rmSync(place);
    const { body, status } = await zhou.get(api(`/${id}/file`));
    expect([status, body.code]).toEqual([503, 'evidence.file-lost']);
    expect(body.detail).toContain(storedSha256.slice(0, 12));
  });
});

describe('a file of the program itself', () => {
  it('passes the same examination, and leaves nothing in the making', async () => {
    const places = await openEvidence(kit().filesFolder);
    const keep = async (bytes: Buffer, name: string) => {
      const said = {
        caption: '值班表',
        takenOn: '2026-04-01',
        takenBy: '',
        accountId: zhou.accountId,
      };
      const file = { ...said, bytes, sha256: sha256Of(bytes), name };
      return kit().inside(tenant, (db) =>
        keepEvidence(places, { db, tenant: { id: tenant }, now }, file),
      );
    };
    const before = await held();
    await expect(keep(await wordFile(['机密★']), '值班.docx')).rejects.toThrow('没有存上');
    expect(await held()).toEqual(before);
    const { id } = await keep(await wordFile(['值班表']), '值班.docx');
    const { body } = await wu.get(api(`/${id}`));
    expect(body).toMatchObject({ kind: 'document', caption: '值班表', takenOn: '2026-04-01' });
    await keep(await phonePhoto({}), '值班.jpg');
    expect(inventory(kit().filesFolder).filter((line) => line.includes('/work/'))).toEqual([]);
  });
});
