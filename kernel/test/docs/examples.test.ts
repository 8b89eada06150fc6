/**
 * The examples of the documentation are run: every YAML block is read by its shape, every results
 * block is compared with what the kernel gives, and every key of the language has an example.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { factShape, readFacts, readRoster } from '../../src/book/read.ts';
import { checkFacts } from '../../src/check/facts.ts';
import { readShape } from '../../src/scheme/read.ts';
import { factKind, type Scheme, scheme } from '../../src/scheme/scheme.ts';
import { refusals, run } from '../rows/harness.ts';
import { root } from '../tidy/repository.ts';
import { examplesOf } from './blocks.ts';
import { Language } from './coverage.ts';
import { caseOf, plainOf } from './example.ts';
import { readResults } from './results.ts';

const pages = ['docs/reference', 'docs/concepts'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      page: `${folder}/${name}`,
      source: readFileSync(join(root, folder, name), 'utf8'),
    })),
);
// The page of commands is followed from top to bottom by the tests of the command line.
const examples = pages
  .filter(({ page }) => page !== 'docs/reference/commands.md')
  .flatMap(({ page, source }) => examplesOf(page, source));
const shown = examples.filter(({ results }) => results !== undefined);
const compared = shown.filter(({ results }) => readResults(results).factFindings.length > 0);

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

  it.each(compared)('$title finds in its facts what it says', (example) => {
    const { scheme: written, roster, facts } = caseOf(example);
    const kinds = readShape(JSON.stringify(written.kinds), factKind.array()).value ?? [];
    const found = checkFacts(readFacts(JSON.stringify(facts)).facts, {
      kinds,
      roster: readRoster(JSON.stringify(roster)).roster,
    });
    const places = found.map(({ code, path }) => `${code} ${path}`);
    expect(places).toEqual(readResults(example.results).factFindings);
  });
});

describe('an example', () => {
  const [first] = examplesOf('page', page(['东溪村 1.1 = -3']));
  const [wrong] = examplesOf('page', page(['东溪村 1.1 = -3', '东溪村 总分 = -2 ← 不对']));
  const [unread] = examplesOf('page', page(['东溪村 得了三分']));
  if (!first || !wrong || !unread) throw new Error('no example');

  it('passes with its figure and fails with any other', () => {
    expect(run(caseOf(first))).toEqual([]);
    expect(run(caseOf(wrong))).toEqual(['东溪村 total: expected -2, got -3.000']);
  });

  it('has only lines that can be compared', () => {
    expect(() => caseOf(unread)).toThrow('not a result');
  });

  it('names a key that the language does not have', () => {
    const blocks = examplesOf('page', '```yaml clause\ncode: 1\ntext: 甲\nruel: 1\n```');
    const problems = blocks.flatMap((example) =>
      example.blocks.flatMap((b) => plainOf(b).problems),
    );
    expect(problems.join()).toContain('ruel');
  });
});

/** A page with one clause, one fact and the given results. */
function page(results: readonly string[]): string {
  const clause = '{ code: 1.1, text: 每次扣3分, on: a, rule: { count: { delta: -3 } } }';
  const facts = '- { id: F1, kind: a, about: 东溪村, on: 2026-03-01 }';
  const block = (words: string, text: string) => `\`\`\`${words}\n${text}\n\`\`\`\n`;
  return [
    block('yaml clause', clause),
    block('yaml facts', facts),
    block('text', results.join('\n')),
  ].join('');
}

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
    const code = [...written.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text ?? '');
    const said = new Set(code.flatMap((text) => text.match(/\w+/g) ?? []));
    const missing = words.filter((word) => !said.has(word.split('=')[1] ?? ''));
    expect(missing).toEqual([]);
  });
});
