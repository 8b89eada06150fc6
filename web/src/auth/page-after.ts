/** Where to go on after signing in. */

/** The page that was wanted, if it is one of ours: an address of another site never leads away. */
export function pageAfter(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
