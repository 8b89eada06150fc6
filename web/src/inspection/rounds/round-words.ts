/** How rounds, visits and draws are called. */

import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import type { RoundDraw, RoundRow, RoundVisit } from '../replies.ts';

/** Where a round stands: 已安排, 已抽签 … */
export function useRoundState(): (round: Pick<RoundRow, 'state'>) => string {
  const w = useWords(inspectionWords);
  const words = {
    planned: w.planned,
    drawn: w.drawn,
    going: w.going,
    closed: w.closed,
    missed: w.missed,
    withdrawn: w.withdrawn,
  };
  return ({ state }) => words[state];
}

/** Where a visit stands: 已安排, 已去 … */
export function useVisitState(): (visit: Pick<RoundVisit, 'state'>) => string {
  const w = useWords(inspectionWords);
  const words = { planned: w.planned, gone: w.gone, missed: w.missed, withdrawn: w.withdrawn };
  return ({ state }) => words[state];
}

/** What was drawn: 检查人, 户号 … */
export function useDrawnWord(): (draw: Pick<RoundDraw, 'what'>) => string {
  const w = useWords(inspectionWords);
  const words = {
    inspectors: w.inspectorsDrawn,
    subjects: w.subjectsDrawn,
    places: w.placesDrawn,
    households: w.householdsDrawn,
  };
  return ({ what }) => words[what];
}
