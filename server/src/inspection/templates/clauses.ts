/** What makes points of a line: the clauses in force that listen to its kind of fact. */

import type { TemplateLine } from '@oneneedle/contract';
import type { Scheme } from '@oneneedle/kernel';
import { catalogueOf, heardBy } from '../../ledger/index.ts';
import type { Queries } from '../../platform/index.ts';
import { kindsOf, schemesInForce } from '../../scheme/index.ts';

/** A clause beside the line that it makes points of. */
export interface LineClause {
  readonly line: string;
  /** The line of the scheme it stands in. */
  readonly scheme: string;
  readonly clause: string;
  readonly text: string;
  /** Its full mark as the scheme states it; absent where it stands with others under one mark. */
  readonly full?: string;
}

/**
 * The clauses of the schemes in force on a day that listen to the kinds of these lines or read them
 * as a measure, in the order of the lines. `schemeLine` limits it to one scheme.
 */
export async function clausesFor(
  db: Queries,
  {
    lines,
    schemeLine,
    on,
  }: {
    readonly lines: readonly TemplateLine[];
    readonly schemeLine?: string | undefined;
    readonly on: string;
  },
): Promise<LineClause[]> {
  const versions = await schemesInForce(db, { on });
  const catalogue = catalogueOf(await kindsOf(db));
  const schemes = versions
    .filter((one) => schemeLine === undefined || one.line === schemeLine)
    .map(({ scheme }) => ({
      line: scheme.line,
      fulls: fullMarks(scheme.tree),
      heard: new Map(heardBy(scheme, catalogue).map((one) => [one.code, one.clauses])),
    }));
  return lines.flatMap(({ code: line, kind = '' }) =>
    schemes.flatMap(({ line: scheme, fulls, heard }) =>
      (heard.get(kind) ?? []).map(({ code: clause, text }) => {
        const full = fulls.get(clause);
        return { line, scheme, clause, text, ...(full === undefined ? {} : { full }) };
      }),
    ),
  );
}

/** The full marks of clauses that stand alone under a node with a full mark. */
function fullMarks(nodes: Scheme['tree']): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { clauses = [], children = [], full } of nodes) {
    const [only, ...others] = clauses;
    if (only && others.length === 0 && full !== undefined) found.set(only.code, String(full));
    for (const [code, mark] of fullMarks(children)) found.set(code, mark);
  }
  return found;
}
