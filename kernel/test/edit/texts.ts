/** The example schemes as texts, and what the tests of edits ask of a text. */

import { readFileSync } from 'node:fs';
import { Parser } from 'yaml';
import { readYaml } from '../../src/index.ts';

const folder = new URL('../../../schemes/', import.meta.url);

/** The text of an example scheme. */
export function exampleText(name: string): string {
  return readFileSync(new URL(`${name}/scheme.yaml`, folder), 'utf8');
}

export const exampleNames = [
  'village-daily',
  'village-cadres',
  'town-staff',
  'luoxi-town',
] as const;

/** All comments of a text, in order. */
export function commentsOf(text: string): string[] {
  const found: string[] = [];
  const walk = (token: unknown): void => {
    if (typeof token !== 'object' || token === null) return;
    const { type, source } = token as { type?: unknown; source?: unknown };
    if (type === 'comment') found.push(String(source));
    for (const inner of Object.values(token)) walk(inner);
  };
  for (const token of new Parser().parse(text)) walk(token);
  return found;
}

/** The lines that differ: what the old text alone has, then what the new text alone has. */
export function changedLines(before: string, after: string): { old: string[]; new: string[] } {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let [from, fromEnd] = [0, 0];
  const least = Math.min(a.length, b.length);
  while (from < least && a[from] === b[from]) from += 1;
  while (fromEnd < least - from && a.at(-1 - fromEnd) === b.at(-1 - fromEnd)) fromEnd += 1;
  return { old: a.slice(from, a.length - fromEnd), new: b.slice(from, b.length - fromEnd) };
}

/** A place of a document with its value; keys of names that people chose are left as they are. */
export interface Spot {
  readonly path: string;
  readonly value: unknown;
}

/** Every place of a text, the top left out. */
export function spotsOf(text: string): Spot[] {
  const walk = (value: unknown, path: string): Spot[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
      return [{ path: here, value: inner }, ...walk(inner, here)];
    });
  };
  return walk(readYaml(text).value, '');
}
