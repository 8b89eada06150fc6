/** Drafts: uploaded, written, taken back. Whatever is wrong with a text, it is kept. */

import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { type FactKind, readScheme } from '@oneneedle/kernel';
import { closeLines } from '../desk/index.ts';
import { type Ctx, chinaDay, mediaTypes } from '../platform/index.ts';
import { insertPaper } from './comment-store.ts';
import { headOf, kindsOf, sha256Of } from './in-force.ts';
import { draftedFrom } from './papers.ts';
import { schemeProblem } from './problems.ts';
import {
  draftSources,
  insertVersion,
  lockVersion,
  updateVersion,
  type VersionRow,
  versionRow,
} from './store.ts';
import { type VersionView, versionView } from './version-view.ts';

/** Makes a draft of a document or a scheme's text; the document itself is kept beside it. */
export async function uploadScheme(ctx: Ctx, { file }: { file: File }) {
  const fileName = file.name;
  const bytes = Buffer.from(await file.arrayBuffer());
  const { source, notes } = await draftedFrom(fileName, bytes, await existingKinds(ctx));
  const id = await insertDraft(ctx, source, {
    ...(notes ? { notes: { ...notes.counts, open: notes.open, remarks: notes.remarks } } : {}),
    fallbackName: fileName.replace(/\.[^.]+$/, ''),
  });
  await insertPaper(ctx.db, {
    tenant_id: ctx.tenant.id,
    version_id: id,
    file_name: fileName,
    media_type: typeOf[extname(fileName).toLowerCase()] ?? 'application/octet-stream',
    content: bytes,
    content_sha256: sha256Of(bytes),
  });
  if (!notes) return { id };
  const { counts, open, remarks } = notes;
  return { id, notes: { ...counts, open: [...open], remarks: [...remarks] } };
}

/** Kinds of fact that the town has, and those that other drafts will bring: no two may have one code. */
async function existingKinds({ db }: Ctx): Promise<FactKind[]> {
  const drafts = await draftSources(db);
  return [
    ...(await kindsOf(db)),
    ...drafts.flatMap((source) => readScheme(source).value?.kinds ?? []),
  ];
}

const typeOf: Readonly<Record<string, string>> = {
  '.docx': mediaTypes.docx,
  '.xlsx': mediaTypes.xlsx,
  '.xlsm': mediaTypes.xlsm,
  '.yaml': mediaTypes.yaml,
  '.yml': mediaTypes.yaml,
};

/** Keeps the new text of a draft; refused if somebody else wrote since it was opened. */
export async function writeScheme(
  ctx: Ctx,
  { id, source, base }: { id: string; source: string; base: string },
): Promise<{ version: VersionView }> {
  const row = await lockedDraft(ctx, id);
  if (row.source_sha256 !== base) throw schemeProblem('changed-meanwhile');
  const change = {
    ...columnsOf(source, row.name),
    changed_by: ctx.account.id,
    changed_at: ctx.now,
  };
  await updateVersion(ctx.db, id, change);
  return { version: versionView({ ...row, ...change }, chinaDay(ctx.now)) };
}

/** A new draft with the text of a version, whatever became of that one. */
export async function draftNext(ctx: Ctx, id: string): Promise<{ id: string }> {
  const row = await versionRow(ctx.db, id);
  if (!row) throw schemeProblem('not-found');
  return { id: await insertDraft(ctx, row.source, { fallbackName: row.name }) };
}

/** Takes a draft back; it stays readable for the office and its comments with it. */
export async function withdrawScheme(ctx: Ctx, id: string): Promise<{ done: true }> {
  await lockedDraft(ctx, id);
  await updateVersion(ctx.db, id, {
    state: 'withdrawn',
    changed_by: ctx.account.id,
    changed_at: ctx.now,
  });
  await closeSchemeLines(ctx, id);
  return { done: true };
}

/** The draft, kept from other deeds; refuses what is no draft any more. */
export async function lockedDraft(ctx: Ctx, id: string): Promise<VersionRow> {
  const row = await lockVersion(ctx.db, id);
  if (!row) throw schemeProblem('not-found');
  if (row.state !== 'draft') throw schemeProblem('not-draft', { state: row.state });
  return row;
}

/** Takes what a draft had on the one list off it. */
export async function closeSchemeLines(ctx: Ctx, id: string): Promise<void> {
  for (const kind of ['comment', 'answer']) {
    await closeLines(ctx, { room: 'scheme', kind, about: id });
  }
}

interface Beside {
  readonly notes?: object;
  /** What the draft is called as long as its text cannot be read. */
  readonly fallbackName: string;
}

async function insertDraft(
  ctx: Ctx,
  source: string,
  { notes, fallbackName }: Beside,
): Promise<string> {
  const id = randomUUID();
  await insertVersion(ctx.db, {
    tenant_id: ctx.tenant.id,
    id,
    ...columnsOf(source, fallbackName),
    import_notes: notes ? JSON.stringify(notes) : null,
    state: 'draft',
    created_by: ctx.account.id,
    created_at: ctx.now,
    changed_by: ctx.account.id,
    changed_at: ctx.now,
  });
  return id;
}

/** What the columns say of a text; of one that cannot be read only its name is known. */
function columnsOf(source: string, fallbackName: string) {
  const { value } = readScheme(source);
  const head = value
    ? headOf(value)
    : {
        line: null,
        version: null,
        name: fallbackName,
        document_no: null,
        effective_from: null,
        effective_to: null,
      };
  return { ...head, source, source_sha256: sha256Of(source) };
}
