/** The villages of 青禾镇, all of them invented: how large they are, and how well each is kept. */

import type { IsoDate } from '@oneneedle/kernel';

/** How much goes wrong in a village, by line of work: 0 hardly anything, 9 a great deal. */
export interface Care {
  readonly environment: number;
  readonly party: number;
  readonly farming: number;
  readonly society: number;
  readonly safety: number;
  readonly economy: number;
  readonly duty: number;
}

export interface Village {
  readonly name: string;
  readonly group: 'plain' | 'hill' | 'suburb';
  readonly people: number;
  /** Members of the party branch. */
  readonly members: number;
  /** Village groups (村民小组), each a unit of its own. */
  readonly groups: number;
  /** Families that are many there: so secretaries and heads of groups are named. */
  readonly surnames: string;
  readonly care: Care;
  /** By how much each quarter is worse (+) or better (−) than the usual care. */
  readonly trend: readonly [number, number, number, number];
  /** Its last day, where it was merged into another. */
  readonly to?: IsoDate;
}

type Row = readonly [
  name: string,
  people: number,
  members: number,
  groups: number,
  surnames: string,
  care: string,
  trend: string,
];

/** The merged village, and the one that took it in from the day after. */
export const merged = { from: '柳湾村', into: '河口村', lastDay: '2026-06-30' as IsoDate };

const plain: readonly Row[] = [
  ['东溪村', 2310, 62, 7, '陈周何', '4122121', '0 0 -1 -1'],
  ['西岗村', 1985, 55, 6, '李孙罗', '3232111', '0 0 0 -1'],
  ['禾丰村', 2640, 71, 8, '王赵钱', '2141120', '0 1 0 0'],
  ['稻香村', 1720, 48, 6, '许杜江', '3332353', '0 -1 2 0'],
  ['河口村', 1460, 44, 6, '汤谢邹', '4323331', '0 0 0 0'],
  ['麦坪村', 1890, 51, 6, '潘段薛', '6555455', '1 0 0 -1'],
  ['双塘村', 1640, 45, 5, '傅熊万', '5223262', '0 0 1 1'],
  ['柳湾村', 790, 26, 4, '邹乔柳', '5423362', '0 0 0 0'],
];

const hill: readonly Row[] = [
  ['松坡村', 1120, 42, 6, '吴郑冯', '2121221', '0 0 0 1'],
  ['石桥村', 1340, 45, 6, '林黄蒋', '4333532', '0 0 0 0'],
  ['青崖村', 860, 30, 5, '崔龚温', '6656574', '1 1 -2 -2'],
  ['白茶村', 980, 36, 5, '曾茅范', '1111100', '0 0 0 0'],
  ['鹿鸣村', 1050, 38, 5, '阮麻詹', '3343342', '0 0 -1 -1'],
  ['竹岭村', 1210, 40, 6, '卜苗裴', '3222431', '0 0 0 0'],
  ['泉坳村', 930, 31, 5, '游简蒲', '7655885', '0 1 1 0'],
];

const suburb: readonly Row[] = [
  ['南圃村', 3180, 83, 8, '沈韩蔡', '1121110', '0 0 0 0'],
  ['北闸村', 2870, 76, 7, '丁贺倪', '4434333', '0 -1 0 0'],
  ['新桥村', 3420, 88, 8, '魏童颜', '7354544', '1 1 -2 -2'],
  ['三槐村', 2210, 58, 6, '王柏盛', '9757787', '0 1 0 -3'],
  ['集贤村', 2560, 66, 7, '华章骆', '3222221', '0 0 0 0'],
  ['窑湾村', 1980, 52, 6, '卞梅钟', '7666796', '0 3 0 0'],
];

/** All villages in the order of the roster, the merged one among them. */
export const villages: readonly Village[] = [
  ...plain.map((row) => villageOf('plain', row)),
  ...hill.map((row) => villageOf('hill', row)),
  ...suburb.map((row) => villageOf('suburb', row)),
];

function villageOf(group: Village['group'], row: Row): Village {
  const [name, people, members, groups, surnames, care, trend] = row;
  const [environment = 0, party = 0, farming = 0, society = 0, safety = 0, economy = 0, duty = 0] =
    [...care].map(Number);
  const [first = 0, second = 0, third = 0, fourth = 0] = trend.split(' ').map(Number);
  return {
    name,
    group,
    people,
    members,
    groups,
    surnames,
    care: { environment, party, farming, society, safety, economy, duty },
    trend: [first, second, third, fourth],
    ...(name === merged.from ? { to: merged.lastDay } : {}),
  };
}

/** Households, about three and a half people each. */
export function householdsOf({ people }: Pick<Village, 'people'>): number {
  return Math.round((people * 10) / 35);
}

/** The villages that there are on a day. */
export function villagesOn(day: IsoDate): Village[] {
  return villages.filter(({ to }) => to === undefined || day <= to);
}

/** The care of a village in a quarter in one line of work, never below 0 or above 9. */
export function careIn({ care, trend }: Village, line: keyof Care, quarter: 1 | 2 | 3 | 4): number {
  return Math.min(9, Math.max(0, care[line] + (trend[quarter - 1] ?? 0)));
}
