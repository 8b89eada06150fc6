/** The opaque codes of persons: `P-0001` and so on, never given twice. */

/** The code with a number. */
export function personCode(number: number): string {
  return `P-${String(number).padStart(4, '0')}`;
}

/** The number of a code that the program gave; 0 for any other code. */
export function personNumber(code: string): number {
  return Number(/^P-(\d{1,9})$/.exec(code)?.[1] ?? 0);
}
