/** Campaigns over HTTP: begun, moved on, closed by somebody else, ended by their day; every refusal. */

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type CampaignTown,
  campaignTown,
  soundCampaign,
  soundSpot,
} from '../../../test/campaign-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();
let town: CampaignTown;

beforeAll(async () => {
  town = await campaignTown(kit(), 'qinghe');
});
beforeEach(() => kit().setNow('2026-04-10T02:00:00.000Z'));

const anew = () => town.campaign({ name: `公共空间治理${randomUUID().slice(0, 8)}` });
const page = async (name: string, id: string) =>
  (await town.who(name).get(`${town.path}/${id}`)).body;
const spotPage = async (name: string, id: string, spot: string) =>
  (await town.who(name).get(`${town.path}/${id}/spots/${spot}`)).body;
const deskTitles = async (name: string): Promise<string[]> =>
  (await town.who(name).get('/api/towns/qinghe/desk')).body.rows.map(
    ({ title }: { title: string }) => title,
  );

describe('a campaign', () => {
  it('begins with its goal, paper, owner, villages, days and the four usual stages', async () => {
    const id = await anew();
    const { campaign, figures, isPart, may } = await page('tian', id);
    expect(campaign).toMatchObject({
      state: 'running',
      goalQuantity: '4',
      goalUnit: '处',
      source: '青政办〔2026〕11号',
      owner: { name: '周城建' },
      office: { name: '城建办' },
      stages: ['全面清', '有序收', '高效用', '长效管'],
      from: '2026-03-01',
      to: '2026-04-30',
    });
    expect(figures.total).toMatchObject({ spots: 0, open: 0, incomeFen: 0 });
    expect(isPart).toBe(false);
    expect(may).toEqual({ add: true, correct: true, moveEnd: false, export: true });
  });

  it('is refused where something in it cannot be', async () => {
    const { path } = town;
    const make = (words: object, name = 'zhou') =>
      town.who(name).post(path, { ...soundCampaign, name: '另一个专项', ...words });
    await town.refused('campaigns.office-other', () => make({ office: '农业农村办' }));
    await town.refused('campaigns.campaign-wrong', () => make({ owner: 'P-nobody' }));
    await town.refused('campaigns.campaign-wrong', () => make({ villages: ['城建办'] }));
    await town.refused('campaigns.campaign-wrong', () => make({ to: '2026-02-01' }));
    await town.refused('campaigns.campaign-wrong', () => make({ to: '2026-04-09' }));
    await town.refused('campaigns.campaign-wrong', () => make({ stages: ['清', '清'] }));
    await town.refused('gate.not-permitted', () => make({}, 'gu'));
    await town.campaign({ name: '重名' });
    await town.refused('campaigns.name-taken', () => make({ name: '重名' }));
  });

  it('is read whole by leaders, supervision and discipline; by villages as far as it is theirs', async () => {
    const id = await anew();
    await town.spot(id);
    await town.spot(id, { number: '2', village: '河口村' });
    for (const name of ['gu', 'tian', 'ji', 'zheng']) {
      expect((await page(name, id)).figures.total.spots).toBe(2);
    }
    const own = await page('chen', id);
    expect(own.isPart).toBe(true);
    expect(own.spots.map(({ number }: { number: string }) => number)).toEqual(['1']);
    expect(own.figures.total.spots).toBe(1);
    expect((await page('he', id)).figures.total.spots).toBe(1);
    await town.refused('campaigns.campaign-unknown', () =>
      town.who('nong').get(`${town.path}/${id}`),
    );
    const other = await spotOf(id, '2');
    await town.refused('campaigns.spot-unknown', () =>
      town.who('chen').get(`${town.path}/${id}/spots/${other}`),
    );
    const { rows } = (await town.who('nong').get(town.path)).body;
    expect(rows).toEqual([]);
  });
});

async function spotOf(id: string, number: string): Promise<string> {
  const { spots } = await page('tian', id);
  return spots.find((spot: { number: string }) => spot.number === number).id;
}

