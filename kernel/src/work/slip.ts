/** Which colour of slip is due, and why; a person issues it, nothing is sent by itself. */

import type { Light } from './light.ts';
import type { ItemState } from './machine.ts';

export type SlipColour = 'blue' | 'orange' | 'red';
export type Urgency = 'normal' | 'urgent' | 'special';

export interface SlipInput {
  readonly state: ItemState;
  readonly urgency: Urgency;
  readonly light: Light;
  /** The colour of the slip issued last. */
  readonly last?: SlipColour;
  /** Whether it was sent back after the slip issued last, or at all where there was none. */
  readonly isSentBackSince: boolean;
}

const order: readonly SlipColour[] = ['blue', 'orange', 'red'];
const first: Readonly<Record<Urgency, SlipColour>> = {
  normal: 'blue',
  urgent: 'orange',
  special: 'red',
};
const names: Readonly<Record<SlipColour, string>> = { blue: '蓝色', orange: '橙色', red: '红色' };

/** States in which a slip can still move something. */
const open: readonly ItemState[] = [
  'assigned',
  'acknowledged',
  'inProgress',
  'urged',
  'onSite',
  'sentBack',
];

/**
 * The colour that the rule calls for; undefined where it calls for none.
 * @source “三色督查单”等级确定
 */
export function slipDue(
  input: SlipInput,
): { readonly colour: SlipColour; readonly why: string } | undefined {
  const { state, urgency, light, last, isSentBackSince } = input;
  if (!open.includes(state)) return undefined;
  const isLate = light.state === 'overdue';
  if (!isLate && !isSentBackSince) return undefined;
  const ground = isLate ? light.why : '办理质量不符合要求，已退回重办';
  if (last === undefined) {
    const colour = first[urgency];
    const grade = { normal: '', urgent: '，属急件', special: '，属特事特办' }[urgency];
    return { colour, why: `${ground}${grade}，应发${names[colour]}督办单` };
  }
  const next = order[order.indexOf(last) + 1];
  if (next === undefined) return undefined;
  return { colour: next, why: `${names[last]}督办单发出后，${ground}，应发${names[next]}督办单` };
}
