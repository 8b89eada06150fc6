import { expect, it } from 'vitest';
import { lastSealed, movers, overdueOf } from '../src/desk/leader.ts';

type Rows<Fn extends (rows: never) => unknown> = Parameters<Fn>[0];

it('the last sealed period is the one sealed last, never one that is open', () => {
  const periods = [
    { period: '2026-Q1', state: 'sealed', sealedAt: '2026-04-27T02:00:00.000Z' },
    { period: '2026-Q4', state: 'open' },
    { period: '2026-Q2', state: 'sealed', sealedAt: '2026-07-27T02:00:00.000Z' },
  ] as unknown as Rows<typeof lastSealed>;
  expect(lastSealed(periods)?.period).toBe('2026-Q2');
  expect(lastSealed(periods.slice(1, 2))).toBeUndefined();
});

it('names those who gained and lost most, and nobody who stayed', () => {
  const moved = [1, -4, 0, 5, undefined, 2, -1, 3];
  const rows = moved.map((ranksUp, at) => ({ code: `${at}`, ranksUp })) as unknown as Rows<
    typeof movers
  >;
  const { up, down } = movers(rows);
  expect(up.map(({ ranksUp }) => ranksUp)).toEqual([5, 3, 2]);
  expect(down.map(({ ranksUp }) => ranksUp)).toEqual([-4, -1]);
});

it('a matter is late from the fourth day on; the others are counted', () => {
  const row = (office: string, matters: number, days: number) => ({ office, matters, days });
  const rows = [row('甲', 2, 4), row('乙', 3, 3), row('丙', 1, 0)] as unknown as Rows<
    typeof overdueOf
  >;
  const { late, others } = overdueOf(rows);
  expect([late.map(({ office }) => office), others]).toEqual([['甲'], 4]);
});
