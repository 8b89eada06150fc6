import { describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { putSmallRoster } from '../../test/kit/small-roster.ts';
import { openLine } from './index.ts';

const kit = useProgram();
const start = '2026-04-10T02:00:00.000Z';
const day = 24 * 60 * 60 * 1000;

interface Made {
  readonly id: string;
  readonly path: string;
  readonly pin: string;
}

interface TownKit {
  readonly tenant: string;
  readonly path: string;
  readonly administrator: Asker;
  readonly supervision: Asker;
}

/** A town with three matters of 东溪村, one of them a secret of work. */
async function townWith(code: string, name: string): Promise<TownKit> {
  kit().setNow(start);
  const tenant = await kit().town(code, name);
  await putSmallRoster(kit(), tenant);
  const administrator = await kit().person(code, `fang.${code}`, { role: 'administrator' });
  const supervision = await kit().person(code, `tian.${code}`, { role: 'supervision' });
  await kit().inside(tenant, async (db) => {
    const line = {
      room: 'work',
      kind: 'item',
      roles: ['resident-cadre', 'village'] as const,
      unit: '东溪村',
      address: '/work/items/1',
      contact: { unit: '城建办', person: 'P-0001' },
    };
    const place = { db, tenant: { id: tenant }, now: start };
    await openLine(place, {
      ...line,
      about: '1',
      title: '排查<b>自建房</b>',
      detail: '去年扣过2分',
      why: '书记在会上点了名',
      dueOn: '2026-04-20',
    });
    await openLine(place, { ...line, about: '2', title: '换公开栏', contact: {} });
    await openLine(place, { ...line, about: '3', title: '领导批示件', isWithheld: true });
    await openLine(place, { ...line, about: '4', title: '西岗村的事', unit: '西岗村' });
  });
  return { tenant, path: `/api/towns/${code}/desk/plain-links`, administrator, supervision };
}

async function made({ path, administrator, supervision }: TownKit): Promise<Made> {
  const setting = { decision: '青党办〔2026〕7号', contact: '党政办 0730-8800001' };
  const set = await administrator.ask('PUT', path, setting);
  expect(set.status).toBe(200);
  const { body, status } = await supervision.post(path, { unit: '东溪村' });
  expect(status).toBe(200);
  return body;
}

async function open(path: string, pin?: string, headers: Record<string, string> = {}) {
  const reply = await fetch(`${kit().origin}${path}`, {
    method: pin === undefined ? 'GET' : 'POST',
    headers: {
      ...headers,
      ...(pin === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(pin === undefined ? {} : { body: new URLSearchParams({ pin }) }),
  });
  return { status: reply.status, html: await reply.text(), headers: reply.headers };
}

/** A number that is surely not the right one. */
function wrongPin({ pin }: Made): string {
  return pin === '000000' ? '000001' : '000000';
}

async function stored(tenant: string) {
  return kit().inside(tenant, async (db) => ({
    links: await db.selectFrom('plain_link').selectAll().orderBy('created_at').execute(),
    readings: await db.selectFrom('plain_link_reading').selectAll().orderBy('id').execute(),
  }));
}

describe('a plain link', () => {
  it('is off until a decision is named, and makes nothing before that', async () => {
    const town = await townWith('qinghe', '青禾镇');
    const refused = await town.supervision.post(town.path, { unit: '东溪村' });
    expect(refused.body.code).toBe('desk.links-off');
    const silent = await town.administrator.ask('PUT', town.path, { decision: '7号', contact: '' });
    expect(silent.body.code).toBe('desk.link-contact-missing');
    expect((await town.administrator.get(town.path)).body).toEqual({ contact: '', rows: [] });
    expect((await stored(town.tenant)).links).toEqual([]);
    await made(town);
    const noVillage = await town.supervision.post(town.path, { unit: '城建办' });
    expect(noVillage.body.code).toBe('desk.village-unknown');
    expect((await stored(town.tenant)).links).toHaveLength(1);
  });

  it('shows titles, days and whom to ask for the number from the paper, and nothing else', async () => {
    const town = await townWith('baihe', '白鹤镇');
    const link = await made(town);
    expect(link.path).toMatch(/^\/l\/baihe\/(?:[2-9a-z]{4}-){4}[2-9a-z]{4}$/);
    expect(link.pin).toMatch(/^\d{6}$/);
    const asked = await open(link.path);
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('取阅码');
    expect(asked.html).not.toContain('东溪村');
    const read = await open(link.path, ` ${link.pin.slice(0, 3)} ${link.pin.slice(3)}`);
    expect(read.status).toBe(200);
    for (const said of [
      '白鹤镇东溪村清单',
      '排查&lt;b&gt;自建房&lt;/b&gt;',
      '4月20日',
      '<td>下面的电话</td>',
      '城建办',
    ])
      expect(read.html).toContain(said);
    expect(read.html).toContain('有 2 件事等本村');
    expect(read.html).toContain('0730-8800001');
    for (const hidden of ['领导批示件', '西岗村', '扣过', '点了名', '周砚', '<b>', '<script'])
      expect(read.html).not.toContain(hidden);
    expect(Buffer.byteLength(read.html)).toBeLessThan(20_000);
    const english = await open(link.path, undefined, { 'accept-language': 'en' });
    expect(english.html).toContain('six figures on the paper');
  });

  it('names the titles that tell of somebody, and leaves with them only if that is confirmed', async () => {
    const town = await townWith('heshan', '鹤山镇');
    const place = { tenant: { id: town.tenant } };
    const put = (about: string, title: string, now = start, more: object = {}) =>
      kit().inside(town.tenant, (db) =>
        openLine(
          { ...place, db, now },
          {
            room: 'work',
            kind: 'item',
            about,
            title,
            roles: ['resident-cadre', 'village'],
            unit: '东溪村',
            address: '/work/items/5',
            ...more,
          },
        ),
      );
    await put('5', '核对周砚的低保材料');
    await put('6', '回电 139 0000 0000 说清路灯');
    await put('7', '周砚批示件', start, { isWithheld: true });
    await town.administrator.ask('PUT', town.path, { decision: '7号', contact: '党政办' });
    const refused = await town.supervision.post(town.path, { unit: '东溪村' });
    expect([refused.status, refused.body.code]).toEqual([409, 'desk.link-titles']);
    expect(refused.body.detail).toContain('这 2 件的标题里有人名或号码');
    expect(refused.body.detail).not.toContain('批示件');
    const { titles } = refused.body.data;
    const [first] = titles;
    const half = { unit: '东溪村', confirmed: [first.id] };
    expect((await town.supervision.post(town.path, half)).body.code).toBe('desk.link-titles');
    expect((await stored(town.tenant)).links).toEqual([]);
    const confirmed = titles.map(({ id }: { id: string }) => id);
    const { body: link } = await town.supervision.post(town.path, { unit: '东溪村', confirmed });
    const later = new Date(Date.parse(start) + day).toISOString();
    await put('8', '再问周砚一次', later);
    await put('9', '修整水渠', later);
    const { html } = await open(link.path, link.pin);
    for (const said of ['核对周砚的低保材料', '修整水渠', '新来的一件']) {
      expect(html).toContain(said);
    }
    expect(html).not.toContain('再问');
  });

  it('leaks its address to nobody: no referrer, no cache, no script, no frame', async () => {
    const link = await made(await townWith('qingshan', '青山镇'));
    const { headers } = await open(link.path, link.pin);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('set-cookie')).toBeNull();
    const rules = headers.get('content-security-policy') ?? '';
    expect(rules).toContain("default-src 'none'");
    expect(rules).not.toMatch(/unsafe|script-src|https?:/);
    const { html } = await open(link.path);
    expect(html).not.toMatch(/(?:src|href)=|<script|\son[a-z]+=/);
  });

  it('keeps neither the address nor the number, only digests', async () => {
    const town = await townWith('shiqiao', '石桥镇');
    const link = await made(town);
    const { links } = await stored(town.tenant);
    const kept = JSON.stringify(links);
    const token = link.path.split('/').at(-1) ?? '';
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(token.replaceAll('-', ''));
    expect(links[0]?.pin_hash).toMatch(/^argon2id\$/);
    const audit = await kit().inside(town.tenant, (db) =>
      db.selectFrom('audit').selectAll().execute(),
    );
    const replies = await kit().inside(town.tenant, (db) =>
      db.selectFrom('idempotency').selectAll().execute(),
    );
    for (const text of [JSON.stringify(audit), JSON.stringify(replies)]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(`"${link.pin}"`);
    }
  });

  it('locks after five wrong numbers, even for the right one, and counts many at once', async () => {
    const town = await townWith('hekou', '河口镇');
    const link = await made(town);
    const wrong = wrongPin(link);
    const tries = await Promise.all(Array.from({ length: 12 }, () => open(link.path, wrong)));
    expect(tries.filter(({ status }) => status === 403)).toHaveLength(4);
    expect(tries.filter(({ status }) => status === 423)).toHaveLength(8);
    const right = await open(link.path, link.pin);
    expect(right.status).toBe(423);
    expect(right.html).not.toContain('自建房');
    const { body } = await town.supervision.get(town.path);
    expect(body.rows[0]).toMatchObject({ state: 'locked', readings: 0, wrongPins: 5 });
    // Whoever goes on trying leaves one line a minute.
    const locked = async () => {
      const { body } = await town.supervision.get(`${town.path}/${link.id}/readings`);
      return body.rows.filter(({ outcome }: { outcome: string }) => outcome === 'locked').length;
    };
    expect(await locked()).toBe(1);
    kit().setNow(new Date(Date.parse(start) + 61_000).toISOString());
    for (let at = 0; at < 3; at += 1) await open(link.path, wrong);
    expect(await locked()).toBe(2);
    kit().setNow(start);
  });

  it('forgets wrong numbers with the right one, and keeps every reading', async () => {
    const town = await townWith('changling', '长岭镇');
    const link = await made(town);
    for (let round = 0; round < 3; round += 1) {
      for (let at = 0; at < 4; at += 1) await open(link.path, wrongPin(link));
      expect((await open(link.path, link.pin)).status).toBe(200);
    }
    const { body } = await town.supervision.get(town.path);
    expect(body.rows[0]).toMatchObject({ state: 'live', readings: 3, wrongPins: 12 });
    const readings = await town.supervision.get(`${town.path}/${link.id}/readings`);
    expect(readings.body.rows).toHaveLength(15);
    expect(readings.body.rows[0]).toMatchObject({
      at: start,
      outcome: 'read',
      address: '127.0.0.*',
    });
    const changed = kit().inside(town.tenant, (db) =>
      db.updateTable('plain_link_reading').set({ outcome: 'read' }).execute(),
    );
    await expect(changed).rejects.toThrow(/permission denied/);
  });

  it('is over after seven days, when it is ended, replaced, or plain links are off', async () => {
    const town = await townWith('xinqiao', '新桥镇');
    const first = await made(town);
    const second = await made(town);
    expect((await open(first.path, first.pin)).status).toBe(404);
    expect((await open(second.path, second.pin)).status).toBe(200);
    kit().setNow(new Date(Date.parse(start) + 7 * day - 1000).toISOString());
    expect((await open(second.path, second.pin)).status).toBe(200);
    kit().setNow(new Date(Date.parse(start) + 7 * day).toISOString());
    const over = await open(second.path, second.pin);
    expect(over.status).toBe(404);
    expect(over.html).not.toContain('自建房');
    kit().setNow(start);
    await town.supervision.post(`${town.path}/${second.id}/end`);
    expect((await open(second.path)).status).toBe(404);
    const again = await town.supervision.post(`${town.path}/${second.id}/end`);
    expect(again.body.code).toBe('desk.link-unknown');
    const third = await made(town);
    await town.administrator.ask('PUT', town.path, { contact: '党政办' });
    expect((await open(third.path, third.pin)).status).toBe(404);
    const { readings } = await stored(town.tenant);
    expect(readings.filter(({ link_id: id }) => id === third.id)).toEqual([]);
  });

  it('answers alike to what was tampered with: a letter, the town, a zero byte', async () => {
    const own = await townWith('meiwan', '梅湾镇');
    await townWith('luoxi', '落溪镇');
    const link = await made(own);
    const last = link.path.at(-1) === 'a' ? 'b' : 'a';
    const paths = [
      `${link.path.slice(0, -1)}${last}`,
      link.path.replace('/meiwan/', '/luoxi/'),
      link.path.replace('/meiwan/', '/nowhere/'),
      '/l/meiwan/%00',
      `/l/meiwan/${'a'.repeat(90)}`,
    ];
    const answers = await Promise.all(paths.map((path) => open(path, link.pin)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
    expect((await stored(own.tenant)).readings).toEqual([]);
    // Typed in capitals and without hyphens it is the same address.
    const token = link.path.split('/').at(-1) ?? '';
    const typed = `/l/meiwan/${token.toUpperCase().replaceAll('-', '')}`;
    expect((await open(typed, link.pin)).status).toBe(200);
    const other = await kit().person('luoxi', 'other.luoxi', { role: 'administrator' });
    expect((await other.get(own.path)).status).toBe(404);
    const ended = await other.post(`/api/towns/luoxi/desk/plain-links/${link.id}/end`);
    expect(ended.body.code).toBe('desk.link-unknown');
    expect((await open(link.path, link.pin)).status).toBe(200);
  });
});
