/** What may be refused about results of an inspection. */

import { defineProblems } from '../../platform/index.ts';

export const resultProblem = defineProblems('results', {
  'result-unknown': {
    status: 404,
    zh: () => '没有这个检查结果，或者还没有告诉您。请回到列表再看。',
    en: () => 'There is no such result, or you were not told of it yet.',
  },
  'not-yours': {
    status: 403,
    zh: () => '这个结果不由您办。请告诉检查的牵头单位或督查室。',
    en: () => 'This result is not yours to act on.',
  },
  'own-inspection': {
    status: 403,
    zh: () => '您参加了这次检查，不能替村里确认，也不能处理村里的不同意见。请换一个人来办。',
    en: () => 'Whoever inspected neither answers for the village nor settles its objection.',
  },
  'own-objection': {
    status: 403,
    zh: () => '这条不同意见是您替村里记下的，不能由您处理。请换一个人来办。',
    en: () => 'Whoever wrote an objection down does not settle it.',
  },
  'not-now': {
    status: 409,
    zh: () => '这个结果现在不能这样办：可能还没有告诉村里，或已经确认、处理过。请刷新再看。',
    en: () => 'The result does not stand where this can be done.',
  },
  counted: {
    status: 409,
    zh: () =>
      '这个结果已经计入事实，不再在这里改。有不同意见的，请告诉检查的牵头单位，在台账里更正那条事实，写明理由，原来的留着。',
    en: () =>
      'This result is counted. What is not so is put right in the ledger by reversing the fact, with a reason.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: () => '这个结果刚被别人办过，没有保存。请刷新看过再办。',
    en: () => 'Somebody else acted on this result meanwhile.',
  },
  'how-needed': {
    status: 422,
    zh: () => '替村里记的，请选是电话、当面还是书面说的。',
    en: () => 'Say how the village said it: by telephone, in person or on paper.',
  },
  'objection-needed': {
    status: 422,
    zh: () => '请用一句话写明哪里不符，例如“第2处不在本村地界”。',
    en: () => 'Say in a sentence what is not so.',
  },
  'answers-wrong': {
    status: 422,
    zh: () => '改后的答案不完整，或不合检查表，没有保存。请逐行核对。',
    en: () => 'The changed answers are not whole, or cannot be.',
  },
});
