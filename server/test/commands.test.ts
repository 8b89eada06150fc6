/**
 * The front pages can be followed: every command line in them works, what they quote from the screen
 * is what the program prints, and the files that the pages for contributors name are there.
 */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  argumentsOf,
  blocksOf,
  commandsOf,
  exitCodeOf,
  newDesk,
  patternOf,
  printed,
  read,
  removeDesks,
  root,
  scripts,
} from './pages.ts';

afterAll(removeDesks);

const examples = readdirSync(join(root, 'schemes')).map((name) => `schemes/${name}/README.md`);
const guides = ['docs/start.md', 'docs/reference/commands.md'];
const pages = ['README.md', 'README.zh-CN.md', ...guides, ...examples];
const contributorPages = ['ARCHITECTURE.md', 'CONTRIBUTING.md'];

describe.each(pages)('%s', (page) => {
  const blocks = blocksOf(page);
  const commands = blocks.filter(({ language }) => language === 'sh').flatMap(commandsOf);

  it('has command lines, each of a program that is there', () => {
    expect(commands).not.toEqual([]);
    for (const command of commands) {
      const script = /^npm run (\S+)/.exec(command)?.[1];
      if (script !== undefined) expect(Object.keys(scripts), command).toContain(script);
      else
        expect(command).toMatch(/^(?:npm (?:ci|test|start)$|(?:npx )?oneneedle |npx vitest run )/);
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
