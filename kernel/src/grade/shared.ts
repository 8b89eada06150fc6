/** What the stages of this folder share: the order of subjects, their circles, and words for them. */

import { fromMilli, type Milli } from '../number/points.ts';
import { toExactText } from '../number/rational.ts';

/** Orders by code, the same on every machine. */
export function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

/** "92.5 分": the printed value without zeros at its end. */
export function scoreText(milli: Milli): string {
  return `${toExactText(fromMilli(milli))} 分`;
}

/** Names in a sentence: 甲、乙、丙. */
export function nameList(items: readonly { readonly name: string }[]): string {
  return items.map(({ name }) => name).join('、');
}

/** The key of the circle in which a subject is compared: its group, or one circle for all. */
export function circleOf(
  item: { readonly group?: string },
  within: 'group' | 'all' | undefined,
): string {
  return within === 'all' ? '' : (item.group ?? '');
}
