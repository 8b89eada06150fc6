/**
 * Rounds of inspection of a demonstration township that were gone on: drawn anew at every start, then
 * by the deeds that people do, day after day, each by somebody who may. Who that is depends on the
 * draw: nobody judges what they inspected, here neither.
 */

import {
  type Answers,
  answersOf,
  arriving,
  type DemoDone,
  type DemoPhoto,
  type DemoRound,
  type DemoVisit,
  withoutWrong,
} from './demonstration-inspection-file.ts';
import {
  addRecusal,
  answerResult,
  countRound,
  drawInRound,
  listFindings,
  passResults,
  planRound,
  readCounting,
  readResult,
  type readyTemplates,
  recheckFinding,
  rectifyFindings,
  saveSheet,
  sendSheet,
  settleResult,
  settleVisit,
} from './inspection/index.ts';
import { listEntries, readableUses, reviewEntries } from './ledger/index.ts';
import type { Ctx } from './platform/index.ts';
import { doDeed } from './work/index.ts';

/** What the rounds are made with. */
export interface Month {
  readonly contextOf: (user: string, now: string) => Promise<Ctx>;
  readonly photos: ReadonlyMap<string, DemoPhoto>;
  /** Keeps a photo as that of whoever took it. */
  readonly keep: (ctx: Ctx, photo: DemoPhoto) => Promise<{ readonly id: string }>;
  /** Log-ins of those who may write a sheet, by person. */
  readonly inspectors: ReadonlyMap<string, string>;
  readonly template: ReturnType<typeof readyTemplates>[number];
}

/** Something that somebody does on a day; what follows from it is due later. */
export interface Due {
  readonly on: string;
  /** Hour in China. */
  readonly hour: number;
  readonly work: () => Promise<readonly Due[]>;
}

const keeper = 'zhou.chengjian';
/** Who plans for every office, and looks again in place of the keeper. */
const planners = ['tian.ducha', 'wu.kaohe'];
/** Who counts and who reviews what comes of it; it is said beforehand that they do not inspect. */
const judges = ['wu.kaohe', 'sun.fuhe'];

