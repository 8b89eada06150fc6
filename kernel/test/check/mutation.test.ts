/**
 * Schemes as people leave them half-way: keys deleted, texts put in the wrong place. Whatever still
 * has the shape of a scheme is checked without a throw; whatever has not gets sentences.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { conventions } from '../../src/check/conventions.ts';
import { type Finding, inOrder, shapeFindings } from '../../src/check/finding.ts';
import { readYaml } from '../../src/scheme/read.ts';
import { scheme } from '../../src/scheme/scheme.ts';
import { documentsIn } from './documents.ts';

const plain = [...documentsIn('good'), ...documentsIn('bad')].flatMap(({ text }) => {
  const { value } = readYaml(text);
  return scheme.safeParse(value).success ? [value] : [];
});

/** A seed picks where to go at every step, so that every place of the document can be reached. */
const mutation = fc.record({
  steps: fc.array(fc.nat({ max: 60 }), { minLength: 2, maxLength: 9 }),
  put: fc.option(fc.constantFrom('0', '-1', '1%', '甲', 'zero', 'garbage', '1.1', 'test', 'none')),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(document: unknown, { steps, put }: Mutation): unknown {
  const copy = structuredClone(document);
  let here = copy as Record<string, unknown>;
  for (const [index, step] of steps.entries()) {
    const keys = Object.keys(here);
    const key = keys[step % Math.max(keys.length, 1)];
    if (key === undefined) break;
    const next = here[key];
    const isEnd = index === steps.length - 1 || typeof next !== 'object' || next === null;
    if (!isEnd) {
      here = next as Record<string, unknown>;
      continue;
    }
    if (put !== null) here[key] = put;
    else if (Array.isArray(here)) here.splice(Number(key), 1);
    else delete here[key];
    break;
  }
  return copy;
}

function findingsOf(document: unknown): Finding[] {
  const parsed = scheme.safeParse(document);
  if (!parsed.success) return shapeFindings(parsed.error.issues, document, scheme);
  expect(conventions(parsed.data)).toEqual(conventions(parsed.data));
  return check(parsed.data, { otherSchemes: [parsed.data], roster: emptyRoster });
}

const emptyRoster = { units: [], persons: [], posts: [], pairings: [] };

describe('a scheme with something missing or misplaced', () => {
  it('is answered with ordered sentences and never with a throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...plain),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (document, mutations) => {
          const findings = findingsOf(mutations.reduce(mutated, document));
          expect(findings).toEqual(inOrder(findings));
          for (const { sentence } of findings) {
            expect(sentence).toMatch(/\p{Script=Han}.*。$/su);
            expect(sentence).not.toMatch(/undefined|NaN|Invalid|expected|Unrecognized/);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
