/** Inspection of a demonstration township: check sheets in use, months that were gone on, one that was not. */

import type { DemoAccount } from '../scripts/demo/accounts.ts';
import {
  arriving,
  type DemoHamlet,
  type InspectionFile,
  marksOf,
  photosOf,
} from './demonstration-inspection-file.ts';
import {
  type Due,
  instantOn,
  type Month,
  monthOf,
  passDays,
  recusalsOf,
} from './demonstration-month.ts';
import { type FilePlaces, keepEvidence } from './evidence/index.ts';
import {
  addQuiet,
  announceRound,
  drawInRound,
  fileField,
  passRounds,
  planRound,
  readyTemplates,
  releaseTemplate,
  saveSheet,
  saveTemplate,
  sendSheet,
  settleVisit,
  withKindsOf,
} from './inspection/index.ts';
import type { Ctx } from './platform/index.ts';
import { kindsOf } from './scheme/index.ts';

type ContextOf = (user: string, now: string) => Promise<Ctx>;

interface Keeper {
  readonly code: string;
  readonly office: string;
  readonly user: string;
  /** The line whose clauses alone score it; without one every clause that listens does. */
  readonly schemeLine?: string;
}

/** Who keeps which ready check sheet. */
const keepers: readonly Keeper[] = [
  {
    code: 'environment',
    office: '城建办',
    user: 'zhou.chengjian',
    schemeLine: 'qinghe-environment-check',
  },
  { code: 'service-centre', office: '党建办', user: 'lin.dangjian' },
  { code: 'hazards', office: '应急办', user: 'qiu.yingji' },
  { code: 'hamlet', office: '党建办', user: 'lin.dangjian' },
];

interface Loading {
  readonly accounts: readonly DemoAccount[];
  readonly contextOf: ContextOf;
  /** The photos of the file, in its order. */
  readonly pictures: readonly Uint8Array[];
  readonly files: FilePlaces;
}

/** Writes them down by the deeds that people do; a township without a file has none. */
export async function loadInspection(
  file: InspectionFile | undefined,
  { accounts, contextOf, pictures, files }: Loading,
): Promise<void> {
  if (!file) return;
  for (const one of keepers) await useTemplate(one, contextOf);
  await fileField(await contextOf('fang.xinxi', '2026-09-30T02:00:00.000Z'), {
    no: '青党办报〔2026〕9号',
    on: '2026-09-29',
  });
  // Whoever keeps the accounts is drawn like others, and leaves the writing to the second inspector.
  const writers = accounts.filter(({ role }) => role !== 'administrator');
  const inspectors = new Map(writers.map(({ person, user }) => [person, user]));
  const month: Month = {
    contextOf,
    inspectors,
    photos: photosOf(file, pictures),
    keep: (ctx, { bytes, sha256, ...said }) =>
      keepEvidence(files, ctx, {
        ...{ bytes, sha256, takenBy: '演示', accountId: ctx.actor.accountId },
        ...{ name: said.name, caption: said.caption, takenOn: said.on },
      }),
    template: readyTemplate('environment'),
  };
  await passDays(
    [
      ...offices(contextOf),
      ...file.rounds.slice(0, 1).map((round) => recusalsOf(round, month)),
      ...file.rounds.map((round) => monthOf(round, month)),
      hamletsOf(file.hamlets, month),
    ],
    month,
  );
}

/** A ready check sheet is put into use by the office that keeps it. */
async function useTemplate({ code, user, ...more }: Keeper, contextOf: ContextOf): Promise<void> {
  const ctx = await contextOf(user, '2026-09-28T02:00:00.000Z');
  const sheet = withKindsOf(readyTemplate(code), await kindsOf(ctx.db));
  const { template } = await saveTemplate(ctx, { ...sheet, ...more });
  await releaseTemplate(ctx, { code, revision: template.revision });
}

function readyTemplate(wanted: string) {
  const ready = readyTemplates().find(({ code }) => code === wanted);
  if (!ready) throw new Error(`there is no ready check sheet ${wanted}`);
  return ready;
}

