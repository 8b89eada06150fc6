/** What is typed for a deed, and whether it is enough to be sent. */

import type { Deed, DeedInput, ItemPageReply } from './replies.ts';

/** A plan as it is typed: '' for what is not said. */
export interface PlanDraft {
  requirement: string;
  lead: string;
  support: readonly string[];
  accountable: string;
  units: readonly string[];
  startsOn: string;
  dueOn: string;
  feedback: 'once' | 'month' | 'quarter';
  urgency: 'normal' | 'urgent' | 'special';
}

export const emptyPlan: PlanDraft = {
  requirement: '',
  lead: '',
  support: [],
  accountable: '',
  units: [],
  startsOn: '',
  dueOn: '',
  feedback: 'once',
  urgency: 'normal',
};

export interface DeedDraft {
  note: string;
  dueOn: string;
  plan: PlanDraft;
  checks: readonly Check[];
  colour: 'blue' | 'orange' | 'red' | '';
  into: string;
  result: 'holds' | 'fails' | '';
  outcome: ItemPageReply['outcomes'][number] | '';
  title: string;
  evidence: readonly string[];
  unit: string;
  how: 'telephone' | 'inPerson' | 'paper';
}

type Check = NonNullable<DeedInput['checks']>[number];

/** The six checks in their order. */
export const sixChecks: readonly Check[] = [
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'policyKept',
  'paperInOrder',
];

type Wanting = 'no' | 'may' | 'must';

const mustNote: readonly Deed[] = [
  'decline',
  'tell',
  'requestExtension',
  'refuseExtension',
  'changeDue',
  'visit',
  'report',
  'sendBack',
  'lookBack',
  'instruct',
  'withdraw',
  'confirmOutcome',
];
const mustDue: readonly Deed[] = ['requestExtension', 'grantExtension', 'changeDue', 'slip'];
const mayNote: readonly Deed[] = ['slip', 'grantExtension', 'accept', 'urge', 'merge', 'finish'];

const proving: readonly Deed[] = ['tell', 'report', 'finish', 'visit', 'lookBack'];

/** What the form of a deed asks for. */
export function wants(deed: Deed): {
  note: Wanting;
  due: Wanting;
  plan: boolean;
  evidence: boolean;
} {
  return {
    evidence: proving.includes(deed),
    note: mustNote.includes(deed) ? 'must' : mayNote.includes(deed) ? 'may' : 'no',
    due: mustDue.includes(deed) ? 'must' : deed === 'instruct' ? 'may' : 'no',
    plan: deed === 'propose' || deed === 'assign',
  };
}

/** The name of the note: what is reported, what is wanting, why. */
export function noteLabel(deed: Deed): 'report' | 'opinion' | 'instruction' | 'reason' | 'note' {
  if (deed === 'report') return 'report';
  if (deed === 'sendBack') return 'opinion';
  if (deed === 'instruct') return 'instruction';
  const isWhy = ['decline', 'requestExtension', 'refuseExtension', 'changeDue', 'withdraw', 'slip'];
  return isWhy.includes(deed) ? 'reason' : 'note';
}

/** What a form begins with: the plan as it stands, the day that was asked for. */
export function draftOf(deed: Deed, page: ItemPageReply, asksVillage: boolean): DeedDraft {
  const { item, wantedDueOn, slipDue, speaksFor, requirement, feedback } = page;
  return {
    note: '',
    dueOn: deed === 'grantExtension' ? (wantedDueOn ?? '') : '',
    plan: {
      requirement,
      feedback,
      lead: item.lead?.code ?? '',
      support: item.support.map(({ code }) => code),
      accountable: item.accountable?.code ?? '',
      units: item.units.map(({ code }) => code),
      startsOn: item.startsOn ?? '',
      dueOn: item.dueOn ?? '',
      urgency: item.urgency,
    },
    checks: [],
    colour: slipDue?.colour ?? '',
    into: '',
    result: '',
    outcome: '',
    title: '',
    evidence: [],
    unit: asksVillage ? (speaksFor[0]?.code ?? '') : '',
    how: 'telephone',
  };
}

/** A plan as it is sent: only what is said. */
export function planOf(plan: PlanDraft) {
  const { requirement, lead, accountable, startsOn, dueOn, ...rest } = plan;
  return {
    ...rest,
    support: [...rest.support],
    units: [...rest.units],
    requirement,
    ...(lead && { lead }),
    ...(accountable && { accountable }),
    ...(startsOn && { startsOn }),
    ...(dueOn && { dueOn }),
  };
}

/** What is sent; undefined while something is missing, and then the button waits. */
export function inputOf(
  deed: Deed,
  draft: DeedDraft,
  { item, version }: ItemPageReply,
): Omit<DeedInput, 'town'> | undefined {
  const want = wants(deed);
  const note = draft.note.trim();
  const isShort =
    (want.note === 'must' && note.length < 2) ||
    (want.due === 'must' && draft.dueOn === '') ||
    (want.plan &&
      (draft.plan.dueOn === '' || (draft.plan.lead === '' && draft.plan.accountable === ''))) ||
    (deed === 'slip' && draft.colour === '') ||
    (deed === 'merge' && draft.into === '') ||
    (deed === 'lookBack' && draft.result === '') ||
    (deed === 'confirmOutcome' && draft.outcome === '') ||
    (deed === 'instruct' && draft.title.trim() === '');
  if (isShort) return undefined;
  const { colour, into, result, outcome, unit, how } = draft;
  return {
    id: item.id,
    version,
    deed: deed as Omit<DeedInput, 'town'>['deed'],
    ...(note.length >= 2 ? { note } : {}),
    ...(want.due !== 'no' && draft.dueOn ? { dueOn: draft.dueOn } : {}),
    ...(want.plan ? { plan: planOf(draft.plan) } : {}),
    ...(deed === 'accept' ? { checks: [...draft.checks] } : {}),
    ...(deed === 'slip' && colour ? { colour } : {}),
    ...(deed === 'merge' ? { into } : {}),
    ...(deed === 'lookBack' && result ? { result } : {}),
    ...(deed === 'confirmOutcome' && outcome ? { outcome } : {}),
    ...(deed === 'instruct' ? { title: draft.title.trim() } : {}),
    ...(want.evidence && draft.evidence.length > 0 ? { evidence: [...draft.evidence] } : {}),
    ...(unit ? { onBehalf: { unit, how } } : {}),
  };
}
