/** What somebody does next with an item: mostly what its state asks for, now and then what they may not. */

import type { Chance } from '../../scripts/demo/random.ts';
import { offices, people, type Somebody } from './town.ts';

/** An item as whoever works with it last saw it. */
export interface Seen {
  readonly id: string;
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
}

/** A deed that somebody tries. */
export interface Try {
  readonly by: Somebody;
  readonly deed: string;
  readonly words?: object;
  /** It is not theirs to do: it must be refused. */
  readonly isForeign?: true;
}

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

/** What is tried with an item on a day; undefined where nobody touches it. */
export function nextTry(
  item: Seen,
  { chance, soon, later }: { chance: Chance; soon: string; later: string },
): Try | undefined {
  if (chance.percent(6)) return foreignTry(item, chance);
  const doer = doerOf(item, chance);
  const judge = judgeOf(item, chance);
  const office = chance.pick(people.filter(({ role }) => role === 'supervision'));
  const plan = { lead: item.lead, accountable: item.accountable, dueOn: soon };
  const doing = (deed: string, words: object = {}): Try => ({
    ...doer,
    deed,
    words: { ...words, ...doer.words },
  });
  switch (item.state) {
    case 'draft':
      return { by: office, deed: 'register' };
    case 'registered':
      return { by: office, deed: 'propose', words: { plan } };
    case 'proposed':
      return item.isCleared ? { by: office, deed: 'assign', words: { plan } } : undefined;
    case 'assigned':
      if (item.form === 'oneLine') return chance.percent(40) ? doing('finish') : undefined;
      return chance.percent(4) ? doing('decline', { note }) : doing('acknowledge');
    case 'extensionRequested':
      return chance.percent(80)
        ? { by: leaderOf(chance), deed: 'grantExtension', words: { dueOn: later } }
        : { by: leaderOf(chance), deed: 'refuseExtension', words: { note } };
    case 'reported':
      return { by: judge, deed: 'beginReview' };
    case 'underReview':
      return chance.percent(80)
        ? { by: judge, deed: 'accept', words: { checks } }
        : { by: judge, deed: 'sendBack', words: { note } };
    case 'accepted':
      return { by: judge, deed: 'closeOut' };
    default:
      return inHand.includes(item.state)
        ? handling(item, { chance, soon, later, doing, office })
        : undefined;
  }
}

interface Handling {
  readonly chance: Chance;
  readonly soon: string;
  /** A day after the one that it has. */
  readonly later: string;
  readonly office: Somebody;
  doing(deed: string, words?: object): Try;
}

function handling(item: Seen, { chance, soon, later, doing, office }: Handling): Try | undefined {
  const drawn = chance.between(1, 100);
  if (drawn <= 22) return doing('report', { note });
  if (drawn <= 34) return doing('tell', { note });
  if (drawn <= 42) return item.state === 'inProgress' ? undefined : doing('start');
  if (drawn <= 49) return doing('requestExtension', { note, dueOn: later });
  if (drawn <= 54) return { by: office, deed: 'urge' };
  if (drawn <= 57) return { by: office, deed: 'visit', words: { note } };
  if (drawn <= 59) return { by: leaderOf(chance), deed: 'changeDue', words: { note, dueOn: soon } };
  if (drawn <= 60) return { by: leaderOf(chance), deed: 'withdraw', words: { note } };
  return undefined;
}

/** Whoever did the work, or answers for it, tries to judge it. */
function foreignTry(item: Seen, chance: Chance): Try | undefined {
  const deed = {
    underReview: 'accept',
    accepted: 'closeOut',
    extensionRequested: 'grantExtension',
  }[item.state];
  const words = { checks, dueOn: '2026-12-30' };
  if (deed === undefined) return undefined;
  return { ...doerOf(item, chance), deed, words, isForeign: true };
}

function doerOf({ lead, accountable }: Seen, chance: Chance): { by: Somebody; words: object } {
  const cadre = people.find((one) => one.villages.includes(lead));
  if (cadre) {
    const how = chance.pick(['telephone', 'inPerson', 'paper']);
    return { by: cadre, words: { onBehalf: { unit: lead, how } } };
  }
  const own = people.filter(({ office }) => office === lead);
  const answering = own.find(({ person }) => person === accountable);
  return { by: chance.percent(60) && answering ? answering : chance.pick(own), words: {} };
}

/** Somebody of the supervision office; a leader, where that office did the work. */
function judgeOf({ lead }: Seen, chance: Chance): Somebody {
  if (lead === offices[0]) return leaderOf(chance);
  return chance.pick(people.filter(({ role }) => role === 'supervision'));
}

function leaderOf(chance: Chance): Somebody {
  return chance.pick(people.filter(({ role }) => role === 'leader'));
}
