/** What may be refused about goals, their readings and their workbooks. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const goalProblem = defineProblems('goals', {
  'goal-unknown': {
    status: 404,
    zh: () => '没有这个目标，可能已经作废。请回到目标表刷新再看。',
    en: () => 'There is no such goal; it may have been withdrawn.',
  },
  'goal-code-taken': {
    status: 409,
    constraint: 'goal_code_unique',
    zh: () => '这个编号今年已经有目标在用，没有存。请换一个编号。',
    en: () => 'Another goal of this year has this code. Choose another.',
  },
  'goal-parent-unknown': problemKind<{ code: string; parent: string }>({
    status: 422,
    zh: ({ code, parent }) =>
      `编号 ${code} 应当在 ${parent} 下面，可是没有 ${parent} 这个目标，没有存。请先建上级，或改编号。`,
    en: ({ code, parent }) => `${code} stands under ${parent}, which does not exist.`,
  }),
  'goal-person-no-post': problemKind<{ name: string }>({
    status: 422,
    zh: ({ name }) =>
      `“${name}”现在没有任职，不能作责任人，没有存。请选在任的人，或请管理员先登记任职。`,
    en: ({ name }) => `${name} holds no post today and cannot be accountable.`,
  }),
  'goal-place-unknown': problemKind<{ code: string }>({
    status: 422,
    zh: ({ code }) => `名册里没有“${code}”这个在用的单位，或者它不是村，没有存。请重新选择。`,
    en: ({ code }) => `The roster has no such unit, or it is no village: ${code}.`,
  }),
  'goal-serves': problemKind<{ code: string }>({
    status: 422,
    zh: ({ code }) =>
      `不能写同时服务 ${code}：没有这个目标，或者它就是自己或自己的上级。请删去或改正。`,
    en: ({ code }) => `It cannot serve ${code}: unknown, itself, or above it.`,
  }),
  'goal-days': {
    status: 422,
    constraint: 'goal_days',
    zh: () => '完成时限早于开始日期，没有存。请核对两个日期。',
    en: () => 'The due date is before the first day.',
  },
  'goal-changed': {
    status: 409,
    zh: () =>
      '您打开以后，别人改过这个目标，没有存，以免盖掉。请刷新看过再改；您填的内容还在本页。',
    en: () => 'Somebody changed this goal after you opened it; nothing was overwritten.',
  },
  'goal-date-by-move': {
    status: 422,
    zh: () => '已有的完成时限不在这里改，没有存。请用“调整时限”，写明理由，原来的时限会留着。',
    en: () => 'A due date that was set is moved with a reason, not changed.',
  },
  'goal-date-same': {
    status: 422,
    zh: () => '新的时限和原来的一样，没有调整。请核对日期。',
    en: () => 'The new due date is the old one.',
  },
  'goal-reason': {
    status: 422,
    zh: () =>
      '目标值、单位、基数、方向或步骤变了，要写明为什么，没有存。请补上理由，原来的会留着。',
    en: () => 'Say why target, unit, baseline, direction or steps change; the old ones are kept.',
  },
  'goal-own': {
    status: 403,
    zh: () =>
      '这个目标由您负责，它的目标值、责任人、时限和办结不能由您自己改，没有存。请督查室另一位或领导办。',
    en: () => 'You answer for this goal: its target, date and end are for somebody else.',
  },
  'goal-ended': {
    status: 409,
    zh: () => '这个目标已经办结，不能再改，也不再报数。',
    en: () => 'This goal is closed: it changes no more and takes no readings.',
  },
  'goal-has-below': problemKind<{ codes: string[] }>({
    status: 409,
    zh: ({ codes }) => `下面还有 ${codes.join('、')} 没有办结，没有办。请先办完下面的。`,
    en: ({ codes }) => `Below it ${codes.join(', ')} are still open.`,
  }),
  'goal-not-every-village': {
    status: 409,
    zh: () => '这个目标没有写明要分解到每个村，没有分解。请先在修改里勾上“分解到每个村”。',
    en: () => 'This goal is not marked as one for every village.',
  },
  'goal-villages-covered': {
    status: 409,
    zh: () => '每个村都已经有一项，没有再分解。',
    en: () => 'Every village has its leaf already.',
  },
  'goal-year-taken': problemKind<{ year: number }>({
    status: 409,
    zh: ({ year }) => `${year}年已经有目标，没有复制，以免混在一起。要重来的，请先把已有的作废。`,
    en: ({ year }) => `${year} has goals already; nothing was copied.`,
  }),
  'goal-year-empty': problemKind<{ year: number }>({
    status: 409,
    zh: ({ year }) => `${year}年没有目标，没有可以复制或导出的。请选有目标的年份。`,
    en: ({ year }) => `${year} has no goals.`,
  }),
  'reading-not-leaf': problemKind<{ code: string }>({
    status: 409,
    zh: ({ code }) =>
      `${code} 下面还有小目标，完成数由下面算出来，不能直接报，一个都没有存。请报下面各项。`,
    en: ({ code }) => `${code} has goals below it; its figure is worked out from theirs.`,
  }),
  'reading-other-office': problemKind<{ code: string }>({
    status: 403,
    zh: ({ code }) =>
      `${code} 不由您的部门牵头，不能替它报数，一个都没有存。请转给牵头单位，或交督查室。`,
    en: ({ code }) => `${code} is led by another office; you cannot read figures in for it.`,
  }),
  'reading-future': problemKind<{ day: string }>({
    status: 422,
    zh: ({ day }) => `${day}还没有到，不能先报那天的数，一个都没有存。请核对日期。`,
    en: ({ day }) => `${day} has not come yet.`,
  }),
  'reading-kind': problemKind<{ code: string; steps: number }>({
    status: 422,
    zh: ({ code, steps }) =>
      steps > 0
        ? `${code} 按步骤报：报做完了几步，最多 ${steps} 步；一个都没有存。`
        : `${code} 按数量报：报累计完成的数；还没有目标值的请先补上。一个都没有存。`,
    en: ({ code, steps }) =>
      steps > 0
        ? `${code} is read by steps, at most ${steps}.`
        : `${code} is read by quantity, once it has a target.`,
  }),
  'reading-correction': {
    status: 409,
    constraint: 'goal_reading_corrected_once',
    zh: () => '要更正的那个读数不在，或者已经更正过，没有存。请刷新，更正最近的那一个。',
    en: () => 'The reading to be corrected is not there or was corrected already.',
  },
  'import-unreadable': problemKind<{ why: string }>({
    status: 422,
    zh: ({ why }) => why,
    en: () => 'The file cannot be read as a workbook.',
  }),
  'import-too-large': problemKind<{ megabytes: number }>({
    status: 413,
    zh: ({ megabytes }) => `文件超过 ${megabytes} 兆，没有读。请去掉图片和多余的表再传。`,
    en: ({ megabytes }) => `The file is larger than ${megabytes} MB.`,
  }),
  'import-changed': {
    status: 409,
    zh: () => '文件或目标在预览以后变了，没有导入。请重新预览。',
    en: () => 'The file or the goals changed after the preview.',
  },
  'import-bad-rows': problemKind<{ badRows: number }>({
    status: 422,
    zh: ({ badRows }) => `有 ${badRows} 行有问题，没有导入。请改好再传，或只导入没有问题的行。`,
    en: ({ badRows }) => `${badRows} rows are wrong; nothing was imported.`,
  }),
});
