/** The shapes of the replies about the decomposition bench, as the client reads them. */

import type { client } from '../../api/index.ts';

type Room = typeof client.drafts;
type Reply<Name extends keyof Room> = Awaited<ReturnType<Room[Name]>>;

export type DocumentRow = Reply<'list'>['rows'][number];
export type DocumentData = Reply<'one'>;
export type Draft = DocumentData['drafts'][number];
export type Sentence = DocumentData['sentences'][number];
export type Deed = Omit<Parameters<Room['act']>[0], 'town' | 'id'>;
