/** What somebody does next with an item: mostly what its state asks for, now and then what they may not. */

import type { Chance } from '../../scripts/demo/random.ts';
import { offices, people, personNamed, type Somebody, standIns } from './town.ts';

/** An item as whoever works with it last saw it. */
export interface Seen {
  readonly id: string;
  /** Its place in the order of the year; an id is another one in every run. */
  readonly order: number;
  readonly form: 'supervised' | 'oneLine';
  /** An office or a village. */
  readonly lead: string;
  readonly accountable: string;
  state: string;
  version: number;
  dueOn: string;
  /** Whether its demand on the village passed the gate. */
  isCleared: boolean;
  /** The demand that the gate let through. */
  demand?: string;
  /** Codes of everybody who did any of the work, of those in whose place, and who answers for it. */
  readonly doers: Set<string>;
}

/** A deed that somebody tries. */
export interface Try {
  readonly by: Somebody;
  readonly deed: string;
  readonly words?: object;
  /** It is not theirs to do: it must be refused. */
  readonly isForeign?: true;
}

/** What is known on the day of a try. */
export interface Day {
  readonly chance: Chance;
  readonly day: string;
  /** Some days or weeks on. */
  readonly soon: string;
  /** A day after the one that the item has. */
  readonly later: string;
  /** How often each deed was done so far: what was never done comes first. */
  readonly done: Readonly<Record<string, number>>;
  /** Slips that another may be merged into. */
  readonly others: readonly Seen[];
}

/** A deed that may come next, with its weight among a hundred; `make` is asked only if it is drawn. */
type Option = readonly [deed: string, weight: number, make: () => Try | undefined];

const checks = [
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'policyKept',
  'paperInOrder',
];
const inHand = ['acknowledged', 'inProgress', 'urged', 'onSite', 'sentBack'];
const note = '按要求办理，情况属实。';
/** Deeds by which somebody becomes a doer. */
const workDeeds = ['acknowledge', 'start', 'tell', 'requestExtension', 'report', 'finish'];

/** What is tried with an item on a day; undefined where nobody touches it. */
export function nextTry(item: Seen, now: Day): Try | undefined {
  if (now.chance.percent(8)) return foreignTry(item, now);
  const options = optionsOf(item, now);
  const fresh = options.find(([deed, weight]) => weight > 0 && !now.done[deed]);
  const found = fresh?.[2]();
  if (found) return found;
  let drawn = now.chance.between(1, 100);
  for (const [, weight, make] of options) {
    drawn -= weight;
    if (drawn <= 0) return make();
  }
  return undefined;
}

/** Whom a deed makes a doer: its person, and in whose place it was done. */
export function doersBy(item: Seen, { by, deed }: Try, day: string): string[] {
  if (!workDeeds.includes(deed)) return [];
  const absent = absentFor(item, by, day);
  return [by.person, ...absent.map(({ person }) => person)];
}

/** In whose place somebody works for the office that leads; nobody's where it is their own. */
export function absentFor(item: Seen, by: Somebody, day: string): Somebody[] {
  if (by.office === item.lead || by.person === item.accountable) return [];
  return standIns
    .filter((one) => one.substitute === by.userName && isOn(one, day))
    .map(({ absent }) => personNamed(absent))
    .filter(({ office }) => office === item.lead);
}

function optionsOf(item: Seen, now: Day): readonly Option[] {
  const { chance, soon, later } = now;
  const judging = (deed: string, words: object = {}): Try => ({
    by: judgeOf(item, now),
    deed,
    words,
  });
  const supervising = (deed: string, words: object = {}): Try => ({
    by: chance.pick(people.filter(({ role }) => role === 'supervision')),
    deed,
    words,
  });
  const doing = (deed: string, words: object = {}): Try => doneBy(item, now, { deed, words });
  const plan = { lead: item.lead, accountable: item.accountable, dueOn: soon };
  switch (item.state) {
    case 'draft':
      return [['register', 100, () => supervising('register')]];
    case 'registered':
      return [['propose', 100, () => supervising('propose', { plan })]];
    case 'proposed':
      return item.isCleared ? [['assign', 100, () => supervising('assign', { plan })]] : [];
    case 'assigned':
      if (item.form === 'oneLine') return [['finish', 40, () => doing('finish')]];
      return [
        ['decline', 4, () => doing('decline', { note })],
        ['acknowledge', 90, () => doing('acknowledge')],
      ];
    case 'extensionRequested':
      return [
        ['refuseExtension', 20, () => judging('refuseExtension', { note })],
        ['grantExtension', 80, () => judging('grantExtension', { dueOn: later })],
      ];
    case 'reported':
      return [['beginReview', 100, () => judging('beginReview')]];
    case 'underReview':
      return [
        ['sendBack', 20, () => judging('sendBack', { note })],
        ['accept', 80, () => judging('accept', { checks })],
      ];
    case 'accepted':
      return [['closeOut', 100, () => judging('closeOut')]];
    default:
      if (!inHand.includes(item.state)) return [];
      return [
        ...handling(item, now, { doing, judging }),
        ['visit', 3, () => supervising('visit', { note })],
        ['urge', 5, () => supervising('urge')],
      ];
  }
}

