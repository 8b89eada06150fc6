/** The names of the deeds on a spot. */

import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import type { SpotData } from './replies.ts';

/** How a village told something, in words. */
export function useHowWord(): (how: 'telephone' | 'inPerson' | 'paper') => string {
  const w = useWords(campaignWords);
  const words = { telephone: w.telephone, inPerson: w.inPerson, paper: w.paper };
  return (how) => words[how];
}

/** A deed in words: 推进, 销号 … */
export function useDeedWord(): (deed: SpotData['course'][number]['deed']) => string {
  const w = useWords(campaignWords);
  const words = {
    add: w.deedAdd,
    change: w.deedChange,
    advance: w.deedAdvance,
    moveBack: w.deedMoveBack,
    prove: w.deedProve,
    earn: w.deedEarn,
    close: w.deedClose,
    reopen: w.deedReopen,
    hand: w.deedHand,
    leave: w.deedLeave,
    strike: w.deedStrike,
  };
  return (deed) => words[deed];
}
