/** The shapes of the room's replies, as the client reads them. */

import type { ExplainedLineShape } from '@oneneedle/contract';
import type { client } from '../api/index.ts';

type Room = typeof client.assessment;
type Reply<Name extends keyof Room> = Awaited<ReturnType<Room[Name]>>;

export type Period = Reply<'periods'>['rows'][number];
export type Standings = Reply<'standings'>;
export type Standing = Standings['rows'][number];
export type Part = Standing['parts'][number];
export type CellState = Standing['state'];
export type Line = ExplainedLineShape;
export type Explanation = Omit<Reply<'explain'>, 'root'> & { readonly root: Line };
export type FactOfLine = Line['facts'][number];
export type Chance = Reply<'chances'>['rows'][number];
export type RankRange = Reply<'rankRange'>;
export type Changes = Reply<'changes'>;
export type Readiness = Reply<'readiness'>;
export type Obstacle = Readiness['obstacles'][number];
export type EmptyCell = Readiness['cells'][number];
export type Sealed = Reply<'seal'>;
export type Trial = Reply<'sandbox'>;
export type TriedSubject = Trial['rows'][number];

/** The client cannot spell a tree that holds itself: its shape is checked by the server and named here. */
export function explanationOf(reply: Reply<'explain'>): Explanation {
  return reply as Explanation;
}