interface By {
  doing(deed: string, words?: object): Try;
  judging(deed: string, words?: object): Try;
}

function handling(item: Seen, now: Day, { doing, judging }: By): readonly Option[] {
  const { chance, soon, later, others } = now;
  const into = others.filter(({ id, lead }) => id !== item.id && lead !== item.lead);
  const follow = () => ({ note: '再往前推一步。', title: `再办：第${item.order}件` });
  return [
    ['report', 22, () => doing('report', { note })],
    ['tell', 12, () => doing('tell', { note })],
    ['start', item.state === 'inProgress' ? 0 : 8, () => doing('start')],
    ['requestExtension', 7, () => doing('requestExtension', { note, dueOn: later })],
    ['changeDue', 2, () => judging('changeDue', { note, dueOn: soon })],
    ['withdraw', 1, () => judging('withdraw', { note })],
    [
      'merge',
      into.length === 0 ? 0 : 1,
      () => judging('merge', { into: chance.pick(into).id, note }),
    ],
    ['instruct', 1, () => ({ by: leaderOf(chance), deed: 'instruct', words: follow() })],
  ];
}

/** Whoever did the work, in whose place it was done, or who answers for it, tries to judge it. */
function foreignTry(item: Seen, { chance, day, soon, others }: Day): Try | undefined {
  if (item.form !== 'supervised') return undefined;
  const isOutside = item.state === 'assigned' || inHand.includes(item.state);
  const [other] = others.filter(({ id }) => id !== item.id);
  const deeds: Readonly<Record<string, readonly string[]>> = {
    reported: ['beginReview'],
    underReview: ['accept', 'sendBack', 'withdraw'],
    accepted: ['closeOut'],
    closedOut: ['lookBack'],
    extensionRequested: ['grantExtension', 'refuseExtension'],
  };
  const able = isOutside
    ? ['changeDue', 'withdraw', 'slip', ...(other ? ['merge'] : [])]
    : deeds[item.state];
  if (!able) return undefined;
  const doers = people.filter(
    (one) =>
      item.doers.has(one.person) ||
      absentFor(item, one, day).some(({ person }) => item.doers.has(person)),
  );
  if (doers.length === 0) return undefined;
  const words = { checks, dueOn: soon, note, colour: 'blue', result: 'holds', into: other?.id };
  return { by: chance.pick(doers), deed: chance.pick(able), words, isForeign: true };
}

function doneBy(item: Seen, now: Day, { deed, words }: { deed: string; words: object }): Try {
  const { chance } = now;
  const cadre = people.find((one) => one.villages.includes(item.lead));
  if (cadre) {
    const how = chance.pick(['telephone', 'inPerson', 'paper']);
    return { by: cadre, deed, words: { ...words, onBehalf: { unit: item.lead, how } } };
  }
  const own = people.filter(({ office }) => office === item.lead);
  const answering = own.find(({ person }) => person === item.accountable);
  const by = chance.percent(60) && answering ? answering : chance.pick(own);
  return { by: standInFor(by, now) ?? by, deed, words };
}

/** Somebody of the supervision office who did none of it; now and then, or else, a leader. */
function judgeOf(item: Seen, { chance, day }: Pick<Day, 'chance' | 'day'>): Somebody {
  const free = people.filter((one) => one.role === 'supervision' && !hasPart(item, one, day));
  if (free.length === 0 || chance.percent(10)) return leaderOf(chance);
  return chance.pick(free);
}

/** Whether somebody did any of the work, or stands in for somebody who did. */
function hasPart({ doers }: Seen, { person, userName }: Somebody, day: string): boolean {
  const absent = standIns.filter((one) => one.substitute === userName && isOn(one, day));
  return [person, ...absent.map((one) => personNamed(one.absent).person)].some((one) =>
    doers.has(one),
  );
}

/** Now and then whoever is stood in for leaves it to the substitute. */
function standInFor({ userName }: Somebody, { chance, day }: Day): Somebody | undefined {
  const found = standIns.find(({ absent }) => absent === userName);
  if (!found || !isOn(found, day) || !chance.percent(50)) return undefined;
  return personNamed(found.substitute);
}

/** Whether somebody stands in on a day. */
export function isOn({ from, to }: { from: string; to: string }, day: string): boolean {
  return from <= day && day <= to;
}

/** A leader of the town. */
export function leaderOf(chance: Chance): Somebody {
  return chance.pick(people.filter(({ role }) => role === 'leader'));
}

/** Somebody who may judge an item that has ended. */
export function judgeAfter(item: Seen, chance: Chance, day: string): Somebody {
  return item.lead === offices[0] ? leaderOf(chance) : judgeOf(item, { chance, day });
}
