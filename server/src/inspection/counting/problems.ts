/** What may be refused about counting a round. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const countingProblem = defineProblems('counting', {
  'not-yours': problemKind<{ office: string }>({
    status: 403,
    zh: ({ office }) =>
      `这一轮由${office}组织，计入事实由他们办，或由督查室、考核办来办。您什么都没有改。`,
    en: ({ office }) =>
      `This round is ${office}'s to count, or supervision's or the assessment office's.`,
  }),
  'own-inspection': problemKind<{ others: string }>({
    status: 403,
    zh: ({ others }) =>
      `您参加了这一轮检查，查的人不把自己查的计入事实。${
        others === ''
          ? '请管理员给一位没有参加检查的人开通记录的岗位。'
          : `请没有参加的人来办，如${others}。`
      }`,
    en: ({ others }) =>
      `Whoever inspected does not count the round.${others === '' ? '' : ` Ask ${others}.`}`,
  }),
  'in-the-way': problemKind<{ sentences: readonly string[] }>({
    status: 409,
    zh: ({ sentences }) => `没有计入，一条也没有写。先把这些办好：${sentences.join('')}`,
    en: ({ sentences }) =>
      `Nothing was counted; ${sentences.length} things stand in the way. Look at the page of the round.`,
  }),
  'changed-meanwhile': {
    status: 409,
    zh: () => '这一轮刚被别人改过，没有计入。请刷新看过再办。',
    en: () => 'Somebody else changed this round meanwhile; nothing was counted.',
  },
});
