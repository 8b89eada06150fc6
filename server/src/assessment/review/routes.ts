/** Binds the addresses of review meetings; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import type { AssessmentNeeds } from '../sealing.ts';
import { readBoards, readMeeting, readPoints } from './meeting.ts';

export function reviewRoutes(gate: Gate, needs: AssessmentNeeds) {
  const os = implement(contract.review).$context<Incoming>().use(gate.town);
  return {
    meeting: os.meeting.handler(({ context, input }) => readMeeting(needs, context, input)),
    points: os.points.handler(({ context, input }) => readPoints(needs, context, input)),
    boards: os.boards.handler(({ context, input }) => readBoards(needs, context, input)),
  };
}
