/** What a leaf commits to, what it leaves erasable, and that nothing committed can be changed. */

import { describe, expect, test } from 'vitest';
import {
  factLeaf,
  freeTextOf,
  inclusionProof,
  leafHash,
  type PostedFact,
  rootOfLeaves,
  textDigest,
  verifyInclusion,
} from '../../src/index.ts';
import { isoDate } from '../../src/time/dates.ts';

const salt = '000102030405060708090a0b0c0d0e0f';

/** A fact with every key that a fact may have. */
const full: PostedFact = {
  id: 'F-2026-0012',
  seq: 12,
  kind: 'garbage',
  form: 'event',
  about: [{ subject: '东溪村', as: '' }],
  on: isoDate('2026-03-04'),
  to: isoDate('2026-03-05'),
  period: '2026-03',
  values: { 处数: '5', 完成率: { num: '45', den: '60' } },
  tags: ['村口'],
  matter: 'R-1',
  doc: { no: '青督〔2026〕2号', body: '青禾镇督查室', date: isoDate('2026-03-06'), level: '镇级' },
  chosen: { scheme: 'village', clause: '1.2', points: '-1.5', reason: '群众等候两小时' },
  evidence: ['5df6e0e2761359d30a8275058e299fcc0381534545f55cf43e41983f5d4c9456'],
  recordedBy: 'p-17',
  reviewedBy: 'p-21',
  postedAt: '2026-03-06T08:30:00.000Z',
  countsIn: { village: '2026-03' },
  reverses: 'F-2026-0009',
  note: '三月明查，村口两处',
};
const text = freeTextOf(full) ?? {};
const digest = textDigest({ salt, ...text });
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a leaf', () => {
  test('is this text, and any program can write it again', () => {
    const small: PostedFact = {
      id: 'f1',
      seq: 1,
      kind: 'garbage',
      form: 'event',
      about: [{ subject: 'A', as: '' }],
      on: isoDate('2026-03-04'),
      values: {},
      tags: [],
      evidence: [],
      postedAt: '2026-03-06T08:30:00.000Z',
    };
    expect(textOf(factLeaf(small))).toBe(
      '{"fact":{"about":[{"as":"","subject":"A"}],"evidence":[],"form":"event","id":"f1","kind":"garbage","on":"2026-03-04","postedAt":"2026-03-06T08:30:00.000Z","seq":1,"tags":[],"values":{}},"version":1}',
    );
    // printf '\0%s' '{"fact":…' | sha256sum
    expect(leafHash(factLeaf(small))).toBe(
      'fe5ee6f4d5fbae87bd05342d119b17696b67ee622afe696e76eab7933a57e63c',
    );
  });

  test('holds the digest of the free text and not a word of it', () => {
    const leaf = textOf(factLeaf(full, digest));
    expect(leaf).toContain(`"text":"${digest}"`);
    expect(leaf).not.toMatch(/明查|两处|群众|等候/);
    expect(leaf).toContain('"chosen":{"clause":"1.2","points":"-1.5","scheme":"village"}');
  });

  test('is the same when the text has been erased, and the proof stands', () => {
    const { note: _, ...rest } = full;
    const erased = {
      ...rest,
      chosen: { scheme: 'village', clause: '1.2', points: '-1.5', reason: '' },
    };
    expect(freeTextOf(erased)).toBeUndefined();
    expect(textOf(factLeaf(erased, digest))).toBe(textOf(factLeaf(full, digest)));
    const others = ['a', 'b', 'c'].map((id) => leafHash(factLeaf({ ...full, id }, digest)));
    const leaves = [...others, leafHash(factLeaf(full, digest))];
    const proof = inclusionProof(leaves, 3);
    const claim = { index: 3, size: 4, root: rootOfLeaves(leaves), proof };
    expect(verifyInclusion({ ...claim, leaf: leafHash(factLeaf(erased, digest)) })).toBe(true);
    expect(verifyInclusion({ ...claim, leaf: leafHash(factLeaf(erased)) })).toBe(false);
  });

  test('does not depend on the order in which keys were stored', () => {
    const turned = Object.fromEntries(Object.entries(full).toReversed()) as unknown as PostedFact;
    const values = { 完成率: { den: '60', num: '45' }, 处数: '5' };
    expect(factLeaf({ ...turned, values }, digest)).toEqual(factLeaf(full, digest));
  });
});

