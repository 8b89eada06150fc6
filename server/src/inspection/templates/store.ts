/** All SQL about check sheets. */

import type { TemplateLine } from '@oneneedle/contract';
import type { Insertable, Selectable } from 'kysely';
import type { Queries, Tables } from '../../platform/index.ts';

export type TemplateRow = Selectable<Tables['inspection_template']>;

/** Every version of every check sheet, the newest first. */
export async function allTemplates(db: Queries): Promise<TemplateRow[]> {
  return db
    .selectFrom('inspection_template')
    .selectAll()
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
}

/** The versions of one check sheet, the newest first; held until the end of the request if asked. */
export async function versionsOf(
  db: Queries,
  code: string,
  { hold = false }: { hold?: boolean } = {},
): Promise<TemplateRow[]> {
  const query = db
    .selectFrom('inspection_template')
    .selectAll()
    .where('code', '=', code)
    .orderBy('version', 'desc');
  return (hold ? query.forUpdate() : query).execute();
}

/** One version; undefined where there is none. */
export async function findTemplate(
  db: Queries,
  { code, version }: { readonly code: string; readonly version: number },
): Promise<TemplateRow | undefined> {
  const versions = await versionsOf(db, code);
  return versions.find((row) => row.version === version);
}

/** Puts a version there, or writes its draft anew. @returns whether it was still as it had been read */
export async function putTemplate(
  db: Queries,
  row: Insertable<Tables['inspection_template']>,
  read: number | undefined,
): Promise<boolean> {
  if (read === undefined) {
    const made = await db
      .insertInto('inspection_template')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('code')
      .executeTakeFirst();
    return made !== undefined;
  }
  const { tenant_id: _, code, version, created_at: __, ...changed } = row;
  const done = await db
    .updateTable('inspection_template')
    .set({ ...changed, revision: read + 1 })
    .where('code', '=', code)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .where('revision', '=', read)
    .returning('code')
    .executeTakeFirst();
  return done !== undefined;
}

export async function setTemplateState(
  db: Queries,
  { code, version }: Pick<TemplateRow, 'code' | 'version'>,
  state: 'inUse' | 'retired',
): Promise<void> {
  await db
    .updateTable('inspection_template')
    .set({ state })
    .where('code', '=', code)
    .where('version', '=', version)
    .execute();
}

/** The lines of a version as they were written; what is stored was checked when it came in. */
export function linesOf({ lines }: Pick<TemplateRow, 'lines'>): TemplateLine[] {
  return lines as unknown as TemplateLine[];
}
