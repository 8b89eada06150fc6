/**
 * Laws of the evaluator, over random facts: order never matters, a duplicate changes nothing, a
 * reversal restores, lines add up, and the months add up to the year wherever the seals fall.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact, Seal } from '../../src/book/book.ts';
import { assess } from '../../src/evaluate/assess.ts';
import type { Line } from '../../src/evaluate/assessment.ts';
import { sealOf } from '../../src/evaluate/seal.ts';
import { clamp, compare, rational } from '../../src/number/rational.ts';
import { isoDate } from '../../src/time/dates.ts';
import { allLines, lawBook, lawScheme, manyFacts, perPeriodScheme, printedOf } from './town.ts';

const runs = { numRuns: 120 };
const june = { scheme: 'laws', period: '2026-06' } as const;
const march = { scheme: 'laws', period: '2026-03' } as const;

describe('one book, one answer', () => {
  test('the order of the facts in the book never matters', () => {
    fc.assert(
      fc.property(manyFacts, fc.infiniteStream(fc.nat()), (facts, noise) => {
        const keyed = facts.map((fact) => ({ fact, key: Number(noise.next().value) }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map((item) => item.fact);
        expect(assess(lawBook(shuffled), june)).toEqual(assess(lawBook(facts), june));
      }),
      runs,
    );
  });

  test('a fact posted twice counts once and is listed', () => {
    fc.assert(
      fc.property(manyFacts, fc.nat(), (facts, pick) => {
        fc.pre(facts.length > 0);
        const twice = facts[pick % facts.length] as Fact;
        const doubled = assess(lawBook([...facts, { ...twice, seq: 999 }]), june);
        const plain = assess(lawBook(facts), june);
        expect(totals(doubled)).toEqual(totals(plain));
        expect(doubled.notices.some((notice) => notice.code === 'fact-duplicate')).toBe(true);
      }),
      runs,
    );
  });

  test('a fact and its reversal leave every total as it was', () => {
    fc.assert(
      fc.property(
        manyFacts,
        fc.constantFrom('litter', 'undone', 'praised', 'fault'),
        (facts, kind) => {
          const wrong: Fact = {
            id: 'wrong',
            kind,
            form: 'event',
            about: [{ subject: 'A', as: '' }],
            on: '2026-03-14' as Fact['on'] & string,
            values: { places: '5', level: '市' },
            tags: [],
            evidence: [],
            seq: 500,
            matter: 'M1',
          };
          const back: Fact = { ...wrong, id: 'back', reverses: 'wrong', seq: 501 };
          const after = assess(lawBook([...facts, wrong, back]), june);
          expect(totals(after)).toEqual(totals(assess(lawBook(facts), june)));
        },
      ),
      runs,
    );
  });

  test('an earlier `upTo` gives what was known then', () => {
    fc.assert(
      fc.property(manyFacts, fc.nat({ max: 24 }), (facts, upTo) => {
        const then = assess(lawBook(facts.filter((fact) => fact.seq <= upTo)), march);
        const now = assess(lawBook(facts), { ...march, upTo });
        expect(totals(now)).toEqual(totals(then));
      }),
      runs,
    );
  });
});

describe('every number is the root of its lines', () => {
  test('printed children add up to their parent, in every month', () => {
    fc.assert(
      fc.property(manyFacts, fc.constantFrom(march, june), (facts, options) => {
        for (const line of allLines(assess(lawBook(facts), options))) {
          if (line.children.length === 0) continue;
          expect(sum(line.children), `${line.code} ${line.label}`).toBe(line.milli);
        }
      }),
      runs,
    );
  });

  test('facts the scheme or the roster does not know are listed and cost nothing', () => {
    fc.assert(
      fc.property(manyFacts, (facts) => {
        const strangers = facts.filter((fact) => fact.about[0]?.subject === 'stranger');
        const heard = strangers.filter((fact) => ['litter', 'undone', 'fault'].includes(fact.kind));
        const undone = heard.filter((fact) => fact.reverses === undefined);
        const result = assess(lawBook(facts), june);
        const listed = new Set(
          result.notices.filter((n) => n.code === 'fact-subject-unknown').flatMap((n) => n.factIds),
        );
        for (const fact of undone) expect(listed.has(fact.id)).toBe(true);
        expect(result.subjects.map((subject) => subject.code)).toEqual(['A', 'B']);
      }),
      runs,
    );
  });

  test('holding a value inside bounds twice is holding it once', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), fc.bigInt(), (a, b, c) => {
        const [value, low, high] = [rational(a), rational(b < c ? b : c), rational(b < c ? c : b)];
        const once = clamp(value, low, high);
        expect(compare(clamp(once, low, high), once)).toBe(0);
      }),
      runs,
    );
  });
});

describe('the months add up to the year', () => {
  const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];

  test('for year-long lines, whatever the order of posting and wherever the seals fall', () => {
    fc.assert(
      fc.property(manyFacts, fc.array(fc.nat({ max: 24 }), { maxLength: 5 }), (facts, cuts) => {
        const seals: Seal[] = [];
        for (const [index, atSeq] of [...cuts].sort((a, b) => a - b).entries()) {
          const period = months[index] as string;
          const result = assess(lawBook(facts, seals), { scheme: 'laws', period, upTo: atSeq });
          seals.push(sealOf(result, { facts, seals }));
        }
        const book = lawBook(facts, seals);
        const year = assess(
          { ...book, schemes: [lawScheme('year')], seals: [] },
          {
            scheme: 'laws',
            period: '2026',
          },
        );
        for (const code of ['y', 'y1', 'y2', 'y3']) {
          const flows = months.map((period) => {
            const seal = seals.find((item) => item.period === period);
            return (
              seal?.printed.A?.[code] ??
              printedOf(assess(book, { scheme: 'laws', period }), 'A', code) ??
              0
            );
          });
          const rest = code === 'y' ? monthsLeft(book) : 0;
          expect(flows.reduce((a, b) => a + b, 0) + rest, code).toBe(printedOf(year, 'A', code));
        }
      }),
      runs,
    );
  });

  test('corrections of sealed months make good exactly what the reversed facts took', () => {
    fc.assert(
      fc.property(manyFacts, fc.array(fc.nat({ max: 24 }), { maxLength: 6 }), (facts, cuts) => {
        const seals = cuts
          .sort((a, b) => a - b)
          .map((atSeq, index) => emptySeal(months[index] as string, atSeq));
        const schemes = [perPeriodScheme()];
        const totalsOf = (list: readonly Fact[]) =>
          [...months, '2026-07'].map((period) => {
            const book = { ...lawBook(list, seals), schemes };
            const result = assess(book, { scheme: 'laws', period, asOf: isoDate('2026-12-31') });
            return printedOf(result, 'A', 'total') ?? 0;
          });
        const reversed = new Set(facts.flatMap((fact) => validTargets(facts, fact)));
        const without = facts.filter(
          (fact) => fact.reverses === undefined && !reversed.has(fact.id),
        );
        const given = totalsOf(facts).reduce((a, b) => a + b, 0);
        expect(given).toBe(totalsOf(without).reduce((a, b) => a + b, 0));
      }),
      runs,
    );
  });

  /** The full mark is granted once, in December: what July to December still give. */
  function monthsLeft(book: ReturnType<typeof lawBook>): number {
    const later = ['07', '08', '09', '10', '11', '12'].map((month) =>
      printedOf(assess(book, { scheme: 'laws', period: `2026-${month}` }), 'A', 'y'),
    );
    return later.reduce((a: number, b) => a + (b ?? 0), 0);
  }
});

/** A sealed month whose printed numbers nobody reads: per-period lines give by difference. */
function emptySeal(period: string, atSeq: number): Seal {
  return { line: 'laws', period, edition: 1, atSeq, printed: {} };
}

/** The fact that this one reverses, if it is the first valid reversal of a plain fact. */
function validTargets(facts: readonly Fact[], reversal: Fact): string[] {
  const target = facts.find((fact) => fact.id === reversal.reverses);
  return target && target.reverses === undefined ? [target.id] : [];
}

function totals(result: ReturnType<typeof assess>) {
  return result.subjects.map((subject) => [subject.code, subject.totalMilli]);
}

function sum(lines: readonly Line[]): number {
  return lines.reduce((total, line) => total + line.milli, 0);
}
