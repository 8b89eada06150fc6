/** The command line `oneneedle`: one line in, a text or one JSON document out, and an exit code. */

import { Refusal } from '../platform/index.ts';
import { commandIn, givenIn, type Line, langOf, languageOf, lineOf } from './arguments.ts';
import type { ExitCode } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, usageText } from './help.ts';
import type { Print } from './print.ts';
import { type Teller, tellerOf } from './teller.ts';

/** Runs a command and says how it ended; prints to the given outputs. Never throws. */
export async function run(args: readonly string[], print: Print): Promise<ExitCode> {
  const line = lineOf(args);
  const language = languageOf(line, print.language);
  const teller = tellerOf(line, language ?? 'zh', print);
  try {
    if (language !== undefined) return await dispatch(line, teller);
    throw new Refusal(teller.say('line.language', { asked: langOf(line) ?? '' }), 2);
  } catch (error) {
    return error instanceof Refusal ? teller.refusal(error) : teller.bug(error);
  }
}

async function dispatch(line: Line, teller: Teller): Promise<ExitCode> {
  const { say } = teller;
  const isHelpCommand = line.words[0] === 'help';
  const words = isHelpCommand ? line.words.slice(1) : line.words;
  const wantsHelp = isHelpCommand || line.help;
  if (words.length === 0) {
    if (wantsHelp) return teller.help(usageText(commands, say));
    throw new Refusal(`${say('line.noCommand')}\n\n${usageText(commands, say)}`, 2);
  }
  const { command, rest } = commandIn(words, commands, say);
  teller.begin(command);
  if (wantsHelp) return teller.help(commandHelp(command, say));
  return teller.told(await command.run(givenIn(line, rest, command, say), teller.desk));
}
