/** A village objects through its plain link: one sentence, no account, few a day. */

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { type ObjectionTown, objectionTown } from '../../../test/objection-town.ts';

const kit = useProgram();
let town: ObjectionTown;
let link: { path: string; pin: string };

beforeAll(async () => {
  town = await objectionTown(kit(), 'qinghe');
  const fang = await kit().person('qinghe', 'fang', { role: 'administrator' });
  const path = `${town.base}/desk/plain-links`;
  await fang.ask('PUT', path, { decision: '青党办〔2026〕7号', contact: '党政办 0730-8800001' });
  link = (await town.who('tian').post(path, { unit: '东溪村' })).body;
});
beforeEach(() => kit().setNow('2026-04-10T02:00:00.000Z'));

async function send(fields: Record<string, string>) {
  const reply = await fetch(`${kit().origin}${link.path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  return { status: reply.status, html: await reply.text() };
}

async function ticket(): Promise<string> {
  const { html } = await send({ pin: link.pin });
  return /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

const listed = async () => (await town.who('wu').get(`${town.base}/objections`)).body.rows;

describe('a sentence through a plain link', () => {
  it('is an objection of the village, unclear until the office says what it is about', async () => {
    const { html } = await send({ ticket: await ticket(), said: '4月8日那3处垃圾是邻村的。' });
    expect(html).toContain('已经交给考核办');
    // The number stands nowhere in the page.
    expect(html).not.toContain(link.pin);
    const [row] = await listed();
    expect(row).toMatchObject({
      way: 'link',
      by: { code: '东溪村' },
      matter: { kind: 'unclear' },
      answerBy: '2026-04-21',
    });
    const read = await town.who('chen').get(`${town.base}/objections/${row.id}`);
    expect(read.body.said).toBe('4月8日那3处垃圾是邻村的。');
    expect(read.body.behalf).toBeUndefined();
    const fact = await town.fact();
    await town.refused('objections.wrong-state', () =>
      town.act('wu', row.id, 'assignment', { person: 'p-zheng' }),
    );
    const taken = await town.act('wu', row.id, 'acknowledgement', { fact });
    expect(taken.body.objection.matter).toMatchObject({ fact });
  });

  it('needs a ticket of this link that is not over, and something to say', async () => {
    const good = await ticket();
    for (const fields of [
      { ticket: `${good}0`, said: '这条不对，请核实。' },
      { ticket: '', said: '这条不对，请核实。' },
      { ticket: `zzzzzzzz.${good.split('.')[1]}`, said: '这条不对，请核实。' },
    ]) {
      const before = await town.state();
      expect((await send(fields)).status).toBe(403);
      expect(await town.state()).toBe(before);
    }
    for (const said of ['不对', 'x'.repeat(2001)]) {
      const before = await town.state();
      expect((await send({ ticket: good, said })).html).toContain('没有收下');
      expect(await town.state()).toBe(before);
    }
    kit().setNow('2026-04-10T03:01:00.000Z');
    const before = await town.state();
    expect((await send({ ticket: good, said: '这条不对，请核实。' })).status).toBe(403);
    expect(await town.state()).toBe(before);
  });

  it('is taken five times a day', async () => {
    kit().setNow('2026-04-12T02:00:00.000Z');
    const held = (await listed()).length;
    const good = await ticket();
    for (let at = 0; at < 6; at += 1) {
      const { html } = await send({ ticket: good, said: `第${at}条不对，请核实。` });
      expect([at, html.includes('已经交给考核办')]).toEqual([at, at < 5]);
    }
    expect((await listed()).length).toBe(held + 5);
  });

  it('is taken five times a day also where all come at once', async () => {
    kit().setNow('2026-04-14T02:00:00.000Z');
    const held = (await listed()).length;
    const good = await ticket();
    const replies = await Promise.all(
      Array.from({ length: 9 }, (_, at) => send({ ticket: good, said: `第${at}条不对，请核实。` })),
    );
    expect(replies.filter(({ html }) => html.includes('已经交给考核办'))).toHaveLength(5);
    expect((await listed()).length).toBe(held + 5);
  });
});
