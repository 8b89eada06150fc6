/** The roster as a file, both ways: export, preview of an import, the import, the marked file. */

import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ImportPreview } from '@oneneedle/contract';
import {
  type Ctx,
  csvText,
  Refusal,
  readTables,
  remarkedCsv,
  remarkedWorkbook,
  workbookBytes,
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
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvType = 'text/csv; charset=utf-8';

/** The whole roster with the columns that the import reads; phones are not in it. */
export async function exportRoster(
  ctx: Ctx,
  { format }: { format: 'xlsx' | 'csv' },
): Promise<File> {
  const roster = await rosterOf(ctx.db);
  const name = `${ctx.tenant.name}名册 ${dayOf(ctx, undefined)}.${format}`;
  if (format === 'csv') return new File([csvText(rosterTable(roster))], name, { type: csvType });
  const bytes = await workbookBytes(rosterSheets(roster));
  return new File([new Uint8Array(bytes)], name, { type: workbookType });
}

/** What the file would change and what is wrong in it. */
export async function previewImport(ctx: Ctx, { file }: { file: File }): Promise<ImportPreview> {
  requireReach(ctx.actor, new Map(), [undefined]);
  const plan = await planFrom(await recordsOf(ctx.db), file);
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
    const isCsv = path.toLowerCase().endsWith('.csv');
    const bytes = isCsv
      ? await remarkedCsv(path, remarks, read.headRows[''])
      : await remarkedWorkbook(path, remarks, read.headRows);
    const name = basename(path).replace(/(\.[^.]+)$/, ' 问题已标$1');
    return new File([new Uint8Array(bytes)], name, { type: isCsv ? csvType : workbookType });
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
  await lockRoster(ctx);
  requireReach(ctx.actor, new Map(), [undefined]);
  const records = await recordsOf(ctx.db);
  const plan = await planFrom(records, file);
  if (digestOf(plan) !== digest) throw orgProblem('import-changed');
  if (plan.badRows > 0 && !goodOnly) {
    throw orgProblem('import-bad-rows', { badRows: plan.badRows });
  }
  await write(ctx, records, plan);
  const count = (parts: Record<string, readonly unknown[]>) =>
    Object.values(parts).reduce((sum, items) => sum + items.length, 0);
  return { added: count({ ...plan.added }), changed: count({ ...plan.changed }) };
}

async function planFrom(records: RosterRecords, file: File): Promise<ImportPlan> {
  return withPath(file, async (path) =>
    planOf(records, rosterFrom(await readTables(path), { known: knownFrom(records) })),
  );
}

function knownFrom({ units, persons }: RosterRecords) {
  return { units: [...units.values()], persons: [...persons.values()], posts: [], pairings: [] };
}

/** The readers of tables work on files; a refusal names the file as the clerk knows it. */
export async function withPath<T>(file: File, work: (path: string) => Promise<T>): Promise<T> {
  if (file.size > megabytes * 1024 * 1024) throw orgProblem('import-too-large', { megabytes });
  const folder = await mkdtemp(join(tmpdir(), 'oneneedle-import-'));
  const name = basename(file.name.replaceAll('\\', '/')).replace(/[\p{C}/]/gu, '');
  const path = join(folder, /^\.*$/.test(name) ? '名册.xlsx' : name.slice(-100)); // “..” leads out
  try {
    await writeFile(path, Buffer.from(await file.arrayBuffer()));
    return await work(path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw orgProblem('import-unreadable', { why: error.message.replaceAll(`${folder}/`, '') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
