/** The kernel's only door. Pure: no input or output, no clock, no randomness. */

export {
  type BenchmarkChance,
  type BenchmarkGap,
  type BenchmarkPlace,
  benchmarkChance,
  benchmarkPlace,
  type ChanceRefusal,
  type WeakIndicator,
} from './benchmark/place.ts';
export {
  type BenchmarkFault,
  type BenchmarkIndicator,
  type BenchmarkList,
  type BenchmarkMark,
  type BenchmarkRank,
  readBenchmark,
} from './benchmark/read.ts';
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
export {
  factOf,
  factShape,
  readCalendarYears,
  readFacts,
  readRoster,
  readSeals,
} from './book/read.ts';
export { normalName } from './burden/alike.ts';
export type {
  CivilMoment,
  DemandAnswers,
  DemandContext,
  DemandDraft,
  DemandFinding,
  DemandFindingCode,
  DemandKind,
  DutyEntry,
  DutyList,
  EarlierDemand,
  KnownFigure,
} from './burden/demand.ts';
export { type AskedFigure, askedFigures, figureDays } from './burden/figures.ts';
export { afterwardsFindings, demandFindings, duplicateDays, isAllowed } from './burden/findings.ts';
export {
  type BurdenCounts,
  type BurdenDemand,
  type BurdenKind,
  type BurdenMeter,
  burdenMeter,
  countsAs,
} from './burden/meter.ts';
export { type CountedSign, isOfYear, type SignCounts, signCounts } from './burden/signs.ts';
export type { FindingCode } from './check/catalogue.ts';
export { check } from './check/check.ts';
export { type Convention, conventions } from './check/conventions.ts';
export { checkFacts, type FactsContext } from './check/facts.ts';
export { type Finding, located, type Severity } from './check/finding.ts';
export { findingTitles } from './check/titles.ts';
export { type TraceShare, traceShare } from './check/trace.ts';
export { numberWords, percentWords } from './check/words.ts';
export { type ItemProposal, proposalsOf, proposeItems } from './decompose/propose.ts';
export { type Sentence, sentencesOf } from './decompose/sentences.ts';
export { editScheme, type SchemeEdit } from './edit/edit.ts';
export { type FormField, type FormShape, formFields, schemeForms } from './edit/form.ts';
export { type OutlineRow, outlineOf } from './edit/outline.ts';
export { EditRefusal } from './edit/refusal.ts';
export {
  type ClauseExamples,
  type ExampleOptions,
  exampleIn,
  exampleOf,
  type RuleExample,
} from './edit/rule-example.ts';
export type { EditValue } from './edit/values.ts';
export { type AssessOptions, assess, lastFactDay } from './evaluate/assess.ts';
export type {
  Assessment,
  CellState,
  GradeResult,
  GradeState,
  Line,
  LineKind,
  Notice,
  Proposal,
  SubjectResult,
  VetoResult,
} from './evaluate/assessment.ts';
export {
  isSettled,
  resultFacts,
  type SealOptions,
  type SealRefusal,
  sealOf,
  sealRefusals,
} from './evaluate/seal.ts';
export { payOf } from './evaluate/settle.ts';
export { type Counterfactual, counterfactuals } from './explain/counterfactual.ts';
export {
  type ExplainedLine,
  type ExplainOptions,
  type Explanation,
  explainData,
} from './explain/data.ts';
export { type ChangedLine, type Difference, difference } from './explain/difference.ts';
export {
  type LeaveOneOut,
  leaveOneOut,
  leftOutCount,
  type RankInterval,
} from './explain/intervals.ts';
export { canonicalJson, hashOf, type Receipt, receipt } from './explain/receipt.ts';
export { aligned, displayWidth, renderTable, renderText } from './explain/render.ts';
export {
  gradeTitles,
  lineTitles,
  noticeTitles,
  sealTitles,
  stateTitles,
} from './explain/titles.ts';
export { type PersonNames, toldFact } from './explain/told.ts';
export { factSentence, gradeWords, stateWords } from './explain/words.ts';
export type { ClauseFinding, ClausePower } from './fairness/clauses.ts';
export type { Concentrated, Concentration } from './fairness/concentration.ts';
export type { Assessor, Jury } from './fairness/juries.ts';
export { fairnessLeast } from './fairness/least.ts';
export { type FairnessReport, fairnessOf } from './fairness/report.ts';
export {
  type CoverageCode,
  type CoverageFinding,
  coverageCodes,
  coverageOf,
  type GoalRoster,
  weightText,
} from './goals/coverage.ts';
export { expectedShare } from './goals/expected.ts';
export { type GoalLight, type GoalState, goalLight, percentText } from './goals/light.ts';
export { progressOf } from './goals/progress.ts';
export type {
  Goal,
  GoalMeasure,
  GoalPart,
  GoalProgress,
  GoalReading,
  GoalStep,
  ShareRange,
} from './goals/shapes.ts';
export {
  compareGoalCodes,
  type GoalTree,
  goalsBelow,
  goalTree,
  isGoalCode,
  isWithin,
  parentCode,
} from './goals/tree.ts';
export type { DecidedGrades } from './grade/conclude.ts';
export { type GradeLimit, gradeLimits } from './grade/quota.ts';
export { rankLists, rankSubjects } from './grade/rank.ts';
export { drawOf, type Ranked, rankedBy } from './inspection/draw.ts';
export {
  asksRepeat,
  type CountedDay,
  dueOfFinding,
  type FindingSeverity,
  type FoundAt,
  type FoundNow,
  notBefore,
  repeatField,
  repeatFieldsOf,
  repeatMonths,
  repeatOf,
  workdaysAfter,
} from './inspection/finding.ts';
export {
  type Journey,
  journeysInMonth,
  mergeWorkdays,
  nearVisits,
  type Quiet,
  quietOn,
} from './inspection/journeys.ts';
export { leastDrawn, rotaOf, type Turn } from './inspection/rota.ts';
export {
  type AnswerFault,
  type AskedLine,
  faultsIn,
  isWrong,
  type LineAnswer,
  type LineAsks,
  type ListedPhoto,
  type Missing,
  missingIn,
  type SheetAnswers,
  type SheetContent,
  type SheetSignature,
  sheetDigest,
  type WrongPlace,
} from './inspection/sheet.ts';
export {
  type ArrivingWriting,
  type KeptWriting,
  type Saving,
  type SheetOfVisit,
  savingOf,
  sparesOf,
} from './inspection/sheet-saving.ts';
export {
  type CountsIn,
  type CountsInRefusal,
  countsInOf,
  type LateCount,
  type PostingState,
} from './log/counts-in.ts';
export { appendLeaf, emptyFrontier, type LogFrontier, rootOf } from './log/frontier.ts';
export {
  type FreeText,
  factLeaf,
  freeTextOf,
  type PostedFact,
  textDigest,
} from './log/leaf.ts';
export {
  type FactDraft,
  type FactIndex,
  indexFacts,
  type RelatedFact,
  type RelatedOptions,
  relatedFacts,
  relatedReasons,
} from './log/related.ts';
export {
  consistencyProof,
  emptyRoot,
  type HashHex,
  inclusionProof,
  isHash,
  leafHash,
  rootOfLeaves,
} from './log/tree.ts';
export { verifyConsistency, verifyInclusion } from './log/verify.ts';
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
export { type BallotCount, ballotFindings, isQuorate, usualQuorum } from './outcome/ballots.ts';
export {
  openProposalDeeds,
  type ProposalCapacity,
  type ProposalDeed,
  type ProposalPlace,
  type ProposalState,
  proposalDays,
  proposalDeeds,
  proposalRefusal,
} from './outcome/course.ts';
export { groupOfClass, type PersonGroup, sanctionWords } from './outcome/groups.ts';
export {
  type GradeDecided,
  type GuardrailRefusal,
  gradeRefusal,
  isAdverse,
  type OutcomeDecision,
  outcomeRefusals,
  quotaRefusals,
} from './outcome/guardrails.ts';
export { type NearBoundary, nearBoundaries } from './outcome/near.ts';
export type { PayeeResult, PayLineResult, PayResult } from './pay/pay.ts';
export {
  answerDue,
  answerWorkdays,
  endedObjections,
  fitsResult,
  type Handover,
  mayActOn,
  type ObjectionCapacity,
  type ObjectionDeed,
  type ObjectionResult,
  type ObjectionState,
  objectionAfter,
  objectionDeeds,
  type WantedCorrection,
} from './publication/objection.ts';
export type { Position, Positions } from './scheme/positions.ts';
export { type ReadResult, readScheme, readShape, readYaml } from './scheme/read.ts';
export { type FactKind, factKind, type Node, type Scheme, scheme } from './scheme/scheme.ts';
export { holdsThroughout, periodsOf } from './scheme/term.ts';
export { calendarCN } from './time/calendar-cn.ts';
export {
  addDays,
  addMonths,
  addYears,
  chineseDate,
  chineseWeekday,
  daysBetween,
  type IsoDate,
  isIsoDate,
  isoDate,
  weekday,
} from './time/dates.ts';
export { type NoticeRead, readHolidayNotice, withYears } from './time/notice.ts';
export {
  firstDay,
  isPeriodId,
  lastDay,
  type PeriodId,
  type PeriodUnit,
  periodLabel,
  periodOf,
  previousPeriod,
  unitOf,
} from './time/periods.ts';
export { type Limit, limitEnds } from './time/procedure.ts';
export {
  addWorkdays,
  type Calendar,
  type CalendarYear,
  CalendarYearMissing,
  isWorkday,
  nextWorkdayOnOrAfter,
  workdaysBetween,
} from './time/workdays.ts';
export { type Compared, closeness } from './work/closeness.ts';
export {
  type DatedDeed,
  doneDay,
  earliestDone,
  type ItemOutcome,
  judgedDay,
} from './work/course.ts';
export {
  type HandledItem,
  type HandlingGrade,
  type HandlingRow,
  handlingOrder,
  handlingRule,
  leastRanked,
  shareText,
} from './work/handling-order.ts';
export {
  type Feedback,
  type Light,
  type LightInput,
  type LightName,
  lightOf,
  nextFeedbackDay,
  owedFeedbackDay,
  workdayFrom,
} from './work/light.ts';
export { type LightDays, lightDays } from './work/light-days.ts';
export {
  type Capacity,
  type ClosingCheck,
  closingChecks,
  type DeedRule,
  type DoneDeed,
  deedRule,
  deedsOpenTo,
  doersOf,
  endedStates,
  type ItemDeed,
  type ItemForm,
  type ItemState,
  isJudging,
  itemDeeds,
  mayDo,
  needs,
  replay,
  type Standing,
  type Standpoint,
  stateAfter,
  takes,
} from './work/machine.ts';
export { type BorneOutcome, type OutcomeInput, outcomesOf } from './work/outcome.ts';
export { dueIn, periodsBegun, type Recurrence } from './work/recurring.ts';
export { type SlipColour, type SlipInput, slipDue, type Urgency } from './work/slip.ts';
