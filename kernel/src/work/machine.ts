/**
 * The course of an item: which deed leads from which state to which, and who may do it.
 * One table for the server, the pages and the tests.
 * @source 《督查工作制度》立项、登记、承办、催办、报告；审结六项
 */

/** Where an item stands, by the names of the procedure. */
export type ItemState =
  | 'draft'
  | 'registered'
  | 'proposed'
  | 'assigned'
  | 'acknowledged'
  | 'inProgress'
  | 'extensionRequested'
  | 'urged'
  | 'onSite'
  | 'reported'
  | 'underReview'
  | 'sentBack'
  | 'accepted'
  | 'closedOut'
  | 'archived'
  | 'withdrawn';

/** A slip has the whole course; one line is booked, done and crossed out. */
export type ItemForm = 'supervised' | 'oneLine';

/**
 * In what capacity somebody stands to an item. `doer`: its accountable person, or of an office that
 * leads or supports; `onBehalf`: the resident cadre of a village that leads; `answering`: of a
 * village that must do something for it; `issuer`: who asked for it.
 */
export type Capacity =
  | 'supervision'
  | 'leader'
  | 'doer'
  | 'onBehalf'
  | 'answering'
  | 'issuer'
  | 'system';

/** What a deed must bring with it. */
export type Need = 'note' | 'due' | 'plan' | 'checks' | 'colour' | 'into' | 'result' | 'outcome';

/** What a deed may bring with it; `doneOn`: the day on which what is told was done. */
export type Take = 'note' | 'due' | 'title' | 'evidence' | 'doneOn';

export interface DeedRule {
  readonly forms: readonly ItemForm[];
  /** Empty for the deeds that make an item. */
  readonly from: readonly ItemState[];
  /** `same`: the state stays. `press`: what is in hand becomes urged, what is not yet taken stays. */
  readonly to: ItemState | 'same' | 'press';
  readonly who: readonly Capacity[];
  readonly needs: readonly Need[];
  readonly takes?: readonly Take[];
  /**
   * Whoever does it must not have done any of the work. `ofSlip`: of a task in one line, which has
   * no second hand, it stays free.
   */
  readonly isJudging?: true | 'ofSlip';
}

const slip = ['supervised'] as const;
const both = ['supervised', 'oneLine'] as const;
const office = ['supervision', 'leader'] as const;
const doing = ['doer', 'onBehalf'] as const;

/** Taken and not yet reported, and nothing asked for. */
const inHand = ['acknowledged', 'inProgress', 'urged', 'onSite', 'sentBack'] as const;
const outside = ['assigned', ...inHand] as const;
const over = ['accepted', 'closedOut', 'archived'] as const;
const before = ['draft', 'registered', 'proposed'] as const;

