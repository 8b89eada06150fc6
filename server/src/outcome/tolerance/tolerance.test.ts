/** 容错 over HTTP: asked for, examined, decided by a body; the fact stays. */

import { beforeAll, describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { type OutcomeTown, outcomeTown } from '../../../test/outcome-town.ts';

const kit = useProgram();
let town: OutcomeTown;
const path = () => `${town.base}/outcomes/tolerances`;
const apply = (name: string, change: object = {}) =>
  town.who(name).post(path(), {
    factId: 'K1',
    subject: '东溪村',
    said: '抢险时先通后报，程序上慢了一步。',
    appliedOn: '2026-01-12',
    ...change,
  });
const decision = {
  result: 'exempt',
  body: '青禾镇党委会',
  documentNo: '青党发〔2026〕3号',
  decidedOn: '2026-01-12',
  reason: '先行先试，没有谋私，及时补正。',
};

beforeAll(async () => {
  town = await outcomeTown(kit(), 'qinghe');
});

describe('the register of tolerance', () => {
  it("takes a request about a posted fact of one's own, once", async () => {
    await town.refused('outcomes.fact-unknown', () => apply('chen', { factId: 'K9' }));
    await town.refused('outcomes.not-yours', () => apply('chen', { subject: '西岗村' }));
    await town.refused('outcomes.day-coming', () => apply('chen', { appliedOn: '2026-01-13' }));
    await town.refused('gate.not-permitted', () => apply('gu'));
    const { status, body } = await apply('chen');
    expect([status, body.state, body.deeds]).toEqual([200, 'applied', []]);
    await town.refused('outcomes.tolerance-twice', () => apply('deng'));
    expect((await town.who('zhou').get(path())).body.rows).toEqual([]);
    expect((await town.who('ji').get(path())).body.rows[0].deeds).toEqual(['examine']);
  });

  it('is examined, then decided by another; the fact stays and the scheme hears of it', async () => {
    const { id } = (await town.who('he').get(path())).body.rows[0];
    const post = (name: string, step: string, words: object) =>
      town.who(name).post(`${path()}/${id}/${step}`, words);
    await town.refused('outcomes.not-now', () =>
      post('gu', 'decision', { version: 1, ...decision }),
    );
    const finding = { version: 1, finding: '情况属实，当日补报。' };
    await town.refused('gate.not-permitted', () => post('chen', 'examination', finding));
    expect((await post('li', 'examination', finding)).body).toMatchObject({ state: 'examined' });
    await town.refused('outcomes.changed-meanwhile', () =>
      post('gu', 'decision', { version: 1, ...decision }),
    );
    await town.refused('outcomes.tolerance-unknown', () =>
      town.who('gu').post(`${path()}/00000000-0000-4000-8000-000000000000/decision`, {
        version: 1,
        ...decision,
      }),
    );
    await town.refused('outcomes.examiner-decides', () =>
      post('li', 'decision', { version: 2, ...decision }),
    );
    const { body } = await post('gu', 'decision', { version: 2, ...decision });
    expect(body).toMatchObject({
      state: 'decided',
      decided: { result: 'exempt', isHeard: true, by: '顾书记' },
    });
    const wu = town.who('wu');
    const points = async () =>
      (await wu.get(`${town.base}/periods/votes/2025/subjects/东溪村`)).body.root;
    expect(JSON.stringify(await points())).not.toContain('已认定容错');
    const { rows } = (await town.who('sun').get(`${town.base}/ledger/entries`)).body;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: 'tolerance.granted', matter: 'K1' });
    const facts = (await wu.get(`${town.base}/ledger/facts/K1`)).status;
    expect(facts).toBe(200);
  });

  it('is examined by nobody who applied', async () => {
    const { id } = (await apply('li', { factId: 'H1' })).body;
    await town.refused('outcomes.applicant-examines', () =>
      town.who('li').post(`${path()}/${id}/examination`, { version: 1, finding: '情况属实。' }),
    );
  });
});
