/** `--help`: all commands by what one wants to do, or one command with its options and examples. */

import { displayWidth } from '@oneneedle/kernel';
import type { Command, OptionName } from './command.ts';
import type { PlainKey, Say } from './words/say.ts';

const groups = ['points', 'tables', 'schemes', 'backup'] as const;

const headings = {
  points: 'help.points',
  tables: 'help.tables',
  schemes: 'help.schemes',
  backup: 'help.backup',
} as const satisfies Record<(typeof groups)[number], PlainKey>;

interface Places {
  readonly [name: string]: PlainKey | undefined;
}

/** What stands behind an option, in the place of its text. */
const placeholders: Places = {
  period: 'place.period',
  'as-of': 'place.day',
  out: 'place.folder',
  subject: 'place.subject',
  with: 'place.scheme',
  receipt: 'place.receipt',
  decision: 'place.decision',
  to: 'place.format',
  issuer: 'place.issuer',
  number: 'place.decision',
  date: 'place.day',
  town: 'place.town',
};

/** The help of the whole program. */
export function usageText(commands: readonly Command[], say: Say): string {
  const blocks = groups.map((group) => {
    const own = commands.filter((command) => command.group === group);
    const rows = own.map((command) => [`  ${named(command, say)}`, say(command.summary)]);
    return [say(headings[group]), ...inColumns(rows)].join('\n');
  });
  const { json, lang, help } = generalOptions(say);
  const rest = [say('help.every'), ...inColumns([json, lang, help])].join('\n');
  return [say('help.usage'), ...blocks, rest, say('help.folder'), say('help.exitCodes')].join(
    '\n\n',
  );
}

/** The help of one command. */
export function commandHelp(command: Command, say: Say): string {
  const { name, options, required = {}, places = {}, examples } = command;
  const names = Object.keys(options) as OptionName[];
  const must = names
    .filter((option) => option in required)
    .map((option) => ` ${written(option, places, say)}`);
  const rows = names.map((option) => [
    `  ${written(option, places, say)}`,
    say(options[option] ?? command.summary),
  ]);
  const { json, lang } = generalOptions(say);
  return [
    `oneneedle ${named(command, say)}${must.join('')}${names.length > must.length ? say('help.more') : ''}`,
    say(command.summary),
    [say('help.options'), ...inColumns([...rows, json, lang])].join('\n'),
    [say('help.examples'), ...examples.map((example) => `  oneneedle ${name} ${example}`)].join(
      '\n',
    ),
  ].join('\n\n');
}

/** "backup", or with what must follow: "assess FOLDER". */
function named({ name, target }: Command, say: Say): string {
  return target === undefined ? name : `${name} ${say(target)}`;
}

function generalOptions(say: Say) {
  return {
    json: ['  --json', say('option.json')],
    lang: ['  --lang zh|en', say('option.lang')],
    help: ['  --help', say('option.help')],
  };
}

/** "--period 2026-Q1", or a flag as it is. */
function written(option: OptionName, places: Places, say: Say): string {
  const place = places[option] ?? placeholders[option];
  return place === undefined ? `--${option}` : `--${option} ${say(place)}`;
}

const widest = 44;

/** Two columns; a left side that is too wide has its right side on the next line. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const lefts = rows.map(([left = '']) => displayWidth(left)).filter((width) => width <= widest);
  const column = Math.max(0, ...lefts) + 2;
  return rows.map(([left = '', right = '']) => {
    const width = displayWidth(left);
    const gap = width > widest ? `\n${' '.repeat(column)}` : ' '.repeat(column - width);
    return `${left}${gap}${right}`;
  });
}
