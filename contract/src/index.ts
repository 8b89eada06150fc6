/** Shapes and addresses of the API, a file per room. Both ends import this and nothing below it. */

import { accessTokens } from './access-tokens.ts';
import { accounts, audit } from './accounts.ts';
import { assessment } from './assessment.ts';
import { auth } from './auth.ts';
import { benchmark } from './benchmark.ts';
import { calendar } from './calendar.ts';
import { campaigns } from './campaigns.ts';
import { circulars, handling } from './circulars.ts';
import { counting } from './counting.ts';
import { demands } from './demands.ts';
import { desk } from './desk.ts';
import { drafts } from './drafts.ts';
import { evidence } from './evidence.ts';
import { fairness } from './fairness.ts';
import { findings } from './findings.ts';
import { goals } from './goals.ts';
import { health } from './health.ts';
import { items } from './items.ts';
import { ledger } from './ledger.ts';
import { lists } from './lists.ts';
import { objections } from './objections.ts';
import { org } from './org.ts';
import { outcomes } from './outcomes.ts';
import { papers } from './papers.ts';
import { pay } from './pay.ts';
import { publication } from './publication.ts';
import { results } from './results.ts';
import { retrospectives } from './retrospectives.ts';
import { review } from './review.ts';
import { rounds } from './rounds.ts';
import { scheme } from './scheme.ts';
import { secretary } from './secretary.ts';
import { counties, setUp } from './set-up.ts';
import { sheets } from './sheets.ts';
import { signs } from './signs.ts';
import { templates } from './templates.ts';
import { villages } from './villages.ts';

export const contract = {
  health,
  assessment,
  accessTokens,
  accounts,
  audit,
  auth,
  calendar,
  campaigns,
  retrospectives,
  handling,
  circulars,
  counties,
  setUp,
  org,
  desk,
  lists,
  demands,
  signs,
  sheets,
  evidence,
  scheme,
  ledger,
  items,
  goals,
  drafts,
  rounds,
  templates,
  results,
  counting,
  findings,
  outcomes,
  review,
  fairness,
  benchmark,
  secretary,
  villages,
  pay,
  publication,
  objections,
  papers,
};

export type Contract = typeof contract;
export * from './address.ts';
export type { ExplainedLineShape } from './assessment.ts';
export type { BenchmarkShown } from './benchmark.ts';
export * from './constants.ts';
export type { CountedLine, CountingPage } from './counting.ts';
export type {
  DemandPage,
  DemandRowShown,
  Judgement,
  ListPreview,
  MeterReply,
} from './demand-shapes.ts';
export type { DocumentPage, DraftShown } from './draft-shapes.ts';
export type { FindingRow } from './findings.ts';
export type {
  GoalImportPreview,
  GoalInput,
  GoalPage,
  GoalRow,
} from './goal-shapes.ts';
export {
  type NewTemplate,
  newTemplate,
  type TemplateLine,
  type TemplateVersion,
  type VisitShown,
} from './inspection-shapes.ts';
export type {
  Correction,
  EntryFinding,
  EntryShown,
  EntryWords,
  FactShown,
  NoteShown,
} from './ledger-shapes.ts';
export type { ObjectionPage, ObjectionRow } from './objections.ts';
export type {
  ChainPage,
  ImportPreview,
  PairingRow,
  PersonPage,
  PersonRow,
  PostRow,
  ProposedUnit,
  Township,
  UnitPage,
  UnitRow,
} from './org-shapes.ts';
export type { SelectionShown } from './outcome-notices.ts';
export type {
  GradesPage,
  OutcomePeriod,
  ProposalAct,
  ProposalBrief,
  ProposalShown,
  ToleranceShown,
} from './outcomes.ts';
export type { ResultRow } from './results.ts';
export type { ExistingResult } from './rounds.ts';
export type { SharedCell } from './sheet.ts';
export type {
  ArrivingSheet,
  FieldVisit,
  KeptSheet,
  SavedSheet,
  SheetReceipt,
  SheetShown,
} from './sheet-shapes.ts';
export type { VillagePageShown } from './villages.ts';
