/** 农业农村办: farmland on the books, how it is kept, fallow fields found and ploughed again, illegal use. */

import { onDay, plusDays, plusWorkdays, quarterOf } from './days.ts';
import { type Draft, drafted } from './draft.ts';
import { tenths } from './flow-yaml.ts';
import { groupsOf } from './groups.ts';
import { chanceOf } from './random.ts';
import { careIn, villagesOn } from './villages.ts';

const office = '农业农村办';

/** Plain villages with high-standard farmland, in mu; 河口村 and 柳湾村 have none. */
const farmland: Readonly<Record<string, number>> = {
  东溪村: 1200,
  西岗村: 900,
  禾丰村: 1600,
  稻香村: 800,
  麦坪村: 1100,
  双塘村: 650,
};

/** Everything that 农业农村办 records in the year. */
export function farmingDrafts(): Draft[] {
  return [...listed(), ...kept(), ...fallow(), ...illegal];
}

function listed(): Draft[] {
  return Object.entries(farmland).map(([about, area]) =>
    drafted({
      office,
      kind: 'farmland.listed',
      form: 'status',
      about,
      on: onDay('01-12'),
      values: { 面积: area },
      evidence: ['竣工资料'],
    }),
  );
}

/** Ditches and pumps on the plain, tea and fruit in the hills: counted every half-year. */
function kept(): Draft[] {
  return ['03-24', '09-22'].flatMap((monthDay) => {
    const on = onDay(monthDay);
    return villagesOn(on).flatMap((village) => {
      const isHill = village.group === 'hill';
      if (!isHill && farmland[village.name] === undefined) return [];
      const chance = chanceOf(`kept ${monthDay} ${village.name}`);
      const all = chance.between(20, 60);
      const care = careIn(village, 'farming', quarterOf(on));
      const bad = chance.successes(all, 1 + 2 * care);
      return [
        drafted({
          office,
          kind: isHill ? 'crop.tended' : 'farmland.maintained',
          form: 'measure',
          about: village.name,
          on: plusWorkdays(on, isHill ? 1 : 0),
          values: { 完成率: { num: all - bad, den: all } },
          evidence: ['核查表'],
        }),
      ];
    });
  });
}

/** Spots from the satellite picture, checked in the field; most are ploughed again within months. */
function fallow(): Draft[] {
  return ['04-08', '07-08', '10-12'].flatMap((monthDay) => {
    const first = onDay(monthDay);
    return villagesOn(first).flatMap((village) => {
      const chance = chanceOf(`fallow ${monthDay} ${village.name}`);
      if (!chance.percent(6 * careIn(village, 'farming', quarterOf(first)))) return [];
      const on = plusWorkdays(first, chance.between(0, 4));
      const matter = `F-${on.slice(5).replace('-', '')}-${village.name.slice(0, 2)}`;
      const area = chance.between(8, 55);
      const about = village.name;
      const spot = chance.pick(groupsOf(about, on));
      const found = drafted({
        office,
        kind: 'fallow.found',
        about,
        on,
        values: { 亩数: tenths(area) },
        matter,
        evidence: ['图斑核查表'],
        note: spot,
        picture: { sort: 'photo', caption: '新增撂荒地', place: `${about}${spot}` },
      });
      const again = plusWorkdays(plusDays(on, 45), chance.between(0, 20));
      if (again > onDay('11-18') || chance.percent(30)) return [found];
      const replanted = drafted({
        office,
        kind: 'fallow.replanted',
        about,
        on: again,
        matter,
        evidence: ['复核照片 2 张'],
        picture: { sort: 'photo', caption: '撂荒地已复耕', place: `${about}${spot}` },
      });
      return [found, replanted];
    });
  });
}

const handed = (monthDay: string, about: string, reported: '是' | '否', number: number): Draft =>
  drafted({
    office,
    kind: 'land.illegal',
    about,
    on: onDay(monthDay),
    values: { 主动报告: reported },
    doc: { no: `青执移〔2026〕${number}号`, body: '综合执法队' },
    evidence: ['移交单'],
    picture: { sort: 'document', caption: '违法占用耕地移交单', place: about },
  });

/** Handed over by the enforcement team, each with its paper; what a village reports costs nothing. */
const illegal: readonly Draft[] = [
  handed('02-05', '北闸村', '是', 2),
  handed('05-26', '新桥村', '否', 5),
  handed('08-12', '南圃村', '是', 8),
  handed('09-03', '窑湾村', '否', 9),
  handed('11-06', '麦坪村', '否', 12),
];
