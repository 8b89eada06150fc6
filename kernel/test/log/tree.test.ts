/**
 * The tree against the figures of Certificate Transparency, against the definition in the RFC
 * written down once more as it stands there, and against every change of what is proved.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendLeaf,
  consistencyProof,
  emptyFrontier,
  emptyRoot,
  inclusionProof,
  type LogFrontier,
  leafHash,
  rootOf,
  rootOfLeaves,
  verifyConsistency,
  verifyInclusion,
} from '../../src/index.ts';

/** The eight leaves of the reference tests of Certificate Transparency, and the root of each size. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
] as const;
const reference = entries.map((entry) => leafHash(hexToBytes(entry)));

/** MTH of RFC 6962 §2.1 over whole lists, as it is defined there. */
function definedRoot(data: readonly Uint8Array[]): Uint8Array {
  if (data.length === 0) return sha256(new Uint8Array());
  const [only] = data;
  if (data.length === 1 && only) return sha256(concatBytes(Uint8Array.of(0), only));
  let k = 1;
  while (k * 2 < data.length) k *= 2;
  const halves = [definedRoot(data.slice(0, k)), definedRoot(data.slice(k))];
  return sha256(concatBytes(Uint8Array.of(1), ...halves));
}

const largest = 70;
const data = Array.from({ length: largest }, (_, index) => Uint8Array.of(index, 7));
const leaves = data.map(leafHash);
const frontiers: LogFrontier[] = [emptyFrontier];
for (const leaf of leaves) frontiers.push(appendLeaf(frontiers.at(-1) ?? emptyFrontier, leaf));
const rootOfSize = frontiers.map(rootOf);
const sizes = Array.from({ length: largest + 1 }, (_, size) => size);

