import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { isOutage, problemError, problemOf, readableProblem } from '../src/api/problem.ts';
import { Saver, type SaveStep } from '../src/api/saver.ts';

/** A saver whose server and clock the test holds in its hands. */
function harness(replies: (string | Error)[]) {
  const sent: { input: string; key: string }[] = [];
  const steps: SaveStep[] = [];
  const pauses: number[] = [];
  let waiting: (() => void) | undefined;
  let keys = 0;
  const saver = new Saver<string, string>({
    call: async (input, key) => {
      sent.push({ input, key });
      const reply = replies.shift() ?? 'done';
      if (reply instanceof Error) throw reply;
      return reply;
    },
    newKey: () => {
      keys += 1;
      return `key-${keys}`;
    },
    later: (send, ms) => {
      pauses.push(ms);
      waiting = send;
      return () => {
        waiting = undefined;
      };
    },
    changed: ({ step }) => steps.push(step),
  });
  const settle = () => new Promise((done) => setImmediate(done));
  return {
    saver,
    sent,
    steps,
    pauses,
    settle,
    isWaiting: () => waiting !== undefined,
    wake: () => waiting?.(),
  };
}

const offline = new TypeError('Failed to fetch');
const refusal = problemError(
  { title: '检查 12 已于3月6日办结', detail: '请另开一次检查。', code: 'already-closed' },
  409,
);
const busy = new ORPCError('SERVICE_UNAVAILABLE', { status: 503 });

describe('saving', () => {
  it('is done with one reply', async () => {
    const { saver, sent, steps } = harness(['fact 17']);
    expect(await saver.run('a')).toBe('fact 17');
    expect(steps).toEqual(['saving', 'saved']);
    expect(sent).toEqual([{ input: 'a', key: 'key-1' }]);
    expect(saver.isBusy).toBe(false);
  });

  it('waits for the network and sends again under the same key', async () => {
    const { saver, sent, steps, pauses, wake, settle } = harness([offline, offline, 'fact 17']);
    const reply = saver.run('a');
    await settle();
    expect(saver.state).toEqual({ step: 'waiting', byServer: false });
    wake();
    await settle();
    wake();
    expect(await reply).toBe('fact 17');
    expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(['key-1']));
    expect(sent).toHaveLength(3);
    expect(steps).toEqual(['saving', 'waiting', 'saving', 'waiting', 'saving', 'saved']);
    expect(pauses).toEqual([2_000, 5_000]);
  });

  it('says when it is the server that is away', async () => {
    const { saver, settle } = harness([busy]);
    void saver.run('a');
    await settle();
    expect(saver.state.byServer).toBe(true);
    expect(saver.isBusy).toBe(true);
  });

  it('sends the next deed only after the one before it, under its own key', async () => {
    const { saver, sent, wake, settle } = harness([offline]);
    const both = Promise.all([saver.run('a'), saver.run('b')]);
    await settle();
    expect(sent.map(({ input }) => input)).toEqual(['a']);
    wake();
    expect(await both).toEqual(['done', 'done']);
    expect(sent.map(({ input, key }) => `${input} ${key}`)).toEqual([
      'a key-1',
      'a key-1',
      'b key-2',
    ]);
  });

  it('stops at a refusal, and does not send what was built on it', async () => {
    const { saver, sent, isWaiting } = harness([refusal as Error]);
    expect(await Promise.all([saver.run('a'), saver.run('b')])).toEqual([undefined, undefined]);
    expect(saver.state.step).toBe('refused');
    expect(saver.state.problem?.detail).toBe('请另开一次检查。');
    expect(sent).toHaveLength(1);
    expect([saver.isBusy, isWaiting()]).toEqual([false, false]);
  });

  it('tells a bug from a refusal', async () => {
    const { saver } = harness([problemError({ title: 'x', incident: 'A1' }, 500) as Error]);
    await saver.run('a');
    expect(saver.state).toMatchObject({ step: 'failed', problem: { incident: 'A1' } });
  });

  it('stops sending by itself when the page is left', async () => {
    const { saver, settle, isWaiting } = harness([offline]);
    void saver.run('a');
    await settle();
    saver.stop();
    expect(isWaiting()).toBe(false);
  });
});

describe('problems', () => {
  it('are read from the body, whatever else it says', () => {
    const problem = problemOf(
      problemError({ title: '不能', code: 'no', status: 200, data: { a: 1 } }, 403),
    );
    expect(problem).toEqual({ status: 403, code: 'no', title: '不能', data: { a: 1 } });
    expect(problemError('nonsense', 500)).toBeNull();
    expect(problemOf(offline)).toBeUndefined();
  });

  it('are told from outages', () => {
    expect([offline, busy, refusal, new Error('bug')].map(isOutage)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('reach the client library under the name it parses', async () => {
    const type = { 'content-type': 'application/problem+json; charset=utf-8' };
    const reply = readableProblem(new Response('{"title":"不能"}', { status: 409, headers: type }));
    expect(reply.headers.get('content-type')).toBe('application/json');
    expect([reply.status, await reply.json()]).toEqual([409, { title: '不能' }]);
    const other = new Response('x');
    expect(readableProblem(other)).toBe(other);
  });
});
