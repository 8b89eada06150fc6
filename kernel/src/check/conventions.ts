/**
 * The 口径 page: which of the questions that real texts leave open concern this scheme, and which
 * answer is in force. The numbers are those of the list of open questions and never change.
 */

import type { Scheme } from '../scheme/scheme.ts';
import { gradeConventions } from './conventions-grades.ts';
import { pointConventions } from './conventions-points.ts';
import { type Finding, finding } from './finding.ts';
import { type SchemeView, viewOf } from './view.ts';

/** One open question with the answer in force. */
export interface Convention {
  readonly no: number;
  readonly question: string;
  readonly answer: string;
  /** The scheme says so itself; otherwise the default is in force. */
  readonly stated: boolean;
  /** Where the scheme may say so; empty where the answer is fixed. */
  readonly path: string;
}

/** The open questions that concern a scheme, by number. */
export function conventions(scheme: Scheme): Convention[] {
  return conventionsOf(viewOf(scheme));
}

/** A warning for every question that the scheme could answer and leaves to the default. */
export function checkConventions(view: SchemeView): Finding[] {
  return conventionsOf(view).flatMap(({ no, question, answer, stated, path }) => {
    if (stated || path === '' || withoutDefault.has(no)) return [];
    const sentence = `口径 ${no}，${question}：办法没有写明，按默认“${answer}”；认可的请写明，不同意的请改。`;
    return [finding('switch-default', path, sentence)];
  });
}

/** These have no default: the check refuses instead. */
const withoutDefault: ReadonlySet<number> = new Set([3, 4, 7, 18, 19, 25, 26, 27]);

function conventionsOf(view: SchemeView): Convention[] {
  return [...pointConventions(view), ...gradeConventions(view)].sort((a, b) => a.no - b.no);
}
