/** What a person wrote on the command line, understood or refused. */

import { parseArgs } from 'node:util';
import { Refusal } from '../platform/index.ts';
import type { Command, FlagOption, Given, OptionName, TextOption } from './command.ts';
import { nearest } from './nearest.ts';
import { cleanPath } from './paths.ts';
import { isLanguage, type Language, type Say } from './words/say.ts';

/** What every command understands. */
const general = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const own = {
  period: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
  subject: { type: 'string' },
  with: { type: 'string' },
  receipt: { type: 'string' },
  decision: { type: 'string' },
  to: { type: 'string' },
  conventions: { type: 'boolean' },
  'good-rows': { type: 'boolean' },
  force: { type: 'boolean' },
} as const satisfies Record<OptionName, { type: 'string' | 'boolean' }>;

/** Options whose text is a path. */
const paths: ReadonlySet<string> = new Set(['out', 'with'] satisfies TextOption[]);

interface Token {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** The words and options of a command line, in the order in which they were written. */
export interface Line {
  readonly words: readonly string[];
  readonly options: readonly Token[];
  readonly json: boolean;
  readonly help: boolean;
  /** What `--lang` says, whatever it is. */
  readonly lang: string | undefined;
}

/** Takes a command line apart; judges nothing. */
export function lineOf(args: readonly string[]): Line {
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...own, ...general },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const options = tokens.filter((token) => token.kind === 'option');
  const isThere = (name: string) => options.some((option) => option.name === name);
  const lang = options.findLast(({ name }) => name === 'lang')?.value;
  return { words, options, json: isThere('json'), help: isThere('help'), lang };
}

/** The language asked for: `--lang`, else the environment, else Chinese; undefined for another. */
export function languageOf({ lang, options }: Line, preset: string | undefined) {
  const isAsked = options.some(({ name }) => name === 'lang');
  const asked = isAsked ? (lang ?? '') : presetLanguage(preset);
  return isLanguage(asked) ? asked : undefined;
}

/** "en_GB.UTF-8" is English as well; what is not known is left to the default. */
function presetLanguage(preset: string | undefined): Language {
  return /^en(?![a-z])/i.test(preset ?? '') ? 'en' : 'zh';
}

/** The command that the first words name, and the words behind it. */
export function commandIn(words: readonly string[], commands: readonly Command[], say: Say) {
  const [first = ''] = words;
  const two = words.slice(0, 2).join(' ');
  const command = commands.find(({ name }) => name === two || name === first);
  if (command) return { command, rest: words.slice(command.name.split(' ').length) };
  const names = commands.map(({ name }) => name);
  const seconds = names.filter((name) => name.startsWith(`${first} `));
  if (seconds.length > 0 && words.length === 1) {
    const choice = seconds.map((name) => name.slice(first.length + 1)).join(say('join.and'));
    throw new Refusal(say('line.second', { first, choice, example: `${seconds[0]} --help` }), 2);
  }
  const byBoth = nearest(two, names);
  const bySecond = names.find((name) => nearest(first, name.split(' ').slice(1)) !== undefined);
  const near = byBoth ?? nearest(first, names) ?? bySecond;
  const asked = seconds.length > 0 || byBoth?.includes(' ') ? two : first;
  const hint = near === undefined ? say('line.allCommands') : say('line.didYouMean', { near });
  throw new Refusal(`${say('line.unknownCommand', { asked })}${hint}`, 2);
}

/** The target and the options of a command, or a refusal that shows how it is written. */
export function givenIn(
  { options }: Line,
  rest: readonly string[],
  command: Command,
  say: Say,
): Given {
  const texts: { [name in TextOption]?: string } = {};
  const flags = new Set<FlagOption>();
  for (const option of options) {
    const name = knownName(option, command, say);
    if (name === undefined) continue;
    const value = textOf(option, name, command, say);
    if (value === undefined) {
      flags.add(name as FlagOption);
      continue;
    }
    const text = name as TextOption;
    if (texts[text] !== undefined) {
      throw misunderstood(say('line.twice', { name }), command, say);
    }
    texts[text] = paths.has(name) ? cleanPath(value) : value.trim();
  }
  const target = cleanPath(rest[0] ?? '');
  if (target === '') {
    throw misunderstood(say('line.noTarget', { target: say(command.target) }), command, say);
  }
  if (rest.length > 1) throw tooMany(rest, command, say);
  for (const [name, sentence] of Object.entries(command.required ?? {})) {
    if (!texts[name as TextOption]) throw misunderstood(say(sentence), command, say);
  }
  return { target, texts, flags };
}

/** The option as one of the command's own; undefined for what every command understands. */
function knownName(option: Token, command: Command, say: Say): OptionName | undefined {
  const name = option.name ?? '';
  if (name in general) {
    textOf(option, name, command, say);
    return undefined;
  }
  if (name in command.options) return name as OptionName;
  const known = [...Object.keys(command.options), ...Object.keys(general)];
  const near = nearest(name, known);
  const hint = near === undefined ? '' : say('line.didYouMean', { near: `--${near}` });
  const dashes = name.length === 1 ? '-' : '--';
  throw misunderstood(
    `${say('line.unknownOption', { name: `${dashes}${name}` })}${hint}`,
    command,
    say,
  );
}

/** The text behind an option; undefined for one that stands alone. */
function textOf(option: Token, name: string, command: Command, say: Say): string | undefined {
  const shape = { ...own, ...general }[name as OptionName | keyof typeof general];
  const { value, inlineValue } = option;
  if (shape.type === 'boolean') {
    if (value !== undefined) throw misunderstood(say('line.noValue', { name }), command, say);
    return undefined;
  }
  const isMissing = value === undefined || (!inlineValue && value.startsWith('--'));
  if (isMissing || value.trim() === '') {
    throw misunderstood(say('line.needsValue', { name }), command, say);
  }
  return value;
}

/** Blanks in a path without quotes are the usual reason for words too many. */
function tooMany(rest: readonly string[], command: Command, say: Say): Refusal {
  const extra = rest.slice(1).join(' ');
  return misunderstood(say('line.tooMany', { extra, whole: rest.join(' ') }), command, say);
}

/** "…。例如：oneneedle assess …": exit code 2, with an example that works. */
export function misunderstood(what: string, command: Command, say: Say): Refusal {
  const { name, examples } = command;
  const sentence = say('line.misunderstood', {
    what,
    example: `oneneedle ${name} ${examples[0]}`,
    name,
  });
  return new Refusal(sentence, 2);
}
