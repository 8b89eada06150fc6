/**
 * The examples of the documentation are run: every YAML block is read by its shape, every results
 * block is compared with what the kernel gives, and every key of the language has an example.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { factShape } from '../../src/book/read.ts';
import { type Scheme, scheme } from '../../src/scheme/scheme.ts';
import { refusals, run } from '../rows/harness.ts';
import { root } from '../tidy/repository.ts';
import { examplesOf } from './blocks.ts';
import { Language } from './coverage.ts';
import { caseOf, plainOf } from './example.ts';

const pages = ['docs/reference', 'docs/concepts'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      page: `${folder}/${name}`,
      source: readFileSync(join(root, folder, name), 'utf8'),
    })),
);
const examples = pages.flatMap(({ page, source }) => examplesOf(page, source));
const shown = examples.filter(({ results }) => results !== undefined);

/** The pages that people read to write a scheme; generated tables are not among them. */
const written = pages
  .filter(
    ({ source }) =>
      !source.startsWith('<!-- Written by') && !/^# .*\n\n<!-- Written by/.test(source),
  )
  .map(({ source }) => source)
  .join('\n');

describe('the examples of the documentation', () => {
  it('are there', () => {
    expect(shown.length).toBeGreaterThan(100);
  });

  it.each(examples)('$title has the right shape', ({ blocks }) => {
    expect(blocks.flatMap((block) => plainOf(block).problems)).toEqual([]);
  });

  it.each(shown)('$title gives what it says', (example) => {
    expect(run(caseOf(example))).toEqual([]);
  });

  it.each(shown)('$title could be used', (example) => {
    expect(refusals(caseOf(example))).toEqual([]);
  });
});

describe('the language', () => {
  it('has an example for every key of a scheme', () => {
    const language = new Language(scheme as z.ZodType<Scheme>);
    for (const example of examples) language.use(caseOf(example).scheme);
    expect(language.unused()).toEqual([]);
  });

  it('has an example for every key of a fact', () => {
    const language = new Language(z.array(factShape));
    for (const example of examples) language.use(caseOf(example).facts);
    expect(language.unused()).toEqual([]);
  });

  it('is written down word for word', () => {
    const languages = [new Language(scheme as z.ZodType<Scheme>), new Language(z.array(factShape))];
    const words = languages.flatMap((language) => [...language.words()]);
    const missing = words.filter((word) => !written.includes(`\`${word.split('=')[1]}\``));
    expect(missing).toEqual([]);
  });
});
