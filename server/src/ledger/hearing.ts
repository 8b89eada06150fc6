/** Which facts a scheme hears, and by which clauses: what a form for recording must ask for. */

import type { Node, Scheme } from '@oneneedle/kernel';
import type { Catalogue } from './catalogue.ts';

type Clause = NonNullable<Node['clauses']>[number];

/** A kind that a scheme hears. */
export interface Heard {
  readonly code: string;
  /** The clauses that listen to it or read it, in the order of the scheme. */
  readonly clauses: readonly Clause[];
  /** Vetoes, grades, sequences, outcomes or pay ask for it. */
  readonly isAskedElsewhere: boolean;
}

/** The clauses of a scheme in their order. */
export function clausesOf({ tree }: Pick<Scheme, 'tree'>): Clause[] {
  const below = (node: Node): Clause[] => [
    ...(node.clauses ?? []),
    ...(node.children ?? []).flatMap(below),
  ];
  return tree.flatMap(below);
}

/** The kinds that a scheme hears anywhere, in the order of the catalogue, then of the scheme. */
export function heardBy(scheme: Scheme, catalogue: Catalogue): Heard[] {
  const clauses = clausesOf(scheme);
  const byClause = clauses.map((clause) => ({ clause, codes: kindsIn(clause, catalogue) }));
  const { tree, kinds: _, ...rest } = scheme;
  const nodes = tree.flatMap((node) => withoutClauses(node));
  const elsewhere = new Set([...kindsIn(rest, catalogue), ...kindsIn(nodes, catalogue)]);
  const all = new Set([...byClause.flatMap(({ codes }) => [...codes]), ...elsewhere]);
  const known = catalogue.kinds.map(({ kind }) => kind).filter((code) => all.has(code));
  return [...known, ...[...all].filter((code) => !known.includes(code))].map((code) => ({
    code,
    clauses: byClause.flatMap(({ clause, codes }) => (codes.has(code) ? [clause] : [])),
    isAskedElsewhere: elsewhere.has(code),
  }));
}

/** The fields that a scheme reads of kinds without an entry. */
export function fieldsRead(clauses: readonly Clause[]): string[] {
  const found = new Set<string>();
  const read = (part: unknown) => {
    if (Array.isArray(part)) for (const item of part) read(item);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
    for (const [key, value] of Object.entries(part)) {
      const names = Array.isArray(value) ? value : [value];
      const isField = ['field', 'of', 'by', 'failed', 'sampled', 'population'].includes(key);
      for (const name of names) if (isField && typeof name === 'string') found.add(name);
      read(value);
    }
    const { ballots } = part as { ballots?: { options?: Readonly<Record<string, unknown>> } };
    for (const name of Object.keys(ballots?.options ?? {})) found.add(name);
  };
  for (const { rule } of clauses) read(rule);
  found.delete('level');
  found.delete('on');
  return [...found];
}

function withoutClauses({ clauses: _, children, ...own }: Node): unknown[] {
  return [own, ...(children ?? []).flatMap(withoutClauses)];
}

const namesKinds: ReadonlySet<string> = new Set(['on', 'kind', 'rectified', 'done']);

/** Codes of kinds, wherever a part of a scheme names them; former codes count as the kind itself. */
function kindsIn(part: unknown, catalogue: Catalogue): Set<string> {
  const found = new Set<string>();
  const read = (item: unknown, key: string) => {
    if (Array.isArray(item)) {
      for (const one of item) read(one, key);
    } else if (typeof item === 'string') {
      const entry = namesKinds.has(key) ? catalogue.entryOf(item) : undefined;
      if (entry) found.add(entry.kind);
      else if (key === 'on') found.add(item);
    } else if (typeof item === 'object' && item !== null) {
      for (const [name, value] of Object.entries(item)) read(value, name);
    }
  };
  read(part, '');
  return found;
}
