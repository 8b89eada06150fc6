/** A finding of the check: where, how bad, and a sentence that a clerk understands. */

import type { z } from 'zod';

/**
 * `error`: a number would be wrong, the scheme is refused. `warning`: a person may decide and go
 * on. `hint`: worth knowing, printed on the 口径 page.
 */
export type Severity = 'error' | 'warning' | 'hint';

export interface Finding {
  readonly code: string;
  /** Where, in the words of the file: `tree[1].clauses[0].rule`. */
  readonly path: string;
  readonly severity: Severity;
  readonly sentence: string;
}

/** Shape errors of a document as findings, all at once. */
export function shapeFindings(issues: readonly z.core.$ZodIssue[], _input: unknown): Finding[] {
  return issues.map((issue) => ({
    code: 'shape',
    path: pathText(issue.path),
    severity: 'error' as const,
    sentence: issue.message,
  }));
}

/** `['tree', 1, 'code']` → `tree[1].code`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}
