/** Whether a scheme listens to a fact, and whether it still would after the fact's year is sealed. */

import type { Fact } from '../book/book.ts';
import { fieldText, speaksFor } from '../evaluate/fields.ts';
import { kindsMentioned } from '../evaluate/notices.ts';
import { ownItems } from '../evaluate/own-items.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Node, Scheme } from '../scheme/scheme.ts';

/**
 * True if the scheme mentions the fact's kind anywhere; for a fact that speaks for a clause
 * (`checked`, `missing`), if the fact speaks for its line and it has that clause.
 */
export function listens(scheme: Scheme, fact: Fact): boolean {
  if (staysPut(fact)) {
    if (!speaksFor(scheme.line, fact)) return false;
    const code = fieldText(fact.values.clause);
    return clausesOf(treeOf(scheme)).some((clause) => clause.code === code);
  }
  return mentions(scheme, { ...scheme, tree: treeOf(scheme) }, fact);
}

/**
 * True unless everything in the scheme that listens to the fact counts it in the year of its day
 * and nowhere else. In doubt the answer is yes.
 */
export function listensLater(scheme: Scheme, fact: Fact): boolean {
  const vetoes = scheme.vetoes?.map((veto) =>
    veto.validity || veto.repair || 'projectBan' in veto.scope ? veto : { ...veto, on: undefined },
  );
  return mentions(scheme, { ...scheme, vetoes, tree: treeOf(scheme).map(withoutFlows) }, fact);
}

/** True for the forms that speak for one period and no other. */
export function staysPut(fact: Fact): boolean {
  return fact.form === 'checked' || fact.form === 'missing';
}

/** The kind counts under its present name too, if the scheme's catalogue says it was renamed. */
function mentions({ kinds = [] }: Scheme, part: unknown, fact: Fact): boolean {
  const renamed = kinds.filter(({ formerly }) => formerly?.includes(fact.kind));
  const mentioned = kindsMentioned(part);
  return [fact.kind, ...renamed.map(({ kind }) => kind)].some((kind) => mentioned.has(kind));
}

function withoutFlows(node: Node): unknown {
  return {
    ...node,
    children: node.children?.map(withoutFlows),
    clauses: node.clauses?.map((clause) =>
      isFlow(clause) ? { ...clause, on: undefined } : clause,
    ),
  };
}

/** A clause whose facts count in their own year alone. */
function isFlow(clause: Clause): boolean {
  return !clause.carryOver && clause.counts !== 'level' && !asksBack(clause);
}

/** Repetition that looks further back than the year. */
function asksBack(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, item]) =>
    key === 'repeated' ? looksFar(item) : asksBack(item),
  );
}

function looksFar({ within }: { within?: unknown }): boolean {
  return typeof within === 'object' || within === 'ever' || within === 'validity';
}

function treeOf(scheme: Scheme): Node[] {
  return [...scheme.tree, ...ownItems(scheme).nodes];
}

function clausesOf(nodes: readonly Node[]): Clause[] {
  return nodes.flatMap((node) => [...(node.clauses ?? []), ...clausesOf(node.children ?? [])]);
}
