/** What makes a repetition count for more: a clause of a scheme in force, and nothing else. */

import { asksRepeat, type Node, type Scheme } from '@oneneedle/kernel';
import type { Queries } from '../../platform/index.ts';
import { schemesInForce } from '../../scheme/index.ts';
import { clausesFor } from '../templates/clauses.ts';
import { findTemplate, linesOf } from '../templates/store.ts';
import type { FoundRow } from './store.ts';

/** The clauses that listen to the line of a repetition and ask whether it was found before. */
export async function aggravatingClauses(db: Queries, finding: FoundRow) {
  if (finding.repeats === null) return [];
  const version = { code: finding.template, version: finding.template_version };
  const template = await findTemplate(db, version);
  const lines = (template ? linesOf(template) : []).filter(({ code }) => code === finding.line);
  const on = finding.found_on;
  const schemes = (await schemesInForce(db, { on })).map(({ scheme }) => scheme);
  const schemeLine = template?.scheme_line ?? undefined;
  const heard = await clausesFor(db, { lines, on, ...(schemeLine ? { schemeLine } : {}) });
  return heard
    .filter(({ scheme, clause }) => {
      const tree = schemes.find(({ line }) => line === scheme)?.tree ?? [];
      return asksRepeat(clausesOf(tree).find(({ code }) => code === clause));
    })
    .map(({ scheme, clause, text }) => ({ scheme, clause, text }));
}

function clausesOf(nodes: Scheme['tree']): NonNullable<Node['clauses']> {
  return nodes.flatMap(({ clauses = [], children = [] }) => [...clauses, ...clausesOf(children)]);
}
