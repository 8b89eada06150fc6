import { expect, it } from 'vitest';
import { lastSealed, movers, overdueOf } from '../src/desk/leader.ts';

type Rows<Fn extends (rows: never) => unknown> = Parameters<Fn>[0];

it('the last sealed period of each scheme is the one sealed last, never one that is open', () => {
  const sealed = (line: string, period: string, sealedAt: string) => ({
    ...{ line, period, state: 'sealed', sealedAt: `${sealedAt}T02:00:00.000Z` },
  });
  const periods = [
    sealed('daily', '2026-Q1', '2026-04-27'),
    { line: 'daily', period: '2026-Q4', state: 'open' },
    sealed('daily', '2026-Q2', '2026-07-27'),
    sealed('month', '2026-10', '2026-11-04'),
  ] as unknown as Rows<typeof lastSealed>;
  expect(lastSealed(periods).map(({ period }) => period)).toEqual(['2026-10', '2026-Q2']);
  expect(lastSealed(periods.slice(1, 2))).toEqual([]);
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
