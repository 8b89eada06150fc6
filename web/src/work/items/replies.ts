/** The shapes of the replies about items, as the client reads them. */

import type { client } from '../../api/index.ts';

type Room = typeof client.items;
type Reply<Name extends keyof Room> = Awaited<ReturnType<Room[Name]>>;

export type ItemList = Reply<'list'>;
export type Item = ItemList['rows'][number];
export type ItemPageReply = Reply<'item'>;
export type Course = ItemPageReply['course'][number];
export type Deed = ItemPageReply['deeds'][number];
export type MadeItem = Reply<'create'>;
export type ItemOptions = Reply<'options'>;
export type LookBackDraw = Reply<'lookBacks'>['draws'][number];
export type Recurring = Reply<'recurring'>['rows'][number];
export type PastePreviewReply = Reply<'previewPaste'>;

/** What a deed sends. */
export type DeedInput = Parameters<Room['act']>[0];
/** What making an item sends. */
export type NewItemInput = Parameters<Room['create']>[0];
