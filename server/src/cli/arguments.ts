/** What a person wrote on the command line, understood or refused. */

import { nearest } from '../org/index.ts';
import { Refusal } from '../platform/index.ts';
import type { Command, FlagOption, Given, OptionName, TextOption } from './command.ts';
import { cleanPath } from './paths.ts';
import { isLanguage, type Language, type Say } from './words/say.ts';

/** What every command understands. */
const general = { json: 'flag', lang: 'text', help: 'flag' } as const;

const shapes = {
  ...general,
  period: 'text',
  'as-of': 'text',
  out: 'text',
  subject: 'text',
  with: 'text',
  receipt: 'text',
  decision: 'text',
  to: 'text',
  issuer: 'text',
  number: 'text',
  date: 'text',
  town: 'text',
  conventions: 'flag',
  'good-rows': 'flag',
  force: 'flag',
  check: 'flag',
} as const satisfies Record<TextOption | 'lang', 'text'> &
  Record<FlagOption | 'json' | 'help', 'flag'>;

/** Options whose text is a path. */
const paths: ReadonlySet<string> = new Set(['out', 'with'] satisfies TextOption[]);

/** An option as it was written; `value` is the text behind it, if there is one. */
interface Token {
  readonly name: string;
  readonly value?: string;
}

/** The words and options of a command line, in the order in which they were written. */
export interface Line {
  readonly words: readonly string[];
  readonly options: readonly Token[];
  readonly json: boolean;
  readonly help: boolean;
}

/**
 * Takes a command line apart; judges nothing. What follows an option with a text is its text, unless
 * it looks like the next option: then the text was forgotten. Behind `--` all are words.
 */
export function lineOf(args: readonly string[]): Line {
  const words: string[] = [];
  const options: Token[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const written = args[index] ?? '';
    if (written === '--') {
      words.push(...args.slice(index + 1));
      break;
    }
    const [, name, inline] = /^--?([^=]+)(?:=(.*))?$/su.exec(written) ?? [];
    if (name === undefined) {
      words.push(written);
      continue;
    }
    const next = args[index + 1];
    const takesNext = inline === undefined && wantsText(name) && next?.startsWith('--') === false;
    if (takesNext) index += 1;
    const value = takesNext ? next : inline;
    options.push({ name: name === 'h' ? 'help' : name, ...(value === undefined ? {} : { value }) });
  }
  const isThere = (name: string) => options.some((option) => option.name === name);
  return { words, options, json: isThere('json'), help: isThere('help') };
}

function wantsText(name: string): boolean {
  return shapes[name as keyof typeof shapes] === 'text';
}

/** What `--lang` says, whatever it is; undefined where it is not there. */
export function langOf({ options }: Line): string | undefined {
  const asked = options.findLast(({ name }) => name === 'lang');
  return asked && (asked.value ?? '').trim().toLowerCase();
}

/** The language asked for: `--lang`, else the environment, else Chinese; undefined for another. */
export function languageOf(line: Line, preset: string | undefined): Language | undefined {
  const asked = langOf(line) ?? presetLanguage(preset);
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
    const { value } = option;
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
  if (command.target !== undefined && target === '') {
    throw misunderstood(say('line.noTarget', { target: say(command.target) }), command, say);
  }
  if (command.target === undefined && rest.length > 0) {
    throw misunderstood(say('line.needsNone', { extra: rest.join(' ') }), command, say);
  }
  if (rest.length > 1) throw tooMany(rest, command, say);
  for (const [name, sentence] of Object.entries(command.required ?? {})) {
    if (!texts[name as TextOption]) throw misunderstood(say(sentence), command, say);
  }
  return { target, texts, flags };
}

/** The option as one of the command's own; undefined for what every command understands. */
function knownName({ name, value }: Token, command: Command, say: Say): OptionName | undefined {
  const isGeneral = name in general;
  if (!isGeneral && !(name in command.options)) throw unknownOption(name, command, say);
  const isText = wantsText(name);
  if (isText && (value === undefined || value.trim() === '')) {
    throw misunderstood(say('line.needsValue', { name }), command, say);
  }
  if (!isText && value !== undefined) {
    throw misunderstood(say('line.noValue', { name }), command, say);
  }
  return isGeneral ? undefined : (name as OptionName);
}

function unknownOption(name: string, command: Command, say: Say): Refusal {
  const near = nearest(name, [...Object.keys(command.options), ...Object.keys(general)]);
  const hint = near === undefined ? '' : say('line.didYouMean', { near: `--${near}` });
  const written = `${name.length === 1 ? '-' : '--'}${name}`;
  return misunderstood(`${say('line.unknownOption', { name: written })}${hint}`, command, say);
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