describe('roots', () => {
  test.each(roots.map((root, size) => [size, root]))('of %i reference leaves', (size, root) => {
    const first = reference.slice(0, Number(size));
    expect(rootOfLeaves(first)).toBe(root);
    expect(rootOf(first.reduce(appendLeaf, emptyFrontier))).toBe(root);
  });

  test('of a frontier, of a list and by the definition are one, for every size up to 70', () => {
    for (const size of sizes) {
      expect(rootOfSize[size]).toBe(bytesToHex(definedRoot(data.slice(0, size))));
      expect(rootOfLeaves(leaves.slice(0, size))).toBe(rootOfSize[size]);
      expect(frontiers[size]?.size).toBe(size);
    }
    expect(new Set(rootOfSize).size).toBe(sizes.length);
  });

  test('a frontier stored as JSON goes on where it stopped, and appending changes nothing behind', () => {
    const half = frontiers[37] ?? emptyFrontier;
    const before = JSON.stringify(half);
    const stored: LogFrontier = JSON.parse(before);
    expect(rootOf(leaves.slice(37).reduce(appendLeaf, stored))).toBe(rootOfSize[largest]);
    expect(JSON.stringify(half)).toBe(before);
    expect(emptyFrontier).toEqual({ size: 0, hashes: [] });
  });

  test('any other order, any changed byte, a lost or an added leaf has another root', () => {
    const log = fc.array(fc.uint8Array({ maxLength: 6 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        log,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (list, at, byte, by) => {
          const place = at % list.length;
          const changed = list.map((bytes, index) => {
            if (index !== place) return bytes;
            if (bytes.length === 0) return Uint8Array.of(by);
            return bytes.map((value, i) => (i === byte % bytes.length ? value ^ by : value));
          });
          const root = rootOfLeaves(list.map(leafHash));
          expect(rootOfLeaves(changed.map(leafHash))).not.toBe(root);
          expect(rootOfLeaves(list.toSpliced(place, 1).map(leafHash))).not.toBe(root);
          expect(rootOfLeaves([...list, ...list.slice(0, 1)].map(leafHash))).not.toBe(root);
          const turned = list.toReversed();
          const same = JSON.stringify(turned) === JSON.stringify(list);
          expect(rootOfLeaves(turned.map(leafHash)) === root).toBe(same);
        },
      ),
    );
  });

  test('a node is no leaf: a log of one leaf that spells two hashes has another root', () => {
    const [a = '', b = ''] = reference;
    const spelled = leafHash(hexToBytes(a + b));
    expect(rootOfLeaves([spelled])).not.toBe(rootOfLeaves([a, b]));
  });

  test.each([
    ['too few hashes', { size: 3, hashes: leaves.slice(0, 1) }],
    ['too many hashes', { size: 4, hashes: leaves.slice(0, 2) }],
    ['a negative size', { size: -1, hashes: [] }],
    ['a fraction', { size: 1.5, hashes: leaves.slice(0, 1) }],
    ['a hash in capitals', { size: 1, hashes: [leaves[0]?.toUpperCase() ?? ''] }],
  ])('a spoilt frontier is refused: %s', (_, frontier) => {
    expect(() => rootOf(frontier)).toThrow(RangeError);
    expect(() => appendLeaf(frontier, leaves[0] ?? '')).toThrow(RangeError);
  });

  test('what is no hash is refused as a leaf', () => {
    expect(() => appendLeaf(emptyFrontier, 'abc')).toThrow(RangeError);
    expect(() => rootOfLeaves(['abc'])).toThrow(RangeError);
  });
});

describe('inclusion', () => {
  test.each([
    [
      0,
      8,
      [
        reference[1],
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        roots[4],
      ],
    ],
    [2, 3, [roots[2]]],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('of reference leaf %i in %i', (index, size, proof) => {
    expect(inclusionProof(reference.slice(0, size), index)).toEqual(proof);
  });

  test('every leaf of every size up to 70 is proved, at its own place alone', () => {
    for (const size of sizes) {
      const root = rootOfSize[size] ?? '';
      for (let index = 0; index < size; index += 1) {
        const leaf = leaves[index] ?? '';
        const proof = inclusionProof(leaves.slice(0, size), index);
        const claim = { leaf, index, size, root, proof };
        expect(verifyInclusion(claim), `${index} of ${size}`).toBe(true);
        expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(size === 1);
        expect(verifyInclusion({ ...claim, leaf: leafHash(Uint8Array.of(99)) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...proof, leaf] })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(proof.length === 0);
      }
    }
  });

  test('any changed digit of leaf, root or proof breaks it', () => {
    const size = fc.integer({ min: 1, max: largest });
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), fc.nat({ max: 63 }), (length, at, where, digit) => {
        const index = at % length;
        const leaf = leaves[index] ?? '';
        const proof = inclusionProof(leaves.slice(0, length), index);
        const texts = [leaf, rootOfSize[length] ?? '', ...proof];
        const spoilt = texts.with(where % texts.length, spoil(texts[where % texts.length], digit));
        const [newLeaf = '', root = '', ...rest] = spoilt;
        const claim = { leaf: newLeaf, index, size: length, root, proof: rest };
        expect(verifyInclusion(claim)).toBe(false);
      }),
    );
  });

  test('the size is proved with it: the second of two leaves is not the only one', () => {
    const [first = '', second = ''] = leaves;
    const claim = { leaf: second, index: 0, size: 1, root: rootOfSize[2] ?? '', proof: [first] };
    expect(verifyInclusion(claim)).toBe(false);
    expect(verifyInclusion({ ...claim, index: 1, size: 2 })).toBe(true);
  });

  test('a leaf that is not there has no proof', () => {
    for (const index of [-1, 8, 0.5, Number.NaN]) {
      expect(() => inclusionProof(reference, index)).toThrow(RangeError);
    }
  });
});

