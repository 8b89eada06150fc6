import { createHash, randomBytes } from 'node:crypto';
import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { problemError } from '../src/api/problem.ts';
import { sha256Of } from '../src/evidence/sha256.ts';
import { Uploading, type UploadState } from '../src/evidence/uploading.ts';

const offline = new TypeError('Failed to fetch');
const refusal = problemError(
  { title: '', detail: '“现场.heic”读不了。', code: 'evidence.picture-heic' },
  415,
);
const busy = problemError(
  { title: '', detail: '上一段还在接收。', code: 'evidence.upload-busy' },
  409,
);
const signedOut = problemError({ title: '', detail: '请重新登录。', code: 'gate.sign-in' }, 401);

type Failing = 'hash' | 'open' | 'arrived' | 'send' | 'finish';

/** A server of ten-byte parts and a clock, both in the hands of the test. */
function harness({ bytes = 25, examinedAfter = 0 } = {}) {
  const calls: string[] = [];
  const failures = new Map<Failing, (Error | null)[]>();
  const states: UploadState<string>[] = [];
  let arrived = 0;
  let polls = 0;
  let waiting: { go: () => void; ms: number } | undefined;
  const call = (name: Failing, said: string) => {
    calls.push(said);
    const failure = failures.get(name)?.shift();
    if (failure) throw failure;
  };
  const uploading = new Uploading<string>(new File([new Uint8Array(bytes)], '现场.jpg'), {
    hash: async (_file, progress) => {
      call('hash', 'hash');
      progress(bytes);
      return 'a1';
    },
    open: async (sha256, key) => {
      call('open', `open ${sha256} ${key}`);
      return { uploadId: 'u1', received: 0 };
    },
    arrived: async (uploadId) => {
      call('arrived', `arrived ${uploadId}`);
      return { uploadId, received: arrived };
    },
    send: async (_uploadId, offset) => {
      const received = Math.min(offset + 10, bytes);
      // The part arrives even where its answer is lost.
      arrived = received;
      call('send', `send ${offset}`);
      return { received };
    },
    finish: async () => {
      call('finish', 'finish');
      polls += 1;
      if (polls <= examinedAfter) return { state: 'examining' };
      return { state: 'kept', evidence: 'photo', notices: ['换成了 JPG。'] };
    },
    drop: async (uploadId) => calls.push(`drop ${uploadId}`),
    newKey: () => 'k1',
    later: (go, ms) => {
      waiting = { go, ms };
      return () => {
        waiting = undefined;
      };
    },
    changed: (state) => states.push(state),
  });
  const settle = () => new Promise((done) => setImmediate(done));
  return {
    uploading,
    calls,
    states,
    settle,
    fail: (name: Failing, ...errors: (Error | null)[]) => failures.set(name, errors),
    /** Lets the clock reach what it waits for, and says how long that was. */
    wake: async () => {
      const next = waiting;
      waiting = undefined;
      next?.go();
      await settle();
      return next?.ms;
    },
    start: async () => {
      void uploading.confirm(Promise.resolve());
      await settle();
    },
  };
}

