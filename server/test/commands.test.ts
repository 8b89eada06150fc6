/**
 * The front pages can be followed: every command line in them works, what they quote from the screen
 * is what the program prints, and the files that the pages for contributors name are there.
 */

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/main.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const desk = mkdtempSync(join(tmpdir(), 'oneneedle-pages-'));
afterAll(() => rmSync(desk, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

const examples = readdirSync(join(root, 'schemes')).map((name) => `schemes/${name}/README.md`);
const guides = ['docs/start.md', 'docs/reference/commands.md'];
const pages = ['README.md', 'README.zh-CN.md', ...guides, ...examples];
const contributorPages = ['ARCHITECTURE.md', 'CONTRIBUTING.md'];

/** A fenced block: its language, the word after it, its text and its line. */
interface Block {
  readonly language: string;
  readonly word: string;
  readonly text: string;
  readonly line: number;
}

function blocksOf(page: string): Block[] {
  const source = read(page);
  const fences = source.matchAll(/^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm);
  return [...fences].map(({ 1: language = '', 2: word = '', 3: text = '', index }) => {
    return { language, word, text, line: source.slice(0, index).split('\n').length };
  });
}

/** The commands of a `sh` block; what stands behind a `#` is for the reader. */
function commandsOf({ text }: Block): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.replace(/(?:^|\s)#.*$/, '').split('&&'))
    .map((command) => command.trim())
    .filter((command) => command !== '');
}

/** The arguments of `oneneedle` behind a command line; undefined for other programs. */
function argumentsOf(command: string): string[] | undefined {
  const script = /^npm run (\S+)$/.exec(command)?.[1];
  const line = script === undefined ? command : (scripts[script] ?? '');
  const [, rest] = /^(?:npx )?oneneedle\s+(.*)$/.exec(line) ?? [];
  return rest?.split(/\s+/);
}

const outputs = new Map<string, string>();

/** What a command prints on the repository, or on what the page let its reader write; run once. */
async function printed(args: readonly string[], written: readonly string[]): Promise<string> {
  const place = (word: string) =>
    join(written.some((path) => path === word || path.startsWith(`${word}/`)) ? desk : root, word);
  const isPath = (word: string) => /^[\w./-]+$/.test(word) && existsSync(place(word));
  const placed = args.map((word) => (isPath(word) ? place(word) : word));
  const key = placed.join(' ');
  const output =
    outputs.get(key) ?? (await outputOf(placed)).replaceAll(join(desk, 'out'), args[1] ?? '');
  outputs.set(key, output);
  return output.replaceAll(`${desk}/`, '').replaceAll(root, '');
}

/** Runs the program; anything but success fails the test with what it said. */
async function outputOf(args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const out = args[0] === 'assess' ? ['--out', join(desk, 'out')] : [];
  const write = (text: string) => lines.push(text);
  const code = await run([...args, ...out], { out: write, err: write });
  const output = lines.join('\n');
  expect([code, code === 0 ? '' : output], args.join(' ')).toEqual([0, '']);
  return output;
}

/** A quotation as a pattern: `……` on a line of its own leaves out lines, within one the rest. */
function patternOf(quotation: string): RegExp {
  const lines = quotation.replace(/\n$/, '').split('\n');
  const parts = lines.map((line) => {
    if (line === '……') return '(?:.*\\n)*?';
    const words = line.split('……').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return `${words.join('.*')}\\n`;
  });
  return new RegExp(`^${parts.join('')}`, 'm');
}

describe.each(pages)('%s', (page) => {
  const blocks = blocksOf(page);
  const commands = blocks.filter(({ language }) => language === 'sh').flatMap(commandsOf);

  it('has command lines, each of a program that is there', () => {
    expect(commands).not.toEqual([]);
    for (const command of commands) {
      const script = /^npm run (\S+)/.exec(command)?.[1];
      if (script !== undefined) expect(Object.keys(scripts), command).toContain(script);
      else expect(command).toMatch(/^(?:npm (?:ci|test)$|(?:npx )?oneneedle )/);
    }
  });

  it('can be followed from top to bottom, and quotes what is printed', async () => {
    const written: string[] = [];
    let output = '';
    for (const block of blocks) {
      if (block.language === 'yaml' && block.word !== '') {
        written.push(block.word);
        mkdirSync(dirname(join(desk, block.word)), { recursive: true });
        writeFileSync(join(desk, block.word), block.text);
      } else if (block.language === 'sh') {
        const runs = commandsOf(block).map(argumentsOf);
        output = '';
        for (const args of runs) if (args) output += `${await printed(args, written)}\n`;
      } else if (block.language === 'text') {
        expect(output, `${page}:${block.line}`).toMatch(patternOf(block.text));
      }
    }
  });
});

describe.each(contributorPages)('%s', (page) => {
  const source = read(page);

  it('names scripts that npm knows', () => {
    const named = [...source.matchAll(/npm run (\w+)/g)].map((match) => match[1]);
    for (const script of named) expect(Object.keys(scripts)).toContain(script);
  });

  it('names files that are there', () => {
    const code = [...source.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
    const paths = code
      .flatMap((words) => words.split(' '))
      .filter((word) => /^(?:kernel|server|schemes|docs|bench|\.ci)\/[\w./-]+$/.test(word));
    expect(paths).not.toEqual([]);
    for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true);
  });
});
