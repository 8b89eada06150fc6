/** What a scheme says beside its tree, in the parts in which the form shows it. Pure. */

import type { FormField, FormShape } from '@oneneedle/kernel';
import type { Finding } from '../replies.ts';
import type { Forms } from './shape.ts';

/** The parts in the order of the outline, each with its keys; the conventions are a page of their own. */
export const schemeParts = {
  head: [
    ...['line', 'name', 'version', 'documentNo', 'decidedBy', 'effective', 'subject', 'period'],
    ...['decimals', 'rounding', 'shown', 'groups', 'sameMatter', 'total', 'switches', 'ownItems'],
    ...['trace', 'demonstration'],
  ],
  grades: ['ranking', 'grades', 'eligibility'],
  vetoes: ['vetoes'],
  prizes: ['prizes', 'sequences', 'outcomes'],
  pay: ['pay'],
  procedure: ['procedure'],
  conventions: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SchemePart = keyof typeof schemeParts;

/** All parts, in order. */
export const partNames = Object.keys(schemeParts) as SchemePart[];

/** The part that an address names; the head where it names none. */
export function partNamed(name: string | undefined): SchemePart {
  return partNames.find((part) => part === name) ?? 'head';
}

/** The fields of a part, in the order of the language. */
export function fieldsOfPart(forms: Forms, part: SchemePart): readonly FormField[] {
  const shape = forms.Scheme;
  const keys: readonly string[] = schemeParts[part];
  return shape?.kind === 'fields' ? shape.fields.filter(({ key }) => keys.includes(key)) : [];
}

/** A part as a form of its own. */
export function formOfPart(forms: Forms, part: SchemePart): FormShape {
  return { kind: 'fields', fields: fieldsOfPart(forms, part) };
}

/** The part in which a path of a finding lies; undefined in the tree and among the kinds of fact. */
export function partOf(path: string): SchemePart | undefined {
  const [key = ''] = path.split(/[.[]/);
  return partNames.find((part) => (schemeParts[part] as readonly string[]).includes(key));
}

/** How many errors stand in each part. */
export function errorsByPart(findings: readonly Finding[]): ReadonlyMap<SchemePart, number> {
  const counts = new Map<SchemePart, number>();
  for (const { path, severity } of findings) {
    const part = severity === 'error' ? partOf(path) : undefined;
    if (part) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}
