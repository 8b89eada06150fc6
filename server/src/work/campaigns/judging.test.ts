/** Who judges a spot: nobody who worked on it, whoever acts for them, and no script. */

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CampaignTown, campaignTown } from '../../../test/campaign-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { machine } from '../../../test/machine.ts';

const kit = useProgram();
let town: CampaignTown;

beforeAll(async () => {
  town = await campaignTown(kit(), 'qinghe');
});
beforeEach(() => kit().setNow('2026-04-10T02:00:00.000Z'));

const anew = () => town.campaign({ name: `公共空间治理${randomUUID().slice(0, 8)}` });
const spotPage = async (name: string, id: string, spot: string) =>
  (await town.who(name).get(`${town.path}/${id}/spots/${spot}`)).body;

describe('whoever did the work', () => {
  const done = { how: 'inPerson' };
  const substitutes = async (absent: string, substitute: string) => {
    const administrator = await kit().person('qinghe', `guan${substitute}`, {
      role: 'administrator',
    });
    const accounts = '/api/towns/qinghe/accounts';
    const { body } = await town.who(absent).get(`${accounts}/own`);
    const named = await administrator.post(
      `${accounts}/${town.who(absent).accountId}/substitutes`,
      {
        grant: body.grants[0].id,
        substitute: town.who(substitute).accountId,
        from: '2026-04-10',
        to: '2026-04-24',
      },
    );
    expect(named.status).toBe(200);
  };
  const finished = async (at: { id: string; spot: string }, name: string) => {
    const evidence = [await town.photo(name)];
    await town.course(at, [name, 'advance'], [name, 'advance'], [name, 'advance']);
    await town.course(at, [name, 'prove', { shows: 'after', evidence }]);
  };

  it('does not close it through whoever stands in for them', async () => {
    await substitutes('zhou', 'nong');
    const id = await anew();
    const at = { id, spot: await town.spot(id) };
    await finished(at, 'zhou');
    expect(await spotPage('nong', id, at.spot)).toMatchObject({ isOwnWork: true });
    expect((await spotPage('nong', id, at.spot)).deeds).not.toContain('close');
    await town.refused('campaigns.own-spot', () => town.act('nong', at, 'close'));
    // Work of another is judged by the substitute, in the name of the absent.
    const other = { id, spot: await town.spot(id, { number: '2' }) };
    await finished(other, 'zheng');
    await town.course(other, ['nong', 'close']);
    const { course } = await spotPage('tian', id, other.spot);
    expect(course.at(-1)).toMatchObject({ deed: 'close', by: '农振兴', inPlaceOf: ['周城建'] });
  });

  it('is whoever was stood in for, whatever other role the substitute holds', async () => {
    await substitutes('zheng', 'he');
    const id = await anew();
    // A resident cadre of another village, who keeps the list only in the place of the absent.
    const at = { id, spot: await town.spot(id, { village: '河口村' }) };
    await finished(at, 'he');
    const { course } = await spotPage('tian', id, at.spot);
    expect(course.at(-1).inPlaceOf).toEqual(['郑城建']);
    await town.refused('campaigns.own-spot', () => town.act('zheng', at, 'close'));
    await town.course(at, ['tian', 'close']);
    // In the village that is theirs they keep the list in another's place too.
    const own = { id, spot: await town.spot(id, { number: '2' }) };
    await town.course(own, ['he', 'advance', done]);
    expect((await spotPage('tian', id, own.spot)).course.at(-1).inPlaceOf).toEqual(['郑城建']);
  });

  it('is not judged by a script in the name of somebody who did none', async () => {
    const id = await anew();
    const at = { id, spot: await town.spot(id) };
    await finished(at, 'zhou');
    const { version } = await spotPage('tian', id, at.spot);
    const token = await machine(kit(), town.who('tian'), {
      code: 'qinghe',
      scope: { campaigns: 'write' },
    });
    const act = (deed: string, words: object = {}) =>
      token('POST', `${town.path}/${id}/spots/${at.spot}/deeds`, { deed, version, ...words });
    await town.refused('gate.token-decides', () => act('close'));
    await town.refused('gate.token-decides', () => act('strike', { note: '和2号是同一处。' }));
    await town.refused('gate.token-decides', () => act('leave', { note: '权属有争议。' }));
    expect((await act('earn', { incomeFen: 100 })).status).toBe(200);
    await town.course(at, ['zheng', 'close']);
    await town.refused('gate.token-decides', () => act('reopen', { note: '反弹。' }));
    const leader = await machine(kit(), town.who('gu'), {
      code: 'qinghe',
      scope: { campaigns: 'write' },
    });
    await town.refused('gate.token-decides', () =>
      leader('POST', `${town.path}/${id}/end-moves`, {
        version: 1,
        to: '2026-05-31',
        reason: '汛期。',
      }),
    );
  });

  it('does not leave it as it is either', async () => {
    const id = await anew();
    const at = { id, spot: await town.spot(id) };
    await town.course(at, ['zhou', 'advance']);
    await town.pass('2026-05-01T02:00:00.000Z');
    const note = '权属有争议，等仲裁。';
    expect((await spotPage('zhou', id, at.spot)).deeds).not.toContain('leave');
    await town.refused('campaigns.own-spot', () => town.act('zhou', at, 'leave', { note }));
    await town.course(at, ['tian', 'leave', { note }]);
  });
});
