/** The shapes of the room's replies, as the client reads them. */

import type { client } from '../api/index.ts';

type Room = typeof client.ledger;
type Reply<Name extends keyof Room> = Awaited<ReturnType<Room[Name]>>;

export type Options = Reply<'options'>;
export type Kind = Options['kinds'][number];
export type Line = Options['lines'][number];
export type Fact = Reply<'facts'>['rows'][number];
export type FactPage = Reply<'fact'>;
export type Entry = Reply<'entries'>['rows'][number];
export type Note = Reply<'notes'>['rows'][number];
export type Finding = Reply<'entry'>['findings'][number];
export type Signature = Reply<'signatures'>['rows'][number];
export type SheetReply = Reply<'sheet'>;
export type SheetRow = SheetReply['rows'][number];
export type Related = Reply<'related'>['rows'][number];
export type Preview = Reply<'previewImport'>;
export type ClauseFound = Awaited<ReturnType<typeof client.scheme.clauses>>['rows'][number];
