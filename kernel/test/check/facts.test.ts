/** Facts against the catalogue: the examples are in order, and what is not asked is not said. */

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readFacts } from '../../src/book/read.ts';
import { checkFacts } from '../../src/check/facts.ts';
import { readShape } from '../../src/scheme/read.ts';
import { factKind } from '../../src/scheme/scheme.ts';
import { readExample } from '../examples/examples.ts';
import { lineOf } from './documents.ts';

const kinds =
  readShape(
    `- { kind: garbage, name: 垃圾积存, form: event, about: unit, fields: { 处数: { type: number, required: true } } }
- { kind: hazard, name: 隐患, form: event, fields: { done: { type: date } } }`,
    z.array(factKind),
  ).value ?? [];

function codesOf(source: string): string[] {
  const { facts, findings } = readFacts(source);
  expect(findings).toEqual([]);
  return checkFacts(facts, { kinds }).map(({ code }) => code);
}

describe('the facts of the examples', () => {
  it.each(['town-staff', 'village-cadres', 'village-daily'])('%s are in order', (folder) => {
    const { facts, kinds: catalogue, roster } = readExample(folder);
    expect(checkFacts(facts, { kinds: catalogue, roster }).map(lineOf)).toEqual([]);
  });
});

describe('facts', () => {
  it.each([
    [
      'without a roster name anybody',
      '- { id: f1, kind: garbage, about: 某某, values: { 处数: 1 } }',
    ],
    [
      'may be undone where the day is not required',
      '- { id: f1, kind: hazard, values: { done: 否 } }',
    ],
    [
      'that only take back say nothing else',
      '- { id: f1, kind: garbage, values: { 处数: 1 } }\n- { id: f2, kind: garbage, reverses: f1 }',
    ],
  ])('%s', (_name, source) => expect(codesOf(source)).toEqual([]));

  it('are told in their own order, whatever their names', () => {
    const source = '- { id: f10, kind: garbage }\n- { id: f2, kind: garbige }';
    expect(codesOf(source)).toEqual(['fact-field-missing', 'fact-kind-unknown']);
  });

  it('with a field that every object has are missing it', () => {
    expect(codesOf('- { id: f1, kind: garbage, values: { constructor: 1, 处数: 1 } }')).toEqual([
      'fact-field-unknown',
    ]);
  });
});