describe('a file on its way', () => {
  it('waits for a person, then goes in parts until it is kept', async () => {
    const { uploading, calls, states, start } = harness();
    expect(uploading.state.step).toBe('unconfirmed');
    expect(calls).toEqual([]);
    await start();
    expect(calls).toEqual(['hash', 'open a1 k1', 'send 0', 'send 10', 'send 20', 'finish']);
    expect(states.map(({ step, done }) => `${step} ${done}`)).toEqual([
      'queued 0',
      'hashing 25',
      'sending 0',
      'sending 10',
      'sending 20',
      'sending 25',
      'examining 25',
      'kept 25',
    ]);
    expect(uploading.state).toMatchObject({ kept: 'photo', notices: ['换成了 JPG。'] });
    expect(uploading.isUnderWay).toBe(false);
  });

  it('asks after an outage how far it came, and sends nothing twice', async () => {
    const { uploading, calls, fail, start, wake } = harness();
    fail('send', null, offline);
    fail('arrived', offline);
    await start();
    expect(uploading.state).toEqual({ step: 'waiting', done: 10, notices: [] });
    expect(uploading.isUnderWay).toBe(true);
    expect(await wake()).toBe(2_000);
    expect(await wake()).toBe(5_000);
    expect(uploading.state.step).toBe('kept');
    expect(calls.slice(2)).toEqual([
      'send 0',
      'send 10',
      'arrived u1',
      'arrived u1',
      'send 20',
      'finish',
    ]);
  });

  it('repeats an announcement whose answer was lost under the same key', async () => {
    const { calls, fail, start, wake } = harness();
    fail('open', offline);
    await start();
    await wake();
    expect(calls.filter((said) => said.startsWith('open'))).toEqual(['open a1 k1', 'open a1 k1']);
    expect(calls.filter((said) => said === 'hash')).toHaveLength(1);
  });

  it('waits where the server still has a hand on the part before', async () => {
    const { uploading, fail, start, wake } = harness();
    fail('send', busy);
    await start();
    expect(uploading.state.step).toBe('waiting');
    await wake();
    expect(uploading.state.step).toBe('kept');
  });

  it('asks again while the server examines', async () => {
    const { uploading, calls, start, wake } = harness({ examinedAfter: 2 });
    await start();
    expect(uploading.state.step).toBe('examining');
    await wake();
    await wake();
    expect(uploading.state.step).toBe('kept');
    expect(calls.filter((said) => said === 'finish')).toHaveLength(3);
  });

  it('says why it was refused, and does not try again by itself', async () => {
    const { uploading, calls, fail, start, wake } = harness();
    fail('finish', refusal);
    await start();
    expect(uploading.state).toMatchObject({
      step: 'refused',
      problem: { code: 'evidence.picture-heic', detail: '“现场.heic”读不了。' },
    });
    const before = [...calls];
    expect(await wake()).toBeUndefined();
    expect(calls).toEqual(before);
  });

  it('goes on where it was after signing in again', async () => {
    const { uploading, calls, fail, settle, start } = harness();
    fail('send', null, signedOut);
    await start();
    expect(uploading.state.step).toBe('refused');
    uploading.retry();
    await settle();
    expect(uploading.state.step).toBe('kept');
    expect(calls.filter((said) => said.startsWith('open'))).toHaveLength(1);
  });

  it('is no outage where the file cannot be read or the program failed', async () => {
    const unreadable = harness();
    unreadable.fail('hash', new DOMException('gone', 'NotReadableError'));
    await unreadable.start();
    expect(unreadable.uploading.state).toEqual({ step: 'failed', done: 0, notices: [] });
    const broken = harness();
    broken.fail('finish', new ORPCError('INTERNAL_SERVER_ERROR', { status: 500 }));
    await broken.start();
    expect(broken.uploading.state).toMatchObject({ step: 'failed', problem: { status: 500 } });
  });

  it('that is left is thrown away on the server and says no more', async () => {
    const { uploading, calls, fail, states, start, wake } = harness();
    fail('send', offline);
    await start();
    uploading.leave();
    const told = states.length;
    expect(calls.at(-1)).toBe('drop u1');
    await wake();
    expect(states).toHaveLength(told);
    expect(calls.at(-1)).toBe('drop u1');
  });

  it('lets the next file go when it is kept, refused or left', async () => {
    for (const end of ['kept', 'refused', 'left'] as const) {
      const { uploading, fail, settle } = harness();
      if (end === 'refused') fail('finish', refusal);
      if (end === 'left') fail('send', offline);
      let isOver = false;
      void uploading.confirm(Promise.resolve()).then(() => {
        isOver = true;
      });
      await settle();
      expect([end, isOver]).toEqual([end, end !== 'left']);
      uploading.leave();
      await settle();
      expect(isOver).toBe(true);
    }
  });
});

it.each([0, 1, 2_097_152, 5_000_001])('the hash of %i bytes is SHA-256', async (size) => {
  const bytes = randomBytes(size);
  const heard: number[] = [];
  const hash = await sha256Of(new Blob([bytes]), (done) => heard.push(done));
  expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(heard.at(-1) ?? 0).toBe(size);
});
