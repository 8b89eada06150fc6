/**
 * The front pages can be followed: every command line in them works, what they quote from the screen
 * is what the program prints, and the files that the pages for contributors name are there.
 */

import {
  cpSync,
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
const startedIn = process.cwd();
const desks: string[] = [];

afterAll(() => {
  process.chdir(startedIn);
  for (const desk of desks) rmSync(desk, { recursive: true, force: true });
});

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** A scratch folder with examples and samples in it: what a command writes, it writes there. */
function newDesk(): string {
  const desk = mkdtempSync(join(tmpdir(), 'oneneedle-pages-'));
  desks.push(desk);
  for (const folder of ['schemes', 'docs/guides']) {
    cpSync(join(root, folder), join(desk, folder), {
      recursive: true,
      filter: (path) => !path.endsWith('result.json'),
    });
  }
  return desk;
}

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

/** A block that is called `sh refused` shows what is refused. */
function exitCodeOf({ word }: Block): number {
  return word === 'refused' ? 1 : 0;
}

/** The arguments of `oneneedle` behind a command line; undefined for other programs. */
function argumentsOf(command: string): string[] | undefined {
  const script = /^npm run (\S+)$/.exec(command)?.[1];
  const line = script === undefined ? command : (scripts[script] ?? '');
  const [, rest] = /^(?:npx )?oneneedle\s+(.*)$/.exec(line) ?? [];
  return rest?.match(/"[^"]*"|\S+/g)?.map((word) => word.replace(/^"|"$/g, ''));
}

/** Runs the program; any other end than the page says fails the test with what was said. */
async function printed(args: readonly string[], exitCode: number): Promise<string> {
  const lines: string[] = [];
  const write = (text: string) => lines.push(text);
  const code = await run(args, { out: write, err: write });
  const output = lines.join('\n');
  expect([code, code === exitCode ? '' : output], args.join(' ')).toEqual([exitCode, '']);
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
    process.chdir(newDesk());
    let output = '';
    for (const block of blocks) {
      if (block.language === 'yaml' && block.word !== '') {
        mkdirSync(dirname(block.word), { recursive: true });
        writeFileSync(block.word, block.text);
      } else if (block.language === 'sh') {
        output = '';
        for (const args of commandsOf(block).map(argumentsOf)) {
          if (args) output += `${await printed(args, exitCodeOf(block))}\n`;
        }
      } else if (block.language === 'text') {
        expect(output, `${page}:${block.line}`).toMatch(patternOf(block.text));
      }
    }
  });
});

describe.each(contributorPages)('%s', (page) => {
  const source = read(page);

  it('names scripts that npm knows', () => {
    const named = [...source.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]);
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