describe('the figures', () => {
  it('are the sums over the spots, exactly: by village, by stage, in all', async () => {
    const id = await anew();
    const first = await town.spot(id, { quantity: '0.1' });
    const second = await town.spot(id, { number: '2', quantity: '0.2' });
    await town.spot(id, { number: '3', village: '河口村', quantity: '3', unit: '处' });
    await town.spot(id, { number: '10', village: '河口村', quantity: undefined, unit: '' });
    await town.course(
      { id, spot: first },
      ['zhou', 'advance'],
      ['zhou', 'earn', { incomeFen: 125 }],
    );
    await town.course({ id, spot: second }, ['zhou', 'earn', { incomeFen: 200_000 }]);
    const { figures, spots } = await page('gu', id);
    expect(spots.map(({ number }: { number: string }) => number)).toEqual(['1', '2', '3', '10']);
    expect(figures.total).toEqual({
      spots: 4,
      open: 4,
      closed: 0,
      handed: 0,
      left: 0,
      struck: 0,
      amounts: [
        { unit: '亩', sum: '0.3' },
        { unit: '处', sum: '3' },
      ],
      incomeFen: 200_125,
    });
    const [dongxi, hekou] = figures.villages;
    expect(dongxi).toMatchObject({ spots: 2, amounts: [{ unit: '亩', sum: '0.3' }] });
    expect(dongxi.stages.map(({ spots }: { spots: number }) => spots)).toEqual([1, 1, 0, 0]);
    expect(dongxi.stages[0].incomeFen).toBe(200_000);
    expect(hekou.stages[0]).toEqual({
      spots: 2,
      amounts: [{ unit: '处', sum: '3' }],
      incomeFen: 0,
    });
    expect(figures.stages.map(({ spots }: { spots: number }) => spots)).toEqual([3, 1, 0, 0]);
  });
});

