/** What may be done with a spot: one table, and who has a part in the work. Pure. */

/** Deeds on a spot that is there already. */
export type SpotDeed =
  | 'advance'
  | 'moveBack'
  | 'prove'
  | 'earn'
  | 'close'
  | 'reopen'
  | 'hand'
  | 'leave'
  | 'strike';

export type SpotState = 'open' | 'closed' | 'handed' | 'left' | 'struck';

/** `keeper`: of the list; `onBehalf`: the resident cadre of the village; `leader`: looks back. */
export type SpotCapacity = 'keeper' | 'onBehalf' | 'leader';

interface SpotRule {
  readonly from: readonly SpotState[];
  readonly to: SpotState | 'same';
  readonly who: readonly SpotCapacity[];
  readonly word: string;
  /** Whoever does it has no part in the work. */
  readonly isJudging?: true;
  /** Only once the campaign is over. */
  readonly afterEnd?: true;
}

const doing = ['keeper', 'onBehalf'] as const;

/** Every deed. */
export const spotRules: Readonly<Record<SpotDeed, SpotRule>> = {
  advance: { from: ['open'], to: 'same', who: doing, word: '推进' },
  moveBack: { from: ['open'], to: 'same', who: ['keeper'], word: '退回上一阶段' },
  prove: { from: ['open'], to: 'same', who: doing, word: '加佐证' },
  earn: { from: ['open', 'closed'], to: 'same', who: doing, word: '记收益' },
  close: { from: ['open'], to: 'closed', who: ['keeper'], word: '销号', isJudging: true },
  reopen: {
    from: ['closed'],
    to: 'open',
    who: ['keeper', 'leader'],
    word: '回头看重开',
    isJudging: true,
  },
  hand: { from: ['open'], to: 'handed', who: ['keeper'], word: '转办', afterEnd: true },
  leave: {
    from: ['open'],
    to: 'left',
    who: ['keeper'],
    word: '留存',
    isJudging: true,
    afterEnd: true,
  },
  // What should never have stood on the list, such as a spot entered twice: it counts nowhere.
  strike: { from: ['open'], to: 'struck', who: ['keeper'], word: '划去', isJudging: true },
};

export const spotStateWords: Readonly<Record<SpotState, string>> = {
  open: '未销号',
  closed: '已销号',
  handed: '已转办',
  left: '已留存',
  struck: '已划去',
};

/** A deed as far as it says who did the work. */
export interface SpotWork {
  readonly deed: string;
  readonly person: string;
  readonly in_place_of: readonly string[];
  readonly shows: string | null;
  readonly to_stage: number;
  readonly income_fen: number | null;
}

/**
 * Everybody who did any of the work on a spot. Finding it and showing it before is none; entering it
 * as moved on already, or with income, says that the work was done, and is as good as doing it.
 */
export function workersOf(course: readonly SpotWork[]): ReadonlySet<string> {
  const workers = course.filter(
    ({ deed, shows, to_stage, income_fen }) =>
      deed === 'advance' ||
      (deed === 'prove' && shows === 'after') ||
      (deed === 'add' && to_stage > 0) ||
      // Only what tells of income writes any, be it to take it back.
      income_fen !== null,
  );
  return new Set(workers.flatMap(({ person, in_place_of }) => [person, ...in_place_of]));
}

/** Whether evidence shows the spot after the work, since it was opened last. */
export function isProven(course: readonly Pick<SpotWork, 'deed' | 'shows'>[]): boolean {
  let proven = false;
  for (const { deed, shows } of course) {
    if (deed === 'reopen') proven = false;
    else if (shows === 'after') proven = true;
  }
  return proven;
}

/** The deeds that a state, a time and a capacity leave open, in the order of the table. */
export function openDeeds(
  state: SpotState,
  { isOver, capacities }: { isOver: boolean; capacities: readonly SpotCapacity[] },
): SpotDeed[] {
  return (Object.keys(spotRules) as SpotDeed[]).filter((deed) => {
    const { from, who, afterEnd } = spotRules[deed];
    if (!from.includes(state) || (afterEnd && !isOver)) return false;
    return capacities.some((one) => who.includes(one));
  });
}