/** An hour of a day in China. */
export function instantOn(on: string, hour: number): string {
  return new Date(`${on}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString();
}

/** Does what is due, day by day; each morning the days do what they do. */
export async function passDays(due: readonly Due[], { contextOf }: Month): Promise<void> {
  const left = [...due];
  for (let today = ''; left.length > 0; ) {
    left.sort(inOrder);
    const next = left.shift();
    if (!next) return;
    if (next.on !== today) await passResults(await contextOf(keeper, instantOn(next.on, 7)));
    today = next.on;
    left.push(...(await next.work()));
  }
}

function inOrder(one: Due, other: Due): number {
  return one.on === other.on ? one.hour - other.hour : one.on < other.on ? -1 : 1;
}

/** Whoever counts and reviews the month's results is not drawn for its villages. */
export function recusalsOf({ planned, visits }: DemoRound, { contextOf }: Month): Due {
  const work = async (): Promise<Due[]> => {
    const now = instantOn(planned, 9);
    const ctx = await contextOf('wu.kaohe', now);
    for (const user of judges) {
      const { person = '' } = (await contextOf(user, now)).actor;
      for (const { village } of visits) {
        await addRecusal(ctx, { person, village, reason: '负责核对和复核检查结果，不参加检查' });
      }
    }
    return [];
  };
  return { on: planned, hour: 9, work };
}

/** A round of the check sheet is planned and drawn; what follows is said by its file. */
export function monthOf(round: DemoRound, month: Month): Due {
  return { on: round.planned, hour: 10, work: () => planMonth(round, month) };
}

async function planMonth(round: DemoRound, month: Month): Promise<Due[]> {
  const ctx = await month.contextOf(keeper, instantOn(round.planned, 10));
  const { period, from, to } = round;
  // Days that are only settled belong to a round of all villages.
  const isWhole = round.settled.length > 0;
  const subjects = isWhole ? undefined : round.visits.map(({ village }) => village);
  const template = month.template.code;
  let page = await planRound(ctx, { template, period, from, to, mode: 'unannounced', subjects });
  const { id } = page.round;
  for (const what of ['inspectors', 'households'] as const) {
    page = await drawInRound(ctx, { id, version: page.round.version, what });
  }
  const days = new Map(round.visits.map(({ village, on }) => [village, on]));
  const left = [...round.settled];
  for (const { id: visit, subject } of page.visits) {
    const on = days.get(subject.code) ?? left.shift();
    if (on === undefined) continue;
    page = await settleVisit(ctx, { id, visit, version: page.round.version, on });
  }
  const due: Due[] = [];
  for (const visit of round.visits) {
    const place = page.visits.find(({ subject }) => subject.code === visit.village);
    if (!place) throw new Error(`${period} has no visit to ${visit.village}`);
    const there = place.inspectors.flatMap(({ code }) => month.inspectors.get(code) ?? []);
    const answers = answersOf(month.template.lines, round, visit);
    due.push(visitOf({ id: place.id, round: id, visit, answers, there }, month));
  }
  return [...due, ...countingOf(id, round, month)];
}

/** Whoever did not inspect counts the round, and another reviews what comes of it. */
function countingOf(id: string, { counted, reviewed }: DemoRound, { contextOf }: Month): Due[] {
  if (counted === undefined || reviewed === undefined) return [];
  const [counter = '', reviewer = ''] = judges;
  const count = async (): Promise<Due[]> => {
    const ctx = await contextOf(counter, instantOn(counted, 18));
    const { round } = await readCounting(ctx, { id });
    const { visits } = await countRound(ctx, { id, version: round.version });
    const written = new Set(visits.flatMap(({ records }) => records.map((one) => one.entryId)));
    return [{ on: reviewed, hour: 18, work: () => review(written) }];
  };
  const review = async (written: ReadonlySet<string | undefined>): Promise<Due[]> => {
    const ctx = await contextOf(reviewer, instantOn(reviewed, 18));
    const { rows } = await listEntries(ctx, { forMe: true });
    await reviewEntries(ctx, { entries: rows.filter((row) => written.has(row.id)), post: true });
    return [];
  };
  return [{ on: counted, hour: 18, work: count }];
}

interface OfVisit {
  readonly id: string;
  readonly round: string;
  readonly visit: DemoVisit;
  readonly answers: Answers;
  /** Log-ins of those who went. */
  readonly there: readonly string[];
}

/** The inspectors go there and write; what follows is due by the file. */
function visitOf(of: OfVisit, month: Month): Due {
  const [writer = keeper] = of.there;
  const work = async (): Promise<Due[]> => {
    const sheet = await writeSheet(of, month, writer);
    const { answer, rectify } = of.visit;
    return [
      ...(answer ? [answerOf(sheet, answer, of, month)] : []),
      ...(rectify === undefined ? [] : [sendingOf(sheet, rectify, of, month)]),
    ];
  };
  return { on: of.visit.on, hour: 15, work };
}

/** Somebody who was not there: at least whoever does not inspect at all. */
function absent({ there }: OfVisit, users: readonly string[]): string {
  const user = users.find((one) => !there.includes(one));
  if (user === undefined) throw new Error(`nobody is left of ${users.join('、')}`);
  return user;
}

/** An inspector goes there, writes, photographs and sends, as the phone does. */
async function writeSheet(of: OfVisit, month: Month, writer: string): Promise<string> {
  const { id: place, answers, visit } = of;
  const now = instantOn(visit.on, 15);
  const ctx = await month.contextOf(writer, now);
  const photos = [];
  for (const { id, line, at } of visit.photos) {
    const { name, bytes, sha256 } = await kept(ctx, id, month);
    photos.push({
      ...{ sha256, name, bytes: bytes.length, line, of: 'line' as const, stamped: false },
      place: `p${visit.wrong[line]?.at.indexOf(at)}`,
      takenAt: `${visit.on}T14:20:00`,
    });
  }
  const writing = arriving({ visit: place, answers, photos }, now);
  const { sheetId, revision, digest } = writing;
  await saveSheet(ctx, writing);
  await sendSheet(ctx, { sheetId, revision, digest });
  return sheetId;
}

async function versionOf(ctx: Ctx, sheetId: string) {
  const { row, sheet } = await readResult(ctx, { sheetId });
  return { sheetId, version: row.version, answers: sheet.answers };
}

/** The village confirms; or it objects, and somebody who was not there looks into it. */
function answerOf(
  sheet: string,
  { by, on, note, how, settled }: NonNullable<DemoVisit['answer']>,
  of: OfVisit,
  month: Month,
): Due {
  const work = async (): Promise<Due[]> => {
    const ctx = await month.contextOf(by, instantOn(on, 9));
    const { sheetId, version } = await versionOf(ctx, sheet);
    const says = settled ? 'object' : 'confirm';
    await answerResult(ctx, { sheetId, version, says, note, how });
    return settled ? [settlingOf(sheet, settled, of, month)] : [];
  };
  return { on, hour: 9, work };
}

function settlingOf(
  sheet: string,
  { on, note, drop }: NonNullable<NonNullable<DemoVisit['answer']>['settled']>,
  of: OfVisit,
  { contextOf, template }: Month,
): Due {
  const work = async (): Promise<Due[]> => {
    const ctx = await contextOf(absent(of, [keeper, ...planners]), instantOn(on, 11));
    const { sheetId, version, answers } = await versionOf(ctx, sheet);
    const changed = withoutWrong(template.lines, answers, drop);
    await settleResult(ctx, { sheetId, version, note, answers: changed });
    return [];
  };
  return { on, hour: 11, work };
}

/** The office sends all findings of the visit out through one demand. */
function sendingOf(sheet: string, on: string, of: OfVisit, month: Month): Due {
  const work = async (): Promise<Due[]> => {
    const ctx = await month.contextOf(keeper, instantOn(on, 14));
    const { rows } = await listFindings(ctx, { round: of.round });
    const own = rows.filter((row) => row.sheet === sheet);
    const sent = await rectifyFindings(
      ctx,
      {
        findings: own.map(({ id, version }) => ({ id, version })),
        basis: '青政办发〔2026〕5号',
        dutyEntry: '自治-4',
        answers: { canLookUp: false, askedLately: false, canWait: false },
      },
      readableUses,
    );
    if (sent.isStopped) throw new Error(`the gate stopped what was found in ${of.visit.village}`);
    return of.visit.done.flatMap((done) => doneOf(done, { sent: sent.rows, of, month }));
  };
  return { on, hour: 14, work };
}

interface Sent {
  readonly sent: Awaited<ReturnType<typeof rectifyFindings>>['rows'];
  readonly of: OfVisit;
  readonly month: Month;
}

/**
 * The village says that it is put right; its resident cadre, or the office by telephone, writes it
 * down. Then somebody who neither inspected nor wrote that goes there and photographs.
 */
function doneOf({ at, by, on, note, again, photo }: DemoDone, { sent, of, month }: Sent): Due[] {
  const finding = sent.find(({ place }) => place === at);
  const item = finding?.item?.id;
  if (!finding || item === undefined) throw new Error(`nothing was sent out of ${at}`);
  const finish = async (): Promise<Due[]> => {
    const ctx = await month.contextOf(by, instantOn(on, 16));
    const isCadre = ctx.actor.grants.some(({ role }) => role === 'resident-cadre');
    const behalf = { unit: of.visit.village, how: 'inPerson' as const };
    const words = { deed: 'finish' as const, note, ...(isCadre ? { onBehalf: behalf } : {}) };
    await doDeed(ctx, { id: item, version: 2, words }, readableUses);
    return [];
  };
  const lookAgain = async (): Promise<Due[]> => {
    const checkers = by === keeper ? planners : [keeper, ...planners];
    const ctx = await month.contextOf(absent(of, checkers), instantOn(again ?? on, 17));
    const { evidence } = await kept(ctx, photo ?? '', month);
    const { id, version } = finding;
    const words = { id, version, result: 'rectified' as const, note: '到现场看过，已经改好' };
    await recheckFinding(ctx, { ...words, evidence: [evidence] }, readableUses);
    return [];
  };
  return [
    { on, hour: 16, work: finish },
    ...(again === undefined ? [] : [{ on: again, hour: 17, work: lookAgain }]),
  ];
}

async function kept(ctx: Ctx, id: string, { photos, keep }: Month) {
  const photo = photos.get(id);
  if (!photo) throw new Error(`${id} was not drawn`);
  return { ...photo, evidence: (await keep(ctx, photo)).id };
}
