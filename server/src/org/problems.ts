/** What may be refused about people, units and accounts. */

import { defineProblems } from '../platform/index.ts';
import { accountKinds, roleKinds, signInKinds, townKinds } from './account-problem-kinds.ts';
import { calendarKinds } from './calendar-problem-kinds.ts';
import { rosterKinds } from './roster-problem-kinds.ts';
import { safetyKinds } from './safety-problem-kinds.ts';

export const orgProblem = defineProblems('org', {
  ...rosterKinds,
  ...signInKinds,
  ...accountKinds,
  ...roleKinds,
  ...townKinds,
  ...safetyKinds,
  ...calendarKinds,
});
