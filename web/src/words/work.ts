/** Words of the parts of the room of goals and items. */

import { catalogue } from './catalogue.ts';

export const workWords = catalogue(
  {
    parts: '目标督办的各部分',
    items: '督办事项',
    campaigns: '专项行动',
    retrospectives: '复盘',
    handling: '办理排序',
    circulars: '通报',
    drafts: '分解台',
    demands: '下发到村',
    burden: '减负表',
    signs: '牌子和工作群',
    goals: '年度目标',
    book: '登记交办',
    keeping: '常办和回头看',
  },
  {
    parts: 'Parts of goals and items',
    items: 'Items',
    campaigns: 'Campaigns',
    retrospectives: 'Retrospectives',
    handling: 'Order of handling',
    circulars: 'Circulars',
    drafts: 'Decomposition bench',
    demands: 'Demands on villages',
    burden: 'Burden meter',
    signs: 'Signs and work groups',
    goals: "Year's goals",
    book: 'Book a task',
    keeping: 'Recurring, look-back',
  },
);
