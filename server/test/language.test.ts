/** English covers every word of the command line itself, and none of the material. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { afterAll, describe, expect, it } from 'vitest';
import { inLanguage } from '../src/cli/words/rooms.ts';
import { catalogue, sayIn } from '../src/cli/words/say.ts';
import { copyOf, exampleFolder, oneneedle, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/u;
const examples = ['village-daily', 'village-cadres', 'town-staff'];
const kernel = fileURLToPath(new URL('../../kernel/src', import.meta.url));
const rooms = fileURLToPath(new URL('../src', import.meta.url));

const blanksOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('the catalogue', () => {
  const keys = Object.keys(catalogue.zh) as (keyof typeof catalogue.zh)[];

  it('has one English sentence for one Chinese sentence', () => {
    expect(Object.keys(catalogue.en).sort()).toEqual([...keys].sort());
  });

  it.each(keys)('%s', (key) => {
    const [zh, en] = [catalogue.zh[key], catalogue.en[key]];
    expect(en).not.toMatch(chinese);
    expect(blanksOf(en)).toEqual(blanksOf(zh));
    if (zh !== '') expect(en).not.toBe('');
  });

  it('has no word that nothing says', () => {
    const commandLine = readdirSync(join(rooms, 'cli'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/words.(?:zh|en|rooms-)/.test(path))
      .map((path) => readFileSync(join(rooms, 'cli', path), 'utf8'))
      .join('\n');
    const own = keys.filter((key) => !key.startsWith('room.'));
    expect(own.filter((key) => !commandLine.includes(`'${key}'`))).toEqual([]);
  });

  it('leaves no blank open, and looks at no value again', () => {
    const say = sayIn('en');
    expect(say('explain.coded', { name: '{code}', code: 'V07' })).toBe('{code} (V07)');
  });
});

const roomFiles = readdirSync(rooms, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.startsWith('cli'),
);

/** What a file refuses or tells as progress, as text: 7 stands for what is filled in. */
function refusalsIn(path: string): [string, string][] {
  const text = readFileSync(join(rooms, path), 'utf8');
  const found: [string, string][] = [];
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value, quasis } = node as Record<string, unknown>;
    const sentence =
      type === 'TemplateLiteral'
        ? (quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked).join('7')
        : type === 'Literal'
          ? String(value)
          : '';
    if (/[。：]$/u.test(sentence) && chinese.test(sentence)) found.push([path, sentence]);
    if (type === 'TemplateLiteral') return;
    for (const child of Object.values(node)) collect(child);
  };
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, callee } = node as Record<string, unknown>;
    const { name } = (callee ?? {}) as { name?: string };
    const isTold =
      (type === 'NewExpression' && /Refusal$/.test(name ?? '')) ||
      (type === 'CallExpression' && name === 'progress');
    if (isTold) collect((node as Record<string, unknown>).arguments);
    else for (const child of Object.values(node)) walk(child);
  };
  walk(parseSync(path, text).program);
  return found;
}

