import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { closeLines, mailerOf, openLine, sendDigests } from './index.ts';

const kit = useProgram();
const matter = { room: 'work', kind: 'item' };
const friday = '2026-04-10T00:30:00.000Z'; // half past eight in China
const monday = '2026-04-13T00:30:00.000Z';
const origin = 'http://list.example';

let letters: string[] = [];
let answer: 'take' | 'refuse' | 'break' = 'take';
let port = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onRcptTo: (_address, _session, done) =>
    done(answer === 'refuse' ? new Error('no such mailbox') : null),
  onData: (stream, _session, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      letters.push(Buffer.concat(parts).toString());
      done(answer === 'break' ? new Error('broken off') : null);
    });
  },
});

beforeAll(
  () =>
    new Promise<void>((resolve) => {
      const listening = server.listen(0, '127.0.0.1', () => {
        const address = listening.address();
        port = typeof address === 'object' && address !== null ? address.port : 0;
        resolve();
      });
    }),
);
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  letters = [];
  answer = 'take';
});

function needs() {
  const mailer = mailerOf({ url: `smtp://127.0.0.1:${port}`, from: '清单 <list@list.example>' });
  return { database: kit().database, mailer, origin };
}

interface Town {
  readonly tenant: string;
  readonly path: string;
  readonly tian: Asker;
  open(about: string, dueOn?: string, at?: string): Promise<void>;
  close(about: string): Promise<void>;
}

/** A town whose supervision wants the e-mail; other towns of this file want none any more. */
async function townWith(code: string): Promise<Town> {
  const tenant = await kit().town(code, `${code}镇`);
  const tian = await kit().person(code, `tian.${code}`, { role: 'supervision' });
  const place = { tenant: { id: tenant } };
  const path = `/api/towns/${code}/desk/digest`;
  await tian.ask('PUT', path, { email: `${code}@mail.example` });
  return {
    tenant,
    path,
    tian,
    open: (about, dueOn, at = '2026-04-09T02:00:00.000Z') =>
      kit().inside(tenant, (db) =>
        openLine(
          { ...place, db, now: at },
          {
            ...matter,
            about,
            title: `秘密的题目 ${about}`,
            roles: ['supervision'],
            address: '/work/items/1',
            ...(dueOn === undefined ? {} : { dueOn }),
          },
        ),
      ),
    close: (about) =>
      kit().inside(tenant, (db) => closeLines({ ...place, db, now: friday }, { ...matter, about })),
  };
}

/** The words of a letter, decoded. */
function wordsOf(letter = ''): string {
  const [head = '', ...body] = letter.split('\r\n\r\n');
  const subject = [...head.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/gi)].map(([, text = '']) =>
    Buffer.from(text, 'base64').toString(),
  );
  return `${subject.join('')}\n${Buffer.from(body.join(''), 'base64').toString()}`;
}

async function stop({ tian, path }: Town): Promise<void> {
  await tian.ask('PUT', path, {});
}

