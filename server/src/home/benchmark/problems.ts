/** What may be refused about lists of the district. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const benchmarkProblem = defineProblems('benchmark', {
  'list-unknown': {
    status: 404,
    zh: () => '没有这一份对标表。请从对标页选一份。',
    en: () => 'There is no such list of the district.',
  },
  'list-exists': problemKind<{ name: string; period: string }>({
    status: 409,
    constraint: 'benchmark_list_once',
    zh: () => '同一印发单位、同名、同一期的表已经登记过。请打开那一份改正，不要再登一份。',
    en: () => 'A list of this name, issuer and period is recorded already: correct that one.',
  }),
  'list-changed': {
    status: 409,
    zh: () => '这份表刚被别人改过。请重新打开，看过以后再改。',
    en: () => 'Somebody changed this list meanwhile. Open it again before changing it.',
  },
  'table-wrong': problemKind<{ faults: { row: number; column: number; sentence: string }[] }>({
    status: 422,
    zh: ({ faults }) =>
      `表里有 ${faults.length} 处不对，改好以后再存：${faults
        .slice(0, 10)
        .map(({ row, sentence }) => `第 ${row + 1} 行：${sentence}`)
        .join(' ')}`,
    en: ({ faults }) => `The table has ${faults.length} faults: mend them before saving.`,
  }),
  'file-unreadable': problemKind<{ why: string }>({
    status: 422,
    zh: ({ why }) => why,
    en: ({ why }) => `The file cannot be read: ${why}`,
  }),
});
