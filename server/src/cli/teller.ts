/** How a command line answers: a text on its channel, or one JSON document on stdout. */

import type { Refusal } from '../platform/index.ts';
import type { Line } from './arguments.ts';
import type { Command, Desk, ExitCode, Told } from './command.ts';
import { refusalText } from './findings-text.ts';
import type { Print } from './print.ts';
import { progressOn } from './progress.ts';
import { findingsIn, inLanguage } from './words/rooms.ts';
import { type Language, type Say, sayIn } from './words/say.ts';

/** Everything that is ever printed passes through here. */
export interface Teller {
  readonly say: Say;
  readonly desk: Desk;
  /** From now on answers are those of this command. */
  begin(command: Command): void;
  help(text: string): ExitCode;
  told(told: Told): ExitCode;
  refusal(refusal: Refusal): ExitCode;
  bug(error: unknown): ExitCode;
}

/** The teller of one command line. */
export function tellerOf({ json }: Line, language: Language, print: Print): Teller {
  const say = sayIn(language);
  const progress = progressOn(print);
  let command: string | null = null;
  const desk: Desk = {
    language,
    say,
    progress: (sentence) => progress.tell(inLanguage(sentence, language)),
    ...(print.today === undefined ? {} : { today: print.today }),
    ...(print.columns === undefined || json ? {} : { columns: print.columns }),
  };
  const answer = (
    exitCode: ExitCode,
    fields: object,
    text: string,
    out: (text: string) => void,
  ) => {
    progress.end();
    if (json)
      print.out(JSON.stringify({ ok: exitCode === 0, command, exitCode, ...fields }, null, 2));
    else out(text);
    return exitCode;
  };
  const toOut = (text: string) => print.out(text);
  const toErr = (text: string) => print.err(text);
  return {
    say,
    desk,
    begin: ({ name }) => {
      command = name;
    },
    help: (text) => answer(0, { help: text }, text, toOut),
    told: ({ text, data, refused }) =>
      answer(refused ? 1 : 0, { ...(refused ? { refusal: refused } : {}), ...data }, text, toOut),
    refusal: (refusal) => {
      const sentence = refusalText(refusal, language, say);
      const findings = findingsIn(refusal);
      return answer(refusal.exitCode, { refusal: { sentence, findings } }, sentence, toErr);
    },
    bug: (error) => {
      const text = bugText(error, say);
      return answer(3, { bug: text }, text, toErr);
    },
  };
}

/** What a person can do about a mistake that is ours; maintainers ask for the whole trace. */
function bugText(error: unknown, say: Say): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const trace = process.env.ONENEEDLE_TRACE ? `\n${stack}` : '';
  return `${say('bug', { name, message })}${trace}`;
}