describe('the one e-mail of a day', () => {
  it('tells how many wait and where, never what, and only on workdays by day', async () => {
    const town = await townWith('qinghe');
    const nothing = await sendDigests(needs(), friday);
    expect(nothing).toEqual({ sent: 0, failed: 0 });
    await town.open('1', '2026-04-08');
    await town.open('2', '2026-04-13');
    await town.open('3');
    const quiet = [
      '2026-04-09T23:59:00.000Z',
      '2026-04-10T10:00:00.000Z',
      '2026-04-11T00:30:00.000Z',
    ];
    for (const at of quiet) expect((await sendDigests(needs(), at)).sent).toBe(0);
    expect(letters).toEqual([]);
    expect(await sendDigests(needs(), friday)).toEqual({ sent: 1, failed: 0 });
    const [letter] = letters;
    expect(letter).toContain('To: qinghe@mail.example');
    expect(letter).toContain('Auto-Submitted: auto-generated');
    expect(wordsOf(letter)).toContain('qinghe镇：有 3 件事等您办');
    expect(wordsOf(letter)).toContain('超期 1 件，三个工作日内到期 1 件');
    expect(wordsOf(letter)).toContain(`${origin}/qinghe/desk`);
    expect(wordsOf(letter)).not.toContain('秘密的题目');
    expect((await town.tian.get(town.path)).body).toEqual({
      isPossible: false,
      email: 'qinghe@mail.example',
      lastSentAt: friday,
    });
    await stop(town);
  });

  it('works on the weekend days that are worked, and rests on those that are not', async () => {
    const town = await townWith('hekou');
    await town.open('1', undefined, '2026-09-01T00:00:00.000Z');
    for (const at of ['2026-10-01T00:30:00.000Z', '2026-10-11T00:30:00.000Z'])
      expect((await sendDigests(needs(), at)).sent).toBe(0);
    // 10 October 2026 is a Saturday that is worked for the holiday before.
    expect((await sendDigests(needs(), '2026-10-10T00:30:00.000Z')).sent).toBe(1);
    await stop(town);
  });

  it('is not sent where nothing is new since the last one', async () => {
    const town = await townWith('baihe');
    await town.open('1', '2026-04-17');
    expect((await sendDigests(needs(), friday)).sent).toBe(1);
    expect((await sendDigests(needs(), monday)).sent).toBe(0);
    // Three workdays before the 17th it comes near: that is new.
    expect((await sendDigests(needs(), '2026-04-14T00:30:00.000Z')).sent).toBe(1);
    expect((await sendDigests(needs(), '2026-04-15T00:30:00.000Z')).sent).toBe(0);
    // On the next workday after its day it is overdue: that is new.
    expect((await sendDigests(needs(), '2026-04-20T00:30:00.000Z')).sent).toBe(1);
    expect((await sendDigests(needs(), '2026-04-21T00:30:00.000Z')).sent).toBe(0);
    await town.open('2', undefined, '2026-04-21T03:00:00.000Z');
    await town.close('1');
    expect((await sendDigests(needs(), '2026-04-22T00:30:00.000Z')).sent).toBe(1);
    expect(letters).toHaveLength(4);
    await stop(town);
  });

  it('goes out once, however many runs there are at the same time', async () => {
    const town = await townWith('qingshan');
    await town.open('1');
    const runs = await Promise.all(Array.from({ length: 6 }, () => sendDigests(needs(), friday)));
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(letters).toHaveLength(1);
    expect((await sendDigests(needs(), '2026-04-10T01:30:00.000Z')).sent).toBe(0);
    expect(letters).toHaveLength(1);
    await stop(town);
  });

  it('is never sent twice after a run that was killed, before or after the letter went out', async () => {
    const town = await townWith('shiqiao');
    await town.open('1');
    for (const [at, whenKilled] of [
      [friday, 'before'],
      [monday, 'after'],
    ] as const) {
      letters = [];
      const { mailer, ...others } = needs();
      const killed = {
        send: async (mail: Parameters<typeof mailer.send>[0]): Promise<never> => {
          if (whenKilled === 'after') await mailer.send(mail);
          throw new Error('killed');
        },
      };
      await expect(sendDigests({ ...others, mailer: killed }, at)).rejects.toThrow('killed');
      const first = letters.length;
      expect((await sendDigests(needs(), at)).sent).toBe(0);
      expect(letters).toHaveLength(first);
    }
    // The next day tells it, for no letter is known to have gone out.
    expect((await sendDigests(needs(), '2026-04-14T00:30:00.000Z')).sent).toBe(1);
    await stop(town);
  });

  it('is tried again where it surely did not go out, and not where nobody knows', async () => {
    const town = await townWith('changling');
    await town.open('1');
    answer = 'refuse';
    expect(await sendDigests(needs(), friday)).toEqual({ sent: 0, failed: 1 });
    const nowhere = {
      ...needs(),
      mailer: mailerOf({ url: 'smtp://127.0.0.1:1', from: 'a@b.example' }),
    };
    expect(await sendDigests(nowhere, friday)).toEqual({ sent: 0, failed: 1 });
    answer = 'take';
    expect((await sendDigests(needs(), friday)).sent).toBe(1);
    answer = 'break';
    await town.open('2', undefined, '2026-04-11T00:00:00.000Z');
    letters = [];
    expect((await sendDigests(needs(), monday)).sent).toBe(0);
    answer = 'take';
    expect((await sendDigests(needs(), monday)).sent).toBe(0);
    expect(letters).toHaveLength(1);
    await stop(town);
  });

  it('goes to nobody who said no, holds no role any more, or was stopped', async () => {
    const town = await townWith('xinqiao');
    await town.open('1');
    await stop(town);
    expect((await sendDigests(needs(), friday)).sent).toBe(0);
    await town.tian.ask('PUT', town.path, { email: 'again@mail.example' });
    await kit()
      .database.queries.updateTable('account')
      .set({ disabled_at: friday })
      .where('id', '=', town.tian.accountId)
      .execute();
    expect((await sendDigests(needs(), friday)).sent).toBe(0);
    expect(letters).toEqual([]);
    const bad = await kit().person('xinqiao', 'bad.xinqiao', { role: 'leader' });
    expect((await bad.ask('PUT', town.path, { email: 'a\r\nBcc: x@y' })).status).toBe(422);
    expect((await bad.get(town.path)).body).toEqual({ isPossible: false });
    const audit = await kit().inside(town.tenant, (db) =>
      db.selectFrom('audit').selectAll().execute(),
    );
    expect(JSON.stringify(audit)).not.toContain('mail.example');
  });
});