/** Every single value inside a fact, by its path, with the fact in which it is another one. */
function changes(value: unknown, path: readonly string[] = []): [string, unknown][] {
  if (typeof value === 'string') return [[path.join('.'), `${value}0`]];
  if (typeof value === 'number') return [[path.join('.'), value + 1]];
  return Object.entries(value as object).flatMap(([key, item]) =>
    changes(item, [...path, key]).map(([where, changed]): [string, unknown] => [
      where,
      Array.isArray(value)
        ? value.with(value.indexOf(item), changed)
        : { ...(value as object), [key]: changed },
    ]),
  );
}

const freeText = ['note', 'chosen.reason'];
const changed = changes({ ...full, postedAt: '' }).filter(([path]) => path !== 'postedAt');

describe('every part of a fact is committed', () => {
  test('all keys are tried', () => {
    const tried = new Set(changed.map(([path]) => path.split('.')[0]));
    expect([...tried, 'postedAt'].sort()).toEqual(Object.keys(full).sort());
  });

  test.each(changed.filter(([path]) => !freeText.includes(path)))('%s', (_, other) => {
    const fact = { ...(other as PostedFact), postedAt: full.postedAt };
    expect(leafHash(factLeaf(fact, digest))).not.toBe(leafHash(factLeaf(full, digest)));
  });

  test('the instant of posting', () => {
    const later = { ...full, postedAt: '2026-03-06T08:30:00.001Z' };
    expect(leafHash(factLeaf(later, digest))).not.toBe(leafHash(factLeaf(full, digest)));
  });

  test.each(changed.filter(([path]) => freeText.includes(path)))(
    '%s by the digest alone',
    (_, other) => {
      const fact = { ...(other as PostedFact), postedAt: full.postedAt };
      expect(factLeaf(fact, digest)).toEqual(factLeaf(full, digest));
      const honest = textDigest({ salt, ...freeTextOf(fact) });
      expect(honest).not.toBe(digest);
      expect(factLeaf(fact, honest)).not.toEqual(factLeaf(full, digest));
    },
  );
});

describe('the digest of free text', () => {
  test('is of salt, note and reason, each in its place', () => {
    // printf '{"note":"甲","reason":"","salt":"0001…0f"}' | sha256sum
    expect(textDigest({ salt, note: '甲' })).toBe(
      '9733c481ef63b604a2e00c696f8028589684b57a769c1267349f942f3e46a053',
    );
    const all = [
      textDigest({ salt, note: '甲' }),
      textDigest({ salt, reason: '甲' }),
      textDigest({ salt: salt.replace('0f', '10'), note: '甲' }),
      textDigest({ salt, note: '甲', reason: '乙' }),
      textDigest({ salt, note: '甲乙' }),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(textDigest({ salt })).toBe(textDigest({ salt, note: '', reason: '' }));
  });

  test.each(['', 'ab', salt.slice(2), `${salt}0`, salt.toUpperCase(), `${salt.slice(2)}zz`])(
    'refuses the salt “%s”',
    (weak) => {
      expect(() => textDigest({ salt: weak, note: '甲' })).toThrow(RangeError);
    },
  );
});

describe('a leaf is refused', () => {
  test('for free text without its digest', () => {
    expect(() => factLeaf(full)).toThrow(TypeError);
    const { note: _, ...reasoned } = full;
    expect(() => factLeaf(reasoned)).toThrow(TypeError);
    const { chosen: __, ...noted } = full;
    expect(() => factLeaf(noted)).toThrow(TypeError);
  });

  test.each(['', 'abc', digest.toUpperCase()])('with the digest “%s”', (wrong) => {
    expect(() => factLeaf(full, wrong)).toThrow(RangeError);
  });

  test.each(['2026-03-06', '2026-03-06T08:30:00Z', '2026-03-06T16:30:00.000+08:00', ''])(
    'posted at “%s”: one instant has one text',
    (postedAt) => {
      expect(() => factLeaf({ ...full, postedAt }, digest)).toThrow(RangeError);
    },
  );

  test('for a value that has no one text', () => {
    expect(() => factLeaf({ ...full, seq: 1.5 }, digest)).toThrow(TypeError);
    expect(() => factLeaf({ ...full, values: { 处数: 0.1 as never } }, digest)).toThrow(TypeError);
  });
});
