/**
 * Stored at posting or worked out from the seals, a fact counts in the same period: over random
 * facts, reversals and seals every tree is the same, line by line.
 */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assess,
  countsInOf,
  type Fact,
  type PeriodId,
  type Scheme,
  type Seal,
  sealOf,
} from '../../src/index.ts';
import { lawBook, lawScheme, manyFacts, perPeriodScheme } from '../laws/town.ts';

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
const cuts = fc.array(fc.nat({ max: 24 }), { maxLength: 6 });

/** The facts as a ledger posts them one by one, months being sealed at the given postings. */
function posted(facts: readonly Fact[], sealedAt: readonly number[], scheme: Scheme): Fact[] {
  const ledger: Fact[] = [];
  for (const fact of facts) {
    const sealed = months
      .filter((_, index) => (sealedAt[index] ?? fact.seq) < fact.seq)
      .map((period) => ({ line: scheme.line, period }));
    const reversed = ledger.find(({ id }) => id === fact.reverses);
    const { countsIn, refused } = countsInOf(fact, {
      schemes: [scheme],
      sealed,
      ...(reversed ? { reversed } : {}),
    });
    expect(refused).toBe(false);
    ledger.push({ ...fact, countsIn });
  }
  return ledger;
}

test.each([
  ['year-long lines', lawScheme('month')],
  ['lines of a month', perPeriodScheme()],
])('stored or derived, one answer: %s', (_, scheme) => {
  let moved = 0;
  fc.assert(
    fc.property(manyFacts, cuts, (facts, unsorted) => {
      const sealedAt = unsorted.toSorted((a, b) => a - b);
      const stored = posted(facts, sealedAt, scheme);
      moved += stored.filter((fact) => fact.countsIn?.laws !== fact.on?.slice(0, 7)).length;
      const seals: Seal[] = [];
      const subjects = (list: readonly Fact[], period: PeriodId, upTo?: number) => {
        const book = { ...lawBook(list, seals), schemes: [scheme] };
        return assess(book, { scheme: 'laws', period, ...(upTo === undefined ? {} : { upTo }) });
      };
      for (const [index, period] of months.entries()) {
        const upTo = sealedAt[index];
        const result = subjects(stored, period, upTo);
        expect(result.subjects).toEqual(subjects(facts, period, upTo).subjects);
        if (upTo !== undefined) seals.push(sealOf(result, { facts: stored, seals }));
      }
      for (const period of months) {
        expect(subjects(stored, period).subjects).toEqual(subjects(facts, period).subjects);
      }
    }),
    { numRuns: 40 },
  );
  expect(moved).toBeGreaterThan(0);
});
