/** Who answers for what in the villages: secretaries, chiefs, members, heads of groups. */

import { plusDays } from './days.ts';
import { groups, movedGroups } from './groups.ts';
import { givenNames } from './people.ts';
import type { Person, Register } from './register.ts';
import { merged, type Village, villages } from './villages.ts';

/** Villages where one person is secretary and chief at once (一肩挑). */
const both: ReadonlySet<string> = new Set(
  '东溪村 禾丰村 河口村 麦坪村 柳湾村 松坡村 青崖村 白茶村 竹岭村 泉坳村 南圃村 新桥村 窑湾村'.split(
    ' ',
  ),
);

/** Changes within the year: a secretary who retires, a chief elected in mid-term. */
const retires = { village: '集贤村', lastDay: '2026-05-31', next: '2026-06-01' };
const elected = { village: '西岗村', lastDay: '2026-03-31', next: '2026-04-16' };

const newYear = '2026-01-01';
const appointedOn = '2021-03-01';
const electedOn = '2021-04-01';
const afterMerger = plusDays(merged.lastDay, 1);

/** Enters the cadres of all villages, village by village. */
export function enterCadres(register: Register): void {
  const nextName = namesFor(register);
  for (const village of villages) {
    enterSecretary(register, village, nextName);
    if (!both.has(village.name)) enterChief(register, village, nextName);
    enterMembers(register, village, nextName);
  }
}

type NextName = (village: Village) => string;

/** Names that nobody has yet: a family of the village with the next given name. */
function namesFor({ persons }: Register): NextName {
  let count = 0;
  const nextName = (village: Village): string => {
    const families = [...village.surnames];
    const round = Math.floor(count / givenNames.length);
    const family = families[(count + round) % families.length];
    const name = `${family}${givenNames[count % givenNames.length]}`;
    count += 1;
    return persons.some((person) => person.name === name) ? nextName(village) : name;
  };
  return nextName;
}

function enterSecretary(register: Register, village: Village, nextName: NextName): void {
  const { name, to } = village;
  const secretary = register.enter(nextName(village), '村党组织书记');
  const isLeaving = name === retires.village;
  const last = isLeaving ? retires.lastDay : to;
  lead(register, secretary, { village: name, from: appointedOn, to: last, remark: name });
  if (both.has(name)) {
    register.hold(secretary, { unit: name, role: '村委会主任', from: electedOn, to });
  }
  if (name === merged.from) {
    register.hold(secretary, { unit: merged.into, role: '村党组织副书记', from: afterMerger });
  }
  if (!isLeaving) return;
  const next = register.enter(nextName(village), '村党组织书记');
  register.hold(next, { unit: name, role: '村委会委员', from: electedOn, to: retires.lastDay });
  lead(register, next, { village: name, from: retires.next });
}

/** The secretary of a village leads its branch. */
function lead(
  register: Register,
  person: Person,
  { village, ...days }: { village: string; from: string; to?: string | undefined; remark?: string },
): void {
  const { remark: _, ...branchDays } = days;
  register.hold(person, { unit: village, role: '村党组织书记', ...days });
  register.hold(person, { unit: `${village}党支部`, role: '党支部书记', ...branchDays });
}

function enterChief(register: Register, village: Village, nextName: NextName): void {
  const { name } = village;
  const isNew = name === elected.village;
  const last = isNew ? { to: elected.lastDay } : {};
  const chief = register.enter(nextName(village), '村委会成员');
  register.hold(chief, { unit: name, role: '村委会主任', from: electedOn, ...last });
  if (!isNew) return;
  const next = register.enter(nextName(village), '村委会成员');
  register.hold(next, { unit: name, role: '村委会委员', from: electedOn, ...last });
  register.hold(next, { unit: name, role: '村委会主任', from: elected.next });
}

/** Two members, each tied to half of the groups; the first also heads one of them. */
function enterMembers(register: Register, village: Village, nextName: NextName): void {
  const { name, to } = village;
  const members = [1, 2].map(() => register.enter(nextName(village), '村委会成员'));
  for (const member of members) {
    register.hold(member, { unit: name, role: '村委会委员', from: electedOn, to });
    if (name !== merged.from) continue;
    register.hold(member, { unit: merged.into, role: '村务协理员', from: afterMerger });
  }
  const own = groups.filter((group) => group.village === name);
  for (const [index, group] of own.entries()) {
    const member = members[index % 2] as Person;
    const head = index === 0 ? member : register.enter(nextName(village), '村民小组组长');
    register.hold(head, { unit: group.code, role: '组长', from: electedOn, to });
    register.pair(member, { kind: '联系屋场', unit: group.code, from: newYear, to });
    const moved = movedGroups.find((item) => name === merged.from && item.name === group.name);
    if (!moved) continue;
    register.hold(head, { unit: moved.code, role: '组长', from: afterMerger });
    register.pair(member, { kind: '联系屋场', unit: moved.code, from: afterMerger });
  }
}