describe('sentences of other rooms', () => {
  /** All sources but those of the command line; what is filled in there is one blank here. */
  const source = [rooms, kernel]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts') && !path.startsWith('cli'))
        .map((path) => readFileSync(join(folder, path), 'utf8')),
    )
    .join('\n')
    .replace(/['`]\s*\+\s*['`]/g, '');

  const templates = Object.entries(catalogue.zh).filter(([key]) => key.startsWith('room.'));

  it.each(templates)('%s stands in its room as it is known here', (_, template) => {
    const parts = template.split(/\{\w+\}|[（）：；，。“”\s]/u).filter((part) => part !== '');
    expect(parts.filter((part) => !source.includes(part))).toEqual([]);
  });

  const refusals = roomFiles.flatMap(refusalsIn);

  it('are found: the rooms refuse a lot', () => {
    expect(refusals.length).toBeGreaterThan(40);
  });

  it.each(refusals)('%s: %s is known in English', (_, sentence) => {
    expect(inLanguage(sentence, 'en')).not.toMatch(/[\u4e00-\u9fff]/u);
  });

  it('are said in English with what was filled in', () => {
    expect(inLanguage('没有找到“我的 文件”，请核对路径。', 'en')).toBe(
      '“我的 文件” is not there; please check the path.',
    );
  });

  it('stay as they are where English does not know them', () => {
    expect(inLanguage('村里的事村里办。', 'en')).toBe('村里的事村里办。');
  });
});

/** Every Chinese string of a document. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return chinese.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [...stringsOf(key), ...stringsOf(item)]);
}

/** A text without what is quoted from the material, which is Chinese in every language. */
function withoutMaterial(text: string, material: readonly string[]): string {
  const longestFirst = [...new Set(material)].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, string) => rest.replaceAll(string, ''), text);
}

describe.each(examples)('%s in English', async (name) => {
  const folder = copyOf(name);
  const { out } = await oneneedle(['assess', folder, '--lang', 'en']);
  const result: unknown = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  const scheme = readFileSync(join(folder, 'scheme.yaml'), 'utf8');
  const groups = [...scheme.matchAll(/name: ([^ ,}\n]+)/g)].map((match) => match[1] ?? '');

  it('has a table and all its own words in English', () => {
    expect(out).toMatch(/^.* \(demonstration data\) 2026(?:-Q4)?, as of 2026-12-31/);
    expect(out).toMatch(/\nRank {2}Subject +(?:Group +)?Points +Grade +State\n/);
    expect(out).toContain(`Result written to ${join(folder, 'result.json')}`);
    // Lists name their group in brackets and their remarks behind a semicolon.
    const parts = stringsOf(result).flatMap((text) => [text, ...text.split(/[（）；]/)]);
    expect(withoutMaterial(out, [...parts, ...groups]).match(/.*[\u3000-\u9fff].*/gu)).toBeNull();
  });

  it('has the same rows as in Chinese', async () => {
    const told = await oneneedle(['assess', folder]);
    const rowsOf = (text: string) =>
      text
        .split('\n\n')[0]
        ?.split('\n')
        .filter((line) => /^ +\d/.test(line))
        .map((line) => line.trim().split(/ +/).slice(0, 3).join(' '));
    expect(rowsOf(out)).toEqual(rowsOf(told.out));
    expect(rowsOf(out)?.length).toBeGreaterThan(5);
  });
});

describe('the language', () => {
  const daily = exampleFolder('village-daily');

  it('is asked for on the command line or in the environment, the line goes first', async () => {
    const head = async (args: string[], language?: string) =>
      (await oneneedle(['explain', ...args, '--help'], language ? { language } : {})).out;
    expect(await head([])).toMatch(/文件夹/);
    expect(await head(['--lang', 'en'])).toMatch(/FOLDER/);
    expect(await head([], 'en')).toMatch(/FOLDER/);
    expect(await head([], 'en_GB.UTF-8')).toMatch(/FOLDER/);
    expect(await head([], 'fr_FR')).toMatch(/文件夹/);
    expect(await head(['--lang', 'zh'], 'en')).toMatch(/文件夹/);
  });

  it('of findings stays Chinese behind their code, and a line says why', async () => {
    const folder = copyOf('village-daily', {
      'scheme.yaml': (text) => text.replace('on: inspection.garbage', 'on: inspection.rubbish'),
    });
    const { out } = await oneneedle(['scheme', 'check', folder, '--lang', 'en']);
    expect(out).toMatch(
      /^■ errors: 1 \(no points are computed until they are mended\)\n {2}· line \d+, clause 1\.1: \[[a-z-]+\] .*[\u4e00-\u9fff]/u,
    );
    expect(out).toContain(
      '\nSentences of the scheme, its clauses, reasons and findings are in Chinese,',
    );
    expect(out).toMatch(
      /\nErrors: 1, warnings: \d+, hints: \d+\. A scheme with errors cannot be used;/,
    );
  });

  it.each([
    [[], /^No command was given\.\n\nUsage:/],
    [['asess', daily], /^There is no command “asess”\. Did you mean assess\?/],
    [['scheme'], /^Say what “scheme” should do: check/],
    [['assess'], /^Missing: FOLDER\. For example: oneneedle assess schemes\/village-daily\nMore:/],
    [
      ['assess', daily, 'b'],
      /^“b” is too much\. A path with blanks needs quotation marks: ".* b"\./,
    ],
    [['assess', daily, '--period'], /^Nothing is written behind --period\./],
    [['explain', daily], /^Whose points\? Add --subject CODE\|NAME\./],
    [['explain', daily, '--subject', 'X'], /^No subject “X” in 2026-Q4, and no such code/],
    [['scheme', 'check', 'nowhere.yaml'], /^“nowhere\.yaml” is not there; please check the path/],
  ])('of a refusal: %j', async (args, sentence) => {
    const { err } = await oneneedle([...args, '--lang', 'en']);
    expect(err).toMatch(sentence);
    expect(err.replace(/(?:There are|For example): .*/g, '')).not.toMatch(chinese);
  });
});
