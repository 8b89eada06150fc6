/** What money follows from a result, as the scheme says it: by which paper, and when it is paid. */

import type { Scheme } from '@oneneedle/kernel';

const paidWhen = { month: '按月发放', period: '按期发放', year: '年终一次发放' } as const;

/** A sentence a line of pay; one that says so where a scheme moves nobody's pay. */
export function moneySentences({ pay }: Pick<Scheme, 'pay'>): string[] {
  if (!pay) return ['这份办法没有报酬条款，得分和名次不增减任何人的报酬。'];
  const named = pay.lines.map(({ name, documentNo, paidBy }) => {
    const paper = documentNo ?? pay.authority;
    const when = paidBy === undefined ? '发放时间见报酬表' : paidWhen[paidBy];
    return `${name}${paper === undefined ? '' : `（${paper}）`}，${when}`;
  });
  return [`与结果挂钩的报酬：${named.join('；')}。数额以审定的报酬表为准，每一笔都有算式。`];
}
