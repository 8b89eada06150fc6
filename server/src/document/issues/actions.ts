/** Issued documents: listed, read, registered, made void. */

import { accountNames } from '../../org/index.ts';
import { type Ctx, fileOf, holds, mediaTypes } from '../../platform/index.ts';
import type { DocumentKind } from '../kinds.ts';
import { numberOf } from '../making.ts';
import { paperProblem } from '../problems.ts';
import {
  fileBytes,
  findIssues,
  holdIssue,
  type IssueRow,
  issueWithOfficial,
  numberCounts,
  type Sight,
  updateIssue,
} from '../store.ts';

interface Wanted {
  readonly kind?: DocumentKind | undefined;
  readonly year?: number | undefined;
  readonly limit: number;
}

/** The documents that the asker may read. */
export async function listDocuments(ctx: Ctx, wanted: Wanted) {
  const rows = await findIssues(ctx.db, sightOf(ctx), wanted);
  const names = await accountNames(ctx);
  const { numbers } = await numberCounts(ctx.db);
  return {
    rows: rows.map((row) => shown(ctx, row, names)),
    years: [...new Set(numbers.map(({ year }) => year))].sort((a, b) => b - a),
  };
}

/** A document as it was made. */
export async function documentFile(ctx: Ctx, { id }: { id: string }): Promise<File> {
  const row = await found(ctx, id);
  const bytes = await fileBytes(ctx.db, row.sha256);
  return fileOf(bytes, { name: fileNameOf(row), type: mediaTypes.docx });
}

/** `通报2026-003 关于….docx`, without what a file system refuses. */
export function fileNameOf(row: IssueRow): string {
  const title = row.title.replace(/[\\/:*?"<>|\p{C}]/gu, '').slice(0, 60);
  return `${numberOf(row)} ${title}.docx`;
}

/** Enters the number that the office's register gave, or puts a mistyped one right. */
export async function registerDocument(
  ctx: Ctx,
  { id, officialNumber }: { id: string; officialNumber: string },
) {
  const row = await changeable(ctx, id);
  const other = await issueWithOfficial(ctx.db, officialNumber);
  if (other && other.id !== row.id) {
    throw paperProblem('official-number-taken', { officialNumber, number: numberOf(other) });
  }
  await updateIssue(ctx.db, row.id, { official_number: officialNumber });
  return one(ctx, id);
}

/** Makes a document void; its number stays given. */
export async function voidDocument(ctx: Ctx, { id, reason }: { id: string; reason: string }) {
  const row = await changeable(ctx, id);
  await updateIssue(ctx.db, row.id, {
    void_reason: reason,
    voided_by: ctx.actor.accountId,
    voided_at: ctx.now,
  });
  return one(ctx, id);
}

/** A document that is not void, for whoever keeps it. */
async function changeable(ctx: Ctx, id: string): Promise<IssueRow> {
  await holdIssue(ctx.db, id);
  const row = await found(ctx, id);
  if (row.voided_at !== null) throw paperProblem('document-void', { number: numberOf(row) });
  if (!keeps(ctx, row)) throw paperProblem('not-yours');
  return row;
}

function keeps({ actor }: Ctx, row: IssueRow): boolean {
  return (
    row.made_by_account === actor.accountId || holds(actor, ['assessment-office', 'supervision'])
  );
}

async function found(ctx: Ctx, id: string): Promise<IssueRow> {
  const [row] = await findIssues(ctx.db, sightOf(ctx), { ids: [id], limit: 1 });
  if (!row) throw paperProblem('document-unknown');
  return row;
}

async function one(ctx: Ctx, id: string) {
  return shown(ctx, await found(ctx, id), await accountNames(ctx));
}

/** Whoever reads by a role of a part of the town reads only what they made. */
export function sightOf({ actor }: Pick<Ctx, 'actor'>): Sight {
  const whole = actor.grants.filter(({ unit, lines }) => unit === undefined && lines.length === 0);
  return { accountId: actor.accountId, roles: whole.map(({ role }) => role) };
}

function shown(ctx: Ctx, row: IssueRow, names: ReadonlyMap<string, string>) {
  const mayChange = row.voided_at === null && keeps(ctx, row);
  return {
    id: row.id,
    kind: row.kind as DocumentKind,
    number: numberOf(row),
    title: row.title,
    madeFrom: row.made_from,
    templateVersion: row.template_version ?? 0,
    sha256: row.sha256,
    madeBy: names.get(row.made_by_account) ?? '',
    madeAt: row.made_at,
    ...(row.official_number === null ? {} : { officialNumber: row.official_number }),
    ...(row.voided_at === null
      ? {}
      : {
          voided: {
            by: names.get(row.voided_by ?? '') ?? '',
            at: row.voided_at,
            reason: row.void_reason ?? '',
          },
        }),
    may: { register: mayChange, void: mayChange },
  };
}