describe('consistency', () => {
  test.each([
    [
      1,
      8,
      [
        reference[1],
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        roots[4],
      ],
    ],
  ])('of %i and %i reference leaves', (oldSize, size, proof) => {
    expect(consistencyProof(reference.slice(0, size), oldSize)).toEqual(proof);
  });

  test('every pair of sizes up to 70 is proved, and no other old log is', () => {
    const stranger = leafHash(Uint8Array.of(99));
    for (const size of sizes) {
      for (let oldSize = 0; oldSize <= size; oldSize += 1) {
        const proof = consistencyProof(leaves.slice(0, size), oldSize);
        const [oldRoot = '', root = ''] = [rootOfSize[oldSize], rootOfSize[size]];
        const claim = { oldSize, oldRoot, size, root, proof };
        expect(verifyConsistency(claim), `${oldSize} in ${size}`).toBe(true);
        expect(verifyConsistency({ ...claim, oldRoot: stranger })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...proof, stranger] })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: proof.slice(1) })).toBe(proof.length === 0);
        // From nothing every log follows, whatever its root.
        expect(verifyConsistency({ ...claim, root: stranger })).toBe(oldSize === 0 && size > 0);
      }
    }
  });

  test('any changed digit of the roots or the proof breaks it', () => {
    const size = fc.integer({ min: 2, max: largest });
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), fc.nat({ max: 63 }), (length, at, where, digit) => {
        const oldSize = 1 + (at % (length - 1));
        const proof = consistencyProof(leaves.slice(0, length), oldSize);
        const texts = [rootOfSize[oldSize] ?? '', rootOfSize[length] ?? '', ...proof];
        const spoilt = texts.with(where % texts.length, spoil(texts[where % texts.length], digit));
        const [oldRoot = '', root = '', ...rest] = spoilt;
        const claim = { oldSize, oldRoot, size: length, root, proof: rest };
        expect(verifyConsistency(claim)).toBe(false);
      }),
    );
  });

  test('a log that was rewritten behind the old size does not follow from the old one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat(), (oldSize, more, at) => {
        const size = oldSize + 1 + (more % 20);
        const rewritten = leaves.slice(0, size).with(at % oldSize, leafHash(Uint8Array.of(99)));
        const claim = {
          oldSize,
          oldRoot: rootOfSize[oldSize] ?? '',
          size,
          root: rootOfLeaves(rewritten),
          proof: consistencyProof(rewritten, oldSize),
        };
        expect(verifyConsistency(claim)).toBe(false);
      }),
    );
  });

  test('the empty log is the beginning of every log, and only the empty one', () => {
    const root = roots[8];
    const claim = { oldSize: 0, oldRoot: emptyRoot, size: 8, root, proof: [] };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, oldRoot: roots[1] })).toBe(false);
    expect(verifyConsistency({ ...claim, size: 0 })).toBe(false);
    expect(verifyConsistency({ ...claim, size: 0, root: emptyRoot })).toBe(true);
  });

  test('an old log larger than the log has no proof', () => {
    for (const oldSize of [-1, 9, 0.5]) {
      expect(() => consistencyProof(reference, oldSize)).toThrow(RangeError);
    }
  });
});

test('whatever is handed over as a proof, the answer is no and never a throw', () => {
  const odd = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant(undefined));
  fc.assert(
    fc.property(fc.array(odd), odd, odd, odd, odd, (proof, leaf, root, index, size) => {
      const claim = { leaf, index, size, root, proof } as never;
      expect(verifyInclusion(claim)).toBe(false);
      const other = { oldSize: index, oldRoot: leaf, size, root, proof } as never;
      expect(verifyConsistency(other)).toBe(false);
    }),
  );
  const whole = { leaf: reference[0] ?? '', index: 0, size: 1, root: roots[1] };
  expect(verifyInclusion({ ...whole, proof: [] })).toBe(true);
  expect(verifyInclusion({ ...whole, proof: undefined as never })).toBe(false);
});

/** The text with one hexadecimal digit changed. */
function spoil(text = '', digit = 0): string {
  const other = text[digit] === '0' ? '1' : '0';
  return text.slice(0, digit) + other + text.slice(digit + 1);
}
