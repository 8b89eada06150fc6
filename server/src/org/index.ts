/** 名册: who there is, as tables both ways; and how any table of ours is read. */

export { accessTokensPolicy, accessTokensRoutes } from './access-token-routes.ts';
export { accountsPolicy, accountsRoutes, auditPolicy, auditRoutes } from './account-routes.ts';
export { accountNames } from './account-store.ts';
export { createAccount, foundTown, giveRole, type NewGrant } from './accounts.ts';
export type { Attempts } from './attempts.ts';
export { authPolicy, authRoutes, signInNeedsOf } from './auth-routes.ts';
export { calendarOf, enteredYears } from './calendar.ts';
export { calendarPolicy, calendarRoutes } from './calendar-routes.ts';
export { calendarStamp } from './calendar-store.ts';
export {
  dateForNumber,
  dayIn,
  isCode,
  numberIn,
  periodIn,
  plainNumber,
  type Reading,
  shown,
  shownNumber,
  textIn,
  unreadable,
  wholeIn,
} from './cell-values.ts';
export { chain } from './chain.ts';
export { type CommandReset, resetByCommand } from './command-reset.ts';
export { findTownships, type ProposedUnit, proposedUnitsOf, type Township } from './division.ts';
export {
  cellAt,
  columnLetters,
  type DataRow,
  dataRows,
  type Head,
  headOf,
  headProblems,
  isOwn,
  isRemarkHead,
  isTotals,
  normalTitle,
} from './head.ts';
export { actorToday, identityOf } from './identity.ts';
export {
  knownFigureKeeper,
  knownFiguresOf,
  newestFigures,
  putKnownFigures,
} from './known-figures.ts';
export {
  exportList,
  importList,
  type ListKeeper,
  markList,
  previewList,
} from './list-import.ts';
export type { ListTable } from './list-table.ts';
export {
  joinList,
  listPieces,
  literal,
  literalOf,
  safeText,
  splitList,
  textOf,
  writtenAs,
} from './literal.ts';
export { createLogin, hashPassword, type Login, verifyPassword } from './login.ts';
export {
  everyPersonName,
  grantsOfPersons,
  personAccounts,
  personsWithAccount,
  rolesHeld,
  secretsEnd,
  standingIn,
  stoodInFor,
  stoppedAmong,
  unitsNamed,
  villagesOfCadre,
} from './lookups.ts';
export { type Names, namesOf } from './names.ts';
export { nearest, nearestOrPart } from './near.ts';
export { newOneTimeKey } from './password-rule.ts';
export { maskedAddress } from './places.ts';
export { provePassword } from './proof.ts';
export { requireProxy } from './proxy.ts';
export { rosterFrom } from './roster-from.ts';
export { orgPolicy } from './roster-policy.ts';
export { type OrgNeeds, orgRoutes } from './roster-routes.ts';
export {
  type RosterOptions,
  rosterSheets,
  rosterTable,
  rosterTemplateSheets,
} from './roster-sheets.ts';
export { holdRoster, personNames, putRoster, rosterOf, rosterStamp } from './roster-store.ts';
export { isEmptyInstallation } from './set-up-actions.ts';
export { countiesPolicy, countiesRoutes, setUpPolicy, setUpRoutes } from './set-up-routes.ts';
