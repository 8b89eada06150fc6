/** 社会事务办 and 综治办: care stations, activities, matters answered in time, lodgers informed. */

import {
  monthsOf,
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
import { chanceOf } from './random.ts';
import { careIn, type Village, villagesOn } from './villages.ts';

const lastDay = onDay('11-19');

/** Everything that 社会事务办 and 综治办 record in the year. */
export function societyDrafts(): Draft[] {
  return [
    ...stations(),
    ...activities(),
    ...quarters.flatMap((quarter) =>
      villagesOn(quarterStart(quarter)).flatMap((village) => [
        ...disputes(village, quarter),
        ...answers(village, quarter),
      ]),
    ),
    ...rentals(),
    ...insured(),
  ];
}

/** Ten stations are looked at each month; the sheet is of the whole month. */
function stations(): Draft[] {
  return quarters.flatMap((quarter) =>
    monthsOf(quarter).flatMap((month) => {
      const recordedOn = plusWorkdays(plusDays(onDay(`${month.slice(5)}-28`), 5), 1);
      if (recordedOn > lastDay) return [];
      const all = villagesOn(onDay(`${month.slice(5)}-28`));
      const names = chanceOf(`stations ${month}`)
        .draw(all, 10)
        .map(({ name }) => name);
      return all
        .filter(({ name }) => names.includes(name))
        .map((village) => {
          const chance = chanceOf(`station ${month} ${village.name}`);
          const isShort = chance.percent(6 * careIn(village, 'society', quarter));
          const days = isShort ? chance.between(13, 19) : chance.between(20, 26);
          return drafted({
            office: '社会事务办',
            kind: 'eldercare.month',
            form: 'measure',
            about: village.name,
            period: month,
            recordedOn,
            values: { 开放天数: days },
            evidence: ['抽查记录'],
          });
        });
    }),
  );
}

/** Some four in the year, attended by somebody of the office. */
function activities(): Draft[] {
  return villagesOn(onDay('07-01')).flatMap((village) => {
    const chance = chanceOf(`activities ${village.name}`);
    const count = Math.max(1, 5 - Math.floor((village.care.society + chance.between(0, 3)) / 3));
    return Array.from({ length: count }, () => {
      const on = plusWorkdays(onDay('01-14'), chance.between(0, 205));
      return drafted({
        office: '社会事务办',
        kind: 'culture.activity',
        about: village.name,
        on: on > lastDay ? lastDay : on,
        values: { 场次: 1 },
        evidence: ['现场参加'],
      });
    });
  });
}

/** Accepted and settled, or handed on, within fifteen working days as a rule. Only time is kept. */
function disputes(village: Village, quarter: Quarter): Draft[] {
  const chance = chanceOf(`disputes ${quarter} ${village.name}`);
  const care = careIn(village, 'society', quarter);
  return Array.from({ length: chance.successes(2, 40) }, () => {
    const accepted = plusWorkdays(
      quarterStart(quarter),
      chance.between(0, quarter === 4 ? 20 : 55),
    );
    const isLate = chance.percent(4 * care);
    const done = plusWorkdays(accepted, isLate ? chance.between(16, 20) : chance.between(4, 15));
    return { accepted, done };
  })
    .filter(({ done }) => done <= lastDay)
    .map(({ accepted, done }) =>
      drafted({
        office: '综治办',
        kind: 'mediation.case',
        about: village.name,
        on: done,
        values: { 受理日: accepted, done },
        evidence: ['办理记录'],
      }),
    );
}

function answers(village: Village, quarter: Quarter): Draft[] {
  const chance = chanceOf(`answers ${quarter} ${village.name}`);
  const care = careIn(village, 'society', quarter);
  return Array.from({ length: chance.successes(3, 42) }, () => {
    const due = plusWorkdays(quarterStart(quarter), chance.between(6, quarter === 4 ? 28 : 58));
    const isLate = chance.percent(5 * care);
    const done = isLate
      ? workdayFrom(plusDays(due, chance.between(1, 5)))
      : workdayUpTo(plusDays(due, -chance.between(0, 4)));
    return { due, done };
  })
    .filter(({ done }) => done <= lastDay)
    .map(({ due, done }) =>
      drafted({
        office: '综治办',
        kind: 'matter.answered',
        about: village.name,
        on: done,
        values: { 期限: due, done },
        evidence: ['答复记录'],
      }),
    );
}

/** Who has paid for next year's health insurance by the middle of November; the year's figure follows. */
function insured(): Draft[] {
  const on = onDay('11-16');
  return villagesOn(on).map((village) => {
    const chance = chanceOf(`insured ${village.name}`);
    const share = 992 - 7 * careIn(village, 'society', 4) - chance.between(0, 14);
    const people = village.people - chance.between(20, 60);
    return drafted({
      office: '社会事务办',
      kind: 'insurance.rate',
      form: 'measure',
      about: village.name,
      on,
      values: { 参保率: { num: Math.round((people * share) / 1000), den: people } },
      evidence: ['系统导出表'],
      note: '11月中旬进度',
    });
  });
}

/** Suburb villages with lodgers; 三槐村 has none. */
const homes: Readonly<Record<string, number>> = {
  南圃村: 200,
  北闸村: 150,
  新桥村: 250,
  集贤村: 180,
  窑湾村: 120,
};

function rentals(): Draft[] {
  const office = '综治办';
  return Object.entries(homes).flatMap(([about, count]) => {
    const village = villagesOn(onDay('01-01')).find(({ name }) => name === about);
    if (!village) return [];
    const listed = drafted({
      office,
      kind: 'rental.listed',
      form: 'status',
      about,
      on: onDay('01-09'),
      evidence: ['走访表'],
    });
    const informed = quarters.map((quarter) => {
      const chance = chanceOf(`rentals ${quarter} ${about}`);
      const share = 99 - 3 * careIn(village, 'society', quarter) - chance.between(0, 5);
      return drafted({
        office,
        kind: 'rental.informed',
        form: 'measure',
        about,
        ...(quarter === 4 ? { on: onDay('11-10') } : sheetOf(quarter)),
        values: { 告知率: { num: Math.round((count * share) / 100), den: count } },
        evidence: ['走访核对表'],
      });
    });
    return [listed, ...informed];
  });
}
