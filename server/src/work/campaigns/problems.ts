/** What may be refused about campaigns and their spots. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const campaignProblem = defineProblems('campaigns', {
  'campaign-unknown': {
    status: 404,
    zh: () => '没有这个专项行动，或者它不归您看。请回到列表再看。',
    en: () => 'There is no such campaign, or it is not yours to read.',
  },
  'spot-unknown': {
    status: 404,
    zh: () => '没有这处点位，或者它不在您的村。请回到专项的清单再看。',
    en: () => 'There is no such spot, or it is not in a village of yours.',
  },
  'office-other': problemKind<{ office: string }>({
    status: 403,
    zh: ({ office }) => `您不在${office}办事，不能以它为牵头单位立专项。请选您自己的部门。`,
    en: ({ office }) => `You do not work for ${office}. Choose an office of your own.`,
  }),
  'campaign-not-yours': {
    status: 403,
    zh: () => '这个专项由牵头单位和督查室管，您不能改它的清单。请告诉牵头单位。',
    en: () => 'The owner office and the supervision office keep this list; tell them.',
  },
  'campaign-wrong': problemKind<{ sentence: string }>({
    status: 422,
    zh: ({ sentence }) => `没有保存：${sentence}`,
    en: () => 'Something in the campaign cannot be: an unknown person or village, or its days.',
  }),
  'name-taken': problemKind<{ name: string }>({
    status: 409,
    zh: ({ name }) => `同一天起已有叫“${name}”的专项，没有再立。请用那一个，或换个名称。`,
    en: ({ name }) => `A campaign called “${name}” begins on the same day already.`,
  }),
  'campaign-over': problemKind<{ to: string }>({
    status: 409,
    zh: ({ to }) =>
      `这个专项${to}已经到期，不能再加点位，也不能再用表改，没有保存。新出现的问题请另行登记交办。`,
    en: ({ to }) => `The campaign ended on ${to}: nothing is added to its list any more.`,
  }),
  'campaign-still': problemKind<{ to: string }>({
    status: 409,
    zh: ({ to }) => `专项${to}才到期，现在不能转办或留存，没有办理。到期前请逐处推进和销号。`,
    en: ({ to }) => `The campaign runs until ${to}; what is open is decided after its end.`,
  }),
  'campaign-changed': {
    status: 409,
    zh: () => '您打开以后有人改过这个专项，没有保存，以免盖掉。请刷新看过再改；您填的还在本页。',
    en: () => 'Somebody corrected this campaign after you opened it; nothing was overwritten.',
  },
  'correction-same': {
    status: 422,
    zh: () => '和原来的一样，没有什么要更正，没有保存。请改好再交。',
    en: () => 'Nothing differs from what stands.',
  },
  'correction-over': problemKind<{ to: string }>({
    status: 409,
    zh: ({ to }) => `这个专项${to}已经到期，不再更正，没有保存。没有销号的点位请逐处定去向。`,
    en: ({ to }) => `The campaign ended on ${to}: it is corrected no more.`,
  }),
  'village-has-spots': problemKind<{ village: string }>({
    status: 409,
    zh: ({ village }) =>
      `${village}在清单上还有点位，不能从专项里去掉，没有保存。请先更正那些点位的村。`,
    en: ({ village }) => `${village} has spots on the list; it cannot be left out.`,
  }),
  'own-end': {
    status: 403,
    zh: () => '这个专项由您负责，到期日不能由您自己改，没有保存。请另一位领导定。',
    en: () => 'You own this campaign: another leader moves its end.',
  },
  'number-taken': problemKind<{ number: string }>({
    status: 409,
    zh: ({ number }) => `这个专项里已有 ${number} 号点位，没有保存。请换一个编号。`,
    en: ({ number }) => `The campaign has a spot ${number} already.`,
  }),
  'village-outside': problemKind<{ village: string }>({
    status: 422,
    zh: ({ village }) => `${village}不在这个专项的村里，没有保存。请选专项里的村。`,
    en: ({ village }) => `${village} is no village of this campaign.`,
  }),
  'found-later': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) => `发现日期${day}还没有到，没有保存。请核对日期。`,
    en: ({ day }) => `The day ${day} is not there yet.`,
  }),
  'spot-changed': {
    status: 409,
    zh: () => '您打开以后有人又办了一步，没有办理，以免两头办。请刷新看过再办。',
    en: () => 'Somebody did something with this spot after you opened it. Read it again.',
  },
  'spot-not-yours': problemKind<{ deed: string }>({
    status: 403,
    zh: ({ deed }) => `“${deed}”不归您办，没有办理。请转给牵头单位或督查室。`,
    en: () => 'This deed is not yours to do; ask the owner office.',
  }),
  'spot-state': problemKind<{ state: string; deed: string }>({
    status: 409,
    zh: ({ state, deed }) => `这处点位现在是“${state}”，不能“${deed}”，没有办理。请刷新再看。`,
    en: () => 'The spot does not stand where this deed is possible.',
  }),
  'stage-last': problemKind<{ stage: string }>({
    status: 409,
    zh: ({ stage }) => `已经在最后一个阶段“${stage}”，没有下一步可推进。做好了请办销号。`,
    en: () => 'It is in the last stage already; close it when it is done.',
  }),
  'stage-first': problemKind<{ stage: string }>({
    status: 409,
    zh: ({ stage }) => `已经在第一个阶段“${stage}”，不能再退。`,
    en: () => 'It is in the first stage already.',
  }),
  'stage-early': problemKind<{ stage: string; last: string }>({
    status: 409,
    zh: ({ stage, last }) =>
      `还在“${stage}”，要推进到最后一个阶段“${last}”才能销号，没有办理。请先逐步推进。`,
    en: () => 'It is not in the last stage yet; move it on stage by stage.',
  }),
  'proof-missing': {
    status: 409,
    zh: () => '还没有整治后的佐证，不能销号。请先传整治后的照片或材料。',
    en: () => 'There is no evidence of the spot after the work; add it before closing.',
  },
  'own-spot': {
    status: 403,
    zh: () => '这处点位的推进、佐证或收益是您办的，不能由您销号或回头看。请换一位没有经办的人。',
    en: () => 'You did part of this work, so you do not judge it. Somebody else must.',
  },
  'spot-words': problemKind<{ missing: string }>({
    status: 422,
    zh: ({ missing }) => `没有写${missing}，没有办理。请补上。`,
    en: () => 'Something that this deed must say is missing.',
  }),
});
