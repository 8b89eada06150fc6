/** What may be refused about the review meeting of a round. */

import { defineProblems } from '../../platform/index.ts';

export const reviewProblem = defineProblems('review', {
  'round-unknown': {
    status: 404,
    zh: () => '没有这一轮检查。请回到检查安排再看。',
    en: () => 'There is no such round.',
  },
  'not-yours': {
    status: 403,
    zh: () => '讲评材料只给镇领导、考核办、督查室、纪委和组织检查的部门看。请找组织检查的部门。',
    en: () =>
      'The review meeting is read by leaders, assessment office, supervision, discipline and the office that inspects.',
  },
  'subject-unscored': {
    status: 404,
    zh: () => '这一轮里没有这个村的得分：没有去查，或没有办法给它计分。',
    en: () => 'This round has no points of that place.',
  },
});
