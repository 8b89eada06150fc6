/** The roster as a file, both ways: export, preview of an import, the import, the marked file. */

import { createHash } from 'node:crypto';
import type { ImportPreview } from '@oneneedle/contract';
import {
  type Ctx,
  csvText,
  fileOf,
  mediaTypes,
  readTables,
  remarkedFile,
  type TableFile,
  withUploaded,
  workbookFile,
} from '../platform/index.ts';
import { type ImportPlan, planOf } from './import-plan.ts';
import { orgProblem } from './problems.ts';
import { rosterFrom } from './roster-from.ts';
import { requireReach } from './roster-reach.ts';
import { dayOf, lockRoster, type RosterRecords, recordsOf } from './roster-records.ts';
import { rosterSheets, rosterTable } from './roster-sheets.ts';
import { insertPairings, insertPosts, insertUnits, rosterOf, unitColumns } from './roster-store.ts';
import { nextPosition } from './unit-actions.ts';

const megabytes = 10;

/** The whole roster with the columns that the import reads; phones are not in it. */
export async function exportRoster(
  ctx: Ctx,
  { format }: { format: 'xlsx' | 'csv' },
): Promise<File> {
  const roster = await rosterOf(ctx.db);
  const name = `${ctx.tenant.name}名册 ${dayOf(ctx, undefined)}.${format}`;
  if (format === 'xlsx') return workbookFile(name, rosterSheets(roster));
  return fileOf(csvText(rosterTable(roster)), { name, type: mediaTypes.csv });
}

/** What the file would change and what is wrong in it. */
export async function previewImport(ctx: Ctx, { file }: { file: File }): Promise<ImportPreview> {
  requireReach(ctx.actor, new Map(), [undefined]);
  const plan = planFrom(await recordsOf(ctx.db), await tablesIn(file));
  return {
    goodRows: plan.goodRows,
    badRows: plan.badRows,
    remarks: plan.remarks.map((remark) => ({ ...remark })),
    counts: plan.counts,
    changes: [...plan.changes],
    digest: digestOf(plan),
  };
}

/** The file as it was given, with what is wrong written beside its cells. */
export async function markImport(ctx: Ctx, { file }: { file: File }): Promise<File> {
  requireReach(ctx.actor, new Map(), [undefined]);
  const records = await recordsOf(ctx.db);
  return withPath(file, async (path) => {
    const read = rosterFrom(await readTables(path), { known: knownFrom(records) });
    const { remarks } = planOf(records, read);
    return remarkedFile(path, remarks, read.headRows);
  });
}

interface Import {
  readonly file: File;
  /** What was previewed. */
  readonly digest: string;
  /** Go on although rows are wrong. */
  readonly goodOnly: boolean;
}

/** Takes over what was previewed; refuses if file or roster are no longer the same. */
export async function importRoster(ctx: Ctx, { file, digest, goodOnly }: Import) {
  requireReach(ctx.actor, new Map(), [undefined]);
  const tables = await tablesIn(file); // takes long: others may write the roster meanwhile
  await lockRoster(ctx);
  const records = await recordsOf(ctx.db);
  const plan = planFrom(records, tables);
  if (digestOf(plan) !== digest) throw orgProblem('import-changed');
  if (plan.badRows > 0 && !goodOnly) {
    throw orgProblem('import-bad-rows', { badRows: plan.badRows });
  }
  await write(ctx, records, plan);
  const count = (parts: Record<string, readonly unknown[]>) =>
    Object.values(parts).reduce((sum, items) => sum + items.length, 0);
  return { added: count({ ...plan.added }), changed: count({ ...plan.changed }) };
}

function planFrom(records: RosterRecords, tables: TableFile): ImportPlan {
  return planOf(records, rosterFrom(tables, { known: knownFrom(records) }));
}

/** The tables of a file, read before anything is held. */
export function tablesIn(file: File): Promise<TableFile> {
  return withPath(file, readTables);
}

function knownFrom({ units, persons }: RosterRecords) {
  return { units: [...units.values()], persons: [...persons.values()], posts: [], pairings: [] };
}

async function withPath<T>(file: File, work: (path: string) => Promise<T>): Promise<T> {
  if (file.size > megabytes * 1024 * 1024) throw orgProblem('import-too-large', { megabytes });
  const refused = (why: string) => orgProblem('import-unreadable', { why });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return withUploaded({ name: file.name, bytes, otherwise: '名册.xlsx', refused }, work);
}

function digestOf({ changes, remarks }: ImportPlan): string {
  return createHash('sha256').update(JSON.stringify({ changes, remarks })).digest('hex');
}

async function write(ctx: Ctx, records: RosterRecords, plan: ImportPlan): Promise<void> {
  const { db, tenant } = ctx;
  const { added, changed } = plan;
  await insertUnits(db, tenant.id, added.units, nextPosition(records.units));
  for (const unit of changed.units) {
    const { code, ...columns } = unitColumns(unit);
    await db.updateTable('unit').set(columns).where('code', '=', code).execute();
  }
  const places = [...records.persons.values()].map(({ position }) => position);
  const first = Math.max(-1, ...places) + 1;
  for (const [index, { code, name, class: kind, group, tags }] of added.persons.entries()) {
    await db
      .insertInto('person')
      .values({
        tenant_id: tenant.id,
        code,
        class: kind,
        group_code: group ?? null,
        tags: [...tags],
        position: first + index,
      })
      .execute();
    await db
      .insertInto('person_detail')
      .values({ tenant_id: tenant.id, person_code: code, name })
      .execute();
  }
  for (const { code, name, class: kind, group, tags } of changed.persons) {
    await db
      .updateTable('person')
      .set({ class: kind, group_code: group ?? null, tags: [...tags] })
      .where('code', '=', code)
      .execute();
    await db.updateTable('person_detail').set({ name }).where('person_code', '=', code).execute();
  }
  await insertPosts(db, tenant.id, added.posts);
  await insertPairings(db, tenant.id, added.pairings);
  for (const { id, to, secondedTo } of changed.posts) {
    await db
      .updateTable('post')
      .set({ to_on: to ?? null, seconded_to: secondedTo ?? null })
      .where('id', '=', id)
      .execute();
  }
  for (const { id, to } of changed.pairings) {
    await db
      .updateTable('pairing')
      .set({ to_on: to ?? null })
      .where('id', '=', id)
      .execute();
  }
}
