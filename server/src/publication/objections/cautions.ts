/** Why a period should not be sealed yet: somebody objects to it, and was not answered. */

import type { DeskPlace } from '../../desk/index.ts';
import { matterOf, placesOf } from './matters.ts';
import { findObjections } from './store.ts';

/** A sentence on the objections that are open against a period; none where there are none. */
export async function openObjectionCautions(
  { db }: Pick<DeskPlace, 'db'>,
  { line, period }: { readonly line: string; readonly period: string },
): Promise<string[]> {
  const states = ['received', 'acknowledged', 'assigned', 'decided'];
  const open = await findObjections(db, { states });
  let count = 0;
  for (const row of open) {
    const places = placesOf(await matterOf(db, row));
    if (places.some((one) => one.line === line && one.period === period)) count += 1;
  }
  return count === 0 ? [] : [`还有 ${count} 件异议没有答复。`];
}
