/**
 * The course of a proposal: which deed leads from which state to which, who may do it, what it needs.
 * One table for the server, the pages and the tests. Nothing in it happens by itself.
 */

export type ProposalState =
  | 'proposed'
  | 'considered'
  | 'decided'
  | 'declined'
  | 'carriedOut'
  | 'reviewed'
  | 'revoked';

/** `proposer` keeps the file; `decider` decides for the named body; `concerned` is whom it is about. */
export type ProposalCapacity = 'proposer' | 'decider' | 'concerned';

export type ProposalDeed =
  | 'consider'
  | 'state'
  | 'tick'
  | 'attach'
  | 'decide'
  | 'decline'
  | 'talk'
  | 'makeNotice'
  | 'handOver'
  | 'carryOut'
  | 'review'
  | 'keepGround'
  | 'revoke';

export interface ProposalRule {
  readonly from: readonly ProposalState[];
  readonly to: ProposalState | 'same';
  readonly who: readonly ProposalCapacity[];
  /** Nobody does it about themselves, nor in the place of whom it is about. */
  readonly isJudging?: true;
  /** Goes on though the ground was corrected: it ends the waiting, or only adds to the file. */
  readonly isOpenWhileCorrected?: true;
}

const open = ['proposed', 'considered'] as const;
const running = ['proposed', 'considered', 'decided'] as const;

/** Every deed on a proposal. */
export const proposalDeeds: Readonly<Record<ProposalDeed, ProposalRule>> = {
  consider: { from: ['proposed'], to: 'considered', who: ['proposer'] },
  // Before anybody was told there is nothing to answer: such words would end the wait for a hearing.
  state: {
    from: ['considered'],
    to: 'same',
    who: ['concerned', 'proposer'],
    isOpenWhileCorrected: true,
  },
  tick: { from: running, to: 'same', who: ['proposer'] },
  attach: { from: running, to: 'same', who: ['proposer'] },
  decide: { from: ['considered'], to: 'decided', who: ['decider'], isJudging: true },
  decline: {
    from: open,
    to: 'declined',
    who: ['decider'],
    isJudging: true,
    isOpenWhileCorrected: true,
  },
  talk: { from: ['decided'], to: 'same', who: ['proposer', 'decider'], isJudging: true },
  // Nobody writes down that they were served themselves, nor that their own matter is settled.
  makeNotice: {
    from: ['decided', 'carriedOut'],
    to: 'same',
    who: ['proposer'],
    isJudging: true,
  },
  handOver: { from: ['decided', 'carriedOut'], to: 'same', who: ['proposer'], isJudging: true },
  carryOut: { from: ['decided'], to: 'carriedOut', who: ['proposer'], isJudging: true },
  review: { from: ['carriedOut'], to: 'reviewed', who: ['decider'], isJudging: true },
  keepGround: {
    from: ['proposed', 'considered', 'decided', 'carriedOut', 'reviewed'],
    to: 'same',
    who: ['decider'],
    isJudging: true,
    isOpenWhileCorrected: true,
  },
  revoke: {
    from: ['decided', 'carriedOut', 'reviewed'],
    to: 'revoked',
    who: ['decider'],
    isJudging: true,
    isOpenWhileCorrected: true,
  },
};

/** What of a proposal decides which deeds are open. */
export interface ProposalPlace {
  readonly state: ProposalState;
  /** `corrected`: a later edition, or a reversal, took away what it rests on; it waits for a person. */
  readonly ground: 'stands' | 'corrected';
}

/** Why a deed is not open now; undefined: whoever has the capacity may do it. */
export function proposalRefusal(
  deed: ProposalDeed,
  { state, ground }: ProposalPlace,
): 'state' | 'corrected' | undefined {
  const rule = proposalDeeds[deed];
  if (!rule.from.includes(state)) return 'state';
  if (deed === 'keepGround' && ground === 'stands') return 'state';
  if (ground === 'corrected' && !rule.isOpenWhileCorrected) return 'corrected';
  return undefined;
}

/** The deeds that somebody in these capacities may do now. */
export function openProposalDeeds(
  place: ProposalPlace,
  capacities: readonly ProposalCapacity[],
): ProposalDeed[] {
  return (Object.keys(proposalDeeds) as ProposalDeed[]).filter(
    (deed) =>
      proposalRefusal(deed, place) === undefined &&
      proposalDeeds[deed].who.some((capacity) => capacities.includes(capacity)),
  );
}

/** Workdays within which the next step waits on somebody's list; the house's own, no law's. */
export const proposalDays = {
  consider: 5,
  state: 5,
  decide: 10,
  carryOut: 10,
  review: 20,
} as const;
