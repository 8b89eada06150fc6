import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, toExactText } from '../../src/number/rational.ts';
import { monthsIn, stretchesOf } from '../../src/pay/terms.ts';
import { addDays, isoDate } from '../../src/time/dates.ts';
import { pay, payPartVeto, readerSaying, roster, schemeWith, subjectWith } from './sheet.ts';

const cents = fc
  .integer({ min: 0, max: 99_999_99 })
  .map((fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`);
const points = fc
  .integer({ min: -5_000, max: 1_200_000 })
  .map((milli) => toExactText(exact(`${milli}/1000`)));

describe('laws of pay', () => {
  it('the lines of a payee add up to the total, whatever the figures', () => {
    fc.assert(
      fc.property(
        cents,
        cents,
        points,
        points,
        fc.integer({ min: 0, max: 5 }),
        fc.boolean(),
        (a, b, score, full, events, struck) => {
          const scheme = schemeWith(`
- { code: rate, name: 甲, rule: { rate: { base: { 书记: "${a}", 主任: "${b}" }, denominator: fullMark } } }
- { code: fixed, name: 乙, byMonths: true, rule: { fixed: { amount: { 书记: "${b}", 主任: "${a}" } } } }
- { code: events, name: 丙, roles: [书记, 主任], rule: { perEvent: { kind: x, amount: "-400" } } }`);
          const reader = readerSaying({ quantity: { value: exact(String(events)), factIds: [] } });
          const vetoes = struck ? [payPartVeto('rate')] : [];
          const posts = roster.replace(
            'role: 主任, from: 2021-03-01',
            'role: 主任, from: 2026-03-08',
          );
          const result = pay(scheme, {
            reader,
            posts,
            subject: subjectWith({ score, full, vetoes }),
          });
          expect(result.payees).toHaveLength(2);
          for (const payee of result.payees) {
            const known = payee.lines.filter((line) => line.amountFen !== undefined);
            expect(payee.totalFen).toBe(
              known.reduce((sum, line) => sum + (line.amountFen ?? 0), 0),
            );
            expect(payee.provisional).toBe(known.length < payee.lines.length);
            for (const line of payee.lines)
              expect(Number.isSafeInteger(line.amountFen ?? 0)).toBe(true);
          }
        },
      ),
    );
  });

  it('months before and after any day of the year make twelve', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 363 }), (days) => {
        const day = addDays(isoDate('2026-01-01'), days);
        const before = toExactText(monthsIn(isoDate('2026-01-01'), day));
        const after = toExactText(monthsIn(addDays(day, 1), isoDate('2026-12-31')));
        const sum = pay(
          schemeWith(
            `- { code: f, name: 甲, byMonths: true, rule: { fixed: { amount: { 主任: "12000", 书记: "12000" } } } }`,
            { period: 'year' },
          ),
          {
            period: '2026',
            posts: `
persons: [ { code: a, name: 甲, class: x } ]
posts:
  - { person: a, unit: dongxi, role: 主任, from: 2026-01-01, to: ${day} }
  - { person: a, unit: dongxi, role: 书记, from: ${addDays(day, 1)} }`,
          },
        );
        expect(sum.payees[0]?.totalFen, `${before} + ${after}`).toBe(1_200_000);
      }),
    );
  });

  it('stretches never overlap: the same days in two roles are counted once', () => {
    const term = (role: string, from: string, to: string) => ({
      role,
      from: isoDate(from),
      to: isoDate(to),
    });
    const weights: Record<string, string> = { 书记: '800', 主任: '600' };
    const stretches = stretchesOf(
      [
        term('主任', '2026-01-01', '2026-12-31'),
        term('书记', '2026-04-01', '2026-06-30'),
        term('会计', '2026-01-01', '2026-12-31'),
      ],
      (role) => (weights[role] === undefined ? undefined : exact(weights[role])),
    );
    expect(
      stretches.map(({ role, besides, months }) => [role, besides, toExactText(months)]),
    ).toEqual([
      ['主任', [], '3'],
      ['书记', ['主任'], '3'],
      ['主任', [], '6'],
    ]);
  });
});
