/** Workbooks both ways: a preview, the marked copy, entries from the good rows; and the export. */

import { createHash, randomUUID } from 'node:crypto';
import { isHash } from '@oneneedle/kernel';
import { evidenceCitedBy } from '../evidence/index.ts';
import { type Ctx, chinaDay, remarkedFile, withUploaded, workbookFile } from '../platform/index.ts';
import { signerOf, writesInPlaceOf } from './access.ts';
import { recordingBook, schemesOn } from './book.ts';
import { findEntries, insertEntries, type NewEntry } from './entry-store.ts';
import { factSheets } from './fact-sheets.ts';
import { type FactFilter, factsFor, factWithoutGrades } from './fact-views.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { ledgerProblem } from './problems.ts';
import { namingOf } from './shown.ts';
import { factIn } from './stored.ts';
import { templateSheets } from './template.ts';
import { refreshDesk } from './waiting.ts';

/** What a workbook would record and what is wrong in it. */
export async function previewImport(ctx: Ctx, { file }: { file: File }) {
  const plan = await planOf(ctx, file);
  return {
    digest: await digestOf(file),
    goodRows: plan.good.length,
    badRows: plan.badRows,
    known: plan.known,
    remarks: plan.remarks.map((remark) => ({ ...remark })),
    rows: plan.good.map(({ place, shown, warnings }) => ({
      sheet: place.sheet,
      row: place.row,
      ...shown,
      warnings: [...warnings],
    })),
  };
}

/** The file as it was given, with what is wrong written beside its cells. */
export async function markImport(ctx: Ctx, { file }: { file: File }): Promise<File> {
  return onPath(file, async (path) => {
    const { remarks, headRows } = await planImport(ctx, path);
    return remarkedFile(path, remarks, headRows);
  });
}

/** Records the good rows as entries; refuses another file than the previewed one, and bad rows unasked. */
export async function importEntries(
  ctx: Ctx,
  { file, digest, goodOnly }: { file: File; digest: string; goodOnly: boolean },
) {
  const person = signerOf(ctx);
  if ((await digestOf(file)) !== digest) throw ledgerProblem('import-changed');
  const plan = await planOf(ctx, file);
  if (plan.badRows > 0 && !goodOnly) {
    throw ledgerProblem('import-bad-rows', { bad: plan.badRows, good: plan.good.length });
  }
  if (plan.good.length === 0) throw ledgerProblem('import-empty');
  const entries = plan.good.map(({ body, office }): NewEntry => {
    const inPlaceOf = writesInPlaceOf(ctx, office);
    const signed = { account: ctx.account.id, person, inPlaceOf };
    return { id: randomUUID(), body, office, clause: undefined, ...signed };
  });
  await insertEntries(ctx.db, { tenantId: ctx.tenant.id, now: ctx.now }, entries);
  await refreshDesk(ctx, await findEntries(ctx.db, { ids: entries.map(({ id }) => id) }));
  return { recorded: entries.length, leftOut: plan.badRows };
}

/** The facts of a filter with the columns that the import reads; people by name. */
export async function exportFacts(ctx: Ctx, filter: FactFilter): Promise<File> {
  const book = await recordingBook(ctx.db);
  const { rows } = await factsFor(ctx, filter, { book, limit: 100_000 });
  const ids = rows.map(({ body }) => body.id);
  const files = await evidenceCitedBy(ctx.db, 'fact', ids);
  const { person } = namingOf(book.roster);
  const facts = rows.map((row) => {
    const fact = factWithoutGrades(factIn(row), ctx.actor);
    const names = (files.get(fact.id) ?? []).map(({ name }) => name);
    const { recordedBy, reviewedBy } = fact;
    return {
      ...fact,
      evidence: [...fact.evidence.filter((one) => !isHash(one)), ...names],
      ...(recordedBy === undefined ? {} : { recordedBy: person(recordedBy).name }),
      ...(reviewedBy === undefined ? {} : { reviewedBy: person(reviewedBy).name }),
    };
  });
  const { kinds, roster, clauses } = book;
  const name = `${ctx.tenant.name}事实台账 ${chinaDay(ctx.now)}.xlsx`;
  return workbookFile(name, factSheets(facts, { kinds, roster, clauses }));
}

/** An empty workbook with a sheet for each kind that a scheme hears. */
export async function factTemplate(ctx: Ctx, { line }: { line: string }): Promise<File> {
  const book = await recordingBook(ctx.db);
  const today = chinaDay(ctx.now);
  const current = schemesOn(book, today).findLast((scheme) => scheme.line === line);
  const scheme = current ?? book.schemes.findLast((one) => one.line === line);
  if (!scheme) throw ledgerProblem('line-unknown', { line });
  const { kinds, roster, clauses } = book;
  const sheets = templateSheets(scheme, { kinds, roster, clauses });
  return workbookFile(`${scheme.name} 填报表.xlsx`, sheets);
}

function planOf(ctx: Ctx, file: File): Promise<ImportPlan> {
  return onPath(file, (path) => planImport(ctx, path));
}

async function onPath<T>(file: File, work: (path: string) => Promise<T>): Promise<T> {
  const refused = (why: string) => ledgerProblem('import-unreadable', { why });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return withUploaded({ name: file.name, bytes, otherwise: '事实.xlsx', refused }, work);
}

async function digestOf(file: File): Promise<string> {
  return createHash('sha256')
    .update(Buffer.from(await file.arrayBuffer()))
    .digest('hex');
}
