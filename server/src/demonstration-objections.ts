/**
 * Three objections of the demonstration: one upheld, one declined, one that is being looked into. All
 * are about facts of the open quarter: the published ones carry grades and pay.
 */

import { reviewEntries } from './ledger/index.ts';
import type { Ctx } from './platform/index.ts';
import {
  acknowledgeObjection,
  answerObjection,
  assignObjection,
  decideObjection,
  receiveObjection,
} from './publication/index.ts';

type ContextOf = (user: string, now: string) => Promise<Ctx>;

interface DemoObjection {
  readonly fact: string;
  /** A village that has an account; without it the office writes down what was said. */
  readonly user?: string;
  readonly behalf?: Parameters<typeof receiveObjection>[1]['behalf'];
  readonly said: string;
  readonly on: string;
  readonly assigned: { readonly to: string; readonly on: string };
  readonly decided?: {
    readonly user: string;
    readonly on: string;
    readonly result: 'kept' | 'reversed';
    readonly lookedAt: string;
    readonly finding: string;
    readonly reasons: string;
    readonly basis: string;
  };
  readonly answeredOn?: string;
}

const objections: readonly DemoObjection[] = [
  {
    fact: 'D-1417',
    user: 'chen.dongxi',
    said: '10月21日那一处是村民装修临时堆放的，我们当天就通知清走了，不应当算垃圾积存。',
    on: '2026-11-09',
    assigned: { to: 'P-0006', on: '2026-11-10' },
    decided: {
      user: 'he.zuzhi',
      on: '2026-11-12',
      result: 'kept',
      lookedAt: '10月21日巡查记录、照片，11月11日到现场',
      finding: '10月21日巡查时堆放物在村道边，照片上已有生活垃圾混入；清走是10月22日的事。',
      reasons: '办法按巡查当时的情况计分，第二天清走的按整改计，不撤销原来的记录。',
      basis: '第1.1条',
    },
    answeredOn: '2026-11-13',
  },
  {
    fact: 'D-1422',
    behalf: {
      way: 'telephone',
      of: '双塘村',
      by: '双塘村文书',
      saidOn: '2026-11-16',
      confirmed: '回拨村部电话，念给本人听过',
    },
    said: '照片里三处有的在邻村地界，路牌看得见，请再核实。',
    on: '2026-11-16',
    assigned: { to: 'P-0006', on: '2026-11-17' },
    decided: {
      user: 'he.zuzhi',
      on: '2026-11-19',
      result: 'reversed',
      lookedAt: '10月21日照片3张、村界图，11月18日到现场',
      finding: '三处堆放物都在界碑以外，照片里的路牌是邻村的。',
      reasons: '条款只对本村范围内的问题计分，这一条不应当记在双塘村。',
      basis: '第1.1条',
    },
    answeredOn: '2026-11-20',
  },
  {
    fact: 'D-1423',
    behalf: {
      way: 'paper',
      of: '石桥村',
      by: '石桥村党支部',
      saidOn: '2026-11-19',
      confirmed: '盖村章的纸，原件存考核办',
    },
    said: '两处里有一处是施工队的沙石，有施工许可，不是垃圾。',
    on: '2026-11-19',
    assigned: { to: 'P-0015', on: '2026-11-20' },
  },
];

/** Through the rooms' doors, each step by who does it, on its day. */
export async function loadObjections(contextOf: ContextOf): Promise<void> {
  for (const one of objections) await loadObjection(contextOf, one);
}

async function loadObjection(contextOf: ContextOf, one: DemoObjection): Promise<void> {
  const at = (user: string, on: string) => contextOf(user, `${on}T10:00:00.000Z`);
  const { fact, said, behalf, on, assigned, decided, answeredOn } = one;
  const made = await receiveObjection(await at(one.user ?? 'wu.kaohe', on), {
    fact,
    said,
    behalf,
  });
  const { id } = made.objection;
  const taken = { id, note: '' };
  await acknowledgeObjection(await at('wu.kaohe', on), { ...taken, version: 1 });
  const person = assigned.to;
  await assignObjection(await at('wu.kaohe', assigned.on), { ...taken, version: 2, person });
  if (!decided) return;
  const { user, on: decidedOn, ...words } = decided;
  const corrections = words.result === 'reversed' ? [{ takesBack: fact }] : [];
  const decider = await at(user, decidedOn);
  await decideObjection(decider, { id, version: 3, ...words, corrections });
  if (corrections.length > 0) await reviewWritten(await at('sun.fuhe', '2026-11-20'), decider);
  if (answeredOn === undefined) return;
  const answer = { on: answeredOn, how: 'inPerson' } as const;
  await answerObjection(await at('wu.kaohe', answeredOn), { id, version: 4, ...answer });
}

/** Another person reviews what the decision wrote, and posts it. */
async function reviewWritten(ctx: Ctx, { actor }: Ctx): Promise<void> {
  const entries = await ctx.db
    .selectFrom('entry')
    .select(['id', 'version'])
    .where('recorded_by_account', '=', actor.accountId)
    .where('state', '=', 'draft')
    .execute();
  await reviewEntries(ctx, { entries, post: true });
}
