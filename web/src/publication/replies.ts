/** The shapes of the room's replies, as the client reads them. */

import type { client } from '../api/index.ts';

type Room = typeof client.publication;
type Reply<Name extends keyof Room> = Awaited<ReturnType<Room[Name]>>;

export type PublishedList = Reply<'one'>;
export type PublishedRow = PublishedList['rows'][number];
export type Edition = PublishedList['editions'][number];
export type Change = Edition['changes'][number];
export type Display = PublishedList['displays'][number];
export type Publishing = Reply<'readiness'>;
