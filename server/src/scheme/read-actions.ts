/** Reading schemes: lists, a version with its official text, differences, files. Drafts are not for villages. */

import { type FactKind, readScheme, type Scheme } from '@oneneedle/kernel';
import { type Ctx, chinaDay, fileOf, mediaTypes } from '../platform/index.ts';
import { checkedReply, checkedText, townKnowledge } from './checked-text.ts';
import { searchClauses } from './clause-search.ts';
import { commentCounts, paperName, paperRow } from './comment-store.ts';
import { compareSchemes } from './comparison.ts';
import { kindsOf } from './in-force.ts';
import { isWriter, readsDrafts } from './policy.ts';
import { schemeProblem } from './problems.ts';
import { schemeDocument } from './render.ts';
import {
  approvedVersions,
  type ListedVersion,
  listVersions,
  type VersionRow,
  versionRow,
} from './store.ts';
import { deedsOf, versionView } from './version-view.ts';

/** Every version that the asker may read. */
export async function listSchemes(ctx: Ctx) {
  const today = chinaDay(ctx.now);
  const rows = (await listVersions(ctx.db)).filter((row) => isReadable(ctx, row));
  return {
    today,
    mayUpload: isWriter(ctx.actor),
    rows: rows.map((row) => versionView(row, today)),
  };
}

/** A version: its text, what is wrong with it, its official text, what the asker may do. */
export async function readVersion(ctx: Ctx, id: string) {
  const today = chinaDay(ctx.now);
  const row = await readable(ctx, id);
  const checked = checkedText(row.source, await townKnowledge(ctx.db));
  const paper = readsDrafts(ctx.actor) ? await paperName(ctx.db, id) : undefined;
  const previous = await previousOf(ctx, row);
  return {
    version: versionView(row, today),
    source: row.source,
    checked: checkedReply(checked),
    ...(row.import_notes && readsDrafts(ctx.actor) ? { notes: notesOf(row) } : {}),
    ...(paper === undefined ? {} : { paper: { fileName: paper } }),
    ...(previous === undefined ? {} : { previous }),
    deeds: deedsOf(row, ctx.actor, today),
    comments: await commentCounts(ctx.db, id),
  };
}

/** What is wrong with a text that is being written. */
export async function lintScheme(ctx: Ctx, source: string) {
  return checkedReply(checkedText(source, await townKnowledge(ctx.db)));
}

/** The differences of a version against an older one, in the order of the newer. */
export async function compareVersions(ctx: Ctx, { id, with: other }: { id: string; with: string }) {
  const [newer, older] = [await readable(ctx, id), await readable(ctx, other)];
  const schemes = [readableScheme(older), readableScheme(newer)] as const;
  const kinds = await kindsOf(ctx.db);
  return {
    older: { id: older.id, title: titleOf(older) },
    newer: { id: newer.id, title: titleOf(newer) },
    ...compareSchemes(...schemes, kinds),
  };
}

/** The exact text as a file. */
export async function sourceFile(ctx: Ctx, id: string): Promise<File> {
  const row = await readable(ctx, id);
  return fileOf(row.source, { name: `${titleOf(row)}.yaml`, type: mediaTypes.yaml });
}

/** The official text as a Word file. */
export async function documentFile(ctx: Ctx, id: string): Promise<File> {
  const row = await readable(ctx, id);
  const kinds = await kindsOf(ctx.db);
  const bytes = await schemeDocument(readableScheme(row), withKinds(kinds));
  return fileOf(bytes, { name: `${titleOf(row)}.docx`, type: mediaTypes.docx });
}

/** The document that a draft was made from. */
export async function paperFile(ctx: Ctx, id: string): Promise<File> {
  await readable(ctx, id);
  const paper = await paperRow(ctx.db, id);
  if (!paper) throw schemeProblem('no-paper');
  const { content, file_name: name, media_type: type } = paper;
  return fileOf(content, { name, type });
}

interface ClauseInput {
  readonly text: string;
  readonly owner?: string | undefined;
  readonly on?: string | undefined;
  readonly limit: number;
}

/** Clauses in force on a day; today in China if none is named. */
export async function findClauses(ctx: Ctx, { text, owner, on, limit }: ClauseInput) {
  const lines = owner === undefined ? [] : [owner];
  return searchClauses(ctx.db, { text, lines, on: on ?? chinaDay(ctx.now), limit });
}

/** A village reads what was approved, and what was approved once. */
function isReadable({ actor }: Ctx, { state }: ListedVersion): boolean {
  return readsDrafts(actor) || state === 'approved' || state === 'ended';
}

async function readable(ctx: Ctx, id: string): Promise<VersionRow> {
  const row = await versionRow(ctx.db, id);
  if (!row || !isReadable(ctx, row)) throw schemeProblem('not-found');
  return row;
}

function readableScheme({ source }: VersionRow): Scheme {
  const { value, findings } = readScheme(source);
  if (!value) throw schemeProblem('not-readable', { sentence: findings[0]?.sentence ?? '' });
  return value;
}

/** The approved version of the same line that came before; of a draft the newest. */
async function previousOf(ctx: Ctx, row: VersionRow): Promise<string | undefined> {
  if (row.line === null) return undefined;
  const approved = await approvedVersions(ctx.db, { line: row.line });
  const from = row.effective_from;
  const before = approved.filter(
    (other) => other.id !== row.id && (from === null || (other.effective_from ?? '') < from),
  );
  return (before.at(-1) ?? (row.state === 'draft' ? approved.at(-1) : undefined))?.id;
}

function titleOf({ name, version }: ListedVersion): string {
  return version === null ? name : `${name}（${version}）`;
}

interface ImportNotes {
  clauses: number;
  recognised: number;
  pending: number;
  open: string[];
  remarks: { place: string; sentence: string; words?: string }[];
}

function notesOf({ import_notes: notes }: VersionRow): ImportNotes {
  return notes as unknown as ImportNotes;
}

function withKinds(kinds: readonly FactKind[]): { kinds?: readonly FactKind[] } {
  return kinds.length > 0 ? { kinds } : {};
}
