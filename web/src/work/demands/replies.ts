/** The shapes of the replies about demands, as the client reads them. */

import type { client } from '../../api/index.ts';

type Room = typeof client.demands;
type Reply<Name extends keyof Room> = Awaited<ReturnType<Room[Name]>>;

export type Options = Reply<'options'>;
export type DemandRow = Reply<'list'>['rows'][number];
export type Demand = Reply<'one'>;
export type Judgement = Reply<'judge'>;
export type Finding = Judgement['findings'][number];
export type Figure = Judgement['figures'][number];
export type Meter = Reply<'meter'>;
export type DutyEntry = Reply<'dutyEntries'>['rows'][number];
export type KnownFigure = Reply<'knownFigures'>['rows'][number];
export type Preview = Reply<'previewDutyLists'>;
export type DraftInput = Parameters<Room['judge']>[0];
