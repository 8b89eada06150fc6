/** English titles for the states, lines and notices of a result, for readers of English alone. */

import type { CellState, GradeState, LineKind, Notice } from '../evaluate/assessment.ts';
import type { SealRefusal } from '../evaluate/seal.ts';

/** States of a cell or total. */
export const stateTitles: Readonly<Record<CellState, string>> = {
  scored: 'Scored',
  notDue: 'Not due yet',
  notApplicable: 'Does not apply',
  missing: 'Material missing',
  zeroed: 'Decided zero',
};

/** How a grade came about, or why there is none. */
export const gradeTitles: Readonly<Record<GradeState, string>> = {
  graded: 'Graded',
  noGrade: 'Assessed without a grade',
  commentOnly: 'Comment only',
  pending: 'Grade pending',
  none: 'No grade',
};

/** Kinds of lines in the explanation of a total. */
export const lineTitles: Readonly<Record<LineKind, string>> = {
  total: 'Total',
  node: 'Indicator',
  clause: 'Clause',
  base: 'Granted marks',
  entry: 'Entry',
  cap: 'Cap',
  floor: 'Floor',
  gate: 'Gate',
  balance: 'Balance of earlier periods',
  correction: 'Correction of a sealed period',
  weight: 'Weight',
  coefficient: 'Coefficient',
  rescale: 'Scaled for what does not apply',
  rounding: 'Rounding',
  veto: 'Veto',
  segment: 'Part of the span',
};

/** What the office should see beside the numbers. */
export const noticeTitles: Readonly<Record<Notice['code'], string>> = {
  'fact-unheard': 'A fact that no clause hears',
  'fact-duplicate': 'A fact posted twice',
  'fact-subject-unknown': 'A fact about somebody the roster does not know',
  'fact-subject-absent': 'A fact about somebody who held no place then',
  'fact-late': 'A fact that became known after its period was sealed',
  'fact-past-span': 'A fact of a year that is wholly sealed',
  'fact-after-as-of': 'A fact after the day of the assessment',
  'fact-reversed': 'A fact that was corrected',
  'reversal-invalid': 'A correction without effect',
  'nobody-charged': 'A loss that nobody bears',
  'needs-discretion': 'Points must be chosen',
  'fact-refused': 'A fact that cannot be scored',
  unchecked: 'No statement yet that nothing else was found',
  'no-evidence': 'Facts without evidence',
  'document-missing': 'A fact without the document that its clause asks for',
  'preview-unsealed': 'Earlier periods are not sealed',
  'period-missing': 'Results of a period are missing',
  'result-corrected': 'A result that was read has been corrected',
  'quota-tie': 'A tie at the edge of a quota',
  'own-item-refused': 'An item of a subject’s own choice is refused',
  ledger: 'About the ledger',
};

/** Why a period cannot be sealed yet. */
export const sealTitles: Readonly<Record<SealRefusal['code'], string>> = {
  'period-not-over': 'The period is not over',
  'already-sealed': 'The period is sealed already',
  'earlier-unsealed': 'Earlier periods are not sealed',
  'material-missing': 'Material is missing',
  'grade-pending': 'A grade is pending',
  unchecked: 'No statement yet that nothing else was found',
};
