/** The work on a town's books, by name: pure, and done in a thread of its own. */

import {
  type Assessment,
  type AssessOptions,
  assess,
  type DecidedGrades,
  type Fact,
  type FairnessReport,
  fairnessOf,
  type IsoDate,
  type LeaveOneOut,
  lastDay,
  leaveOneOut,
  leftOutCount,
  type PeriodId,
  type Receipt,
  readScheme,
  resultFacts,
  type Seal,
  type SubjectResult,
  sealOf,
  sealRefusals,
} from '@oneneedle/kernel';
import type { OfficialDocument } from '../document/index.ts';
import { zipOf } from '../platform/index.ts';
import { chancesFor } from './chances.ts';
import { compareSchemes, textsOf } from './compare.ts';
import { type Conclusions, conclusionsOf } from './conclusions.ts';
import { sheetOf } from './explain-sheet.ts';
import type { Folder } from './folder.ts';
import type { GradeDecision } from './notice-words.ts';
import { previousOptions } from './options.ts';
import { type PayEntry, payEntries } from './pay-work.ts';
import { placesFor, pointsText, signedText } from './print-words.ts';
import { receiptCode } from './receipt-file.ts';
import { proofOf } from './result-file.ts';
import { type ReviewPoints, reviewPoints } from './review/points.ts';
import { evidenceObstacles } from './seal.ts';
import { sheetHtml } from './sheet-html.ts';
import { sealedFolder } from './town-folder.ts';
import {
  changesView,
  type ExplainView,
  emptyCells,
  explainView,
  obstacleOf,
  ownersOf,
  placesOf,
  pointsOf,
  type Replies,
  type StandingsView,
  standingsView,
} from './views.ts';

export interface NoticeWork {
  readonly document: OfficialDocument;
  readonly code: string;
  readonly isPersonal: boolean;
}

/** Which period of the folder's scheme, and as of which day. */
export interface Asked {
  readonly period: PeriodId;
  /** Default the end of the period, or today if that is earlier. */
  readonly asOf?: IsoDate;
  /** The day of today. */
  readonly today: IsoDate;
  /** The sealed or published edition that is meant; absent while the period is open. */
  readonly edition?: number;
  /** Its seal to come, where it is published and not sealed yet. */
  readonly coming?: Seal;
  /** What the body decided on its grades, where it did and it is to be read. */
  readonly decided?: DecidedGrades | undefined;
}

export interface AskedSubject extends Asked {
  readonly subject: string;
}

/** What sealing would write. */
export interface SealWork {
  readonly seal: Seal;
  readonly results: readonly Fact[];
  readonly obstacles: Replies['readiness']['obstacles'];
  readonly standings: StandingsView;
  readonly explanations: readonly ExplainView[];
  readonly receiptCode: string;
  readonly resultSha256: string;
  readonly receipt: Receipt;
}

export interface FairnessWork {
  readonly report: FairnessReport;
  readonly asOf: IsoDate;
  /** The subjects are persons. */
  readonly isPersonal: boolean;
}

