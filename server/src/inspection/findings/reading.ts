/** Findings as they are read. */

import type { FindingRow } from '@oneneedle/contract';
import type { Ctx } from '../../platform/index.ts';
import { type AskedItem, askedItems } from '../../work/index.ts';
import { allTemplates, linesOf, type TemplateRow } from '../templates/store.ts';
import { type InspectionTown, inspectionTown } from '../town.ts';
import { aggravatingClauses } from './aggravation.ts';
import { findingProblem } from './problems.ts';
import { mayOf, readsFinding } from './reach.ts';
import { type FoundRow, findFindings, findingCourse } from './store.ts';

interface Narrowed {
  readonly round?: string | undefined;
  readonly sheet?: string | undefined;
}

/** Findings that the asker may read, the next due first; all, or those of one round or sheet. */
export async function listFindings(ctx: Ctx, { round, sheet }: Narrowed) {
  const town = await inspectionTown(ctx);
  const found = await findFindings(ctx.db, { round, ...(sheet === undefined ? {} : { sheet }) });
  return { rows: await findingsShown(ctx, town, found) };
}

/** One finding with its course. */
export async function readFinding(ctx: Ctx, { id }: { id: string }) {
  const town = await inspectionTown(ctx);
  const found = await findFindings(ctx.db, { ids: [id] });
  const [[row], [finding]] = [found, await findingsShown(ctx, town, found)];
  if (!row || !finding) throw findingProblem('finding-unknown');
  const course = await findingCourse(ctx.db, [id]);
  return {
    finding,
    aggravatedBy: await aggravatingClauses(ctx.db, row),
    course: course.map(({ account_id: account, deed, person, note, result, evidence, at }) => ({
      deed: deedShown(deed, account),
      ...(person === null ? {} : { person: town.named(person) }),
      ...(note === null ? {} : { note }),
      ...(result === null ? {} : { result: result as 'notYet' }),
      evidence,
      at,
    })),
  };
}

/** What is found is said by a sheet; a person who says it anew puts a repetition right. */
function deedShown(deed: string, account: string | null): 'find' | 'distinguish' {
  return deed === 'find' && account !== null ? 'distinguish' : (deed as 'find');
}

/** Those of these findings that the asker reads, as lines of a list. */
export async function findingsShown(
  ctx: Ctx,
  town: InspectionTown,
  found: readonly FoundRow[],
): Promise<FindingRow[]> {
  const rows = found.filter((one) => readsFinding(ctx, town, one));
  const templates = await allTemplates(ctx.db);
  const items = await askedItems(
    ctx.db,
    rows.flatMap(({ item_id: id }) => id ?? []),
  );
  const repeated = await findFindings(ctx.db, {
    ids: rows.flatMap(({ repeats }) => repeats ?? []),
  });
  return rows.map((row) =>
    findingShown(row, {
      ctx,
      town,
      template: templates.find(
        ({ code, version }) => code === row.template && version === row.template_version,
      ),
      item: items.get(row.item_id ?? ''),
      repeated: repeated.find(({ id }) => id === row.repeats),
    }),
  );
}

/** The one that is repeated; its photos for whoever reads it. */
function repeatShown(row: FoundRow, { ctx, town }: Around) {
  const { id, found_on: foundOn, place, before } = row;
  return { id, foundOn, place, before: readsFinding(ctx, town, row) ? before : [] };
}

interface Around {
  readonly ctx: Ctx;
  readonly town: InspectionTown;
  readonly template: TemplateRow | undefined;
  readonly item: AskedItem | undefined;
  readonly repeated: FoundRow | undefined;
}

function findingShown(row: FoundRow, around: Around): FindingRow {
  const { ctx, item, repeated, template, town } = around;
  const line = template && linesOf(template).find(({ code }) => code === row.line);
  const isOpen = row.state === 'found' || row.state === 'toRectify';
  return {
    id: row.id,
    sheet: row.sheet_id,
    round: row.round_id,
    period: row.period,
    template: template?.name ?? row.template,
    subject: town.named(row.subject),
    village: town.named(row.village),
    group: line?.group ?? row.line,
    standard: line?.standard ?? '',
    place: row.place,
    severity: row.severity as 'three',
    foundOn: row.found_on,
    dueOn: row.due_on,
    isOverdue: isOpen && !item?.isDone && row.due_on < town.today,
    state: row.state as 'found',
    ...(repeated ? { repeats: repeatShown(repeated, around) } : {}),
    ...(item ? { item } : {}),
    before: row.before,
    after: row.after,
    version: row.version,
    may: mayOf(ctx, town, row, item),
  };
}
