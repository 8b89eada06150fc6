/** What may be refused about pay. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const payProblem = defineProblems('pay', {
  'sheet-unknown': {
    status: 404,
    zh: () => '没有这张考核工资表。请回到列表再看。',
    en: () => 'There is no such pay sheet.',
  },
  'period-unknown': {
    status: 404,
    zh: () => '没有这一期：没有在这一期有效的考核办法。请从列表里选一期。',
    en: () => 'There is no such period: no approved scheme covers it.',
  },
  'not-whole': {
    status: 403,
    zh: () =>
      '考核工资表是全镇的，限定到村、到片的岗位不能看别人的金额。自己的在“我的考核工资”里看。',
    en: () => 'A pay sheet is of the whole town; a post for some units reads its own amount alone.',
  },
  'no-pay': problemKind<{ name: string }>({
    status: 422,
    zh: ({ name }) => `《${name}》没有写考核工资，不能造表。请先按文件把考核工资写进办法。`,
    en: ({ name }) => `“${name}” says nothing of pay: write it into the scheme first.`,
  }),
  'no-document': problemKind<{ names: string[] }>({
    status: 422,
    zh: ({ names }) =>
      `${names.map((name) => `“${name}”`).join('、')}没有写依据文号。只有文件列明的浮动部分可以动，请在办法里补上文号。`,
    en: ({ names }) =>
      `No document is named for ${names.join(', ')}. Only what a document names may move.`,
  }),
  'not-sealed': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) => `${label}还没有封存。工资按封存的结果发，请先封存。`,
    en: ({ label }) => `${label} is not sealed. Pay goes by sealed results.`,
  }),
  'nothing-to-pay': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) => `${label}已经造过表，以前各期也没有要补、要扣、要放行的，不用再造。`,
    en: ({ label }) => `${label} has its sheet, and nothing of earlier periods changed.`,
  }),
  'one-open': {
    status: 409,
    constraint: 'pay_sheet_one_open',
    zh: () => '这套办法还有一张表没有批准。请先办完那一张，或者把它收回。',
    en: () => 'A sheet of this scheme is not approved yet. Finish it or withdraw it first.',
  },
  'other-state': problemKind<{ wanted: string }>({
    status: 409,
    zh: ({ wanted }) => `这张表现在不能这样办：先后是造表、审核、批准、送财政、发放，${wanted}。`,
    en: () => 'The order is: made, checked, approved, handed to finance, paid.',
  }),
  'same-hand': problemKind<{ deed: string }>({
    status: 403,
    zh: ({ deed }) =>
      `造表、审核、批准要三个人，您（或者您代的人）已经办过前面一步，不能再${deed}。`,
    en: () => 'One person makes, another checks, a third approves: you did an earlier step.',
  }),
  'out-of-date': {
    status: 409,
    zh: () => '造表以后，封存的结果、名册或者放行的决定有变化，这张表不再对。请收回，重新造一张。',
    en: () =>
      'Results, roster or releases changed since the sheet was made. Withdraw it and make another.',
  },
  'grades-open': {
    status: 409,
    zh: () => '这张表按等次发，等次还没有由有权机关决定。请先在“等次”里登记决定，再重新造表。',
    en: () => 'It pays by grades that no body decided yet. Enter that decision, then make it anew.',
  },
  'no-budget': problemKind<{ year: string }>({
    status: 409,
    zh: ({ year }) => `还没有登记${year}年的预算，不能批准。请先登记预算文号和金额。`,
    en: ({ year }) => `No budget of ${year} is entered: enter document and amount first.`,
  }),
  'over-budget': problemKind<{ over: string }>({
    status: 409,
    zh: ({ over }) => `比预算多 ${over} 元。要批准的，写明理由和同意超支的文号；也可以先追加预算。`,
    en: ({ over }) =>
      `It is ${over} yuan over the budget: name the reason and the document that allows it.`,
  }),
  'not-over': {
    status: 422,
    zh: () => '没有超过预算，不用写超支的理由和文号。请把它们去掉。',
    en: () => 'It is within the budget: leave out reason and document.',
  },
  'day-unfit': problemKind<{ today: string }>({
    status: 422,
    zh: ({ today }) => `日期对不上：批准、送财政、发放一步不早于一步，都不晚于今天（${today}）。`,
    en: ({ today }) => `The days must follow one another and be no later than today (${today}).`,
  }),
  'document-twice': problemKind<{ documentNo: string }>({
    status: 409,
    zh: ({ documentNo }) => `“${documentNo}”在这一年已经登记过。更正金额的，用更正的文件另登一笔。`,
    en: ({ documentNo }) => `“${documentNo}” is entered for this year already.`,
  }),
  'no-amount': {
    status: 422,
    zh: () => '金额不能是零。追加写正数，调减写负数。',
    en: () => 'The amount is zero: an addition is positive, a cut negative.',
  },
  'not-held': {
    status: 409,
    zh: () => '这一项没有缓发的金额，或者已经决定放行、等下一张表发放。请刷新缓发名单再看。',
    en: () => 'Nothing is kept back there, or it was let go of already.',
  },
});
