/** Short names that no town may have: its pages would stand where others stand already. */

/** The first parts of addresses that are not those of a town. */
export const reservedTownCodes: ReadonlySet<string> = new Set([
  'api',
  'assets',
  'field',
  'gallery',
  'help',
  'password',
  'set-up',
  'sign-in',
  'towns',
]);
