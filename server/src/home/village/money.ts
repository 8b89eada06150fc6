/** What money follows from a result: as the scheme says it, and as approved sheets of pay moved it. */

import { chineseDate, isoDate, type Scheme } from '@oneneedle/kernel';
import type { MoneyStep } from '../../outcome/index.ts';

const paidWhen = { month: '按月发放', period: '按期发放', year: '年终一次发放' } as const;

/** The latest that are told; the sheets have them all. */
const mostSteps = 5;

/**
 * A sentence on the lines of pay, then one for what became of them, the latest period first; one
 * that says so where a scheme moves nobody's pay. No amount: those are each person's own.
 */
export function moneySentences(
  { pay }: Pick<Scheme, 'pay'>,
  steps: readonly MoneyStep[] = [],
): string[] {
  if (!pay) return ['这份办法没有报酬条款，得分和名次不增减任何人的报酬。'];
  const named = pay.lines.map(({ name, documentNo, paidBy }) => {
    const paper = documentNo ?? pay.authority;
    const when = paidBy === undefined ? '发放时间见报酬表' : paidWhen[paidBy];
    return `${name}${paper === undefined ? '' : `（${paper}）`}，${when}`;
  });
  return [
    `与结果挂钩的报酬：${named.join('；')}。数额以审定的报酬表为准，每一笔都有算式。`,
    ...stepSentences(steps),
  ];
}

function stepSentences(steps: readonly MoneyStep[]): string[] {
  if (steps.length === 0) return ['还没有审定的报酬表。'];
  const alike = Map.groupBy(steps, ({ name: _, documentNo: __, ...rest }) => JSON.stringify(rest));
  // Later periods first; within one, what became of it in the order in which it happened.
  const groups = [...alike.values()].sort(([a], [b]) => ordered(b?.period, a?.period));
  const told = groups.slice(0, mostSteps).map(stepSentence);
  const left = groups.length - told.length;
  return [...told, ...(left > 0 ? [`更早的 ${left} 笔见报酬表。`] : [])];
}

function ordered(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function stepSentence(group: readonly MoneyStep[]): string {
  const [first] = group;
  if (!first) return '';
  const { label, kind, approvedOn, paidOn, released } = first;
  const what = `${label}${[...new Set(group.map(({ name }) => name))].join('、')}`;
  const approved = approvedOn === undefined ? '' : `${day(approvedOn)}审定`;
  const paid = paidOn === undefined ? '还没有发放' : `${day(paidOn)}发放`;
  if (kind === 'held') return `${what}：${approved}，有缓发的；放行要由有权的机关决定。`;
  if (kind === 'open') return `${what}：${approved}，有的还不能算，算出来以后在下一张补。`;
  if (kind === 'difference') return `${what}：${approved}补差，${paid}。`;
  if (kind === 'due') return `${what}：${approved}，${paid}。`;
  const decided = released ? `${day(released.on)}决定放行缓发的（${released.documentNo}）` : '放行';
  const then = approvedOn === undefined ? '列入下一张报酬表' : `${approved}，${paid}`;
  return `${what}：${decided}，${then}。`;
}

function day(text: string): string {
  return chineseDate(isoDate(text));
}
