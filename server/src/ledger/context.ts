/** What the tables of facts are held against. */

import type { Fact, FactKind, Roster } from '@oneneedle/kernel';
import { type Names, namesOf } from '../org/index.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import type { Discretion } from './discretion.ts';
import type { CellField } from './values.ts';

/** The town's catalogue of facts, its roster, and the clauses of its scheme where one is known. */
export interface LedgerContext {
  readonly kinds: readonly FactKind[] | undefined;
  readonly roster: Roster;
  /** Codes of clauses: they tell whether a cell that says 1.1 may have been 1.10. */
  readonly clauses?: readonly string[];
  /** What the scheme leaves to choose: a deduction without its minus is told at its cell. */
  readonly discretion?: Discretion;
}

/** The context, made ready to be asked for every row. */
export interface Ledger {
  readonly catalogue: Catalogue;
  readonly names: Names;
  readonly clauses: readonly string[];
}

/** Makes a context ready. */
export function ledgerOf({ kinds, roster, clauses = [] }: LedgerContext): Ledger {
  return { catalogue: catalogueOf(kinds), names: namesOf(roster), clauses };
}

/** A field of a kind as its cells know it. */
export function cellField(name: string, kind: FactKind | undefined): CellField {
  const field = kind?.fields && Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  return {
    name,
    ...(field ? { type: field.type } : {}),
    ...(field?.unit === undefined ? {} : { unit: field.unit }),
    ...(name === 'state' && kind?.form === 'result' ? { words: resultStates } : {}),
  };
}

/** Why a result has no grade, in the words of the trade. */
const resultStates = [
  ['noGrade', '不确定等次'],
  ['commentOnly', '只写评语'],
  ['notAssessed', '不参加'],
  ['pending', '待定'],
  ['none', '没有'],
] as const;

/** Whether a row must say whom it is about: not what takes back another, nor what holds for all. */
export function needsSubject(kind: FactKind | undefined, isReversal: boolean): boolean {
  if (!kind?.about || kind.about === 'none' || isReversal) return false;
  return kind.form !== 'missing' && kind.form !== 'checked';
}

/** Whether a row must say when: what has neither day nor period counts in no period. */
export function needsDay(isReversal: boolean): boolean {
  return !isReversal;
}

/** Facts in the order of their posting. */
export function inPostingOrder(facts: readonly Fact[]): Fact[] {
  return facts
    .map((fact, index) => ({ fact, index }))
    .sort((a, b) => a.fact.seq - b.fact.seq || a.index - b.index)
    .map(({ fact }) => fact);
}
