/** The shapes of the replies about items, as the client reads them. */

import type { client } from '../../api/index.ts';

type Room = typeof client.items;
type Reply<Name extends keyof Room> = Awaited<ReturnType<Room[Name]>>;

export type Item = Reply<'list'>['rows'][number];
