import { expect, it } from 'vitest';
import { stopwatch } from './stopwatch.ts';

it('tells each step once, in the order in which they began, also one that failed', async () => {
  let now = 0;
  const watch = stopwatch(() => now);
  const taking = (milliseconds: number) => async () => {
    now += milliseconds;
    return milliseconds;
  };
  await watch.time('数据库', async () => {
    await watch.time('升级', taking(300));
    now += 1000;
  });
  expect(await watch.time('升级', taking(200))).toBe(200);
  const failing = watch.time('封存', async () => {
    now += 100;
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(watch.told()).toBe('数据库 1.3、升级 0.5、封存 0.1');
});
