/** Where a clause stands: its scheme, its owner, and what it leaves to be chosen or demands. */

import type { Fact, FactKind, Node, Scheme } from '@oneneedle/kernel';
import type { Catalogue } from './catalogue.ts';
import { heardBy } from './hearing.ts';

type Clause = NonNullable<Node['clauses']>[number];

/** A clause with its scheme and the office that answers for it. */
export interface ClausePlace {
  readonly scheme: Scheme;
  readonly clause: Clause;
  /** The clause's own owner, or that of the nearest node above it. */
  readonly owner: string | undefined;
}

const known = new WeakMap<Scheme, readonly ClausePlace[]>();

/** The clauses of a scheme in their order. */
export function clausePlaces(scheme: Scheme): readonly ClausePlace[] {
  const places = known.get(scheme) ?? scheme.tree.flatMap((node) => below(scheme, node, undefined));
  known.set(scheme, places);
  return places;
}

function below(scheme: Scheme, node: Node, above: string | undefined): ClausePlace[] {
  const owner = node.owner ?? above;
  return [
    ...(node.clauses ?? []).map((clause) => ({ scheme, clause, owner: clause.owner ?? owner })),
    ...(node.children ?? []).flatMap((child) => below(scheme, child, owner)),
  ];
}

/** A clause by its code; undefined where the scheme has none. */
export function clausePlace(scheme: Scheme, code: string): ClausePlace | undefined {
  return clausePlaces(scheme).find(({ clause }) => clause.code === code);
}

/** The codes that a clause listens to, as it writes them. */
export function listensTo({ clause }: ClausePlace): readonly string[] {
  return clause.on === undefined ? [] : [clause.on].flat();
}

/** The kinds that a clause hears or reads, in the order of the catalogue. */
export function kindsOfClause({ scheme, clause }: ClausePlace, catalogue: Catalogue): FactKind[] {
  return heardBy(scheme, catalogue).flatMap(({ code, clauses }) =>
    clauses.includes(clause) ? (catalogue.entryOf(code) ?? []) : [],
  );
}

/** The clauses that listen to a kind, under any of its codes. */
export function listeners(
  schemes: readonly Scheme[],
  { kind, formerly = [] }: FactKind,
): ClausePlace[] {
  const codes = new Set([kind, ...formerly]);
  return schemes
    .flatMap((scheme) => clausePlaces(scheme))
    .filter((place) => listensTo(place).some((code) => codes.has(code)));
}

/** The clauses that listen to a kind or read it in a condition. */
export function readers(
  schemes: readonly Scheme[],
  kind: FactKind,
  catalogue: Catalogue,
): ClausePlace[] {
  return schemes.flatMap((scheme) => {
    const heard = heardBy(scheme, catalogue).find(({ code }) => code === kind.kind);
    const clauses = new Set(heard?.clauses);
    return clausePlaces(scheme).filter(({ clause }) => clauses.has(clause));
  });
}

/** Points from here to there; none where a body decides without bounds. */
export interface Bounds {
  readonly bands: readonly { readonly from: string; readonly to: string }[];
  readonly body?: string;
}

/** What a clause leaves to be chosen; undefined where its points are computed. */
export function boundsOf({ clause: { rule } }: ClausePlace): Bounds | undefined {
  if ('range' in rule) {
    const { from, to, or } = rule.range;
    return { bands: [{ from, to }, ...(or ? [or] : [])] };
  }
  if ('judges' in rule) return { bands: [] };
  if (!('decision' in rule)) return undefined;
  const { body, from, to } = rule.decision;
  return { body, bands: from === undefined || to === undefined ? [] : [{ from, to }] };
}

/** Whether a fact needs the number of a document to count under a clause. */
export function needsDocument({ clause }: ClausePlace): boolean {
  return clause.requires === 'document' || 'decision' in clause.rule;
}

/** The clauses that a signature or a decided cell means: of the line that it names, if it names one. */
export function placesSpokenFor(
  { line, clause }: Fact['values'],
  schemes: readonly Scheme[],
): ClausePlace[] {
  return schemes
    .filter((scheme) => line === undefined || line === scheme.line)
    .flatMap((scheme) => clausePlace(scheme, `${clause}`) ?? []);
}

/**
 * The office that answers for a fact: the owner of its kind, of the clause that it speaks for, or of
 * the first clause that listens to it. Undefined where nobody claims it.
 */
export function officeOfFact(
  { kind: code, form, values }: Pick<Fact, 'kind' | 'form' | 'values'>,
  { schemes, catalogue }: { schemes: readonly Scheme[]; catalogue: Catalogue },
): string | undefined {
  if (form === 'checked' || form === 'missing') {
    return placesSpokenFor(values, schemes)[0]?.owner;
  }
  const kind = catalogue.entryOf(code);
  return kind && (kind.owner ?? listeners(schemes, kind)[0]?.owner);
}
