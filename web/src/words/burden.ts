/** Words of the burden meter. */

import { catalogue, counted } from './catalogue.ts';

interface Counted {
  demands: number;
  times: number;
  duplicates: number;
  shortNotices: number;
  outsideList: number;
  afterwards: number;
  overrides: number;
}

export const burdenWords = catalogue(
  {
    burden: '减负表',
    joined: (sentences: readonly string[]) => sentences.join(''),
    state: (month: string, { demands, times }: Counted, offices: number, villages: number) =>
      demands === 0
        ? `${month}没有向村里下发过事项。`
        : `${month}，${offices} 个部门向 ${villages} 个村下发 ${demands} 件、${times} 村次。`,
    ofWhich: ({ duplicates, shortNotices, outsideList, afterwards, overrides }: Counted) =>
      `其中重复 ${duplicates} 件，提前不足 ${shortNotices} 件，清单外 ${outsideList} 件，电话微信等补记 ${afterwards} 件，领导放行 ${overrides} 件。`,
    compared: (more: number) =>
      more === 0 ? '村次与上月持平。' : `比上月${more > 0 ? '多' : '少'} ${Math.abs(more)} 村次。`,
    held: (n: number) => (n === 0 ? '' : `闸门拦下、没有下发的 ${n} 件。`),
    takenBack: (n: number) => (n === 0 ? '' : `补记后又撤回的 ${n} 件，不计数。`),
    part: '只含您所在部门下发的。',
    internal: '本页只在内部看：数的是下发部门，不是村。',
    byOffice: '各部门下发',
    byVillage: '各村接到的件数',
    office: '下发部门',
    village: '村',
    demands: '件',
    times: '村次',
    duplicates: '重复',
    shortNotices: '提前不足',
    outsideList: '清单外',
    overrides: '领导放行',
    afterwards: '补记',
    total: '合计',
    month: '月份',
    paper: '纸张',
    open: (who: string, what: string, count: number) => `${who} ${what} ${count}，看明细`,
    print: '打印',
    none: '这个月没有下发。',
    noneWhy: '过闸门下发的、电话微信补记的，都会数在这里。',
  },
  {
    burden: 'Burden meter',
    joined: (sentences: readonly string[]) => sentences.join(' '),
    state: (month: string, { demands, times }: Counted, offices: number, villages: number) =>
      demands === 0
        ? `${month}: nothing was asked of villages.`
        : `${month}: ${counted(offices, 'office', 'offices')} asked ${counted(villages, 'village', 'villages')} for ${counted(demands, 'thing', 'things')}, ${counted(times, 'time', 'times')} in all.`,
    ofWhich: ({ duplicates, shortNotices, outsideList, afterwards, overrides }: Counted) =>
      `Among them ${duplicates} asked twice, ${shortNotices} at short notice, ${outsideList} outside of the lists, ${afterwards} booked afterwards, ${overrides} let through by a leader.`,
    compared: (more: number) =>
      more === 0
        ? 'As many as the month before.'
        : `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than the month before.`,
    held: (n: number) => (n === 0 ? '' : `${n} stopped at the gate and not sent.`),
    takenBack: (n: number) => (n === 0 ? '' : `${n} booked and taken back, not counted.`),
    part: 'Only what your own offices asked.',
    internal: 'For the office alone: it counts those who ask, not the villages.',
    byOffice: 'By issuing office',
    byVillage: 'By village',
    office: 'Issuing office',
    village: 'Village',
    demands: 'Demands',
    times: 'Times',
    duplicates: 'Asked twice',
    shortNotices: 'Short notice',
    outsideList: 'Outside lists',
    overrides: 'Let through',
    afterwards: 'Booked',
    total: 'Total',
    month: 'Month',
    paper: 'Paper',
    open: (who: string, what: string, count: number) => `${who}, ${what}: ${count}, open them`,
    print: 'Print',
    none: 'Nothing was asked this month.',
    noneWhy: 'What passes the gate and what is booked afterwards is counted here.',
  },
);
