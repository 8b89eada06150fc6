/** The reference page of the log can be worked out again from what stands on it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  canonicalJson,
  factLeaf,
  leafHash,
  type PostedFact,
  rootOfLeaves,
  textDigest,
} from '../../src/index.ts';
import { readBlocks } from '../docs/blocks.ts';
import { root } from '../tidy/repository.ts';

const page = 'docs/reference/ledger-log.md';
const source = readFileSync(join(root, page), 'utf8');
const block = (language: string) =>
  readBlocks(page, source).flatMap((item) =>
    typeof item !== 'string' && item.language === language ? item.text.split('\n') : [],
  );

const leaves = block('json');
const said = new Map(
  block('text').map((line): [string, string] => {
    const [, name = '', value = ''] = /^(\S+(?: \d)?)\s+(\S+)/.exec(line) ?? [];
    return [name, value];
  }),
);

test('its leaves, digest and root are what the kernel gives', () => {
  const hashes = leaves.map((line) => {
    const { fact, text }: { fact: PostedFact; text?: string } = JSON.parse(line);
    expect(new TextDecoder().decode(factLeaf(fact, text))).toBe(line);
    return leafHash(new TextEncoder().encode(line));
  });
  const text = JSON.parse(said.get('文字') ?? '');
  expect(canonicalJson(text)).toBe(said.get('文字'));
  expect([textDigest(text), ...hashes, rootOfLeaves(hashes)]).toEqual(
    ['摘要', '叶 1', '叶 2', '根'].map((name) => said.get(name)),
  );
  expect(leaves[0]).toContain(`"text":"${said.get('摘要')}"`);
});

test('its table names every key that a leaf commits to', () => {
  const row = source.split('\n').find((line) => line.startsWith('| `fact` |')) ?? '';
  const every: Record<Exclude<keyof PostedFact, 'note'>, true> = {
    id: true,
    seq: true,
    kind: true,
    form: true,
    about: true,
    on: true,
    to: true,
    period: true,
    values: true,
    tags: true,
    matter: true,
    doc: true,
    chosen: true,
    evidence: true,
    recordedBy: true,
    reviewedBy: true,
    postedAt: true,
    countsIn: true,
    reverses: true,
  };
  const named = [...row.matchAll(/`(\w+)`/g)].map(([, key]) => key).slice(1);
  expect(named).toEqual(Object.keys(every));
});
