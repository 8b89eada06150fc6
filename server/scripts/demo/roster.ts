/** The roster of 青禾镇: town, offices, villages with their groups and branches, people and posts. */

import { enterCadres } from './cadres.ts';
import { plusDays } from './days.ts';
import { flow } from './flow-yaml.ts';
import { groups, movedGroups } from './groups.ts';
import { type Clerk, disciplineClerk, leaders, offices } from './people.ts';
import { type Listed, newRegister, type Register } from './register.ts';
import { householdsOf, merged, type Village, villages } from './villages.ts';

export const town = '青禾镇';

const newYear = '2026-01-01';

/** The text of `roster.yaml`. */
export function rosterText(): string {
  const { persons, posts, pairings } = townRegister();
  const people = persons.map((person): Listed => ({ row: { ...person } }));
  const lists = { units: unitRows(), persons: people, posts, pairings };
  return [
    ...heading,
    ...Object.entries(lists).flatMap(([key, rows]) => ['', `${key}:`, ...rows.flatMap(linesOf)]),
    '',
  ].join('\n');
}

/** Everybody in the town with posts and pairings; the same codes each time. */
export function townRegister(): Register {
  const register = newRegister();
  enterLeaders(register);
  for (const [office, staff] of Object.entries(offices)) {
    for (const [index, clerk] of staff.entries()) {
      enterClerk(register, clerk, { unit: office, ...(index === 0 ? { remark: office } : {}) });
    }
  }
  enterClerk(register, disciplineClerk, { unit: town, remark: '镇纪委（不是站所，只看不评）' });
  enterCadres(register);
  return register;
}

function enterLeaders(register: Register): void {
  for (const [index, leader] of leaders.entries()) {
    const person = register.enter(leader.name, '公务员');
    for (const [place, { role, from, to }] of leader.posts.entries()) {
      const isFirst = index === 0 && place === 0;
      register.hold(person, {
        unit: town,
        role,
        from,
        to,
        ...(isFirst ? { remark: '镇领导' } : {}),
      });
    }
    const [first] = leader.posts;
    const from = first !== undefined && first.from > newYear ? first.from : newYear;
    for (const unit of leader.offices) {
      register.pair(person, { kind: '分管领导', unit, from, to: first?.to });
    }
    for (const unit of leader.villages) {
      register.pair(person, { kind: '挂点领导', unit, from, to: first?.to });
    }
  }
}

function enterClerk(
  register: Register,
  { name, class: group, role, village }: Clerk,
  post: { unit: string; remark?: string },
): void {
  const person = register.enter(name, group);
  register.hold(person, { ...post, role, from: '2022-03-01' });
  if (village === undefined) return;
  register.pair(person, { kind: '包村干部', unit: village, from: newYear });
  if (village !== merged.into) return;
  register.pair(person, { kind: '包村干部', unit: merged.from, from: newYear, to: merged.lastDay });
}

function unitRows(): Listed[] {
  return [
    { row: { code: town, name: town, type: 'town', tags: ['演示数据'] } },
    ...Object.keys(offices).map((name, index): Listed => {
      const row = { code: name, name, type: 'station', parent: town };
      return index === 0 ? { remark: '办、中心、站所', row } : { row };
    }),
    ...villages.flatMap(villageRows),
  ];
}

function villageRows(village: Village): Listed[] {
  const { name, group, to } = village;
  const aliases = name === '石桥村' ? ['石桥头村'] : [];
  const branch = `${name}党支部`;
  const own = [...groups, ...movedGroups].filter((item) => item.village === name);
  const sizes = sizesOf(village);
  const members = { 党员: countOf(village, ({ members: count }) => count) };
  return [
    { remark: name, row: { code: name, name, aliases, group, parent: town, to, sizes } },
    { row: { code: branch, name: branch, type: 'branch', parent: name, to, sizes: members } },
    ...own.map(({ code, households, from, to: last }): Listed => {
      const size = { 户数: households };
      return {
        row: { code, name: code, type: 'hamlet', parent: name, from, to: last, sizes: size },
      };
    }),
  ];
}

function sizesOf(village: Village) {
  return {
    人口: countOf(village, ({ people }) => people),
    户数: countOf(village, householdsOf),
    村民小组: countOf(village, ({ groups: count }) => count),
  };
}

/** What a village counts; the one that took in another counts both from that day on. */
function countOf(village: Village, count: (one: Village) => number) {
  if (village.name !== merged.into) return count(village);
  const other = villages.find(({ name }) => name === merged.from);
  return [
    { from: newYear, value: count(village) },
    { from: plusDays(merged.lastDay, 1), value: count(village) + (other ? count(other) : 0) },
  ];
}

const heading = [
  '# 青禾镇名册 —— 演示数据，全部虚构：地名、人名、人数都是编的，与任何真实地方和个人无关',
  '# 本文件由 server/scripts/demo-town.ts 生成，要改的改那里。',
  '# 人员编码没有含义；站所、村、组的编码就是名称，便于阅读（真实使用请换成不随更名改变的编码）。',
  '# 柳湾村 2026 年 6 月 30 日并入河口村：各组改属河口村，书记转任河口村副书记。',
  '# 挂钩：分管领导管站所，挂点领导、包村干部管村，村干部联系屋场；户只有户数，没有户主。',
];

function linesOf({ remark, row }: Listed): string[] {
  const line = `  - ${flow(row)}`;
  return remark === undefined ? [line] : [`  # ${remark}`, line];
}
