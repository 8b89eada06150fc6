/** A plain list as a file: its preview, the marked copy, the import, the export. */

import { createHash } from 'node:crypto';
import {
  type Ctx,
  chinaDay,
  readTables,
  remarkedFile,
  withUploaded,
  workbookFile,
} from '../platform/index.ts';
import { type ListPlan, type ListTable, listSheet, planList } from './list-table.ts';
import { orgProblem } from './problems.ts';

const megabytes = 10;

/** How a list is kept: its columns for this town, what is there, and how it is written. */
export interface ListKeeper<T extends object> {
  readonly tableFor: (ctx: Ctx) => Promise<ListTable<T>>;
  readonly existing: (ctx: Ctx) => Promise<readonly T[]>;
  readonly save: (ctx: Ctx, plan: Pick<ListPlan<T>, 'added' | 'changed'>) => Promise<void>;
}

/** What the file would change and what is wrong in it. */
export async function previewList<T extends object>(ctx: Ctx, keeper: ListKeeper<T>, file: File) {
  const plan = await planFor(ctx, keeper, file);
  return {
    goodRows: plan.goodRows,
    badRows: plan.badRows,
    remarks: plan.remarks.map((remark) => ({ ...remark })),
    added: plan.added.length,
    changed: plan.changed.length,
    same: plan.same,
    changes: plan.changes.map((change) => ({ ...change, fields: [...change.fields] })),
    digest: digestOf(plan),
  };
}

/** The file as it was given, with what is wrong written beside its cells. */
export async function markList<T extends object>(
  ctx: Ctx,
  keeper: ListKeeper<T>,
  file: File,
): Promise<File> {
  const [table, existing] = [await keeper.tableFor(ctx), await keeper.existing(ctx)];
  return withPath(file, table.name, async (path) => {
    const { remarks, headRows } = planList(table, existing, await readTables(path));
    return remarkedFile(path, remarks, headRows);
  });
}

interface Import {
  readonly file: File;
  /** What was previewed. */
  readonly digest: string;
  /** Go on although rows are wrong. */
  readonly goodOnly: boolean;
}

/** Takes over what was previewed; refuses if file or list are no longer the same. */
export async function importList<T extends object>(
  ctx: Ctx,
  keeper: ListKeeper<T>,
  { file, digest, goodOnly }: Import,
) {
  const plan = await planFor(ctx, keeper, file);
  if (digestOf(plan) !== digest) throw orgProblem('list-changed');
  if (plan.badRows > 0 && !goodOnly) {
    throw orgProblem('import-bad-rows', { badRows: plan.badRows });
  }
  await keeper.save(ctx, plan);
  return { added: plan.added.length, changed: plan.changed.length };
}

/** The list as a workbook, with empty rows below to be filled in. */
export async function exportList<T extends object>(ctx: Ctx, keeper: ListKeeper<T>): Promise<File> {
  const table = await keeper.tableFor(ctx);
  const name = `${ctx.tenant.name}${table.name} ${chinaDay(ctx.now)}.xlsx`;
  return workbookFile(name, [listSheet(table, await keeper.existing(ctx), 50)]);
}

async function planFor<T extends object>(
  ctx: Ctx,
  keeper: ListKeeper<T>,
  file: File,
): Promise<ListPlan<T>> {
  const table = await keeper.tableFor(ctx);
  const tables = await withPath(file, table.name, readTables);
  return planList(table, await keeper.existing(ctx), tables);
}

async function withPath<R>(
  file: File,
  list: string,
  work: (path: string) => Promise<R>,
): Promise<R> {
  if (file.size > megabytes * 1024 * 1024) throw orgProblem('import-too-large', { megabytes });
  const refused = (why: string) => orgProblem('import-unreadable', { why });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return withUploaded({ name: file.name, bytes, otherwise: `${list}.xlsx`, refused }, work);
}

function digestOf<T>({ changes, remarks }: ListPlan<T>): string {
  return createHash('sha256').update(JSON.stringify({ changes, remarks })).digest('hex');
}
