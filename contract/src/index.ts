/** Shapes and addresses of the API, a file per room. Both ends import this and nothing below it. */

import { accessTokens } from './access-tokens.ts';
import { accounts, audit } from './accounts.ts';
import { assessment } from './assessment.ts';
import { auth } from './auth.ts';
import { calendar } from './calendar.ts';
import { campaigns } from './campaigns.ts';
import { circulars, handling } from './circulars.ts';
import { demands } from './demands.ts';
import { desk } from './desk.ts';
import { drafts } from './drafts.ts';
import { evidence } from './evidence.ts';
import { goals } from './goals.ts';
import { health } from './health.ts';
import { items } from './items.ts';
import { ledger } from './ledger.ts';
import { lists } from './lists.ts';
import { org } from './org.ts';
import { retrospectives } from './retrospectives.ts';
import { scheme } from './scheme.ts';
import { counties, setUp } from './set-up.ts';

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
  evidence,
  scheme,
  ledger,
  items,
  goals,
  drafts,
};

export type Contract = typeof contract;
export * from './address.ts';
export type { ExplainedLineShape } from './assessment.ts';
export * from './constants.ts';
export type {
  DemandPage,
  DemandRowShown,
  Judgement,
  ListPreview,
  MeterReply,
} from './demand-shapes.ts';
export type { DocumentPage, DraftShown } from './draft-shapes.ts';
export type {
  GoalImportPreview,
  GoalInput,
  GoalPage,
  GoalRow,
} from './goal-shapes.ts';
export type {
  Correction,
  EntryFinding,
  EntryShown,
  EntryWords,
  FactShown,
  NoteShown,
} from './ledger-shapes.ts';
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
export type { SharedCell } from './sheet.ts';
