import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { type Asker, testPassword, useProgram } from '../../test/kit/rooms.ts';
import { openLine } from './index.ts';

const kit = useProgram();
const now = '2026-04-10T02:00:00.000Z';
const proof = { currentPassword: testPassword };
afterEach(() => kit().setNow(now));

interface Town {
  readonly tenant: string;
  readonly path: string;
  readonly tian: Asker;
}

async function townWith(code: string, name: string): Promise<Town> {
  const tenant = await kit().town(code, name);
  const tian = await kit().person(code, `tian.${code}`, { role: 'supervision' });
  await kit().inside(tenant, async (db) => {
    const line = { room: 'work', kind: 'item', roles: ['supervision'] as const };
    const place = { db, tenant: { id: tenant }, now };
    const address = '/work/items/1';
    const title = '排查自建房; 城建办,\n逐户 到场';
    await openLine(place, { ...line, about: '1', title, address, dueOn: '2026-04-20' });
    await openLine(place, { ...line, about: '2', title: '没有期限的', address });
    const secret = { title: '领导批示', address, dueOn: '2026-05-03', isWithheld: true };
    await openLine(place, { ...line, about: '3', ...secret });
    const others = { title: '别人的事', address, dueOn: '2026-04-21' };
    await openLine(place, { ...line, about: '4', ...others, roles: ['leader'] });
  });
  return { tenant, path: `/api/towns/${code}/desk/calendar-feed`, tian };
}

async function read(path: string) {
  const reply = await fetch(`${kit().origin}${path}`);
  return { status: reply.status, text: await reply.text(), headers: reply.headers };
}

/** What a calendar program makes of it: days and titles. */
function eventsOf(text: string): { title: string; day: string; isDate: boolean; url: string }[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      title: event.summary,
      day: event.startDate.toString(),
      isDate: event.startDate.isDate,
      url: String(component.getFirstPropertyValue('url')),
    };
  });
}

describe('a calendar feed', () => {
  it('tells every day of my own list as an all-day event, and a secret without its title', async () => {
    const { path, tian } = await townWith('qinghe', '青禾镇');
    expect((await tian.get(path)).body).toEqual({});
    const made = await tian.post(path, proof);
    const { status, text, headers } = await read(made.body.path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    const address = 'http://127.0.0.1/qinghe';
    expect(eventsOf(text)).toEqual([
      {
        title: '排查自建房; 城建办,\n逐户 到场',
        day: '2026-04-20',
        isDate: true,
        url: `${address}/work/items/1`,
      },
      {
        title: '有一件事到期，请在系统里看',
        day: '2026-05-06', // 五一 gives way to the next workday
        isDate: true,
        url: `${address}/desk`,
      },
    ]);
    // RFC 5545, 3.1: lines end with CRLF and are folded at 75 octets.
    for (const row of text.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect((await tian.get(path)).body).toEqual({
      madeAt: now,
      until: '2027-04-11',
      lastReadAt: now,
    });
  });

  it('ends when its owner says so, makes a new one, or may not enter any more', async () => {
    const { path, tenant, tian } = await townWith('hekou', '河口镇');
    expect((await tian.post(`${path}/end`)).body.code).toBe('desk.feed-none');
    const first = (await tian.post(path, proof)).body.path;
    const second = (await tian.post(path, proof)).body.path;
    expect(second).not.toBe(first);
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    await tian.post(`${path}/end`);
    expect((await read(second)).status).toBe(404);
    const third = (await tian.post(path, proof)).body.path;
    await kit().inside(tenant, (db) =>
      db.updateTable('role_grant').set({ to_on: '2026-04-09' }).execute(),
    );
    const gone = await read(third);
    expect([gone.status, gone.text]).toEqual([404, '']);
  });

  it('is a secret of 256 bits of which a digest is kept, in its own town only', async () => {
    const { path, tenant, tian } = await townWith('baihe', '白鹤镇');
    await townWith('luoxi', '落溪镇');
    const address: string = (await tian.post(path, proof)).body.path;
    const token = /^\/c\/baihe\/([\w-]{43})\.ics$/.exec(address)?.[1] ?? '';
    expect(token).not.toBe('');
    const kept = await kit().inside(tenant, async (db) => [
      await db.selectFrom('calendar_feed').selectAll().execute(),
      await db.selectFrom('audit').selectAll().execute(),
      await db.selectFrom('idempotency').selectAll().execute(),
    ]);
    expect(JSON.stringify(kept)).not.toContain(token);
    const last = token.endsWith('A') ? 'B' : 'A';
    const wrong = [
      `/c/luoxi/${token}.ics`,
      `/c/nowhere/${token}.ics`,
      `/c/baihe/${token.slice(0, -1)}${last}.ics`,
      '/c/baihe/.ics',
    ];
    for (const path of wrong) expect((await read(path)).status).toBe(404);
    expect((await read(address)).status).toBe(200);
  });

  it('is made by whoever has the password, and ends with it, with a stop, and after 366 days', async () => {
    const { path, tenant, tian } = await townWith('qingshan', '青山镇');
    const fang = await kit().person('qingshan', 'fang.qingshan', { role: 'administrator' });
    await kit().person('qingshan', 'fang2.qingshan', { role: 'administrator' });
    const accounts = `/api/towns/qingshan/accounts/${tian.accountId}`;
    expect((await tian.post(path)).status).toBe(422);
    const wrong = await tian.post(path, { currentPassword: 'not the right sentence at all' });
    expect(wrong.body.code).toBe('org.password-wrong');
    expect((await tian.get(path)).body).toEqual({});
    const feed: string = (await tian.post(path, proof)).body.path;
    const status = async (day: string) => {
      kit().setNow(`${day}T02:00:00.000Z`);
      return (await read(feed)).status;
    };
    expect([await status('2027-04-10'), await status('2027-04-11')]).toEqual([200, 404]);
    kit().setNow('2026-04-11T02:00:00.000Z');
    expect((await read(feed)).status).toBe(200);
    expect((await fang.post(`${accounts}/disable`, { reason: '借调' })).status).toBe(200);
    expect((await fang.post(`${accounts}/enable`)).status).toBe(200);
    expect((await read(feed)).status).toBe(404);
    const row = () =>
      kit().inside(tenant, (db) => db.selectFrom('calendar_feed').select('ended_at').execute());
    expect(await row()).toHaveLength(1);
  });
});
