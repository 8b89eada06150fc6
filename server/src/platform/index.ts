/** What every room stands on: refusals in Chinese, files of a clerk's machine, findings in words. */

export { chinaClock, chinaDay } from './china-day.ts';
export { type Configuration, configurationOf } from './configuration.ts';
export { isDatabaseAway } from './database/away.ts';
export {
  type AppDatabase,
  appUrlOf,
  connectApp,
  ensureAppRole,
  type Queries,
  surviveLostConnections,
  type Tables,
} from './database/connect.ts';
export { type Migration, migrate, migrations } from './database/migrate.ts';
export { fileSentence, kindOf, megabytesOf, readText, slowMegabytes } from './files.ts';
export { countText, type FileFinding, findingText, groupedText, inFile } from './findings.ts';
export { auditInput, digestKey } from './gate/audit.ts';
export {
  type AccessToken,
  type Account,
  type Actor,
  type Ctx,
  type Grant,
  holds,
  type Identity,
  type Instant,
  type Membership,
  type OutsideCtx,
  type Role,
  roles,
  type Substituted,
  type Tenant,
} from './gate/context.ts';
export { type Language, languageOf } from './gate/errors.ts';
export { type Gate, gateOf, type Incoming, setTenant } from './gate/gate.ts';
export { healthPolicy, healthRoutes } from './gate/health.ts';
export type { Policy, Rule } from './gate/policy.ts';
export {
  defineProblems,
  Problem,
  type ProblemKind,
  problemKind,
  problemTables,
} from './gate/problem.ts';
export { actsInPlaceOf, standsInFor } from './gate/substitutes.ts';
export { requireNoToken } from './gate/token.ts';
export { httpServer } from './http.ts';
export { type IdentitySettings, identitySettingsOf } from './identity-settings.ts';
export { type Job, type Jobs, openJobs } from './jobs.ts';
export { createLog, type Log } from './log.ts';
export { type MailSettings, mailSettingsOf } from './mail-settings.ts';
export { openOffice } from './office.ts';
export {
  type Database,
  type LaunchOptions,
  launchDatabase,
  reachDatabase,
} from './postgres/launch.ts';
export type { Progress } from './progress.ts';
export { readTables } from './read-tables.ts';
export { readWorkbook } from './read-workbook.ts';
export { referencePage } from './reference-page.ts';
export { Refusal } from './refusal.ts';
export {
  type HeadRows,
  remarkedCsv,
  remarkedTable,
  remarkedWorkbook,
} from './remark.ts';
export { fileOf, mediaTypes, remarkedFile, remarkedName, workbookFile } from './reply-files.ts';
export { type Stopwatch, stopwatch } from './stopwatch.ts';
export {
  type Cell,
  type CellKind,
  type CellRemark,
  type Column,
  type ColumnType,
  isRemarkTitle,
  type NewSheet,
  remarkTitle,
  type Sheet,
  type TableFile,
} from './tables.ts';
export { halfWidth, plainText } from './text.ts';
export { withUploaded } from './uploaded.ts';
export { wordParagraphs } from './word-text.ts';
export { csvText } from './write-csv.ts';
export { refuseForeign, writeBytes, writeFolder, writeTogether } from './write-files.ts';
export { workbookBytes } from './write-workbook.ts';
export { attribute, escaped, XmlScanner } from './xml.ts';
export { type Edit, edited } from './xml-edit.ts';
export { fixedZip, guardedZip, partsOf, type ZipParts, zipOf } from './zip.ts';
