/** Words of the list of campaigns: what a village loads when it opens the list alone. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const campaignListWords = catalogue(
  {
    campaigns: '专项行动',
    label: '专项行动，开始晚的在前',
    state: (running: number, ended: number, open: number) =>
      running + ended === 0
        ? '还没有专项行动。'
        : `在办 ${grouped(running)} 个；已到期 ${grouped(ended)} 个，其中还有 ${grouped(open)} 处去向没有定。`,
    nothing: '还没有专项行动。',
    nothingWhy: '牵头单位或督查室立专项：写明目标、清单、起止和负责人；到期自动结束。',
    name: '专项',
    when: '起止',
    span: (from: string, to: string) => `${from} 至 ${to}`,
    owner: '负责人',
    office: '牵头单位',
    stateHead: '现在',
    coming: '未开始',
    running: '在办',
    ended: '已到期',
    spots: '点位',
    open: '未销号',
    closed: '已销号',
    handed: '已转办',
    left: '已留存',
    pieces: '处',
    make: '立专项',
  },
  {
    campaigns: 'Campaigns',
    label: 'Campaigns, the latest first',
    state: (running, ended, open) =>
      running + ended === 0
        ? 'There is no campaign yet.'
        : `${grouped(running)} under way; ${grouped(ended)} ended, with ${counted(open, 'spot', 'spots')} undecided.`,
    nothing: 'There is no campaign yet.',
    nothingWhy:
      'An office or the supervision office begins one: goal, list, days, owner. It ends by itself.',
    name: 'Campaign',
    when: 'Days',
    span: (from, to) => `${from} to ${to}`,
    owner: 'Owner',
    office: 'Office',
    stateHead: 'Now',
    coming: 'coming',
    running: 'under way',
    ended: 'ended',
    spots: 'Spots',
    open: 'open',
    closed: 'closed',
    handed: 'handed on',
    left: 'left',
    pieces: 'spots',
    make: 'Begin a campaign',
  },
);
