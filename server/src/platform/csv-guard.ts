/**
 * Text that a spreadsheet would take for a formula. In a workbook a cell says that it is text; in
 * CSV it cannot, so an apostrophe is put before it, and taken off again when it is read.
 */

/** The signs that begin a formula, also in full width, behind any number of apostrophes. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const guardedFormula = /^'+[=+\-@\t\r＝＋－＠]/;

/** The text with its guard, if it needs one. */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text without the guard that `guarded` put there. */
export function unguarded(text: string): string {
  return guardedFormula.test(text) ? text.slice(1) : text;
}
