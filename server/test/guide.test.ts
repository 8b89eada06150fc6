/**
 * The guide for the clerk can be followed from an empty folder to the posted list: every command,
 * every edit and every quotation of it, from top to bottom. So can each trouble of the page beside it.
 */

import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pictures } from '../print/picture-list.ts';
import { sampleBooks } from '../scripts/sample-facts.ts';
import { readTables } from '../src/platform/index.ts';
import { follow, guideSteps } from './guide-steps.ts';
import { newDesk, read, removeDesks, root } from './pages.ts';
import { oneneedle } from './terminal.ts';

afterAll(removeDesks);

const guide = 'docs/guides/from-folder-to-list.md';
const troubles = 'docs/guides/troubles.md';
const sample = 'docs/guides/sample';

/** A desk with the town of the guide on it, as it is when its list comes out right. */
function townDesk(): void {
  process.chdir(newDesk());
  mkdirSync('青禾镇');
  for (const name of ['scheme.yaml', 'kinds.yaml', 'roster.xlsx', 'facts.xlsx']) {
    cpSync(`${sample}/${name}`, `青禾镇/${name}`);
  }
}

describe(guide, () => {
  const steps = guideSteps(read(guide));

  it('begins with an empty folder and uses every command of one clerk', () => {
    expect(steps.find(({ does }) => does !== 'open')).toMatchObject({ does: 'makeFolder' });
    const commands = steps.flatMap((step) =>
      step.does === 'block' && step.block.language === 'sh' ? [step.block.text] : [],
    );
    const used = new Set(
      commands.map((text) => text.replace(/^npx oneneedle (scheme \w+|\w+).*\n$/s, '$1')),
    );
    const told = ['scheme import', 'scheme check', 'scheme render', 'template', 'assess'];
    expect([...used].sort()).toEqual(
      [...told, 'explain', 'compare', 'export', 'seal', 'verify'].sort(),
    );
  });

  it('can be followed, and quotes what is printed', async () => {
    process.chdir(newDesk());
    await follow(steps);
    for (const name of ['scheme.yaml', 'kinds.yaml']) {
      expect(readFileSync(`青禾镇/${name}`, 'utf8'), name).toBe(read(`${sample}/${name}`));
    }
  });

  it.each(['facts.xlsx', 'facts-corrected.xlsx'])('leads to the list of %s', async (name) => {
    townDesk();
    cpSync(`${sample}/${name}`, '青禾镇/facts.xlsx');
    const { out } = await oneneedle(['assess', '青禾镇', '--period', '2026-Q1']);
    const [list = ''] = /^(?: +\d +\S+ +[\d.]+ .*\n){3}/m.exec(out) ?? [];
    expect(list).not.toBe('');
    expect(read(guide)).toContain(list);
  });
});

describe(troubles, () => {
  const sections = read(troubles)
    .split(/^(?=## )/m)
    .filter((section) => section.startsWith('## '))
    .map((section) => [section.slice(3).split('\n')[0] ?? '', section] as const);

  it('has ten of them', () => {
    expect(sections.filter(([title]) => /^\d+\. /.test(title))).toHaveLength(10);
  });

  it.each(sections.slice(0, 10))('%s', async (_title, section) => {
    const steps = guideSteps(section);
    const quotations = steps.filter(
      (step) => step.does === 'block' && step.block.language === 'text',
    );
    expect(quotations).not.toEqual([]);
    townDesk();
    await follow(steps);
  });
});

describe('the samples of the guide', () => {
  it('are filled into the forms of today', async () => {
    process.chdir(newDesk());
    for (const [name, bytes] of await sampleBooks()) {
      writeFileSync(name, bytes);
      const { sheets } = await readTables(name);
      expect(sheets, name).toEqual((await readTables(join(root, sample, name))).sheets);
    }
  });
});

describe('the pictures of the guide', () => {
  const shown = [...read(guide).matchAll(/!\[([^\]]*)\]\(pictures\/([\w-]+)\.png\)/g)];
  const folder = join(root, 'docs/guides/pictures');

  it('are those that can be made again, in the order of the guide', () => {
    expect(shown.map(([, , name]) => name)).toEqual(pictures.map(({ name }) => name));
    const files = readdirSync(folder).map((file) => file.replace(/\.png$/, ''));
    expect(files.sort()).toEqual(pictures.map(({ name }) => name).sort());
  });

  it('are told in words, and small', () => {
    for (const [, words = '', name] of shown) {
      expect(words, name).toMatch(/\p{Script=Han}.{9,}/u);
      expect(statSync(join(folder, `${name}.png`)).size, name).toBeLessThanOrEqual(120 * 1024);
    }
  });
});
