/** The files that `npm run gen` writes are those that are committed, and editors can use them. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { outputs, stale } from '../../scripts/generate.ts';
import { documentsIn } from './documents.ts';

const reference = new URL('../../../docs/reference/', import.meta.url);

function editorShape(name: string): z.ZodType {
  const text = readFileSync(new URL(`${name}.schema.json`, reference), 'utf8');
  return z.fromJSONSchema(JSON.parse(text));
}

describe('generated files', () => {
  it('are what npm run gen would write', () => {
    expect(stale()).toEqual([]);
    expect(Object.keys(outputs)).toHaveLength(5);
  });

  it.each(documentsIn('good'))('let an editor accept $name, numbers and all', ({ text }) => {
    const seen = parse(text, { version: '1.2' });
    expect(editorShape('scheme').safeParse(seen).error?.issues).toBe(undefined);
  });

  it('let an editor mark a misspelt key and a word outside the list', () => {
    const seen = parse(documentsIn('good')[0]?.text ?? '', { version: '1.2' });
    const shape = editorShape('scheme');
    expect(shape.safeParse({ ...seen, perod: 'year' }).success).toBe(false);
    expect(shape.safeParse({ ...seen, period: 'yearly' }).success).toBe(false);
  });

  it('let an editor accept facts and a roster', () => {
    const facts = [{ id: 'f1', kind: 'a', about: ['v1'], values: { places: 3, done: false } }];
    expect(editorShape('facts').safeParse(facts).success).toBe(true);
    const units = [{ code: 'v1', name: '东溪村', sizes: { 人口: 1200 } }];
    expect(editorShape('roster').safeParse({ units }).success).toBe(true);
    expect(editorShape('kinds').safeParse([{ kind: 'a', name: '甲', form: 'event' }]).success).toBe(
      true,
    );
  });
});
