/** Finding a clause while typing: by its code, its words, the first letters of the pinyin, its owner. */

import type { FactKind, Scheme } from '@oneneedle/kernel';
import { pinyin } from 'pinyin-pro';
import type { Queries } from '../platform/index.ts';
import { kindsOf, type SchemeInForce, schemesInForce } from './in-force.ts';
import { ruleText } from './modifier-terms.ts';
import { ruleNames } from './official-page.ts';
import { type Clause, listOf, type RuleNames } from './rule-terms.ts';

export interface ClauseQuery {
  /** Words apart by spaces, each of which must fit; '' is every clause. */
  readonly text: string;
  /** Offices whose clauses are meant; empty or absent is all. */
  readonly lines?: readonly string[];
  /** Day on which the scheme is in force. */
  readonly on: string;
  /** Rows at most; 50 if absent. */
  readonly limit?: number;
}

/** A clause with what a fact needs that it can hear. */
export interface FoundClause {
  readonly line: string;
  readonly versionId: string;
  readonly scheme: string;
  readonly code: string;
  /** The indicators above it, outermost first. */
  readonly path: string[];
  readonly text: string;
  readonly owner?: string;
  readonly source?: string;
  readonly proof: string[];
  /** How it counts, in words. */
  readonly rule: string;
  /** Empty where the clause works out its points without a fact of its own. */
  readonly kinds: FactKind[];
}

/**
 * The clauses in force that fit, the best first: the same code, a code that begins so, the name of
 * an indicator or kind, its text; within that in the order of the schemes. `total` counts those
 * beyond the limit too.
 */
export async function searchClauses(
  db: Queries,
  { text, lines = [], on, limit = 50 }: ClauseQuery,
): Promise<{ total: number; rows: FoundClause[] }> {
  const kinds = await kindsOf(db);
  const words = normal(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = (await schemesInForce(db, { on })).flatMap((version) => {
    const names = ruleNames(version.scheme, kinds);
    return version.scheme.tree
      .flatMap((node) => clausesUnder(node, { path: [], names }))
      .filter(({ owner }) => lines.length === 0 || (owner !== undefined && lines.includes(owner)))
      .map((clause) => ({ clause, version, names, rank: rankOf(clause, words) }));
  });
  const fitting = found.filter(({ rank }) => rank < noFit);
  fitting.sort((a, b) => a.rank - b.rank); // stable: equal ranks keep the order of the scheme
  return { total: fitting.length, rows: fitting.slice(0, limit).map(foundClause) };
}

interface Indexed {
  readonly clause: Clause;
  readonly path: readonly string[];
  readonly owner?: string;
  /** What a name can be found by: indicators and kinds, with their first letters. */
  readonly names: readonly string[];
  /** The rest: text, owner, source. */
  readonly texts: readonly string[];
}

const noFit = 9;

/** The worst of the words decides; a word that fits nowhere leaves the clause out. */
function rankOf(indexed: Indexed, words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => rankOfWord(indexed, word)));
}

function rankOfWord({ clause, names, texts }: Indexed, word: string): number {
  const code = normal(clause.code);
  if (code === word) return 0;
  if (/^\d/.test(word) && code.startsWith(word)) return 1;
  if (names.some((name) => name.includes(word))) return 2;
  return texts.some((text) => text.includes(word)) ? 3 : noFit;
}

type Node = Scheme['tree'][number];

interface Above {
  readonly path: readonly string[];
  readonly owner?: string;
  readonly names: RuleNames;
}

function clausesUnder(node: Node, above: Above): Indexed[] {
  const path = [...above.path, node.name];
  const owner = node.owner ?? above.owner;
  const below = { ...above, path, ...(owner === undefined ? {} : { owner }) };
  return [
    ...(node.children ?? []).flatMap((child) => clausesUnder(child, below)),
    ...(node.clauses ?? []).map((clause) => indexedClause(clause, below)),
  ];
}

function indexedClause(clause: Clause, { path, owner, names }: Above): Indexed {
  const own = clause.owner ?? owner;
  const kinds = listOf(clause.on).map((code) => names.kinds.get(code) ?? code);
  return {
    clause,
    path,
    ...(own === undefined ? {} : { owner: own }),
    names: [...path, ...kinds].flatMap(withLetters),
    texts: [clause.text, own ?? '', clause.source ?? ''].flatMap(withLetters),
  };
}

function withLetters(text: string): string[] {
  return text === '' ? [] : [normal(text), firstLetters(text)];
}

/** 垃圾积存 → ljjc; what is no Chinese character stays. */
function firstLetters(text: string): string {
  const known = letters.get(text);
  if (known !== undefined) return known;
  const first = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' });
  const joined = normal(first.join(''));
  if (letters.size >= lettersMax) letters.clear();
  letters.set(text, joined);
  return joined;
}

/** Letters by text: the same sentences are searched at every stroke of a key. */
const letters = new Map<string, string>();
const lettersMax = 20_000;

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

interface Fitting {
  readonly clause: Indexed;
  readonly version: SchemeInForce;
  readonly names: RuleNames;
}

function foundClause({ clause: found, version, names }: Fitting): FoundClause {
  const { clause, path, owner } = found;
  const heard = listOf(clause.on).flatMap((code) => names.catalogue.get(code) ?? []);
  return {
    line: version.line,
    versionId: version.id,
    scheme: version.scheme.name,
    code: clause.code,
    path: [...path],
    text: clause.text,
    ...(owner === undefined ? {} : { owner }),
    ...(clause.source === undefined ? {} : { source: clause.source }),
    proof: clause.proof ?? [],
    rule: ruleText(clause, names),
    kinds: [...new Set(heard)],
  };
}
