/** 党建办: disclosure every quarter, assemblies attended, centres found shut, who comes after. */

import {
  onDay,
  plusDays,
  plusWorkdays,
  type Quarter,
  quarterStart,
  quarters,
  workdayFrom,
} from './days.ts';
import { type Draft, drafted } from './draft.ts';
import { chanceOf } from './random.ts';
import { careIn, type Village, villagesOn } from './villages.ts';

const office = '党建办';

/** Everything that 党建办 records in the year. */
export function partyDrafts(): Draft[] {
  const everyQuarter = quarters.flatMap((quarter) =>
    villagesOn(quarterStart(quarter)).flatMap((village) => [
      disclosure(village, quarter),
      ...assembly(village, quarter),
      ...closedCentre(village, quarter),
    ]),
  );
  return [...everyQuarter, ...reserves(), ...poorMeetings];
}

/** Due on the 15th of the first month; looked at on the board some days later. */
function disclosure(village: Village, quarter: Quarter): Draft {
  const chance = chanceOf(`disclosure ${quarter} ${village.name}`);
  const due = plusDays(quarterStart(quarter), 14);
  const isLate = chance.percent(5 * careIn(village, 'party', quarter));
  const done = plusDays(due, isLate ? chance.between(1, 6) : -chance.between(0, 4));
  return drafted({
    office,
    kind: 'party.disclosure',
    about: village.name,
    on: workdayFrom(isLate ? done : plusDays(due, 1)),
    values: { 事项: '季度党务公开', 期限: due, done },
    evidence: ['公开栏照片'],
    ...(isLate
      ? { picture: { sort: 'photo', caption: '公开栏查看', place: `${village.name}公开栏` } }
      : {}),
  });
}

/** Whoever of the members should come, and who did; in the last quarter only some were held yet. */
function assembly(village: Village, quarter: Quarter): Draft[] {
  const chance = chanceOf(`assembly ${quarter} ${village.name}`);
  if (quarter === 4 && chance.percent(45)) return [];
  const care = careIn(village, 'party', quarter);
  const should = village.members - chance.between(2, 6);
  const share = 97 - 3 * care - chance.between(0, 6);
  const came = Math.min(should, Math.round((should * share) / 100));
  const on = plusWorkdays(plusDays(quarterStart(quarter), 33), chance.between(0, 9));
  return [
    drafted({
      office,
      kind: 'party.assembly',
      form: 'measure',
      about: village.name,
      on,
      values: { 到会率: { num: came, den: should } },
      evidence: ['列席清点'],
    }),
  ];
}

function closedCentre(village: Village, quarter: Quarter): Draft[] {
  const chance = chanceOf(`centre ${quarter} ${village.name}`);
  const care = careIn(village, 'party', quarter);
  return Array.from({ length: chance.successes(2, 4 * care) }, () => {
    const on = plusWorkdays(plusDays(quarterStart(quarter), 9), chance.between(0, 27));
    const isAnnounced = chance.percent(25);
    return drafted({
      office,
      kind: 'center.closed',
      about: village.name,
      on,
      values: { 已告示: isAnnounced ? '是' : '否' },
      evidence: ['照片 1 张'],
      note: isAnnounced ? '停电，门上有告示' : '开放时间锁门，无告示',
      picture: {
        sort: 'photo',
        caption: '党群服务中心关门',
        place: `${village.name}党群服务中心`,
      },
    });
  });
}

/** Asked twice a year: who could take over, and is anybody being prepared. */
function reserves(): Draft[] {
  return (['06-16', '11-10'] as const).flatMap((monthDay) => {
    const first = onDay(monthDay);
    return villagesOn(first).map((village, index) => {
      const chance = chanceOf(`reserve ${monthDay} ${village.name}`);
      const care = careIn(village, 'party', monthDay === '06-16' ? 2 : 4);
      const drawn = chance.between(0, 9) + care;
      const state = drawn < 9 ? '已落实培养措施' : drawn < 13 ? '已定人未培养' : '未确定人选';
      return drafted({
        office,
        kind: 'reserve.status',
        form: 'status',
        about: village.name,
        on: plusWorkdays(first, Math.floor(index / 4)),
        values: { 情况: state },
        evidence: ['座谈记录'],
      });
    });
  });
}

const poor = (monthDay: string, about: string, points: number, reason: string): Draft =>
  drafted({
    office,
    kind: 'party.life.poor',
    form: 'judgement',
    about,
    on: onDay(monthDay),
    chosen: { clause: '2.1.1', points, reason },
    evidence: ['列席记录'],
  });

/** Judged on the spot, with the reason written down: points within the bounds of the clause. */
const poorMeetings: readonly Draft[] = [
  poor('03-12', '北闸村', -1, '现场提问6名党员，4人说不出当月主题党日内容'),
  poor('03-24', '青崖村', -1.5, '组织生活会记录与到会党员所述不一致'),
  poor('05-20', '窑湾村', -1, '党课照读材料，未联系本村实际'),
  poor('06-24', '三槐村', -2, '主题党日只合影、未学习，多数党员说不出内容'),
  poor('09-08', '泉坳村', -0.5, '支部会议题未提前告知党员'),
  poor('11-05', '麦坪村', -0.5, '组织生活会未开展批评'),
];
