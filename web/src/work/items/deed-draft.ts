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
  doneOn: string;
  /** What a review found. */
  verdict: 'accept' | 'sendBack' | '';
  plan: PlanDraft;
  checks: readonly Check[];
  colour: 'blue' | 'orange' | 'red' | '';
  into: string;
  result: 'holds' | 'fails' | '';
  outcome: ItemPageReply['outcomes'][number]['outcome'] | '';
  title: string;
  evidence: readonly string[];
  unit: string;
  how: 'telephone' | 'inPerson' | 'paper';
}

export type Check = NonNullable<DeedInput['checks']>[number];

type Asked = ItemPageReply['asks'][number];
type Need = Asked['needs'][number];
type Take = Asked['takes'][number];
type Wanting = 'no' | 'may' | 'must';

/** What the form of a deed asks for, as the table of the course says. */
export function wants(
  deed: Deed,
  { asks }: Pick<ItemPageReply, 'asks'>,
): {
  note: Wanting;
  due: Wanting;
  title: boolean;
  plan: boolean;
  checks: boolean;
  colour: boolean;
  into: boolean;
  result: boolean;
  outcome: boolean;
  evidence: boolean;
  doneOn: boolean;
} {
  const asked = asks.find((one) => one.deed === deed);
  const must = (what: Need) => asked?.needs.includes(what) ?? false;
  const may = (what: Take) => asked?.takes.includes(what) ?? false;
  const wanting = (what: 'note' | 'due') => (must(what) ? 'must' : may(what) ? 'may' : 'no');
  return {
    note: wanting('note'),
    due: wanting('due'),
    title: may('title'),
    plan: must('plan'),
    checks: must('checks'),
    colour: must('colour'),
    into: must('into'),
    result: must('result'),
    outcome: must('outcome'),
    evidence: may('evidence'),
    doneOn: may('doneOn'),
  };
}

/** The deed that a form does: the form of a review does what was found. */
export function deedOf(deed: Deed, { verdict }: Pick<DeedDraft, 'verdict'>): Deed {
  return deed === 'beginReview' && verdict !== '' ? verdict : deed;
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
    doneOn: '',
    verdict: '',
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
  pressed: Deed,
  draft: DeedDraft,
  page: ItemPageReply,
): Omit<DeedInput, 'town'> | undefined {
  const deed = deedOf(pressed, draft);
  const want = wants(deed, page);
  const note = draft.note.trim();
  const title = draft.title.trim();
  const { checks, colour, into, result, outcome, unit, how, doneOn } = draft;
  const isShort =
    (pressed === 'beginReview' && draft.verdict === '') ||
    (want.note === 'must' && note.length < 2) ||
    (want.due === 'must' && draft.dueOn === '') ||
    (want.plan &&
      (draft.plan.dueOn === '' || (draft.plan.lead === '' && draft.plan.accountable === ''))) ||
    (want.colour && colour === '') ||
    (want.into && into === '') ||
    (want.result && result === '') ||
    (want.outcome && outcome === '');
  if (isShort) return undefined;
  return {
    id: page.item.id,
    version: page.version,
    deed: deed as Omit<DeedInput, 'town'>['deed'],
    ...(pressed === 'beginReview' ? { withReview: true } : {}),
    ...(note.length >= 2 ? { note } : {}),
    ...(want.due !== 'no' && draft.dueOn ? { dueOn: draft.dueOn } : {}),
    ...(want.doneOn && doneOn ? { doneOn } : {}),
    ...(want.plan ? { plan: planOf(draft.plan) } : {}),
    ...(want.checks ? { checks: [...checks] } : {}),
    ...(want.colour && colour ? { colour } : {}),
    ...(want.into ? { into } : {}),
    ...(want.result && result ? { result } : {}),
    ...(want.outcome && outcome ? { outcome } : {}),
    ...(want.title && title ? { title } : {}),
    ...(want.evidence && draft.evidence.length > 0 ? { evidence: [...draft.evidence] } : {}),
    ...(unit ? { onBehalf: { unit, how } } : {}),
  };
}
