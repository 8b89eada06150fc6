/** 城建办: the rounds of every month, what was cleared, what was not, facilities, open fires. */

import type { IsoDate } from '@oneneedle/kernel';
import { lastRecorded, onDay, plusDays, plusWorkdays, quarterOf, workdayFrom } from './days.ts';
import { type Draft, drafted } from './draft.ts';
import { groupsOf } from './groups.ts';
import { chanceOf } from './random.ts';
import { careIn, type Village, villagesOn } from './villages.ts';

const office = '城建办';

/** The days of the rounds; the one in November is the last before the data ends. */
const rounds = '01-22 02-11 03-18 04-16 05-21 06-17 07-15 08-19 09-16 10-21 11-12'.split(' ');

const places = ['路口', '水沟边', '晒场', '公厕旁', '塘埂', '桥下', '屋后空地', '停车点', '村道边'];

/** Everything that 城建办 records in the year, with the urging of 党政办. */
export function environmentDrafts(): Draft[] {
  return [...rounds.flatMap(roundDrafts), ...facilityDrafts(), ...fireDrafts()];
}

function roundDrafts(monthDay: string, round: number): Draft[] {
  const day = onDay(monthDay);
  const way = round % 2 === 0 ? '暗访' : '明查';
  return villagesOn(day).flatMap((village) => {
    const chance = chanceOf(`garbage ${monthDay} ${village.name}`);
    const care = careIn(village, 'environment', quarterOf(day));
    const found = chance.successes(6, 5 + 7 * care);
    const heaps = found >= 4 ? [found - 2, 2] : found > 0 ? [found] : [];
    const spots = chance.draw(groupsOf(village.name, day), heaps.length);
    return heaps.flatMap((count, index) => {
      const matter = `R-${monthDay.replace('-', '')}-${matterNumber(village, index)}`;
      const spot = `${spots[index] ?? ''}${chance.pick(places)}`;
      return heapDrafts({ village, day, count, spot, matter, way });
    });
  });
}

/** The place of a village in the list, so that a matter keeps its number when others come in. */
function matterNumber(village: Village, index: number): string {
  const all = villagesOn(onDay('01-01'));
  const place = all.findIndex(({ name }) => name === village.name);
  return `${String(place + 1).padStart(2, '0')}${index === 0 ? '' : 'b'}`;
}

interface Heap {
  readonly village: Village;
  readonly day: IsoDate;
  readonly count: number;
  readonly spot: string;
  readonly matter: string;
  readonly way: string;
}

function heapDrafts(heap: Heap): Draft[] {
  const { village, day, count, spot, matter, way } = heap;
  const found = drafted({
    office,
    kind: 'inspection.garbage',
    about: village.name,
    on: day,
    values: { 处数: count },
    matter,
    evidence: [`照片 ${count} 张`],
    note: `${way}，${spot}`,
    picture: { sort: 'photo', caption: `垃圾积存 ${count} 处`, place: `${village.name}${spot}` },
  });
  return [found, ...clearedDrafts(heap)];
}

/** Cleared within a week as a rule; else it failed, was mostly urged, and then done or not in time. */
function clearedDrafts({ village, day, spot, matter }: Heap): Draft[] {
  const chance = chanceOf(`cleared ${matter}`);
  const care = careIn(village, 'environment', quarterOf(day));
  const about = village.name;
  const cleared = (on: IsoDate) =>
    on > lastRecorded
      ? []
      : [
          drafted({
            office,
            kind: 'rectified',
            about,
            on,
            matter,
            evidence: ['复查照片 1 张'],
            picture: { sort: 'photo', caption: '整改后复查', place: `${about}${spot}` },
          }),
        ];
  if (!chance.percent(2 * care)) return cleared(plusWorkdays(day, chance.between(3, 5)));
  const failedOn = plusWorkdays(day, 7);
  if (failedOn > lastRecorded) return [];
  const failed = drafted({
    office,
    kind: 'rectification.failed',
    about,
    on: failedOn,
    matter,
    evidence: ['复查照片 2 张'],
  });
  if (!chance.percent(80)) return [failed, ...cleared(plusWorkdays(failedOn, 6))];
  const urgedOn = plusWorkdays(failedOn, 1);
  const due = plusWorkdays(urgedOn, 5);
  const urged = drafted({
    office: '党政办',
    kind: 'urged',
    about,
    on: urgedOn,
    values: { 期限: due },
    matter,
    evidence: ['催办单'],
  });
  const doneOn = chance.percent(60) ? plusDays(due, -1) : plusWorkdays(due, 4);
  return [failed, urged, ...cleared(workdayFrom(doneOn))];
}

/** Five facilities drawn in each village each quarter; the two smallest have only four. */
function facilityDrafts(): Draft[] {
  return ['03-11', '06-10', '09-09', '11-04'].flatMap((monthDay) => {
    const first = onDay(monthDay);
    return villagesOn(first).map((village, index) => {
      const chance = chanceOf(`facilities ${monthDay} ${village.name}`);
      const on = plusWorkdays(first, Math.floor(index / 7));
      const isSmall = village.people < 950;
      const sample = isSmall ? 4 : 5;
      const broken = chance.successes(3, 3 * careIn(village, 'environment', quarterOf(on)));
      return drafted({
        office,
        kind: 'inspection.facilities',
        form: 'measure',
        about: village.name,
        on,
        values: { 抽查数: sample, 不合格数: broken, ...(isSmall ? { 设施总数: sample } : {}) },
        evidence: ['抽查表'],
        ...(broken > 0
          ? {
              picture: {
                sort: 'photo',
                caption: `公共设施不能正常使用 ${broken} 处`,
                place: `${village.name}${chance.pick(groupsOf(village.name, on))}`,
              },
            }
          : {}),
      });
    });
  });
}

/** Straw is burnt in spring, after the wheat and after the rice harvest. */
function fireDrafts(): Draft[] {
  return ['03-05', '05-29', '10-13'].flatMap((monthDay) => {
    const season = onDay(monthDay);
    return villagesOn(season).flatMap((village) => {
      const chance = chanceOf(`burning ${monthDay} ${village.name}`);
      if (!chance.percent(5 * careIn(village, 'environment', quarterOf(season)))) return [];
      const on = plusDays(season, chance.between(0, 12));
      const spot = chance.pick(groupsOf(village.name, on));
      return [
        drafted({
          office,
          kind: 'burning.found',
          about: village.name,
          on,
          matter: `B-${on.slice(5).replace('-', '')}-${matterNumber(village, 0)}`,
          evidence: ['照片 1 张'],
          note: `${spot}田边焚烧秸秆`,
          picture: { sort: 'photo', caption: '露天焚烧', place: `${village.name}${spot}田边` },
        }),
      ];
    });
  });
}
