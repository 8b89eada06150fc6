/** Who may ask what about pay: makes, checks, approves and pays are four posts. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../../platform/index.ts';

/** Who may read everybody's amounts; each reading is written down. */
export const draftReaders: readonly Role[] = [
  'assessment-office',
  'organisation',
  'leader',
  'discipline',
];
/** The finance office reads what was approved, and nothing before. */
export const payReaders: readonly Role[] = [...draftReaders, 'finance'];
/** Who makes sheets, hands them over and enters what bodies decided. */
export const payMakers: readonly Role[] = ['assessment-office'];
export const payCheckers: readonly Role[] = ['organisation'];
export const payApprovers: readonly Role[] = ['leader'];
export const payers: readonly Role[] = ['finance'];
/** Who enters the money of a year. */
export const budgetKeepers: readonly Role[] = [...payMakers, ...payers];

export const payPolicy: Policy<typeof contract.pay> = {
  list: payReaders,
  addBudget: budgetKeepers,
  make: payMakers,
  open: payReaders,
  workbook: payReaders,
  check: payCheckers,
  approve: payApprovers,
  hand: payMakers,
  confirm: payers,
  withdraw: payMakers,
  held: payReaders,
  release: payMakers,
  // whoever is on a sheet reads what it says of them
  own: 'member',
};
