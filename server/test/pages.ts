/** Pages that are followed as they stand: their blocks, their command lines, and a desk to do it on. */

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { run } from '../src/cli/main.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const startedIn = process.cwd();
const desks: string[] = [];

/** The text of a file of the repository. */
export const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What npm runs by name. */
export const { scripts } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
};

/** Leaves the desks and takes them away. */
export function removeDesks(): void {
  process.chdir(startedIn);
  for (const desk of desks.splice(0)) rmSync(desk, { recursive: true, force: true });
}

/** A scratch folder with examples and samples in it: what a command writes, it writes there. */
export function newDesk(): string {
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

/** A fenced block: its language, the word after it, its text and its line. */
export interface Block {
  readonly language: string;
  readonly word: string;
  readonly text: string;
  readonly line: number;
}

/** The fenced blocks of a page, from top to bottom. */
export function blocksOf(page: string): Block[] {
  const source = read(page);
  const fences = source.matchAll(/^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm);
  return [...fences].map(({ 1: language = '', 2: word = '', 3: text = '', index }) => {
    return { language, word, text, line: source.slice(0, index).split('\n').length };
  });
}

/** The commands of a `sh` block; what stands behind a `#` is for the reader. */
export function commandsOf({ text }: Block): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.replace(/(?:^|\s)#.*$/, '').split('&&'))
    .map((command) => command.trim())
    .filter((command) => command !== '');
}

/** `sh refused` shows what is refused, `sh misspelled` a command that is not understood. */
export function exitCodeOf({ word }: Block): number {
  return { refused: 1, misspelled: 2 }[word] ?? 0;
}

/** The arguments of `oneneedle` behind a command line; undefined for other programs. */
export function argumentsOf(command: string): string[] | undefined {
  const script = /^npm run (\S+)$/.exec(command)?.[1];
  const line = script === undefined ? command : (scripts[script] ?? '');
  const [, rest] = /^(?:npx )?oneneedle\s+(.*)$/.exec(line) ?? [];
  return rest?.match(/"[^"]*"|\S+/g)?.map((word) => word.replace(/^"|"$/g, ''));
}

/** Runs the program; any other end than the page says fails the test with what was said. */
export async function printed(args: readonly string[], exitCode: number): Promise<string> {
  const lines: string[] = [];
  const write = (text: string) => lines.push(text);
  const code = await run(args, { out: write, err: write });
  const output = lines.join('\n');
  expect([code, code === exitCode ? '' : output], args.join(' ')).toEqual([exitCode, '']);
  return output;
}

/** A quotation as a pattern: `……` on a line of its own leaves out lines, within one the rest. */
export function patternOf(quotation: string): RegExp {
  const lines = quotation.replace(/\n$/, '').split('\n');
  const parts = lines.map((line) => {
    if (line === '……') return '(?:.*\\n)*?';
    const words = line.split('……').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return `${words.join('.*')}\\n`;
  });
  return new RegExp(`^${parts.join('')}`, 'm');
}
