import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { openLine, tellGroups } from './index.ts';

const heard: string[] = [];
let status = 200;
let host = '';
let service: Server | undefined;

beforeAll(
  () =>
    new Promise<void>((resolve) => {
      service = createServer((request, reply) => {
        let text = '';
        request.on('data', (part) => {
          text += part;
        });
        request.on('end', () => {
          heard.push(text);
          reply.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
        });
      }).listen(0, '127.0.0.1', () => {
        const address = service?.address();
        host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
        resolve();
      });
    }),
);
afterAll(() => new Promise<void>((resolve) => service?.close(() => resolve())));

const kit = useProgram(() => ({ robotHosts: [host] }));
const friday = '2026-04-10T00:30:00.000Z';
const monday = '2026-04-13T00:30:00.000Z';

describe('the robot of a chat group', () => {
  it('is off, and turned on by a decision at a host that the installation allows', async () => {
    const tenant = await kit().town('qinghe', '青禾镇');
    const path = '/api/towns/qinghe/desk/robot';
    const fang = await kit().person('qinghe', 'fang', { role: 'administrator' });
    const gu = await kit().person('qinghe', 'gu', { role: 'leader' });
    const url = `http://${host}/robot?key=secret-of-the-group`;
    const decision = '青党办〔2026〕9号';
    expect((await gu.get(path)).status).toBe(403);
    expect((await gu.ask('PUT', path, { decision, url })).status).toBe(403);
    for (const wrong of [
      'https://elsewhere.example/robot',
      `http://name@${host}/robot`,
      'http://169.254.169.254/',
    ]) {
      const refused = await fang.ask('PUT', path, { decision, url: wrong });
      expect(refused.body.code).toBe('desk.robot-address');
    }
    const half = await fang.ask('PUT', path, { decision });
    expect(half.body.code).toBe('desk.robot-incomplete');
    expect((await fang.get(path)).body).toEqual({ hosts: [host] });
    await fang.ask('PUT', path, { decision, url });
    expect((await fang.get(path)).body).toEqual({ hosts: [host], decision });
    const audit = await kit().inside(tenant, (db) => db.selectFrom('audit').selectAll().execute());
    expect(JSON.stringify(audit)).not.toContain('secret-of-the-group');
  });

  it('says how many and nothing else, once a workday, however many runs there are', async () => {
    const tenant = await kit().town('hekou', '河口镇');
    const fang = await kit().person('hekou', 'fang.hekou', { role: 'administrator' });
    const path = '/api/towns/hekou/desk/robot';
    await fang.ask('PUT', path, { decision: '9号', url: `http://${host}/robot` });
    const needs = { database: kit().database, hosts: [host] };
    expect(await tellGroups(needs, friday)).toBe(0);
    await kit().inside(tenant, async (db) => {
      for (const about of ['1', '2']) {
        const line = { room: 'work', kind: 'item', about, title: '秘密的题目', address: '/work' };
        await openLine({ db, tenant: { id: tenant }, now: friday }, { ...line, roles: ['leader'] });
      }
    });
    heard.length = 0;
    // Saturday, before eight, in the evening.
    for (const at of [
      '2026-04-11T00:30:00.000Z',
      '2026-04-09T23:30:00.000Z',
      '2026-04-10T11:00:00.000Z',
    ])
      expect(await tellGroups(needs, at)).toBe(0);
    const runs = await Promise.all([1, 2, 3].map(() => tellGroups(needs, friday)));
    expect(runs.reduce((sum, told) => sum + told, 0)).toBe(1);
    expect(heard.map((text) => JSON.parse(text))).toEqual([
      { msgtype: 'text', text: { content: '您有 2 件待办（全镇未办）' } },
    ]);
    status = 302; // led elsewhere: not followed, and not said again that day
    expect(await tellGroups(needs, monday)).toBe(0);
    status = 200;
    expect(await tellGroups(needs, monday)).toBe(0);
    expect(heard).toHaveLength(2);
    // A host that is allowed no more is told nothing.
    expect(await tellGroups({ ...needs, hosts: [] }, '2026-04-14T00:30:00.000Z')).toBe(0);
    await fang.ask('PUT', path, {});
    expect(await tellGroups(needs, '2026-04-14T00:30:00.000Z')).toBe(0);
    expect(heard).toHaveLength(2);
  });
});
