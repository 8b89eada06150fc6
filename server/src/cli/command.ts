/** What a command is: its words, its options, and a deed that tells what came of it. */

import type { Finding } from '@oneneedle/kernel';
import type { Progress } from '../assessment/index.ts';
import type { Language, PlainKey, Say } from './words/say.ts';

/** 0 done · 1 refused, with the reasons · 2 the command was not understood · 3 a bug of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Options that are followed by a text. */
export type TextOption =
  | 'period'
  | 'as-of'
  | 'out'
  | 'subject'
  | 'with'
  | 'receipt'
  | 'decision'
  | 'to'
  | 'issuer'
  | 'number'
  | 'date'
  | 'town';

/** Options that stand alone. */
export type FlagOption = 'conventions' | 'good-rows' | 'force' | 'check';

export type OptionName = TextOption | FlagOption;

/** What a person wrote behind the name of a command. */
export interface Given {
  /** The folder or file that the command is about, as a path of this machine; '' where it has none. */
  readonly target: string;
  readonly texts: { readonly [name in TextOption]?: string };
  readonly flags: ReadonlySet<FlagOption>;
}

/** Where a command stands: who listens, in which language, and how wide the terminal is. */
export interface Desk {
  readonly language: Language;
  readonly say: Say;
  readonly progress: Progress;
  /** The day of today on this machine, `2026-11-22`; absent where there is no clock. */
  readonly today?: string;
  /** Columns of the terminal; absent for a file or a pipe, where lines are never broken. */
  readonly columns?: number;
}

/** What came of a command: the text for a person, the data for a program. */
export interface Told {
  readonly text: string;
  /** Stands beside `ok` and `command` in the one document of `--json`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The answer is no: exit code 1, though the text is a result and stands on stdout. */
  readonly refused?: { readonly sentence: string; readonly findings: readonly Finding[] };
}

/** A command of the table. */
export interface Command {
  /** One word or two: `assess`, `scheme check`. */
  readonly name: string;
  readonly group: 'points' | 'tables' | 'schemes' | 'backup';
  /** What must follow the name; nothing may where it is absent. */
  readonly target?: PlainKey;
  /** One clause for the list of all commands. */
  readonly summary: PlainKey;
  /** What each option means here, in the order of the help. */
  readonly options: { readonly [name in OptionName]?: PlainKey };
  /** What stands behind an option where it is not what is usual. */
  readonly places?: { readonly [name in TextOption]?: PlainKey };
  /** Options that must be there, each with what is said where it is not. */
  readonly required?: { readonly [name in TextOption]?: PlainKey };
  /** The arguments of two command lines that work on the examples of this repository. */
  readonly examples: readonly [string, string];
  readonly run: (given: Given, desk: Desk) => Told | Promise<Told>;
}
