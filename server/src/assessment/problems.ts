/** What may be refused about periods and results. */

import { defineProblems, problemKind } from '../platform/index.ts';

export const assessmentProblem = defineProblems('assessment', {
  'period-unknown': {
    status: 404,
    zh: () => '没有这一期：没有在这一期有效的考核办法。请从考核页选一期。',
    en: () => 'There is no such period: no approved scheme covers it.',
  },
  'subject-unknown': problemKind<{ subject: string }>({
    status: 404,
    zh: ({ subject }) => `这一期的名单里没有“${subject}”。`,
    en: ({ subject }) => `“${subject}” is not on the list of this period.`,
  }),
  'version-unknown': {
    status: 404,
    zh: () => '没有这一版办法，或它还读不通，不能试算。请先在办法页改正。',
    en: () => 'There is no such version of the scheme, or it cannot be read yet.',
  },
  'not-before-seal': problemKind<{ label: string }>({
    status: 403,
    zh: ({ label }) =>
      `${label}还没有封存，总分和名次只有考核办看得到。您可以在台账里看到已入账的每一条事实。`,
    en: ({ label }) =>
      `${label} is not sealed: only the assessment office sees totals and ranks. The ledger shows every posted fact.`,
  }),
  'not-own': problemKind<{ units: readonly string[] }>({
    status: 403,
    zh: () => '限定到村的账号只能看自己村的得分说明。全镇的名次以张榜公布的为准。',
    en: () =>
      'An account for some villages reads their sheets alone. The ranks of all are on the posted list.',
  }),
  'not-kept': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) =>
      `${label}还没有公示或者封存，数还会变，没有生成带编号的通报。请先公示或者封存。`,
    en: ({ label }) => `${label} is neither published nor sealed; its numbers may still change.`,
  }),
  'period-sealed': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) => `${label}已经封存，不能再改状态。确需更正的，按决定文号另出一版。`,
    en: ({ label }) => `${label} is sealed and its state does not change any more.`,
  }),
  'period-published': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) =>
      `${label}已经公示，不能退回，状态没有变。要更正的另出一版公示；没有更正的，公示期满后封存。`,
    en: ({ label }) => `${label} is published and does not step back: correct it by a new edition.`,
  }),
  'state-step': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) => `${label}不能这样变更：顺序是进行中、打分、核对，一次走一步，可以退一步。`,
    en: ({ label }) => `${label} moves one step at a time: open, scoring, checking.`,
  }),
  'not-ready': problemKind<{ label: string; sentences: string[] }>({
    status: 409,
    zh: ({ label, sentences }) =>
      `${label}还不能封存，有 ${sentences.length} 个原因，都办好以后再封存：${sentences
        .map((sentence, index) => `${index + 1}. ${sentence}`)
        .join(' ')}`,
    en: ({ label, sentences }) =>
      `${label} cannot be sealed yet for ${sentences.length} reasons: ${sentences.join(' ')}`,
  }),
  'published-differs': problemKind<{ label: string; edition: number; names: readonly string[] }>({
    status: 409,
    zh: ({ label, edition, names }) =>
      `${label}公示的第 ${edition} 版与现在算出的不同（${names.join('、')}），没有封存。请先另出一版公示，写明改了什么，再封存。`,
    en: ({ label, edition, names }) =>
      `${label}: edition ${edition} as published differs from what would be sealed (${names.join(', ')}). Publish a corrected edition first.`,
  }),
  'seal-early': problemKind<{ label: string; sentences: readonly string[] }>({
    status: 409,
    zh: ({ label, sentences }) =>
      `${label}现在还不该封存：${sentences.join('')}等一等，或者写明为什么现在封存。没有封存。`,
    en: ({ label, sentences }) =>
      `${label} should wait: ${sentences.join(' ')} Give a reason to seal it all the same.`,
  }),
  'not-checked': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) => `${label}还没有进入核对。请先把状态变更为“核对”，各办核对以后再封存。`,
    en: ({ label }) => `${label} is not being checked yet. Move it to checking before sealing.`,
  }),
  'not-comparable': problemKind<{ sentence: string }>({
    status: 409,
    zh: ({ sentence }) => sentence,
    en: ({ sentence }) => `The two versions cannot be compared: ${sentence}`,
  }),
});
