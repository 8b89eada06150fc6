/** The roles that an account may hold, in the order of the choice. */

const townRoles = [
  'recorder',
  'reviewer',
  'assessment-office',
  'leader',
  'supervision',
  'resident-cadre',
  'village',
  'discipline',
  'organisation',
  'finance',
  'administrator',
] as const;

/** Every role; that of a county is given in a county only. */
export const roleCodes = [...townRoles, 'county'] as const;
export type Role = (typeof roleCodes)[number];

/** What may be chosen in a town, or in a county. */
export function rolesFor(kind: 'town' | 'county'): readonly Role[] {
  return kind === 'county' ? roleCodes : townRoles;
}
