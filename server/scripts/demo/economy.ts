/** 经济办: the quarterly sheet of each village, rents that did not come, projects and their milestones. */

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
import { hundredths, tenths } from './flow-yaml.ts';
import { chanceOf } from './random.ts';
import { careIn, type Village, villagesOn } from './villages.ts';

const office = '经济办';

/** Everything that 经济办 records in the year but what it had to correct. */
export function economyDrafts(): Draft[] {
  return [
    ...quarters.flatMap((quarter) =>
      villagesOn(quarterStart(quarter)).flatMap((village) => [
        ...sheet(village, quarter),
        ...overdue(village, quarter),
      ]),
    ),
    ...projects(),
  ];
}

/** Villages whose sheet is told elsewhere: none at all, or first with a guess. */
const told: ReadonlySet<string> = new Set(['2 窑湾村', '2 三槐村', '4 窑湾村']);

/** The plan of a quarter in tenths of 万元. */
function planOf({ group, people }: Village): number {
  const rate = { plain: 80, hill: 90, suburb: 130 }[group];
  return Math.round((people * rate) / 1000 / 5) * 5 + 20;
}

function sheet(village: Village, quarter: Quarter): Draft[] {
  if (told.has(`${quarter} ${village.name}`)) return [];
  return [sheetDraft(village, quarter)];
}

/** Income and spending of a quarter; in the last one what the books show at the end of October. */
function sheetDraft(village: Village, quarter: Quarter): Draft {
  const chance = chanceOf(`sheet ${quarter} ${village.name}`);
  const care = careIn(village, 'economy', quarter);
  const plan = quarter === 4 ? Math.round(planOf(village) / 3) : planOf(village);
  const income = plan * (103 - 4 * care - chance.between(0, 9));
  const budget = Math.max(4, Math.round(plan / 9));
  const spent = budget * (86 + 2 * care + chance.between(0, 14));
  return drafted({
    office,
    kind: 'economy.sheet',
    form: 'measure',
    about: village.name,
    ...(quarter === 4 ? { on: onDay('11-10') } : sheetOf(quarter)),
    values: {
      收入: hundredths(Math.round(income / 10)),
      计划: tenths(plan),
      非生产性开支: hundredths(Math.round(spent / 10)),
      开支预算: tenths(budget),
    },
    evidence: ['系统导出表'],
    ...(quarter === 4 ? { note: '10月快报，季末换季表' } : {}),
  });
}

function overdue(village: Village, quarter: Quarter): Draft[] {
  const chance = chanceOf(`rent ${quarter} ${village.name}`);
  if (!chance.percent(4 * careIn(village, 'economy', quarter))) return [];
  const on = plusWorkdays(quarterStart(quarter), chance.between(10, quarter === 4 ? 28 : 56));
  const way = chance.pick(['未处理', '未处理', '已签分期协议', '已起诉']);
  return [
    drafted({
      office,
      kind: 'contract.overdue',
      about: village.name,
      on,
      values: { 份数: chance.between(1, 2), 处理: way },
      evidence: ['合同清单'],
    }),
  ];
}

/** Suburb villages with a project under way, each with its milestones as month and day. */
const milestones: Readonly<Record<string, string>> = {
  南圃村: '03-20 06-30 09-30',
  北闸村: '03-31 06-20 10-31',
  新桥村: '02-28 05-29 08-31 10-30',
  窑湾村: '04-30 07-31 10-20',
};

function projects(): Draft[] {
  return Object.entries(milestones).flatMap(([about, days]) => {
    const village = villagesOn(onDay('01-01')).find(({ name }) => name === about);
    if (!village) return [];
    const listed = drafted({
      office,
      kind: 'project.listed',
      form: 'status',
      about,
      on: onDay('01-09'),
      evidence: ['项目库'],
    });
    const nodes = days.split(' ').map((monthDay, index) => {
      const chance = chanceOf(`project ${about} ${monthDay}`);
      const due = onDay(monthDay);
      const isLate = chance.percent(9 * village.care.economy);
      const done = isLate
        ? workdayFrom(plusDays(due, chance.between(2, 9)))
        : workdayUpTo(plusDays(due, -chance.between(0, 5)));
      return drafted({
        office,
        kind: 'project.node',
        about,
        on: done,
        values: { 期限: due, done },
        matter: `J-${about.slice(0, 2)}`,
        evidence: ['现场核查照片 2 张'],
        note: `第${'一二三四'[index]}个节点`,
        picture: { sort: 'photo', caption: '项目节点核查', place: `${about}项目工地` },
      });
    });
    return [listed, ...nodes];
  });
}