describe('a spot', () => {
  it('goes through the stages and is closed with evidence by somebody who did none of it', async () => {
    const id = await anew();
    const spot = await town.spot(id);
    const at = { id, spot };
    await town.course(at, ['zhou', 'advance'], ['he', 'advance', { how: 'inPerson' }]);
    const photo = await town.photo('zhou');
    await town.course(
      at,
      ['zhou', 'advance'],
      ['zhou', 'prove', { shows: 'after', evidence: [photo] }],
    );
    await town.refused('campaigns.own-spot', () => town.act('zhou', at, 'close'));
    await town.course(at, ['zheng', 'close', { note: '现场看过。' }]);
    const { spot: shown, course, after, deeds, isOwnWork } = await spotPage('zhou', id, spot);
    expect(shown).toMatchObject({ state: 'closed', stage: 3 });
    expect(after).toMatchObject([{ id: photo, name: '整治.txt' }]);
    expect([deeds, isOwnWork]).toEqual([['earn'], true]);
    expect(course.map(({ deed }: { deed: string }) => deed)).toEqual([
      'add',
      'advance',
      'advance',
      'advance',
      'prove',
      'close',
    ]);
    const village = await spotPage('chen', id, spot);
    expect([village.course, village.after.length, village.deeds]).toEqual([[], 1, []]);
    expect(course[2]).toMatchObject({
      by: '何包村',
      onBehalf: { unit: '东溪村', how: 'inPerson' },
      stage: 2,
    });
    await town.refused('campaigns.own-spot', () =>
      town.act('zhou', at, 'reopen', { note: '又占了。' }),
    );
    await town.course(at, ['gu', 'reopen', { note: '回头看又被占用。' }]);
    expect((await spotPage('tian', id, spot)).spot.state).toBe('open');
    // What was shown before it was opened again proves nothing now.
    await town.refused('campaigns.proof-missing', () => town.act('zheng', at, 'close'));
  });

  it('opens its evidence to whoever may read it, and to nobody else', async () => {
    const id = await anew();
    const spot = await town.spot(id);
    const photo = await town.photo('zhou');
    const see = async (name: string) =>
      (await town.who(name).get(`/api/towns/qinghe/evidence/${photo}`)).status;
    expect([await see('gu'), await see('chen')]).toEqual([404, 404]);
    await town.course({ id, spot }, ['zhou', 'prove', { shows: 'before', evidence: [photo] }]);
    expect([await see('gu'), await see('chen'), await see('tian')]).toEqual([200, 200, 200]);
    expect(await see('nong')).toBe(404);
    await town.refused('evidence.evidence-cited', () =>
      town.who('zhou').ask('DELETE', `/api/towns/qinghe/evidence/${photo}`),
    );
    const foreign = await town.photo('nong');
    await town.refused('evidence.evidence-gone', () =>
      town.act('zhou', { id, spot }, 'prove', { shows: 'after', evidence: [foreign] }),
    );
  });

  it('is put on the list by whoever keeps it, once, in a village of the campaign', async () => {
    const id = await town.campaign({ name: '只有东溪', villages: ['东溪村'] });
    const add = (name: string, words: object = {}) =>
      town.who(name).post(`${town.path}/${id}/spots`, { ...soundSpot, ...words });
    await town.refused('campaigns.village-outside', () => add('zhou', { village: '河口村' }));
    await town.refused('campaigns.found-later', () => add('zhou', { foundOn: '2026-04-11' }));
    await town.refused('campaigns.campaign-not-yours', () => add('gu'));
    await town.refused('campaigns.campaign-unknown', () => add('nong'));
    await town.refused('gate.not-permitted', () => add('chen'));
    expect((await add('tian')).status).toBe(200);
    await town.refused('campaigns.number-taken', () => add('zhou'));
  });

  it('refuses a deed by another, out of turn, or without what it needs', async () => {
    const id = await anew();
    const spot = await town.spot(id);
    const at = { id, spot };
    await town.refused('campaigns.spot-not-yours', () => town.act('gu', at, 'advance'));
    await town.refused('campaigns.spot-not-yours', () => town.act('he', at, 'close'));
    await town.refused('gate.not-permitted', () => town.act('chen', at, 'advance'));
    await town.refused('gate.not-permitted', () => town.act('ji', at, 'advance'));
    await town.refused('campaigns.campaign-unknown', () => town.act('nong', at, 'advance'));
    await town.refused('campaigns.spot-words', () => town.act('he', at, 'advance'));
    await town.refused('campaigns.spot-words', () => town.act('zhou', at, 'prove'));
    await town.refused('campaigns.spot-words', () => town.act('zhou', at, 'earn'));
    await town.refused('campaigns.stage-first', () =>
      town.act('zhou', at, 'moveBack', { note: '误点了推进。' }),
    );
    await town.refused('campaigns.stage-early', () => town.act('zheng', at, 'close'));
    await town.refused('campaigns.spot-state', () =>
      town.act('zheng', at, 'reopen', { note: '没有销过。' }),
    );
    await town.refused('campaigns.campaign-still', () =>
      town.act('zheng', at, 'leave', { note: '权属有争议。' }),
    );
    await town.refused('campaigns.spot-changed', () =>
      town.act('zhou', at, 'advance', { version: 7 }),
    );
    await town.course(at, ['zhou', 'advance'], ['zhou', 'advance'], ['zhou', 'advance']);
    await town.refused('campaigns.stage-last', () => town.act('zhou', at, 'advance'));
    await town.refused('campaigns.proof-missing', () => town.act('zheng', at, 'close'));
    await town.course(at, ['zhou', 'moveBack', { note: '界桩还没有立。' }]);
    expect((await spotPage('zhou', id, spot)).spot.stage).toBe(2);
  });
});

