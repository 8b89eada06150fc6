/** What may be refused about schemes, comments on them and the catalogue of facts. */

import { defineProblems, type ProblemKind } from '../platform/index.ts';

export const schemeProblem = defineProblems('scheme', {
  'not-found': {
    status: 404,
    zh: () => '没有这一版考核办法，或者它还是草稿、您看不到。请从“考核办法”的列表进入。',
    en: () => 'There is no such version of a scheme, or it is a draft that you may not read.',
  },
  'kind-not-found': {
    status: 404,
    zh: ({ code }) => `事实目录里没有“${code}”。请先核对代码；改过代码的，用现在的代码。`,
    en: ({ code }) => `The catalogue of facts has no kind “${code}”.`,
  } satisfies ProblemKind<{ code: string }> as ProblemKind<{ code: string }>,
  'comment-not-found': {
    status: 404,
    zh: () => '没有这条意见。请刷新页面再看。',
    en: () => 'There is no such comment.',
  },
  'not-readable': {
    status: 422,
    zh: ({ sentence }) => `这份办法还读不出来：${sentence}`,
    en: ({ sentence }) => `The scheme cannot be read: ${sentence}`,
  } satisfies ProblemKind<{ sentence: string }> as ProblemKind<{ sentence: string }>,
  'effective-missing': {
    status: 422,
    zh: () =>
      '办法里没有写施行日期（effective），不能批准：哪一天的事按哪一版计分，要由它定。请写明自哪天起、到哪天止。',
    en: () => 'The scheme does not say from which day to which day it is in force.',
  },
});
