/** Words that are offered while one types into a form: kinds, fields and owners that exist. Pure. */

import type { EditValue, FactKind, OutlineRow } from '@oneneedle/kernel';
import type { Suggestion } from './edit-context.ts';

interface Known {
  readonly kinds: readonly FactKind[];
  readonly rows: readonly OutlineRow[];
  /** Of the clause. */
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

/** None where people write freely. */
export function suggestionsFor(place: string, { kinds, rows, value }: Known): Suggestion[] {
  const key = place.split('.').at(-1);
  if (place === 'Clause.on' || key === 'kind') {
    return kinds.map(({ kind, name }) => ({ value: kind, label: name }));
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
