/** The shapes of the room's replies, as the client reads them. */

import type { client } from '../api/index.ts';

type Room = typeof client.scheme;
type Reply<Name extends keyof Room> = Awaited<ReturnType<Room[Name]>>;

export type Version = Reply<'list'>['rows'][number];
export type VersionRead = Reply<'read'>;
export type Deed = VersionRead['deeds'][number];
export type Checked = VersionRead['checked'];
export type Finding = Checked['findings'][number];
export type Official = NonNullable<Checked['official']>;
export type OfficialBlock = Official['body'][number];
export type OfficialRow = Official['rows'][number];
export type ImportNotes = NonNullable<VersionRead['notes']>;
export type Comment = Reply<'comments'>['rows'][number];
export type Comparison = Reply<'compare'>;
export type Change = Comparison['changes'][number];
export type CatalogueRow = Reply<'kinds'>['rows'][number];
export type FactKind = CatalogueRow['kind'];
