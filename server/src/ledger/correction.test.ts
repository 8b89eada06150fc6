/** A correction is one matter: where it stands is told at the fact, it is counted and shown once. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { type LedgerTown, ledgerTown, rubbish } from '../../test/ledger-town.ts';

const kit = useProgram();
let town: LedgerTown;
let zhou: Asker;
let wu: Asker;
let dongxi: Asker;

beforeAll(async () => {
  town = await ledgerTown(kit(), 'qinghe', '青禾镇');
  zhou = await town.person('zhou', { role: 'recorder', lines: ['城建办'] });
  wu = await town.person('wu', { role: 'reviewer' });
  dongxi = await town.person('dongxi', { role: 'village', unit: '东溪村' });
});

const right = {
  ...rubbish,
  on: '2026-04-06',
  about: [{ subject: '禾丰村' }],
  values: { 处数: '2' },
};

/** A posted fact about 东溪村, and its correction to 禾丰村 that waits. */
async function correcting() {
  const { body } = await zhou.post(`${town.base}/entries`, { ...rubbish, on: '2026-04-06' });
  const entries = [{ id: body.entry.id, version: 1 }];
  const posted = await wu.post(`${town.base}/reviews`, { entries });
  const id: string = posted.body.facts[0].id;
  const reply = await zhou.post(`${town.base}/facts/${id}/reversal`, {
    reason: '看错了村',
    corrected: right,
  });
  return { id, back: reply.body.entries[0], fellow: reply.body.entries[1] };
}

const correctionAt = async (asker: Asker, id: string) =>
  (await asker.get(`${town.base}/facts/${id}`)).body.correction;
const waiting = async (asker: Asker) =>
  (await asker.get('/api/towns/qinghe/desk')).body.rows.map((row: { title: string }) => row.title);

describe('a correction', () => {
  it('is told at the fact while it waits, to offices and not to the subject', async () => {
    const { id, back } = await correcting();
    expect(await correctionAt(zhou, id)).toMatchObject({
      step: 'waiting',
      original: id,
      by: { name: 'zhou' },
      reason: '看错了村',
      office: '城建办',
      entryId: back.id,
      right: { sentence: '禾丰村 垃圾积存 处数（处） 2' },
    });
    expect(await correctionAt(dongxi, id)).toBeUndefined();
    const entries = [{ id: back.id, version: 1 }];
    await wu.post(`${town.base}/returns`, { entries, reason: '请附照片' });
    expect((await correctionAt(zhou, id)).step).toBe('sent-back');
    await zhou.post(`${town.base}/entries/${back.id}/removal`, { version: 2 });
    expect(await correctionAt(zhou, id)).toBeUndefined();
  });

  it('shows both facts at each of the three once it is posted, and a subject only its own', async () => {
    const { id, back } = await correcting();
    const entries = [{ id: back.id, version: 1 }];
    await wu.post(`${town.base}/reviews`, { entries, post: false });
    expect((await correctionAt(zhou, id)).step).toBe('reviewed');
    const { body } = await wu.post(`${town.base}/postings`, {
      entries: [{ id: back.id, version: 2 }],
    });
    const [reversal, replaced] = body.facts.map((fact: { id: string }) => fact.id);
    for (const fact of [id, reversal, replaced]) {
      expect(await correctionAt(wu, fact)).toMatchObject({
        step: 'posted',
        original: id,
        reversal,
        reason: '看错了村',
        right: { factId: replaced, sentence: '禾丰村 垃圾积存 处数（处） 2' },
      });
    }
    const seen = await correctionAt(dongxi, id);
    expect([seen.step, seen.reversal, seen.right]).toEqual(['posted', reversal, undefined]);
  });

  it('is one matter for a leader, who learns how many wait and since when, not what they say', async () => {
    const leader = await town.person('gu', { role: 'leader' });
    const path = `${town.base}/waiting`;
    const before = (await leader.get(path)).body.rows;
    const { fellow } = await correcting();
    const { body } = await leader.get(path);
    expect(body.rows).toEqual([
      { office: '城建办', matters: (before[0]?.matters ?? 0) + 1, since: body.today, days: 0 },
    ]);
    for (const asker of [dongxi, zhou]) expect((await asker.get(path)).status).toBe(403);
    expect((await leader.get(`${town.base}/entries/${fellow.id}`)).status).toBe(403);
    await zhou.post(`${town.base}/entries/${fellow.id}/removal`, { version: 1 });
    expect((await leader.get(path)).body.rows).toEqual(before);
  });

  it('counts once on the list, and each of the two shows the other', async () => {
    expect(await waiting(wu)).toEqual([]);
    const { id, back, fellow } = await correcting();
    expect(await waiting(wu)).toEqual(['复核城建办登记的 1 条事实']);
    expect(back.takesBack).toBe('东溪村 垃圾积存 处数（处） 3');
    const { body } = await wu.get(`${town.base}/entries/${fellow.id}`);
    expect(body.others).toMatchObject([{ id: back.id, reverses: id, takesBack: back.takesBack }]);
    const entries = [{ id: fellow.id, version: 1 }];
    await wu.post(`${town.base}/returns`, { entries, reason: '请附照片' });
    expect(await waiting(zhou)).toEqual(['1 条登记被退回，请改后再交']);
    expect(await waiting(wu)).toEqual([]);
  });
});
