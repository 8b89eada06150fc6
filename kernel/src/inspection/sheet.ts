/** What stands on a sheet of an inspection, what is wrong in it and what is still missing. */

import { hashOf } from '../explain/receipt.ts';

/** How a line of a check sheet is asked. */
export type LineAsks = 'count' | 'yesNo' | 'choice' | 'sample' | 'mark';

/** What of a line of a check sheet its answer is judged by. */
export interface AskedLine {
  readonly code: string;
  readonly asks: LineAsks;
  /** The answers of a `choice`, the best first: whatever is not the first is a finding. */
  readonly choices?: readonly { readonly code: string }[] | undefined;
  /** Whether what is wrong should be on a photo. */
  readonly photo: 'asked' | 'none';
}

/** Where something was wrong. `id` is made on the device, so that a photo stays with its place. */
export interface WrongPlace {
  readonly id: string;
  /** 村口小桥东侧; may be empty. */
  readonly at: string;
}

interface Found {
  readonly places: readonly WrongPlace[];
  readonly note: string;
}

/** The answer to one line, by how it was asked; or why nobody could look. */
export type LineAnswer =
  | (Found & { readonly asks: 'count'; readonly count: number })
  | (Found & { readonly asks: 'yesNo'; readonly yes: boolean })
  | (Found & { readonly asks: 'choice'; readonly choice: string })
  | (Found & { readonly asks: 'sample'; readonly looked: number; readonly failed: number })
  /** Exact decimal text with at most two places: `8.5`. */
  | (Found & { readonly asks: 'mark'; readonly mark: string })
  | { readonly asks: 'notSeen'; readonly note: string };

/** Answers by the code of their line. */
export type SheetAnswers = Readonly<Record<string, LineAnswer>>;

/** A photo as the sheet lists it: by the hash of what the device keeps. */
export interface ListedPhoto {
  readonly sha256: string;
  /** Of a line, the drawn signature, or the sheet on paper. */
  readonly of: 'line' | 'signature' | 'paper';
  readonly line?: string | undefined;
  /** Id of the place of that line. */
  readonly place?: string | undefined;
  readonly name: string;
  readonly bytes: number;
  /** By the clock of the device: `2026-11-20T10:11:12`. */
  readonly takenAt?: string | undefined;
  /** Whether the inspector put the place on it. */
  readonly stamped: boolean;
}

/** How the village answered on the spot. */
export type SheetSignature = 'none' | 'signed' | 'paper' | 'refused';

/** All that a writer means by a sheet; two with the same digest say the same. */
export interface SheetContent {
  readonly visit: string;
  readonly templateVersion: number;
  readonly answers: SheetAnswers;
  readonly statement: string;
  readonly signature: SheetSignature;
  readonly photos: readonly ListedPhoto[];
}

/** SHA-256 of the canonical JSON of what a sheet says, in hexadecimal. */
export function sheetDigest(content: SheetContent): string {
  const { answers, photos, signature, statement, templateVersion, visit } = content;
  return hashOf({ answers, photos, signature, statement, templateVersion, visit });
}

/** What a sheet lacks. Without an answer or a reason it is not sent; a photo is only reminded of. */
export interface Missing {
  readonly line: string;
  readonly what: 'answer' | 'reason' | 'photo';
}

/** What is still missing, in the order of the lines. */
export function missingIn(
  lines: readonly AskedLine[],
  { answers, photos }: Pick<SheetContent, 'answers' | 'photos'>,
): Missing[] {
  return lines.flatMap((line): Missing[] => {
    const answer = answers[line.code];
    if (answer === undefined) return [{ line: line.code, what: 'answer' }];
    if (answer.asks === 'notSeen') {
      return answer.note.trim() === '' ? [{ line: line.code, what: 'reason' }] : [];
    }
    const isShown = photos.some(({ line: of }) => of === line.code);
    const isBare = line.photo === 'asked' && isWrong(line, answer) && !isShown;
    return isBare ? [{ line: line.code, what: 'photo' }] : [];
  });
}

/** Whether an answer says that something is to be put right. A mark never does. */
export function isWrong(line: AskedLine, answer: LineAnswer): boolean {
  switch (answer.asks) {
    case 'count':
      return answer.count > 0;
    case 'yesNo':
      return !answer.yes;
    case 'choice':
      return answer.choice !== line.choices?.[0]?.code;
    case 'sample':
      return answer.failed > 0;
    default:
      return false;
  }
}

/** Why an answer cannot be; whoever wrote the page made a mistake, or somebody changed the file. */
export type AnswerFault =
  | 'lineUnknown'
  | 'askedOtherwise'
  | 'choiceUnknown'
  | 'moreFailedThanLooked'
  | 'morePlacesThanFound';

/** What cannot be in these answers, by line. */
export function faultsIn(
  lines: readonly AskedLine[],
  answers: SheetAnswers,
): { readonly line: string; readonly fault: AnswerFault }[] {
  const known = new Map(lines.map((line) => [line.code, line]));
  return Object.entries(answers).flatMap(([code, answer]) => {
    const fault = faultOf(known.get(code), answer);
    return fault === undefined ? [] : [{ line: code, fault }];
  });
}

function faultOf(line: AskedLine | undefined, answer: LineAnswer): AnswerFault | undefined {
  if (!line) return 'lineUnknown';
  if (answer.asks === 'notSeen') return undefined;
  if (answer.asks !== line.asks) return 'askedOtherwise';
  if (answer.asks === 'choice' && !line.choices?.some(({ code }) => code === answer.choice)) {
    return 'choiceUnknown';
  }
  if (answer.asks === 'sample' && answer.failed > answer.looked) return 'moreFailedThanLooked';
  return answer.places.length > mostPlaces(answer) ? 'morePlacesThanFound' : undefined;
}

/** How many places there can be where something is wrong: of a count, as many as were counted. */
function mostPlaces(answer: Exclude<LineAnswer, { asks: 'notSeen' }>): number {
  if (answer.asks === 'count') return answer.count;
  if (answer.asks === 'yesNo' && answer.yes) return 0;
  return 200;
}
