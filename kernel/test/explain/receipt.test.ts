import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/evaluate/assess.ts';
import { factsUsed } from '../../src/explain/lines.ts';
import { canonicalJson, factSet, hashOf, receipt } from '../../src/explain/receipt.ts';
import { bookOf, facts, firstQuarter } from './qinghe.ts';

const book = bookOf();
const result = assess(book, firstQuarter);
const inputs = {
  scheme: book.schemes[0]!,
  roster: book.roster,
  calendar: book.calendar,
  facts: book.facts,
  result,
};

describe('canonical text', () => {
  it('sorts keys at every level, keeps the order of lists, and leaves out what has no value', () => {
    const value = { 乙: [2, 1], b: { z: true, a: null }, a: undefined };
    expect(canonicalJson(value)).toBe('{"b":{"a":null,"z":true},"乙":[2,1]}');
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const whole = JSON.parse(JSON.stringify(value), (_, item) =>
          typeof item === 'number' ? Math.trunc(item % 2 ** 40) + 0 : item,
        );
        expect(JSON.parse(canonicalJson(whole))).toEqual(whole);
      }),
    );
  });

  it.each([
    [0.5, 'not a safe integer: 0.5'],
    [Number.NaN, 'not a safe integer: NaN'],
    [2 ** 53, 'not a safe integer: 9007199254740992'],
    [1n, 'no canonical text for bigint'],
    [[undefined], 'no canonical text for undefined'],
    [{ a: () => 1 }, 'no canonical text for function'],
    [{ a: new Map() }, 'no canonical text for object'],
  ])('refuses %s', (value, message) => {
    expect(() => canonicalJson(value)).toThrow(new TypeError(message));
  });

  it('has the SHA-256 that everyone computes', () => {
    // printf '{}' | sha256sum
    expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});

describe('a receipt', () => {
  it('names the version and one hash for each input', () => {
    const made = receipt({ ...inputs, ledger: { root: 'ab'.repeat(32), size: 7 } });
    expect(made).toEqual({
      kernelVersion: '0.1.0',
      schemeSha256: hashOf(inputs.scheme),
      rosterSha256: hashOf(inputs.roster),
      calendarSha256: hashOf(inputs.calendar),
      factsKnown: { count: 7, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      factsUsed: { count: 7, sha256: made.factsKnown.sha256 },
      resultSha256: hashOf(result),
      ledger: { root: 'ab'.repeat(32), size: 7 },
    });
    const hashes = Object.values(made).filter((item) => typeof item === 'string');
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not depend on the order of the facts, nor on a fact given twice', () => {
    const made = receipt(inputs);
    const shuffled = fc.shuffledSubarray([...book.facts], { minLength: book.facts.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        const mixed = [...order, ...order.slice(0, 1)];
        const again = assess({ ...book, facts: mixed.slice(0, order.length) }, firstQuarter);
        expect(receipt({ ...inputs, facts: mixed, result: again })).toEqual(made);
      }),
    );
  });

  it('does not change when facts are posted later', () => {
    const known = { ...result, upTo: 7 };
    const later = { ...book.facts[0]!, id: '99', seq: 8 };
    const before = receipt({ ...inputs, result: known });
    expect(receipt({ ...inputs, result: known, facts: [...book.facts, later] })).toEqual(before);
    const same = receipt({
      ...inputs,
      facts: [...book.facts, { ...later, seq: 7 }],
      result: known,
    });
    expect(same.factsKnown).not.toEqual(before.factsKnown);
    expect(same.factsUsed).toEqual(before.factsUsed);
  });

  it('has another hash for every changed character of the facts', () => {
    const made = factSet(book.facts);
    const places = [...facts.matchAll(/[0-9一-龥]/g)].map((match) => match.index);
    fc.assert(
      fc.property(fc.constantFrom(...places), (place) => {
        const digit = facts[place] === '1' ? '2' : '1';
        const changed = `${facts.slice(0, place)}${digit}${facts.slice(place + 1)}`;
        let other: ReturnType<typeof factSet>;
        try {
          other = factSet(bookOf({ facts: changed }).facts);
        } catch {
          return; // no longer a fact, for example the 31st of February
        }
        expect(other.sha256).not.toBe(made.sha256);
      }),
    );
  });

  it.each([
    ['schemeSha256', { scheme: { ...inputs.scheme, version: '2026.2' } }],
    ['rosterSha256', { roster: { ...book.roster, units: book.roster.units.slice(1) } }],
    ['calendarSha256', { calendar: { years: {} } }],
    ['resultSha256', { result: { ...result, asOf: '2026-03-30' as typeof result.asOf } }],
    ['factsKnown', { facts: book.facts.slice(1) }],
  ] as const)('%s alone changes with its own input', (name, change) => {
    const [before, after] = [receipt(inputs), receipt({ ...inputs, ...change })];
    const changed = Object.keys(before).filter(
      (key) =>
        canonicalJson(before[key as keyof typeof before]) !==
        canonicalJson(after[key as keyof typeof after]),
    );
    expect(changed).toEqual(name === 'factsKnown' ? ['factsKnown', 'factsUsed'] : [name]);
  });

  it('counts as used what a line names, struck or not, and nothing else', () => {
    const unheard = `${facts}
- { id: "8", kind: unheard.of, about: dongxi, on: 2026-03-22 }`;
    const more = bookOf({ facts: unheard });
    const used = factsUsed(assess(more, firstQuarter));
    expect(used).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });
});