/** Every deed on an item. */
export const itemDeeds = {
  create: { forms: slip, from: [], to: 'draft', who: [...office, 'issuer', 'system'], needs: [] },
  book: {
    forms: ['oneLine'],
    from: [],
    to: 'assigned',
    who: [...office, 'issuer', 'system'],
    needs: [],
  },
  // One line that asks something of villages waits for the burden gate before it is assigned.
  prepare: {
    forms: ['oneLine'],
    from: [],
    to: 'proposed',
    who: [...office, 'issuer', 'system'],
    needs: [],
  },
  register: { forms: slip, from: ['draft'], to: 'registered', who: ['supervision'], needs: [] },
  propose: {
    forms: slip,
    from: ['registered', 'proposed'],
    to: 'proposed',
    who: ['supervision'],
    needs: ['plan'],
  },
  assign: { forms: both, from: ['proposed'], to: 'assigned', who: office, needs: ['plan'] },
  acknowledge: { forms: slip, from: ['assigned'], to: 'acknowledged', who: doing, needs: [] },
  decline: {
    forms: both,
    from: ['assigned', 'acknowledged'],
    to: 'proposed',
    who: doing,
    needs: ['note'],
  },
  start: {
    forms: slip,
    from: ['acknowledged', 'urged', 'onSite', 'sentBack'],
    to: 'inProgress',
    who: doing,
    needs: [],
  },
  tell: {
    forms: both,
    from: [...outside, 'extensionRequested'],
    to: 'same',
    who: [...doing, 'answering'],
    needs: ['note'],
    takes: ['evidence', 'doneOn'],
  },
  requestExtension: {
    forms: slip,
    from: inHand,
    to: 'extensionRequested',
    who: doing,
    needs: ['note', 'due'],
  },
  grantExtension: {
    forms: slip,
    from: ['extensionRequested'],
    to: 'inProgress',
    who: office,
    needs: ['due'],
    takes: ['note'],
    isJudging: true,
  },
  refuseExtension: {
    forms: slip,
    from: ['extensionRequested'],
    to: 'inProgress',
    who: office,
    needs: ['note'],
    isJudging: true,
  },
  // Moving one's own day, or ending one's own slip, judges it as much as closing it does.
  changeDue: {
    forms: both,
    from: outside,
    to: 'same',
    who: office,
    needs: ['note', 'due'],
    isJudging: 'ofSlip',
  },
  urge: { forms: both, from: outside, to: 'press', who: office, needs: [], takes: ['note'] },
  slip: {
    forms: slip,
    from: outside,
    to: 'press',
    who: office,
    needs: ['colour', 'due'],
    takes: ['note'],
    isJudging: 'ofSlip',
  },
  visit: {
    forms: slip,
    from: inHand,
    to: 'onSite',
    who: office,
    needs: ['note'],
    takes: ['evidence'],
  },
  report: {
    forms: slip,
    from: [...inHand, 'extensionRequested'],
    to: 'reported',
    who: doing,
    needs: ['note'],
    takes: ['evidence', 'doneOn'],
  },
  // A leader judges what the one or two people of the supervision office did themselves. Accepting
  // and closing out may be one hand: the procedure asks for two only between doing and judging, and
  // an office of two, one of whom did the work, has but one left.
  beginReview: {
    forms: slip,
    from: ['reported'],
    to: 'underReview',
    who: office,
    needs: [],
    isJudging: true,
  },
  sendBack: {
    forms: slip,
    from: ['underReview'],
    to: 'sentBack',
    who: office,
    needs: ['note'],
    isJudging: true,
  },
  accept: {
    forms: slip,
    from: ['underReview'],
    to: 'accepted',
    who: office,
    needs: ['checks'],
    takes: ['note'],
    isJudging: true,
  },
  closeOut: {
    forms: slip,
    from: ['accepted'],
    to: 'closedOut',
    who: office,
    needs: [],
    isJudging: true,
  },
  finish: {
    forms: ['oneLine'],
    from: ['assigned'],
    to: 'closedOut',
    who: [...doing, ...office, 'issuer'],
    needs: [],
    takes: ['note', 'evidence', 'doneOn'],
  },
  archive: { forms: both, from: ['closedOut'], to: 'archived', who: ['supervision'], needs: [] },
  lookBack: {
    forms: slip,
    from: ['closedOut', 'archived'],
    to: 'same',
    who: office,
    needs: ['note', 'result'],
    takes: ['evidence'],
    isJudging: true,
  },
  instruct: {
    forms: slip,
    from: [...outside, 'extensionRequested', 'reported', 'underReview', ...over],
    to: 'same',
    who: office,
    needs: ['note'],
    takes: ['title', 'due'],
  },
  withdraw: {
    forms: both,
    from: [...before, ...outside, 'extensionRequested', 'reported', 'underReview'],
    to: 'withdrawn',
    who: office,
    needs: ['note'],
    isJudging: 'ofSlip',
  },
  merge: {
    forms: slip,
    from: ['registered', 'proposed', ...outside],
    to: 'withdrawn',
    who: office,
    needs: ['into'],
    takes: ['note'],
    isJudging: 'ofSlip',
  },
  // What the other item shows in its own course when one is merged into it; nobody does it by itself.
  mergeIn: {
    forms: slip,
    from: ['registered', 'proposed', ...outside, 'extensionRequested', 'reported', 'underReview'],
    to: 'same',
    who: ['system'],
    needs: [],
  },
  confirmOutcome: {
    forms: both,
    // What nobody ever took, however often it was urged, is confirmed as it stands.
    from: [...outside, ...over],
    to: 'same',
    who: office,
    needs: ['outcome', 'note'],
    isJudging: true,
  },
} as const satisfies Readonly<Record<string, DeedRule>>;

/** The name of a deed on an item. */
export type ItemDeed = keyof typeof itemDeeds;

/** Deeds on a one-line item that also whoever asked for it may do. */
const issuerOfOneLine: readonly ItemDeed[] = ['assign', 'changeDue', 'urge', 'withdraw'];

/** The rule of a deed. */
export function deedRule(deed: ItemDeed): DeedRule {
  return itemDeeds[deed];
}

