/** Village groups (村民小组): units below their village, with households as a count and nothing more. */

import { plusDays } from './days.ts';
import { chanceOf } from './random.ts';
import { householdsOf, merged, type Village, villages } from './villages.ts';

/** Names of village groups; no village has the same one twice. */
const groupNames = (
  '樟树 桥头 井边 上屋 下屋 新屋 老屋 塘边 山脚 坡上 祠堂 竹园 枫树 大田 油坊 石板 水口 岭背 沙洲 柳树 ' +
  '坳背 碾子 晒谷 茶亭'
).split(' ');

export interface Group {
  readonly code: string;
  readonly village: string;
  readonly name: string;
  readonly households: number;
  readonly from?: string;
  readonly to?: string;
}

/** The groups of all villages; those of the merged one go on under the village that took it in. */
export const groups: readonly Group[] = villages.flatMap((village) => {
  const chance = chanceOf(`groups ${village.name}`);
  const inherited = village.name === merged.into ? namesIn(merged.from) : [];
  const names = drawnNames(village).filter((name) => !inherited.includes(name));
  const shares = split(householdsOf(village), village.groups, chance.between);
  const own = names.slice(0, village.groups).map((name, index): Group => {
    const households = shares[index] ?? 0;
    const end = village.to === undefined ? {} : { to: village.to };
    return { code: `${village.name}${name}组`, village: village.name, name, households, ...end };
  });
  return own;
});

/** The groups of the merged village from the day after the merger. */
export const movedGroups: readonly Group[] = groups
  .filter(({ village }) => village === merged.from)
  .map(({ name, households }) => {
    const code = `${merged.into}${name}组`;
    return { code, village: merged.into, name, households, from: plusDays(merged.lastDay, 1) };
  });

function drawnNames({ name }: Village): string[] {
  return chanceOf(`group names ${name}`).draw(groupNames, groupNames.length);
}

function namesIn(village: string): string[] {
  const found = villages.find(({ name }) => name === village);
  return found ? drawnNames(found).slice(0, found.groups) : [];
}

/** Parts of about equal size that add up to the whole. */
function split(
  whole: number,
  count: number,
  between: (low: number, high: number) => number,
): number[] {
  const even = Math.floor(whole / count);
  const parts = Array.from({ length: count - 1 }, () => even + between(-9, 9));
  return [...parts, whole - parts.reduce((sum, part) => sum + part, 0)];
}

/** The names of the groups that a village has on a day, as they are spoken of: 樟树组. */
export function groupsOf(village: string, day: string): string[] {
  return [...groups, ...movedGroups]
    .filter(({ village: of, from, to }) => {
      return (
        of === village && (from === undefined || from <= day) && (to === undefined || day <= to)
      );
    })
    .map(({ name }) => `${name}组`);
}
