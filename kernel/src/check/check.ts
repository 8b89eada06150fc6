/**
 * The check of a scheme: everything that is wrong with it at once, each finding with its place and
 * a sentence that says what, why, and what to do. What would make a number wrong is an error; what
 * a person may decide is a warning.
 */

import type { Scheme } from '../scheme/scheme.ts';
import { checkBands } from './bands.ts';
import { checkCodes, checkEmptyNodes } from './codes.ts';
import { checkCompanions } from './companions.ts';
import { checkConventions } from './conventions.ts';
import { checkDeadlines } from './deadlines.ts';
import { type Finding, inOrder, named } from './finding.ts';
import { checkGuardrails } from './guardrails.ts';
import { checkLines } from './lines.ts';
import { checkMarks } from './marks.ts';
import { checkPay } from './pay.ts';
import { checkReachable } from './reachable.ts';
import { checkResults } from './results.ts';
import { checkRosterNames } from './roster-names.ts';
import { checkTrace } from './trace.ts';
import { checkUnanswered } from './unanswered.ts';
import { checkUnreported } from './unreported.ts';
import { type CheckContext, type SchemeView, viewOf } from './view.ts';

/**
 * All findings of a scheme, by path and then code. The catalogue of facts, the other schemes of
 * the town and the roster let it see more; without them it says nothing about what it cannot see.
 */
export function check(scheme: Scheme, context?: CheckContext): Finding[] {
  const view = viewOf(scheme, context);
  return named(inOrder(checks.flatMap((one) => one(view))), scheme);
}

const checks: readonly ((view: SchemeView) => Finding[])[] = [
  checkCodes,
  checkEmptyNodes,
  checkMarks,
  checkBands,
  checkUnanswered,
  checkReachable,
  checkUnreported,
  checkCompanions,
  checkDeadlines,
  checkResults,
  checkPay,
  checkLines,
  checkTrace,
  checkGuardrails,
  checkRosterNames,
  checkConventions,
];