/**
 * In October the service centres were to be looked at, and nobody went; at the end of November 应急办
 * goes where 城建办 goes; the days around the elections are kept quiet.
 */
function offices(contextOf: ContextOf): Due[] {
  const at = (on: string, user: string, work: (ctx: Ctx) => Promise<unknown>): Due => ({
    on,
    hour: 10,
    work: async () => {
      await work(await contextOf(user, instantOn(on, 10)));
      return [];
    },
  });
  const shared = { mode: 'unannounced' } as const;
  return [
    at('2026-10-08', 'lin.dangjian', (ctx) =>
      planRound(ctx, {
        ...shared,
        ...{ template: 'service-centre', period: '2026-Q4', drawn: 6 },
        ...{ from: '2026-10-12', to: '2026-10-23' },
      }),
    ),
    at('2026-10-24', 'lin.dangjian', passRounds),
    at('2026-11-18', 'gu.shuji', (ctx) =>
      addQuiet(ctx, {
        ...{ villages: [], from: '2026-12-10', to: '2026-12-20' },
        ...{ reason: '村（社区）换届选举', document: '青党发〔2026〕21号' },
      }),
    ),
    at('2026-11-20', 'qiu.yingji', async (ctx) => {
      const { round, visits } = await planRound(ctx, {
        ...shared,
        ...{ template: 'hazards', period: '2026-11', drawn: 4 },
        ...{ from: '2026-11-23', to: '2026-11-30' },
      });
      const [first] = visits;
      if (!first) throw new Error('a round without a visit');
      const { id, version } = round;
      await settleVisit(ctx, { id, visit: first.id, version, on: '2026-11-30' });
    }),
  ];
}

/** Hamlets are looked at openly: told beforehand, read and signed on the spot, marked by two. */
function hamletsOf(round: InspectionFile['hamlets'], month: Month): Due {
  const work = async (): Promise<Due[]> => {
    const ctx = await month.contextOf('lin.dangjian', instantOn(round.announced, 10));
    const { period, from, to, basis, entry: dutyEntry, visits } = round;
    const subjects = visits.map(({ hamlet }) => hamlet);
    let page = await planRound(ctx, {
      ...{ template: 'hamlet', period, from, to, subjects, mode: 'open' },
    });
    const { id } = page.round;
    page = await drawInRound(ctx, { id, version: page.round.version, what: 'inspectors' });
    for (const { hamlet, on } of visits) {
      const visit = page.visits.find(({ subject }) => subject.code === hamlet)?.id ?? '';
      page = await settleVisit(ctx, { id, visit, version: page.round.version, on });
    }
    page = await announceRound(ctx, { id, version: page.round.version, basis, dutyEntry });
    return visits.map((visit) => {
      const place = page.visits.find(({ subject }) => subject.code === visit.hamlet);
      const inspectors = place?.inspectors.flatMap(({ code }) => month.inspectors.get(code) ?? []);
      const there = { id: place?.id ?? '', inspectors: inspectors ?? [] };
      return { on: visit.on, hour: 15, work: () => markHamlet(visit, there, month) };
    });
  };
  return { on: round.announced, hour: 10, work };
}

/** Each inspector marks for themselves; the head of the hamlet reads it and signs. */
async function markHamlet(
  { on, marks, statement }: DemoHamlet,
  { id: visit, inspectors }: { readonly id: string; readonly inspectors: readonly string[] },
  { contextOf }: Month,
): Promise<Due[]> {
  const { lines } = readyTemplate('hamlet');
  const now = instantOn(on, 15);
  for (const [index, user] of inspectors.entries()) {
    const ctx = await contextOf(user, now);
    const answers = marksOf(lines, marks[index] ?? []);
    const said = { statement, signature: 'signed' as const };
    const writing = arriving({ visit, answers, photos: [], ...said }, now);
    const { sheetId, revision, digest } = writing;
    await saveSheet(ctx, writing);
    await sendSheet(ctx, { sheetId, revision, digest });
  }
  return [];
}
