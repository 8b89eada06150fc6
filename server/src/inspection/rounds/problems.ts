/** What may be refused about rounds, draws and visits. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const roundProblem = defineProblems('rounds', {
  'person-needed': problemKind<{ account: string }>({
    status: 403,
    zh: ({ account }) =>
      `账号${account}没有对应到名册里的人，巡查要落到人。请管理员在“账号与岗位”里对应后再办。`,
    en: ({ account }) =>
      `The account ${account} belongs to no person of the roster; inspecting needs a name.`,
  }),
  'round-unknown': {
    status: 404,
    zh: () => '没有这一轮检查，或者它不归您看。请回到列表再看。',
    en: () => 'There is no such round, or it is not yours to read.',
  },
  'not-yours': problemKind<{ office: string }>({
    status: 403,
    zh: ({ office }) => `这一轮由${office}组织，您不能改。请告诉他们，或由督查室来办。`,
    en: ({ office }) => `This round is organised by ${office}; nothing was changed.`,
  }),
  'changed-meanwhile': {
    status: 409,
    zh: () => '这一轮刚被别人改过，没有保存。请刷新看看，再办一次。',
    en: () => 'Somebody else changed this round meanwhile; nothing was saved.',
  },
  'plan-wrong': problemKind<{ sentence: string }>({
    status: 422,
    zh: ({ sentence }) => `没有安排：${sentence}`,
    en: () => 'Something in the plan cannot be: the check sheet, its days, or its places.',
  }),
  'round-taken': problemKind<{ template: string; period: string }>({
    status: 409,
    zh: ({ template, period }) =>
      `${period}的“${template}”已经安排过一轮，没有再安排。请用那一轮。`,
    en: ({ template, period }) => `“${template}” has a round in ${period} already.`,
  }),
  'round-over': problemKind<{ state: string }>({
    status: 409,
    zh: ({ state }) => `这一轮${state}，不能再改。`,
    en: () => 'This round is over; it cannot be changed any more.',
  }),
  'announce-unfit': problemKind<{ why: string }>({
    status: 409,
    zh: ({ why }) => `没有通知：${why}。`,
    en: () => 'Nobody was told: it is unannounced, was told already, or a day is missing.',
  }),
  'nothing-missed': {
    status: 409,
    zh: () => '这一轮没有没去的地方，不用说明。',
    en: () => 'Nothing of this round was missed.',
  },
  'draw-again': {
    status: 422,
    zh: () => '这里抽过签了。重抽要写理由，头一次的结果留着。',
    en: () => 'This was drawn already. Drawing again needs a reason; the first draw is kept.',
  },
  'draw-nothing': problemKind<{ sentence: string }>({
    status: 422,
    zh: ({ sentence }) => `没有抽签：${sentence}`,
    en: () => 'There is nothing to draw from here.',
  }),
  'inspector-recused': problemKind<{ person: string; why: string }>({
    status: 422,
    zh: ({ person, why }) => `${person}要回避这个村：${why}。请换一位。`,
    en: ({ person }) => `${person} is recused from this village; name somebody else.`,
  }),
  'reason-needed': problemKind<{ what: string }>({
    status: 422,
    zh: ({ what }) => `${what}要写理由，没有保存。`,
    en: () => 'This needs a reason; nothing was saved.',
  }),
  quiet: problemKind<{ village: string; reason: string; from: string; to: string }>({
    status: 409,
    zh: ({ village, reason, from, to }) =>
      `${village}${from}至${to}因${reason}不安排检查。请换到这几天以外。`,
    en: ({ village, from, to }) => `${village} is kept quiet from ${from} to ${to}.`,
  }),
  'over-cap': problemKind<{ village: string; cap: number }>({
    status: 409,
    zh: ({ village, cap }) =>
      `${village}这个月已有${cap}次检查，到了上限。请和别的检查并成一次，或由领导写明理由后再定。`,
    en: ({ village, cap }) =>
      `${village} has ${cap} journeys this month already; merge, or ask a leader.`,
  }),
  'merge-wrong': {
    status: 422,
    zh: () => '不能并成一次：只能和同一个村、别的部门、还没去的检查并。',
    en: () => 'Only with a visit of another office to the same village that was not gone to yet.',
  },
  'result-exists': problemKind<{ sentence: string }>({
    status: 409,
    zh: ({ sentence }) => `没有定日子：${sentence}确实要再去的，写明理由再定。`,
    en: () =>
      'Another office found the same here lately: take its result over, or say why one goes again.',
  }),
  'reuse-unfit': {
    status: 422,
    zh: () => '没有沿用：这一处没有别的部门本期已经落定的同样结果，可能刚有变化。请刷新再看。',
    en: () => 'There is no result of another office here that could be taken over.',
  },
  'setting-wrong': problemKind<{ sentence: string }>({
    status: 422,
    zh: ({ sentence }) => `没有保存：${sentence}`,
    en: () => 'Something here cannot be: the days, the person or the village.',
  }),
});
