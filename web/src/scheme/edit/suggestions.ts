/** Words that are offered while one types into a form: kinds, fields and owners that exist. Pure. */

import type { EditValue, FactKind, OutlineRow } from '@oneneedle/kernel';
import type { Suggestion } from './edit-context.ts';
import { keyOf, membersOf, valueAt } from './shape.ts';

interface Known {
  /** Types of unit by their names. */
  readonly types?: ReadonlyMap<string, string>;
  readonly kinds: readonly FactKind[];
  readonly rows: readonly OutlineRow[];
  /** Of the clause, or the whole scheme where no row is chosen. */
  readonly value: EditValue | undefined;
}

/** Places in which the name of a field of a fact is written. */
const fieldPlaces: ReadonlySet<string> = new Set([
  'Rule.count.of',
  'Rule.count.distinct',
  'Rule.count.weights.by',
  'Rule.choice.by',
  'Rule.sampled.failed',
  'Rule.sampled.sampled',
  'Rule.sampled.population',
  'Rule.deadline.due.field',
  'Rule.judges.field',
  'Quantity.field',
  'Quantity.measure.field',
  'Quantity.sum.field',
]);

/** What is named elsewhere in the scheme, and where: a grade, a rule over years, a proposal. */
const namesFrom: Readonly<Record<string, string>> = {
  grade: 'grades.order',
  overflow: 'grades.order',
  setGrade: 'grades.order',
  'Veto.scope.fixedGrade': 'grades.order',
  'Sequence.results.match.grades.are': 'grades.order',
  'PayLine.rule.streak.sequence': 'sequences',
  'Sequence.then.propose': 'outcomes',
  'Veto.scope.payPart': 'pay.lines',
  'PayLine.rule.roleRatio.line': 'pay.lines',
};

/** The words of a list, or the codes of its members with what they say. */
function namesAt(root: EditValue | undefined, path: string): Suggestion[] {
  return membersOf(valueAt(root, path)).flatMap((one): Suggestion[] => {
    if (typeof one === 'string') return one === '' ? [] : [{ value: one }];
    const value = keyOf(one, 'code');
    const label = keyOf(one, 'text') ?? keyOf(one, 'name');
    if (typeof value !== 'string' || value === '') return [];
    return [{ value, ...(typeof label === 'string' ? { label } : {}) }];
  });
}

/** None where people write freely. */
export function suggestionsFor(place: string, { kinds, rows, value, types }: Known): Suggestion[] {
  const key = place.split('.').at(-1);
  const named = namesFrom[place] ?? namesFrom[key ?? ''];
  if (named !== undefined) return namesAt(value, named);
  if (['Clause.on', 'Veto.on'].includes(place) || key === 'kind') {
    return kinds.map(({ kind, name }) => ({ value: kind, label: name }));
  }
  if (place === 'AppliesTo.types') {
    return [...(types ?? [])].map(([type, label]) => ({ value: type, label }));
  }
  if (key === 'owner') {
    return [...new Set(rows.flatMap(({ owner }) => owner ?? []))].map((owner) => ({
      value: owner,
    }));
  }
  if (!fieldPlaces.has(place)) return [];
  const text = JSON.stringify(value ?? '');
  const used = kinds.filter(({ kind }) => text.includes(JSON.stringify(kind)));
  return [...new Set(used.flatMap(({ fields }) => Object.keys(fields ?? {})))].map((field) => ({
    value: field,
  }));
}
