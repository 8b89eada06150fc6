/** Examples of what bends a rule: waived, doubled, added to; and of who is charged less. */

import { listOf, only } from '../scheme/shapes.ts';
import { type Draft, heard } from './example-drafts.ts';
import { type Hand, plantCondition } from './example-plant.ts';
import type { Frame, World } from './example-world.ts';

/** A draft for each waiver, factor and extra, and one for a role with another share. */
export function modifierDrafts(frame: Frame): Draft[] {
  const { clause } = frame;
  if (clause.on === undefined) return [];
  const { waive = [], factor = [], extra = [] } = clause;
  const bent = [
    ...waive.map(({ when, reason }) => ({ when, words: reason })),
    ...factor.map(({ when, name }) => ({ when, words: name })),
    ...extra.map(({ when }) => ({ when, words: undefined })),
  ].map(
    ({ when, words }): Draft =>
      (world) => {
        const hand: Hand = {};
        plantCondition(world, when, true, hand);
        const said = world.said.splice(0).join('，');
        const given = heard(world, hand);
        return `${given}，${words ?? said}`;
      },
  );
  return [...bent, ...otherRoles(frame)];
}

function otherRoles(frame: Frame): Draft[] {
  const [first] = listOf(frame.clause.charge ?? 'self').filter((one) => typeof one !== 'string');
  const charges = listOf(frame.clause.charge ?? 'self');
  const charge = charges.find((one) => typeof one !== 'string' && !('self' in one)) ?? first;
  if (charge === undefined || typeof charge === 'string') return [];
  const [form, detail] = only(charge);
  if (form !== 'roles' && form !== 'holders') return [];
  const factors = Object.entries(detail as Record<string, string>);
  const other = factors.find(([, times]) => times !== factors[0]?.[1]);
  if (!other) return [];
  const role = other[0];
  return [(world: World) => `${heard(world, {}, role)}，${role === '*' ? '其他职务' : role}`];
}
