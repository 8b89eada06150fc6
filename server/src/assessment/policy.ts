/** Who may read and run periods. Totals and ranks before the seal are judged by each deed. */

import type { contract } from '@oneneedle/contract';
import type { Actor, Policy, Role } from '../platform/index.ts';

const readers: readonly Role[] = [
  'assessment-office',
  'administrator',
  'recorder',
  'reviewer',
  'leader',
  'supervision',
  'resident-cadre',
  'village',
  'discipline',
  'organisation',
  'finance',
];
const officeReaders = readers.filter((role) => role !== 'village');
const office: readonly Role[] = ['assessment-office'];

export const assessmentPolicy: Policy<typeof contract.assessment> = {
  periods: readers,
  move: office,
  readiness: ['assessment-office', 'discipline'],
  standings: readers,
  explain: readers,
  chances: readers,
  changes: readers,
  rankRange: officeReaders,
  sheet: readers,
  package: ['assessment-office', 'discipline'],
  makeDocument: office,
  seal: office,
  sandbox: office,
};

/** Whether someone may see totals and ranks at all: the office always, others after the seal. */
export function maySeeTotals({ grants }: Actor, { isSealed }: { isSealed: boolean }): boolean {
  return (
    isSealed || grants.some(({ role }) => role === 'assessment-office' || role === 'discipline')
  );
}

/** Whether someone reads points of persons: they stay within the office, and with each person. */
export function readsPersons({ grants }: Actor): boolean {
  const inside: readonly Role[] = ['assessment-office', 'discipline', 'organisation', 'leader'];
  return grants.some(({ role, unit }) => inside.includes(role) && unit === undefined);
}

/**
 * The units to which an account is limited: a village, and whoever holds a post for some units alone.
 * Undefined for whoever may read about all.
 */
export function ownVillages({ grants }: Actor): readonly string[] | undefined {
  const reading = grants.filter(({ role }) => readers.includes(role));
  if (reading.some(({ role, unit }) => role !== 'village' && unit === undefined)) return undefined;
  return [...new Set(reading.flatMap(({ unit }) => unit ?? []))];
}
