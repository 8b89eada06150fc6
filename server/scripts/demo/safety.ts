/** 应急办: hazards put right in time, people on duty, fires in the hills and the posts against them. */

import {
  onDay,
  plusDays,
  plusWorkdays,
  type Quarter,
  quarterStart,
  quarters,
  sheetOf,
  workdayFrom,
  workdayUpTo,
} from './days.ts';
import { type Draft, drafted } from './draft.ts';
import { groupsOf } from './groups.ts';
import { chanceOf } from './random.ts';
import { careIn, type Village, villages, villagesOn } from './villages.ts';

const office = '应急办';
const lastDay = onDay('11-19');

/** Everything that 应急办 records in the year. */
export function safetyDrafts(): Draft[] {
  return [
    ...quarters.flatMap((quarter) =>
      villagesOn(quarterStart(quarter)).flatMap((village) => [
        ...hazards(village, quarter),
        ...absences(village, quarter),
        ...posts(village, quarter),
      ]),
    ),
    ...illegalFires.map(illegalFire),
    delayed,
  ];
}

const hazardKinds = [
  '用电线路老化',
  '消防通道堵塞',
  '山塘护栏缺失',
  '液化气瓶存放不当',
  '危墙未围挡',
  '灭火器过期',
];

function hazards(village: Village, quarter: Quarter): Draft[] {
  const chance = chanceOf(`hazards ${quarter} ${village.name}`);
  const care = careIn(village, 'safety', quarter);
  return Array.from({ length: chance.successes(3, 28 + 3 * care) }, () => {
    const due = plusWorkdays(quarterStart(quarter), chance.between(8, quarter === 4 ? 26 : 57));
    const isLate = chance.percent(4 * care);
    const done = isLate
      ? workdayFrom(plusDays(due, chance.between(1, 4)))
      : workdayUpTo(plusDays(due, -chance.between(0, 3)));
    return { due, done, what: chance.pick(hazardKinds) };
  })
    .filter(({ done }) => done <= lastDay)
    .map(({ due, done, what }) =>
      drafted({
        office,
        kind: 'hazard.found',
        about: village.name,
        on: done,
        values: { 期限: due, done },
        evidence: ['复查记录'],
        note: what,
        picture: { sort: 'photo', caption: `隐患复查：${what}`, place: village.name },
      }),
    );
}

function absences(village: Village, quarter: Quarter): Draft[] {
  const chance = chanceOf(`duty ${quarter} ${village.name}`);
  if (!chance.percent(2 * careIn(village, 'safety', quarter))) return [];
  const on = plusDays(quarterStart(quarter), chance.between(12, quarter === 4 ? 45 : 80));
  return [
    drafted({
      office,
      kind: 'duty.absent',
      about: village.name,
      on,
      values: { 人次: chance.percent(25) ? 2 : 1, 延误处置: '否' },
      evidence: ['抽查记录'],
      note: '夜间抽查，值班室无人',
    }),
  ];
}

/** Posts on the roads into the woods; in the last quarter one village was not looked at yet. */
function posts(village: Village, quarter: Quarter): Draft[] {
  if (village.group !== 'hill' || (quarter === 4 && village.name === '泉坳村')) return [];
  const chance = chanceOf(`posts ${quarter} ${village.name}`);
  const shifts = chance.between(15, 30);
  const kept = shifts - chance.successes(shifts, 2 * careIn(village, 'safety', quarter));
  return [
    drafted({
      office,
      kind: 'fire.posts',
      form: 'measure',
      about: village.name,
      ...(quarter === 4 ? { on: onDay('11-13') } : sheetOf(quarter)),
      values: { 值守率: { num: kept, den: shifts } },
      evidence: ['卡口抽查表'],
    }),
  ];
}

/** Two were absent when the rain came, and help was late for it. */
const delayed = drafted({
  office,
  kind: 'duty.absent',
  about: '窑湾村',
  on: onDay('06-09'),
  values: { 人次: 2, 延误处置: '是' },
  evidence: ['值守记录'],
  note: '强降雨当晚两人脱岗，低洼处排水延误',
});

/** Fires in the open, by village and day; in the closed season and again in a year they weigh double. */
const illegalFires = [
  { monthDay: '02-19', about: '鹿鸣村', closed: true, what: '上坟烧纸' },
  { monthDay: '03-13', about: '石桥村', closed: false, what: '烧田埂' },
  { monthDay: '03-27', about: '泉坳村', closed: true, what: '烧荒' },
  { monthDay: '04-05', about: '青崖村', closed: true, what: '上坟烧纸' },
  { monthDay: '08-22', about: '竹岭村', closed: false, what: '林边野炊' },
  { monthDay: '10-05', about: '石桥村', closed: true, what: '烧田埂' },
  { monthDay: '10-27', about: '泉坳村', closed: true, what: '烧秸秆' },
] as const;

function illegalFire({ monthDay, about, closed, what }: (typeof illegalFires)[number]): Draft {
  const on = onDay(monthDay);
  const [spot = ''] = groupsOf(about, on);
  const hills = villages.filter(({ group }) => group === 'hill');
  if (!hills.some(({ name }) => name === about)) throw new Error(`${about} has no woods`);
  return drafted({
    office,
    kind: 'fire.illegal',
    about,
    on,
    values: { 时段: closed ? '戒严期' : '平时' },
    matter: `X-${monthDay.replace('-', '')}`,
    evidence: ['巡查照片 1 张'],
    note: `${spot}，${what}`,
    picture: { sort: 'photo', caption: `野外违规用火：${what}`, place: `${about}${spot}` },
  });
}
