/** What of the demonstration is published, and what follows from it; a function a part. */

import { type IsoDate, periodLabel, type Seal } from '@oneneedle/kernel';
import { type AssessmentNeeds, sealEdition } from './assessment/index.ts';
import { loadBenchmark } from './demonstration-benchmark.ts';
import { loadObjections } from './demonstration-objections.ts';
import type { UsesFor } from './evidence/index.ts';
import { listSignatures, signClauses } from './ledger/index.ts';
import {
  actOnProposal,
  addBudget,
  approveSheet,
  checkSheet,
  confirmPaid,
  decideGrades,
  drawProposals,
  handSheet,
  listProposals,
  makeSelection,
  makeSheet,
} from './outcome/index.ts';
import type { Ctx } from './platform/index.ts';
import { postDisplay, publish } from './publication/index.ts';

export interface ResultsLoading {
  /** Its code. */
  readonly town: string;
  readonly work: AssessmentNeeds;
  /** An account of the town at an instant. */
  readonly contextOf: (user: string, now: string) => Promise<Ctx>;
}

/** Through the rooms' doors, after the year was sealed. A part appends its own line. */
export async function loadResults(loading: ResultsLoading): Promise<void> {
  if (loading.town !== 'qinghe') return; // the other town has no year of its own
  await loadPublications(loading);
  await loadOutcomes(loading);
  await loadMonth(loading);
  await loadPay(loading);
  await loadObjections(loading.contextOf);
  await loadBenchmark(loading.contextOf);
}

/** The sealed quarters, each published as it is on the day of its seal; the third hangs on the board. */
async function loadPublications({ work, contextOf }: ResultsLoading): Promise<void> {
  const line = 'qinghe-village-daily';
  for (const [period, on, no] of [
    ['2026-Q1', '2026-04-27', '青党纪〔2026〕9号'],
    ['2026-Q2', '2026-07-27', '青党纪〔2026〕17号'],
    ['2026-Q3', '2026-10-26', '青党纪〔2026〕26号'],
  ] as const) {
    const ctx = await contextOf('wu.kaohe', `${on}T03:00:00.000Z`);
    await publish(work, ctx, {
      ...{ line, period, postedOn: on, overrides: [] },
      signature: { by: '中共青禾镇委员会', on },
      decision: { body: '青禾镇党委会', no, on },
      secrecy: { by: '方柏', on },
      objectTo: {
        office: '考核办',
        person: '吴简',
        telephone: '0000-6218',
        place: '青禾镇政府 203 室',
      },
    });
    if (period !== '2026-Q3') continue;
    await postDisplay(ctx, { line, period, on, place: '镇政府门口公示栏' }, noUses);
  }
}

/** Document and day of what the party committee decided on the grades of each quarter. */
const decisions: Readonly<Record<string, readonly [on: string, no: string]>> = {
  '2026-Q1': ['2026-04-29', '青党纪〔2026〕10号'],
  '2026-Q2': ['2026-07-29', '青党纪〔2026〕18号'],
  '2026-Q3': ['2026-10-28', '青党纪〔2026〕27号'],
};

/** The grades of a sealed quarter, decided as they were worked out. */
export async function decideQuarter(
  work: AssessmentNeeds,
  contextOf: ResultsLoading['contextOf'],
  { line, period, edition }: Seal,
): Promise<void> {
  const decision = decisions[period];
  if (!decision) return;
  const [decidedOn, documentNo] = decision;
  await decideGrades(work, await contextOf('gu.shuji', `${decidedOn}T02:00:00.000Z`), {
    ...{ line, period, edition, documentNo, decidedOn },
    body: '青禾镇党委会',
    others: [],
  });
}

/** Proposals of the third quarter along their course: taken, considered, decided. */
async function loadOutcomes({ work, contextOf }: ResultsLoading): Promise<void> {
  const at = (user: string, on: string) => contextOf(user, `${on}T02:00:00.000Z`);
  const he = await at('he.zuzhi', '2026-11-02');
  await drawProposals(work, he, { line: 'qinghe-village-daily', period: '2026-Q3' });
  const { rows } = await listProposals(he);
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const [praised, waiting] = of('honour');
  const [talked] = of('talk');
  const told = { deed: 'consider', toldOn: '2026-11-02', toldHow: '当面告知村书记' } as const;
  for (const id of [praised, waiting, talked]) {
    if (id !== undefined) await actOnProposal(he, { id, version: 1, act: told }, noUses);
  }
  // Posted until the ninth, a day before the committee decides.
  const rule = { line: 'qinghe-village-daily', period: '2026-Q3', code: 'honour' };
  await makeSelection(he, { ...rule, postedOn: '2026-11-02' });
  if (praised === undefined) return;
  const paper = { deed: 'attach', where: '组织办2026年第4盒', isLater: false } as const;
  for (const index of [0, 1]) {
    const act = { ...paper, paper: index, evidence: [] };
    await actOnProposal(he, { id: praised, version: 3 + index, act }, noUses);
  }
  const gu = await at('gu.shuji', '2026-11-10');
  const documentNo = '青党纪〔2026〕29号';
  const act = { deed: 'decide', documentNo, decidedOn: '2026-11-10', note: '' } as const;
  await actOnProposal(gu, { id: praised, version: 5, act }, noUses);
}

/** October's inspection: signed clause by clause, sealed for the review meeting, its proposals taken. */
async function loadMonth({ work, contextOf }: ResultsLoading): Promise<void> {
  const named = { line: 'qinghe-environment-check', period: '2026-10' } as const;
  const sun = await contextOf('sun.fuhe', '2026-11-03T02:00:00.000Z');
  const { rows } = await listSignatures(sun, named);
  await signClauses(sun, {
    ...named,
    clauses: rows.flatMap(({ code, maySign }) => (maySign ? [code] : [])),
  });
  const now = '2026-11-04T02:00:00.000Z';
  await sealEdition(work, await contextOf('wu.kaohe', now), {
    ...named,
    label: periodLabel(named.period),
    today: now.slice(0, 10) as IsoDate,
    sealedBy: 'P-0036',
  });
  await drawProposals(work, await contextOf('he.zuzhi', '2026-11-05T02:00:00.000Z'), named);
}

/** No file is cited here. */
const noUses: UsesFor = async () => {
  throw new Error('the demonstration cites no file of a proposal');
};

/** The third quarter's pay of the heads of villages, from the budget to the day it was paid. */
async function loadPay({ work, contextOf }: ResultsLoading): Promise<void> {
  const line = 'qinghe-village-daily';
  const at = (user: string, on: string) => contextOf(user, `${on}T02:00:00.000Z`);
  await addBudget(await at('qian.caizheng', '2026-01-21'), {
    line,
    year: '2026',
    documentNo: '青财〔2026〕5号',
    on: '2026-01-20',
    amount: '182400',
    note: '20 个村村主职干部四个季度绩效',
  });
  const { id } = await makeSheet(work, await at('wu.kaohe', '2026-10-27'), {
    line,
    period: '2026-Q3',
  });
  await checkSheet(work, await at('he.zuzhi', '2026-10-28'), { id });
  await approveSheet(work, await at('gu.shuji', '2026-10-29'), {
    id,
    body: '青禾镇党委会',
    documentNo: '青党发〔2026〕28号',
    on: '2026-10-29',
  });
  await handSheet(await at('wu.kaohe', '2026-10-29'), { id, on: '2026-10-29' });
  await confirmPaid(await at('qian.caizheng', '2026-11-02'), { id, on: '2026-11-02' });
}
