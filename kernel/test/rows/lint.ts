/** The check as the cases see it: findings of a scheme with the roster it is meant for. */

import type { Roster } from '../../src/book/book.ts';
import { checkBands } from '../../src/check/bands.ts';
import type { Finding } from '../../src/check/finding.ts';
import { viewOf } from '../../src/check/view.ts';
import type { Scheme } from '../../src/scheme/scheme.ts';

/** What the check finds. */
export function lint(scheme: Scheme, roster: Roster): readonly Finding[] {
  return checkBands(viewOf(scheme, { roster }));
}
