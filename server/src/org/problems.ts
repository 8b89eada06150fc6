/** What may be refused about people, units and accounts. */

import { defineProblems, type ProblemKind } from '../platform/index.ts';

export const orgProblem = defineProblems('org', {
  'sign-in-failed': {
    status: 401,
    zh: () => '用户名或口令不对。连续输错 5 次会锁定 15 分钟；忘了口令请找本镇管理员重置。',
    en: () => 'User name or password is wrong. Five failures lock the account for 15 minutes.',
  },
  'account-locked': {
    status: 423,
    zh: ({ until }) => `这个账号连续输错口令，已锁定到 ${until}。急用请找本镇管理员解锁。`,
    en: ({ until }) => `This account is locked until ${until} after repeated failures.`,
  } satisfies ProblemKind<{ until: string }> as ProblemKind<{ until: string }>,
  'password-weak': {
    status: 422,
    zh: () =>
      '口令太容易被猜到。请用 10 个以上的字符，不要用姓名、用户名、电话或连续的数字；一句自己记得住的话就很好。',
    en: () => 'The password is too easy to guess. Use ten characters or more; a sentence is good.',
  },
  'password-same': {
    status: 422,
    zh: () => '新口令和现在的一样。请换一个。',
    en: () => 'The new password is the current one. Choose another.',
  },
  'password-wrong': {
    status: 422,
    zh: () => '现在的口令不对，没有改动。',
    en: () => 'The current password is wrong. Nothing was changed.',
  },
});