describe('a correction', () => {
  const written = (words: object = {}) => {
    const { office: _, from: __, to: ___, ...rest } = soundCampaign;
    return { ...rest, version: 1, reason: '立项时填错了。', ...words };
  };
  const ofSpot = { ...soundSpot, number: undefined, version: 1, reason: '现场重新量过。' };

  it('of a campaign keeps what stood, whoever did it, and why', async () => {
    const id = await anew();
    await town.spot(id, { village: '河口村' });
    const correct = (name: string, words: object = {}) =>
      town.who(name).post(`${town.path}/${id}/corrections`, written(words));
    const name = `百日清障${randomUUID().slice(0, 8)}`;
    const before = (await page('zhou', id)).campaign.name;
    const { status, body } = await correct('zhou', { name, owner: 'P-zheng', goalQuantity: '6' });
    expect([status, body.version]).toEqual([200, 2]);
    expect(body.campaign).toMatchObject({ name, goalQuantity: '6', owner: { name: '郑城建' } });
    expect(body.campaign.to).toBe('2026-04-30');
    expect(body.course).toMatchObject([
      {
        deed: 'correct',
        by: '周城建',
        reason: '立项时填错了。',
        changes: [
          { field: '专项', from: before, to: name },
          { field: '目标数量', from: '4处', to: '6处' },
          { field: '负责人', from: '周城建', to: '郑城建' },
        ],
      },
    ]);
    expect((await page('chen', id)).course).toEqual([]);
    const now = { name, owner: 'P-zheng', goalQuantity: '6', version: 2 };
    await town.refused('campaigns.campaign-changed', () => correct('tian', { ...now, version: 1 }));
    await town.refused('campaigns.correction-same', () => correct('tian', now));
    await town.refused('campaigns.campaign-wrong', () => correct('tian', { ...now, owner: 'P-0' }));
    await town.refused('campaigns.campaign-wrong', () =>
      correct('tian', { ...now, villages: ['东溪村', '河口村', '城建办'] }),
    );
    await town.refused('campaigns.village-has-spots', () =>
      correct('tian', { ...now, villages: ['东溪村'] }),
    );
    await town.refused('campaigns.campaign-not-yours', () => correct('gu', now));
    await town.campaign({ name: `${name}二` });
    await town.refused('campaigns.name-taken', () =>
      correct('tian', { ...now, name: `${name}二` }),
    );
    await town.pass('2026-05-01T02:00:00.000Z');
    await town.refused('campaigns.correction-over', () =>
      correct('tian', { ...now, name: '晚了' }),
    );
  });

  it('of its end is a leader’s, who is not its owner, and does not come after it', async () => {
    const id = await anew();
    const move = (name: string, to: string, version = 1) =>
      town.who(name).post(`${town.path}/${id}/end-moves`, { version, to, reason: '汛期推迟。' });
    await town.refused('gate.not-permitted', () => move('tian', '2026-05-31'));
    await town.refused('campaigns.campaign-wrong', () => move('gu', '2026-04-09'));
    await town.refused('campaigns.correction-same', () => move('gu', '2026-04-30'));
    expect((await page('gu', id)).may).toMatchObject({ correct: false, moveEnd: true });
    const { body } = await move('gu', '2026-05-31');
    expect(body.campaign.to).toBe('2026-05-31');
    expect(body.course).toMatchObject([
      { deed: 'moveEnd', changes: [{ from: '2026-04-30', to: '2026-05-31' }] },
    ]);
    await town.pass('2026-05-20T02:00:00.000Z');
    expect((await page('gu', id)).campaign.state).toBe('running');
    await town.pass('2026-06-01T02:00:00.000Z');
    await town.refused('campaigns.correction-over', () => move('gu', '2026-06-30', 2));
    kit().setNow('2026-04-10T02:00:00.000Z');
    const own = await town.campaign({ name: `领导专项${randomUUID().slice(0, 8)}`, owner: 'P-gu' });
    expect((await page('gu', own)).may.moveEnd).toBe(false);
    await town.refused('campaigns.own-end', () =>
      town
        .who('gu')
        .post(`${town.path}/${own}/end-moves`, { version: 1, to: '2026-05-31', reason: '推迟。' }),
    );
  });

  it('of a spot keeps what stood; its stage and income are not written over', async () => {
    const id = await anew();
    const spot = await town.spot(id);
    const correct = (name: string, words: object = {}) =>
      town.who(name).post(`${town.path}/${id}/spots/${spot}/corrections`, { ...ofSpot, ...words });
    const { body } = await correct('zheng', { quantity: '0.4', place: '老晒场东侧' });
    expect(body.spot).toMatchObject({ quantity: '0.4', place: '老晒场东侧', stage: 0 });
    expect(body.course.at(-1)).toMatchObject({
      deed: 'change',
      by: '郑城建',
      note: '现场重新量过。',
      changes: [
        { field: '地点', from: '村口老晒场', to: '老晒场东侧' },
        { field: '数量', from: '0.35亩', to: '0.4亩' },
      ],
    });
    const now = { quantity: '0.4', place: '老晒场东侧', version: 2 };
    await town.refused('campaigns.spot-changed', () => correct('zhou'));
    await town.refused('campaigns.correction-same', () => correct('zhou', now));
    await town.refused('campaigns.found-later', () =>
      correct('zhou', { ...now, foundOn: '2026-04-11' }),
    );
    await town.refused('campaigns.campaign-not-yours', () => correct('gu', now));
    await town.course({ id, spot }, ['tian', 'strike', { note: '和2号是同一处。' }]);
    await town.refused('campaigns.spot-state', () => correct('zhou', { ...now, version: 3 }));
  });

  it('strikes off what should never have stood on the list: it counts nowhere', async () => {
    const id = await anew();
    const at = { id, spot: await town.spot(id) };
    await town.spot(id, { number: '2' });
    await town.refused('campaigns.spot-words', () => town.act('zhou', at, 'strike'));
    await town.course(at, ['zheng', 'advance']);
    const note = '和2号是同一处。';
    await town.refused('campaigns.own-spot', () => town.act('zheng', at, 'strike', { note }));
    await town.course(at, ['zhou', 'strike', { note }]);
    const { figures, spots } = await page('gu', id);
    expect(figures.total).toMatchObject({ spots: 1, open: 1, struck: 1 });
    expect(figures.total.amounts).toEqual([{ unit: '亩', sum: '0.35' }]);
    expect(spots.map(({ state }: { state: string }) => state)).toEqual(['struck', 'open']);
    const { rows } = (await town.who('gu').get(town.path)).body;
    const row = rows.find((one: { id: string }) => one.id === id);
    expect(row).toMatchObject({ spots: 1, open: 1, struck: 1 });
  });
});

