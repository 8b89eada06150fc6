/**
 * Good and bad schemes with the exact sentences that a clerk reads. Every code of the catalogue is
 * provoked by a bad document, and no good scheme is refused.
 */

import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/check/catalogue.ts';
import { check } from '../../src/check/check.ts';
import { type Finding, inOrder, severitiesOf } from '../../src/check/finding.ts';
import { findingTitles } from '../../src/check/titles.ts';
import {
  gradeTitles,
  lineTitles,
  noticeTitles,
  sealTitles,
  stateTitles,
} from '../../src/explain/titles.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { actualOf, documentsIn, findingsOf } from './documents.ts';

const good = documentsIn('good');
const bad = documentsIn('bad');
const found = [...good, ...bad].flatMap(findingsOf);
const codes = Object.keys(catalogue) as (keyof typeof catalogue)[];

describe('bad documents', () => {
  it.each(bad)('$name gets the findings it lists', (document) => {
    expect(actualOf(document)).toEqual(document.expected);
    expect(document.expected).not.toEqual([]);
  });

  it('provoke every code of the catalogue', () => {
    const provoked = new Set(bad.flatMap(findingsOf).map(({ code }) => code));
    expect(codes.filter((code) => !provoked.has(code))).toEqual([]);
  });
});

describe('good schemes', () => {
  it.each(good)('$name gets the findings it lists, none of them an error', (document) => {
    expect(actualOf(document)).toEqual(document.expected);
    expect(findingsOf(document).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('findings', () => {
  it('have a catalogued code and one of its severities', () => {
    for (const { code, severity } of found) {
      expect(codes).toContain(code);
      expect(severitiesOf(code as keyof typeof catalogue)).toContain(severity);
    }
  });

  it('are Chinese sentences that end as one and leak no English message', () => {
    for (const { sentence } of found) {
      expect(sentence).toMatch(/\p{Script=Han}.*。$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|Invalid|expected|received|Unrecognized/);
    }
  });

  it('come with every example that the page of findings prints', () => {
    const sentences = new Set(found.map(({ sentence }) => sentence));
    expect(codes.filter((code) => !sentences.has(catalogue[code].example))).toEqual([]);
  });

  it('stand in the order of the document, whatever order they are found in', () => {
    const at = (path: string, code = 'a'): Finding => {
      return { code, path, severity: 'error', sentence: '' };
    };
    const ordered = [at('tree'), at('tree[2].name'), at('tree[2].name', 'b'), at('tree[10]')];
    expect(inOrder([...ordered].reverse())).toEqual(ordered);
  });
});

describe('a year as the period', () => {
  it('makes a span of a year harmless', () => {
    const scheme = readScheme(bad.find(({ name }) => name === 'repetition.yaml')?.text ?? '').value;
    if (!scheme) throw new Error('the scheme has lost its shape');
    const yearly = check({ ...scheme, period: 'year' });
    expect(yearly.map(({ code }) => code)).not.toContain('companion-needs-year');
  });
});

describe('titles', () => {
  const all = [findingTitles, stateTitles, gradeTitles, lineTitles, noticeTitles, sealTitles];

  it.each(all)('are short English phrases, each its own', (titles) => {
    const texts = Object.values(titles);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/^[A-Z][A-Za-z0-9 ,:’-]{1,70}[a-z0-9L]$/);
  });

  it('belong to the codes of the catalogue, in its order', () => {
    expect(Object.keys(findingTitles)).toEqual(codes);
  });
});
