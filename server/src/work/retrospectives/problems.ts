/** What may be refused about retrospectives. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const retrospectiveProblem = defineProblems('retrospectives', {
  'retrospective-unknown': {
    status: 404,
    zh: () => '没有这个复盘问题，或者它不归您看。请回到列表再看。',
    en: () => 'There is no such retrospective, or it is not yours to read.',
  },
  'retrospective-not-yours': {
    status: 403,
    zh: () => '这个问题由负责人、所属单位或督查室来写，没有保存。请告诉负责人。',
    en: () => 'Its owner, its unit or the supervision office writes here.',
  },
  'unit-not-yours': {
    status: 403,
    zh: () => '只能登记自己单位或所包的村的问题，没有登记。请换一个单位，或请督查室登记。',
    en: () => 'You write down problems of your own office or village.',
  },
  'somebody-unknown': problemKind<{ code: string }>({
    status: 422,
    zh: ({ code }) => `名册里没有“${code}”，没有保存。请从名册里选。`,
    en: ({ code }) => `The roster has no “${code}”.`,
  }),
  'day-coming': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) => `发现日期${day}还没有到，没有登记。请核对日期。`,
    en: ({ day }) => `The day ${day} is not there yet.`,
  }),
  'step-done': problemKind<{ step: string }>({
    status: 409,
    zh: ({ step }) => `${step}已经写过，写了就不改，没有保存。请刷新再看。`,
    en: () => 'This step is written already and does not change.',
  }),
  'step-early': problemKind<{ step: string }>({
    status: 409,
    zh: ({ step }) => `还没有写${step}，没有保存。请按问题、原因、整改、结论的顺序来。`,
    en: () => 'An earlier step is not written yet.',
  }),
  'own-change': {
    status: 403,
    zh: () =>
      '整改是您定的，“管住了”要由别人看数以后写，没有保存。没管住的您可以自己写；管住了请负责人、督查室另一位或领导来写。',
    en: () => 'You said the change: that it kept is for somebody else to conclude.',
  },
  'change-one': {
    status: 422,
    zh: () => '整改要选一种：转成一件督办事项，或者提出修改哪一条款。没有保存。',
    en: () => 'A change is an item or a clause, one of them.',
  },
  'clause-unknown': problemKind<{ code: string }>({
    status: 422,
    zh: ({ code }) => `现行办法里没有条款“${code}”，没有保存。请从清单里选。`,
    en: ({ code }) => `No scheme in force has a clause “${code}”.`,
  }),
  'look-past': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) => `看数的日子${day}已经过去，没有保存。请写以后的日期。`,
    en: ({ day }) => `The day of the look, ${day}, is past.`,
  }),
  'look-early': problemKind<{ day: string }>({
    status: 409,
    zh: ({ day }) => `说好${day}看数，还没有到，没有写结论。到那天清单上会提醒负责人。`,
    en: ({ day }) => `The figure is looked at on ${day}, not before.`,
  }),
});