/** Every job takes a folder and plain data, and gives plain data; undefined where nobody is meant. */
export const jobs = {
  standings: (folder: Folder, asked: Asked): StandingsView => {
    const { result, before } = both(folder, asked);
    return standingsView(folder, result, before);
  },

  explain: (folder: Folder, asked: AskedSubject): ExplainView | undefined => {
    const options = optionsOf(folder, asked);
    const result = assessed(folder, options);
    const subject = result.subjects.find(({ code }) => code === asked.subject);
    if (!subject) return undefined;
    return explainView(folder, result, subject);
  },

  /** Clause by clause, for the review meeting of an inspection. */
  review: (now: Folder, asked: Asked): ReviewPoints => {
    const folder = meant(now, asked);
    return reviewPoints(folder, assessed(folder, optionsOf(folder, asked)));
  },

  /** What the period pays, by the grades that were decided where there are any. */
  pay: (now: Folder, asked: Asked): PayEntry[] => {
    const folder = meant(now, asked);
    const options = optionsOf(folder, asked);
    return payEntries(folder, options, assessed(folder, options));
  },

  /** What a kept edition concludes, up to the posting that it knew. */
  conclusions: (
    now: Folder,
    { upTo, ...asked }: Asked & { readonly upTo: number },
  ): Conclusions => {
    const folder = meant(now, asked);
    return conclusionsOf(folder, assessed(folder, { ...optionsOf(folder, asked), upTo }));
  },

  rankRange: (now: Folder, asked: AskedSubject): Replies['rankRange'] | undefined => {
    const folder = meant(now, asked);
    const options = optionsOf(folder, asked);
    const result = assessed(folder, options);
    const subject = result.subjects.find(({ code }) => code === asked.subject);
    return subject && rankRangeOf({ folder, options, result }, subject);
  },

  /** Whether it was measured the same for everybody. */
  fairness: (
    now: Folder,
    { seenBy, ...asked }: Asked & { readonly seenBy: Readonly<Record<string, readonly string[]>> },
  ): FairnessWork => {
    const folder = meant(now, asked);
    const options = optionsOf(folder, asked);
    const result = assessed(folder, options);
    const ranges = rangesOf({ folder, options, result });
    const report = fairnessOf(folder.book, result, { ranges, inspectorsOf: seenBy });
    const { subject } = folder.scheme;
    return { report, asOf: result.asOf, isPersonal: subject.kind === 'person' };
  },

  /** Alone, no other subject is named: that is how a village is told. */
  chances: (
    now: Folder,
    { isAlone, ...asked }: AskedSubject & { readonly isAlone: boolean },
  ): Replies['chances'] | undefined => {
    const folder = meant(now, asked);
    const options = optionsOf(folder, asked);
    const result = assessed(folder, options);
    const subject = result.subjects.find(({ code }) => code === asked.subject);
    if (!subject) return undefined;
    const decimals = placesOf(folder.scheme, result);
    const found = chancesFor(folder.book, options, result, { subjects: [subject], decimals });
    return {
      rows: (found?.(subject) ?? []).map(({ factId, clause, gainMilli, alone, sentence }) => ({
        factId,
        clause,
        gain: pointsOf(gainMilli, decimals),
        sentence: isAlone ? alone : sentence,
      })),
      isPast: asked.edition !== undefined,
      isTooLarge: found === undefined,
    };
  },

  changes: (now: Folder, asked: AskedSubject): Replies['changes'] => {
    const folder = meant(now, asked);
    const { result, before } = both(folder, asked);
    return changesView(folder, { before, after: result }, asked.subject);
  },

  /** The printed sheet of a subject as HTML. */
  sheet: (
    now: Folder,
    {
      isAlone,
      isUngraded = false,
      objected = [],
      ...asked
    }: AskedSubject & {
      readonly isAlone: boolean;
      readonly isUngraded?: boolean;
      readonly objected?: readonly string[];
    },
  ): string | undefined => {
    const folder = meant(now, asked);
    const options = optionsOf(folder, asked);
    const { result, before } = both(folder, asked);
    const subject = result.subjects.find(({ code }) => code === asked.subject);
    if (!subject) return undefined;
    const { decided: _, ...plain } = options;
    const { code } = receiptCode(folder, { proof: proofOf(folder, assessed(folder, plain)) });
    const chances = chancesFor(folder.book, options, result);
    const source = { folder, result, before, chances, receiptCode: code, isAlone, objected };
    const shown = isUngraded
      ? { ...subject, grade: { state: 'none', reasons: [] } as const }
      : subject;
    return sheetHtml(sheetOf(source, shown));
  },

  /** The whole package as a zip with fixed times. */
  package: async (now: Folder, asked: Asked): Promise<Uint8Array> => {
    const folder = meant(now, asked);
    const { packageOf } = await import('./package.ts'); // Word and Excel are slow to load
    return zipOf(await packageOf(folder, optionsOf(folder, asked)));
  },

  /** The notice of a period as plain data, and whether it is of persons. */
  notice: async (
    now: Folder,
    { decision, ...asked }: Asked & { readonly decision: GradeDecision },
  ): Promise<NoticeWork> => {
    const folder = meant(now, asked);
    const options = optionsOf(folder, asked);
    const result = assessed(folder, options);
    // The code is that of the edition, whoever decided what on it afterwards.
    const { decided: _, ...plain } = options;
    const { code } = receiptCode(folder, { proof: proofOf(folder, assessed(folder, plain)) });
    const { noticeText } = await import('./notice.ts');
    const document = noticeText({ folder, result, receiptCode: code, decision });
    return { document, code, isPersonal: folder.scheme.subject.kind === 'person' };
  },

  readiness: (folder: Folder, asked: Asked) => {
    const result = assessed(folder, optionsOf(folder, asked));
    const owners = ownersOf(folder.scheme);
    return {
      obstacles: obstaclesOf(folder, result, {}),
      notices: result.notices.map((notice) => obstacleOf(notice, owners)),
      unsigned: unsignedByOffice(result, owners),
      cells: emptyCells(result),
    };
  },

  seal: (
    folder: Folder,
    { period, today, decisionNo, asEdition }: Asked & { decisionNo?: string; asEdition?: number },
  ): SealWork => {
    const end = lastDay(period);
    const options = { scheme: folder.scheme.line, period, asOf: today < end ? today : end };
    const result = assessed(folder, options);
    const decision = decisionNo === undefined ? {} : { decisionNo };
    const numbered = asEdition === undefined ? {} : { edition: asEdition };
    const seal = sealOf(result, folder.book, { ...decision, ...numbered });
    const earlier = previousOptions(folder, period);
    const before = earlier && assessed(folder, earlier);
    // The code of what is printed from now on: with this seal among the others.
    const sealed = sealedFolder(folder, seal);
    const proof = proofOf(sealed, assess(sealed.book, options));
    return {
      seal,
      results: resultFacts(result, seal, folder.scheme),
      obstacles: obstaclesOf(folder, result, decision),
      standings: standingsView(folder, result, before),
      explanations: result.subjects.map((subject) => explainView(folder, result, subject)),
      receiptCode: receiptCode(sealed, { proof }).code,
      resultSha256: proof.resultSha256,
      receipt: proof,
    };
  },

  sandbox: (folder: Folder, { source, ...asked }: Asked & { source: string }) => {
    const { value: scheme } = readScheme(source);
    if (!scheme) return undefined;
    const options = optionsOf(folder, asked);
    // Next year's scheme is tried on this year's facts: its own days do not matter for a trial.
    const tried = { ...scheme, effective: folder.scheme.effective };
    const compared = compareSchemes(folder, { scheme: tried, file: scheme.name }, options);
    return comparisonView(
      folder,
      compared,
      new Map([...textsOf(folder.scheme), ...textsOf(tried)]),
    );
  },
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;

/** The folder as it stands, or as it was when the edition that is meant was sealed. */
function meant(folder: Folder, { period, edition, coming }: Asked): Folder {
  const sealed = folder.book.seals.find(
    (one) => one.line === folder.scheme.line && one.period === period && one.edition === edition,
  );
  const seal = sealed ?? coming;
  if (!seal) return folder;
  const own = sealedFolders.get(folder) ?? new Map<string, Folder>();
  sealedFolders.set(folder, own);
  const key = `${period} ${seal.edition}`;
  const then = own.get(key) ?? sealedFolder(folder, seal);
  own.set(key, then);
  return then;
}

const sealedFolders = new WeakMap<Folder, Map<string, Folder>>();

function optionsOf({ scheme }: Folder, { period, asOf, today, decided }: Asked): AssessOptions {
  const end = lastDay(period);
  const day = asOf ?? (today < end ? today : end);
  return { scheme: scheme.line, period, asOf: day, ...(decided ? { decided } : {}) };
}

/** The assessment and that of the period before, as it was known when it was sealed. */
function both(
  folder: Folder,
  asked: Asked,
): { result: Assessment; before: Assessment | undefined } {
  const result = assessed(folder, optionsOf(folder, asked));
  const earlier = previousOptions(folder, result.period);
  return { result, before: earlier && assessed(folder, earlier) };
}

/** Assessments by folder and options: several pages ask for the same one after another. */
const known = new WeakMap<Folder, Map<string, Assessment>>();

function assessed(folder: Folder, options: AssessOptions): Assessment {
  const own = known.get(folder) ?? new Map<string, Assessment>();
  known.set(folder, own);
  const key = JSON.stringify(options);
  const result = own.get(key) ?? assess(folder.book, options);
  own.set(key, result);
  return result;
}

function obstaclesOf(
  folder: Folder,
  result: Assessment,
  decision: { decisionNo?: string },
): SealWork['obstacles'] {
  const owners = ownersOf(folder.scheme);
  const unproven = new Set(evidenceObstacles(result).map(({ sentence }) => sentence));
  return [
    ...sealRefusals(result, folder.book, decision).map(({ code, sentence }) => {
      const notice = result.notices.find((one) => one.sentence === sentence);
      return notice ? { ...obstacleOf(notice, owners), code } : { code, sentence, factIds: [] };
    }),
    ...result.notices
      .filter(({ code, sentence }) => code === 'no-evidence' && unproven.has(sentence))
      .map((notice) => obstacleOf(notice, owners)),
  ];
}

/** Clauses without 经查无, by the office that owns them. */
function unsignedByOffice(
  { notices }: Assessment,
  owners: ReadonlyMap<string, string>,
): Replies['readiness']['unsigned'] {
  const open = notices.flatMap(({ code, clauses = [] }) => (code === 'unchecked' ? clauses : []));
  const offices = [...new Set(open.map((clause) => owners.get(clause) ?? ''))].sort();
  return offices.map((office) => ({
    office,
    clauses: open.filter((clause) => (owners.get(clause) ?? '') === office),
  }));
}

/** Facts times scenarios: this much takes some ten seconds, once for all subjects of a list. */
const mostScenarios = 120_000;

const ranges = new WeakMap<Assessment, LeaveOneOut>();

/** The smallest and largest rank with one thing left out, or why that cannot be said. */
function rankRangeOf(
  { folder, options, result }: { folder: Folder; options: AssessOptions; result: Assessment },
  { code, rank }: SubjectResult,
): Replies['rankRange'] {
  if (rank === undefined) return { absent: 'notRanked' };
  const found = rangesOf({ folder, options, result });
  if (found === 'tooLarge') return { absent: 'tooLarge' };
  const one = found.subjects.find(({ subject }) => subject === code);
  if (!one || found.scenarios.length === 0) return { absent: 'nothingToLeaveOut' };
  const { range, moved } = one;
  return {
    range: [range[0], range[1]],
    ...(moved ? { moved: { leftOut: moved.leftOut.label, rank: moved.rank } } : {}),
  };
}

/** Ranks with one thing left out, worked out once for a result. */
function rangesOf({
  folder: { book },
  options,
  result,
}: {
  folder: Folder;
  options: AssessOptions;
  result: Assessment;
}): LeaveOneOut | 'tooLarge' {
  const count = leftOutCount(book, result);
  if (count * book.facts.length > mostScenarios) return 'tooLarge';
  const found =
    ranges.get(result) ??
    leaveOneOut(book, options, (other, asked) =>
      other === book && asked === options ? result : assess(other, asked),
    );
  ranges.set(result, found);
  return found;
}

function comparisonView(
  { scheme }: Folder,
  { before, after, subjects, discretion }: ReturnType<typeof compareSchemes>,
  texts: ReadonlyMap<string, string>,
): Replies['sandbox'] {
  const millis = subjects.flatMap(({ before: was, after: now }) => [
    was?.totalMilli ?? 0,
    now?.totalMilli ?? 0,
  ]);
  const places = placesFor(scheme, millis);
  const place = (one: { totalMilli: number; rank?: number } | undefined) =>
    one && {
      total: { milli: one.totalMilli, text: pointsText(one.totalMilli, places) },
      ...(one.rank === undefined ? {} : { rank: one.rank }),
    };
  const signed = (milli: number) => ({ milli, text: signedText(milli, places) });
  return {
    beforeVersion: before.version,
    afterVersion: after.version,
    rows: subjects.map((one) => ({
      code: one.code,
      name: one.name,
      ...(one.group === undefined ? {} : { group: one.group }),
      ...(one.before ? { before: place(one.before) } : {}),
      ...(one.after ? { after: place(one.after) } : {}),
      ...(one.changeMilli === undefined ? {} : { change: signed(one.changeMilli) }),
      ...(one.ranksUp === undefined ? {} : { ranksUp: one.ranksUp }),
      contributions: one.contributions.map(({ code, label, changeMilli }) => ({
        code,
        label,
        ...(texts.has(code) ? { text: texts.get(code) } : {}),
        change: signed(changeMilli),
      })),
    })),
    notices: discretion.map(({ sentence }) => sentence),
  };
}
