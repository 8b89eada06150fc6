/** The check as the cases see it: findings of a scheme with the roster it is meant for. */

import type { Roster } from '../../src/book/book.ts';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/check/finding.ts';
import type { Scheme } from '../../src/scheme/scheme.ts';

/** What the check finds. */
export function lint(scheme: Scheme, roster: Roster): readonly Finding[] {
  return check(scheme, { roster });
}