describe('the end', () => {
  it('comes by itself after the last day; one line asks its owner, until every spot is decided', async () => {
    const id = await town.campaign({ name: '到期专项' });
    const spots = [await town.spot(id), await town.spot(id, { number: '2' })];
    const third = await town.spot(id, { number: '3', village: '河口村' });
    await town.pass('2026-04-30T10:00:00.000Z');
    expect((await page('zhou', id)).campaign.state).toBe('running');
    await town.pass('2026-04-30T16:30:00.000Z'); // 1 May in China
    await town.pass('2026-05-01T02:00:00.000Z');
    const line = (n: number) => `已到期：还有 ${n} 处未销号，去向请逐处定（到期专项）`;
    const own = (await deskTitles('zhou')).filter((title) => title.includes('到期专项'));
    expect(own).toEqual([line(3)]);
    expect(await deskTitles('nong')).not.toContain(line(3));
    const { campaign, may } = await page('zhou', id);
    expect([campaign.state, may.add]).toEqual(['ended', false]);
    await town.refused('campaigns.campaign-over', () =>
      town.who('zhou').post(`${town.path}/${id}/spots`, { ...soundSpot, number: '9' }),
    );
    const [first = '', second = ''] = spots;
    await town.refused('campaigns.spot-words', () =>
      town.act('zhou', { id, spot: first }, 'leave'),
    );
    await town.refused('campaigns.spot-words', () => town.act('zhou', { id, spot: first }, 'hand'));
    await town.course({ id, spot: first }, ['zhou', 'leave', { note: '权属有争议，等仲裁。' }]);
    expect(await deskTitles('zhou')).toContain(line(2));
    const item = { lead: '城建办', accountable: 'P-zheng', dueOn: '2026-06-30' };
    await town.course({ id, spot: second }, ['tian', 'hand', { item }]);
    const handed = await spotPage('tian', id, second);
    expect(handed).toMatchObject({ spot: { state: 'handed' }, item: { no: expect.any(String) } });
    const made = (await town.who('tian').get(`${town.items.base}/${handed.item.id}`)).body;
    expect(made).toMatchObject({
      item: { state: 'assigned', accountable: { code: 'P-zheng' }, dueOn: '2026-06-30' },
      source: { kind: 'campaign', document: '到期专项' },
    });
    const photo = await town.photo('zhou');
    const at = { id, spot: third };
    await town.course(at, ['zhou', 'advance'], ['zhou', 'advance'], ['zhou', 'advance']);
    await town.course(at, ['zhou', 'prove', { shows: 'after', evidence: [photo] }]);
    await town.course(at, ['zheng', 'close']);
    expect((await deskTitles('zhou')).filter((title) => title.includes('到期专项'))).toEqual([]);
    expect((await page('gu', id)).figures.total).toMatchObject({
      spots: 3,
      open: 0,
      closed: 1,
      handed: 1,
      left: 1,
    });
  });

  it('opens no line where nothing is open', async () => {
    const id = await town.campaign({ name: '没有点位的专项', to: '2026-04-12' });
    await town.pass('2026-04-13T02:00:00.000Z');
    expect((await page('zhou', id)).campaign.state).toBe('ended');
    const titles = await deskTitles('zhou');
    expect(titles.filter((title) => title.includes('没有点位的专项'))).toEqual([]);
  });
});
