/** The help: every command is in it, every option has its meaning, every example is understood. */

import { describe, expect, it } from 'vitest';
import { commandIn, givenIn, lineOf } from '../src/cli/arguments.ts';
import { commands } from '../src/cli/commands.ts';
import { sayIn } from '../src/cli/words/say.ts';
import { oneneedle } from './terminal.ts';

const say = sayIn('zh');
const names = commands.map(({ name }) => name);

describe.each(['zh', 'en'] as const)('the usage in %s', (language) => {
  it('names every command once, by task, with one clause each', async () => {
    const { code, out } = await oneneedle(['--help', '--lang', language]);
    expect(code).toBe(0);
    for (const { name, target, summary } of commands) {
      const speak = sayIn(language);
      const named = target === undefined ? name : `${name} ${speak(target)}`;
      const row = out.split('\n').filter((line) => line.startsWith(`  ${named} `));
      expect(row, name).toHaveLength(1);
      expect(row[0]).toContain(speak(summary));
    }
  });

  it.each(names)('of %s has its options and two examples', async (name) => {
    const { code, out } = await oneneedle([...name.split(' '), '--help', '--lang', language]);
    expect(code).toBe(0);
    const command = commands.find((one) => one.name === name);
    for (const [option, meaning] of Object.entries(command?.options ?? {})) {
      expect(out).toContain(`  --${option}`);
      expect(out).toContain(sayIn(language)(meaning));
    }
    expect(out.match(new RegExp(`\n {2}oneneedle ${name} `, 'g'))).toHaveLength(2);
    expect(await oneneedle(['help', ...name.split(' '), '--lang', language])).toMatchObject({
      out,
    });
  });
});

describe('the examples', () => {
  const lines = commands.flatMap(({ name, examples }) =>
    examples.map((example) => `${name} ${example}`),
  );

  it.each(lines)('%s', (example) => {
    const line = lineOf(example.split(' '));
    const { command, rest } = commandIn(line.words, commands, say);
    const { target } = givenIn(line, rest, command, say);
    expect(target === '').toBe(command.target === undefined);
    expect(example.startsWith(command.name)).toBe(true);
  });
});

describe('the words', () => {
  it('are each of one command, and no command is hidden behind another', () => {
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(commandIn([...name.split(' '), 'x'], commands, say).command.name).toBe(name);
    }
  });
});
