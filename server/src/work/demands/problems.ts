/** What may be refused about demands on villages and the duty lists. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const demandProblem = defineProblems('demands', {
  'gate-stopped': problemKind<{ sentences: string[] }>({
    status: 409,
    zh: ({ sentences }) => `没有下发：${sentences.join('')}`,
    en: ({ sentences }) => `It was not sent; the burden gate says: ${sentences.join(' ')}`,
  }),
  'demand-unknown': {
    status: 404,
    zh: () => '没有这件下发事项，或者不是您的部门和村的。请回到列表再看。',
    en: () => 'There is no such demand, or it is none of your office and villages.',
  },
  'demand-past': problemKind<{ now: string }>({
    status: 409,
    zh: ({ now }) => `这一件${now}，不能再这样办，什么都没有改动。请刷新页面再看。`,
    en: ({ now }) => `This demand stands otherwise (${now}) and cannot be handled so any more.`,
  }),
  'demand-not-yours': {
    status: 403,
    zh: () => '这一件由下发部门或督查室办，您不能撤回、并入或标记下发。请告诉下发部门。',
    en: () => 'Only the issuing office or the supervision office handles this demand.',
  },
  'booking-not-yours': {
    status: 403,
    zh: () =>
      '补记的由补记的人或督查室撤回，被记的部门不能自己撤回。记错了的，请告诉补记的人或督查室。',
    en: () => 'Whoever booked it or the supervision office takes a booking back.',
  },
  'acknowledge-unfit': {
    status: 409,
    zh: () => '不用再点“知道了”：这一件不是别人补记到您部门的，或者已经有人点过。什么都没有改动。',
    en: () => 'Nobody else booked this against your office, or it was taken note of already.',
  },
  'own-demand': {
    status: 403,
    zh: () => '这一件是您自己提出下发的，不能自己放行或不予下发。请换一位领导定。',
    en: () => 'You asked this yourself; another leader decides on it.',
  },
  'office-other': problemKind<{ office: string }>({
    status: 403,
    zh: ({ office }) => `您不在${office}办事，不能以它的名义下发或补记。请选您自己的部门。`,
    en: ({ office }) => `You do not work for ${office}. Choose an office of your own.`,
  }),
  'village-unfit': problemKind<{ unit: string }>({
    status: 422,
    zh: ({ unit }) => `“${unit}”不是现在的村，或者不是您所包的村，没有登记。请重新选择。`,
    en: ({ unit }) => `“${unit}” is no village of today, or none of yours.`,
  }),
  'item-unfit': {
    status: 422,
    zh: () => '下发事项和督办事项对不上：类别是“督办事项”的要指明是哪一件。请从那一件的页面进来。',
    en: () => 'A demand that sends an item names the item, and no other demand does.',
  },
  'booked-before': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) =>
      `补记的是已经发出的，时间不能晚于现在（${day}）。还没有发的，请走“下发”，先过闸门。`,
    en: () => 'What is booked afterwards has gone out already: its time is not to come.',
  }),
  'booked-settled': problemKind<{ settled: string }>({
    status: 422,
    zh: ({ settled }) =>
      `${settled}的通报已经印发，那个月和以前的不能再记到别的部门头上。请告诉督查室。`,
    en: ({ settled }) =>
      `The circular of ${settled} is issued: nothing is booked against another office up to that month. Tell the supervision office.`,
  }),
  'merge-unfit': {
    status: 422,
    zh: () =>
      '不能并入这一件：要并入的须是已放行或已下发的另一件，而且这边要问的村它都问到了。请另选，或各自下发。',
    en: () => 'The other demand must be cleared or sent, and ask every one of these villages.',
  },
});
