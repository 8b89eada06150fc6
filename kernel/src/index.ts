/** The kernel's only door. Pure: no input or output, no clock, no randomness. */

export type {
  Book,
  Chosen,
  DocumentRef,
  Fact,
  FactForm,
  FactValue,
  Pairing,
  Person,
  Post,
  Roster,
  Seal,
  Unit,
} from './book/book.ts';
export { factOf, factShape, readFacts, readRoster, readSeals } from './book/read.ts';
export type { Finding, Severity } from './check/finding.ts';
export { type AssessOptions, assess, lastFactDay } from './evaluate/assess.ts';
export type {
  Assessment,
  CellState,
  GradeResult,
  Line,
  LineKind,
  Notice,
  Proposal,
  SubjectResult,
  VetoResult,
} from './evaluate/assessment.ts';
export {
  type Fen,
  fenText,
  type Milli,
  milliText,
  printFen,
  printMilli,
  signedMilliText,
} from './number/points.ts';
export { add, parseExact, type Rational, toExactText } from './number/rational.ts';
export { readScheme, readShape, readYaml } from './scheme/read.ts';
export { type FactKind, factKind, type Node, type Scheme, scheme } from './scheme/scheme.ts';
export { calendarCN } from './time/calendar-cn.ts';
export { type IsoDate, isIsoDate, isoDate } from './time/dates.ts';
export {
  isPeriodId,
  type PeriodId,
  type PeriodUnit,
  periodLabel,
  periodOf,
} from './time/periods.ts';
