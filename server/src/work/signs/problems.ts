/** What may be refused about signs and work groups of villages. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const signProblem = defineProblems('signs', {
  unknown: {
    status: 404,
    zh: () => '没有登记过这块牌子、这个群，或者不是您的部门和村的。请回到列表再看。',
    en: () => 'There is no such sign or group, or it is none of your office and villages.',
  },
  'not-yours': {
    status: 403,
    zh: () => '这里由督查室、考核办、挂牌建群的部门和包村干部登记。您能看，不能改；请告诉他们。',
    en: () =>
      'The supervision office, the assessment office, the issuing office and the resident cadre write here. You may read.',
  },
  twice: problemKind<{ unit: string; name: string }>({
    status: 409,
    zh: ({ unit, name }) => `${unit}的“${name}”已经登记，还没有清掉。不用再登记。`,
    en: ({ unit, name }) => `“${name}” of ${unit} is written down already and has not ended.`,
  }),
  ended: problemKind<{ on: string }>({
    status: 409,
    zh: ({ on }) => `这一条 ${on} 已经清掉，不再改。又挂上、又建的，请另登记一条。`,
    en: ({ on }) => `It ended on ${on} and is not changed any more. Write a new one down.`,
  }),
  'day-unfit': problemKind<{ today: string }>({
    status: 422,
    zh: ({ today }) =>
      `日期对不上：挂牌建群在清点以前，清点在清掉以前，都不晚于今天（${today}）。请核对。`,
    en: ({ today }) =>
      `The days do not fit: begun, then counted, then ended, none after today (${today}).`,
  }),
  'kept-without-basis': {
    status: 422,
    zh: () => '规定允许保留的，要写明是哪份文件。请写依据，或者不要勾“保留”。',
    en: () => 'What is kept needs the document that allows it.',
  },
  'idle-sign': {
    status: 422,
    zh: () => '僵尸群只说群，牌子没有这一说。请选一个群。',
    en: () => 'Only a group may be noted as idle.',
  },
});
