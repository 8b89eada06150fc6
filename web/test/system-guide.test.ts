/** The guide of the system shows the screen as it is: its pictures, and the words that it quotes. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictures } from '../e2e/picture-list.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/guides/system.md'), 'utf8');
const folder = join(root, 'docs/guides/system/pictures');

describe('the pictures', () => {
  const shown = [...guide.matchAll(/!\[([^\]]*)\]\(system\/pictures\/([\w-]+)\.png\)/g)];

  it('are each shown once, with its words, and each can be made again', () => {
    const inGuide = shown.map(([, says = '', name = '']) => `${name}: ${says}`);
    expect(inGuide.sort()).toEqual(pictures.map(({ name, says }) => `${name}: ${says}`).sort());
    const files = readdirSync(folder);
    expect(files.sort()).toEqual(pictures.map(({ name }) => `${name}.png`).sort());
  });

  it('are small', () => {
    const large = readdirSync(folder).filter(
      (file) => statSync(join(folder, file)).size > 120 * 1024,
    );
    expect(large).toEqual([]);
  });
});

describe('the words', () => {
  const screen = [
    ...sourcesIn('web/src/words'),
    ...sourcesIn('server/src').filter(({ file }) => /problem/.test(file)),
  ]
    .map(({ text }) => text)
    .join('\n');

  /** What people type, and what the screen makes of a number and a name. */
  const notOfTheScreen = ['西岗', '三槐', '复核城建办登记的 3 条事实', '看东溪村的得分说明'];

  it('that are quoted stand on the screen', () => {
    const quoted = [...guide.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words);
    expect(quoted.length).toBeGreaterThan(50);
    const unknown = quoted.filter((words) => !screen.includes(words));
    expect(unknown.filter((words) => !notOfTheScreen.includes(words))).toEqual([]);
  });
});

function sourcesIn(path: string): { file: string; text: string }[] {
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(join(root, path, file), 'utf8') }));
}
