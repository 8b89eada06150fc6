/** The shapes of the replies about goals, as the client reads them. */

import type { client } from '../../api/index.ts';

type Room = typeof client.goals;
type Reply<Name extends keyof Room> = Awaited<ReturnType<Room[Name]>>;

export type GoalList = Reply<'list'>;
export type Goal = GoalList['rows'][number];
export type Finding = GoalList['findings'][number];
export type GoalPage = Reply<'goal'>;
export type GoalText = GoalPage['text'];
export type GoalReading = GoalPage['readings'][number];
export type GoalOptions = Reply<'options'>;
export type GoalPreview = Reply<'previewImport'>;