/** An item as far as its course asks. */
export interface Standing {
  readonly state: ItemState;
  readonly form: ItemForm;
}

/** The only states that a one-line task has. */
const statesOfOneLine: readonly ItemState[] = [
  'proposed',
  'assigned',
  'closedOut',
  'archived',
  'withdrawn',
];

/** The state that a deed leads to; undefined where it is not possible. */
export function stateAfter(deed: ItemDeed, { state, form }: Standing): ItemState | undefined {
  const { forms, from, to }: DeedRule = itemDeeds[deed];
  if (!forms.includes(form) || !from.includes(state)) return undefined;
  if (form === 'oneLine' && !statesOfOneLine.includes(state)) return undefined;
  if (to === 'same') return state;
  if (to === 'press') return state === 'assigned' ? 'assigned' : 'urged';
  return to;
}

/** Somebody who stands before an item. */
export interface Standpoint {
  readonly capacities: readonly Capacity[];
  /** Whether they, or whoever they act in place of, did any of the work or answer for it. */
  readonly hasDone: boolean;
}

/** Whether somebody in these capacities may do a deed on an item of this form. */
export function mayDo(
  deed: ItemDeed,
  form: ItemForm,
  { capacities, hasDone }: Standpoint,
): boolean {
  const { who }: DeedRule = itemDeeds[deed];
  if (hasDone && isJudging(deed, form)) return false;
  const isIssuing = form === 'oneLine' && issuerOfOneLine.includes(deed);
  return capacities.some((one) => who.includes(one) || (one === 'issuer' && isIssuing));
}

/** Whether a deed on an item of this form judges the work. */
export function isJudging(deed: ItemDeed, form: ItemForm): boolean {
  const rule: DeedRule = itemDeeds[deed];
  return rule.isJudging === true || (rule.isJudging === 'ofSlip' && form === 'supervised');
}

/** The deeds that somebody may do now, in the order of the procedure. */
export function deedsOpenTo(standing: Standing, standpoint: Standpoint): ItemDeed[] {
  const all = Object.keys(itemDeeds) as ItemDeed[];
  return all.filter(
    (deed) => stateAfter(deed, standing) !== undefined && mayDo(deed, standing.form, standpoint),
  );
}

/** A deed as far as it says who did the work. */
export interface DoneDeed {
  readonly deed: ItemDeed;
  readonly person: string | null;
  /** Persons in whose place a substitute acted. */
  readonly inPlaceOf: readonly string[];
}

const workDeeds: readonly ItemDeed[] = [
  'acknowledge',
  'start',
  'tell',
  'requestExtension',
  'report',
  'finish',
];

/** Everybody who did any of the work or answers for it: none of them judges it. */
export function doersOf(
  course: readonly DoneDeed[],
  accountable: string | undefined,
): ReadonlySet<string> {
  const doers = new Set(accountable === undefined ? [] : [accountable]);
  for (const { deed, person, inPlaceOf } of course) {
    if (!workDeeds.includes(deed)) continue;
    if (person !== null) doers.add(person);
    for (const one of inPlaceOf) doers.add(one);
  }
  return doers;
}

/** The state that a course of deeds leads to; undefined where a deed was not possible. */
export function replay(form: ItemForm, course: readonly ItemDeed[]): ItemState | undefined {
  let state: ItemState | undefined;
  for (const [index, deed] of course.entries()) {
    const { forms, from, to }: DeedRule = itemDeeds[deed];
    if (index === 0) {
      const isMaking = from.length === 0 && forms.includes(form);
      state = isMaking ? (to as ItemState) : undefined;
    } else if (state !== undefined) state = stateAfter(deed, { state, form });
  }
  return state;
}

/** Whether a deed must bring something with it. */
export function needs(deed: ItemDeed, what: Need): boolean {
  return deedRule(deed).needs.includes(what);
}

/** Whether a deed may bring something with it, or must. */
export function takes(deed: ItemDeed, what: Take): boolean {
  const { needs: must, takes: may = [] }: DeedRule = itemDeeds[deed];
  return may.includes(what) || (must as readonly string[]).includes(what);
}

/** Ended: nothing more is to be done. */
export const endedStates: readonly ItemState[] = ['closedOut', 'archived', 'withdrawn'];

/** The six checks before a slip is accepted. @source 督办工作（四）审结 */
export const closingChecks = [
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'policyKept',
  'paperInOrder',
] as const;

export type ClosingCheck = (typeof closingChecks)[number];
