/** Sheets as they are read: by the office, whoever was there, and the village once it was told. */

import type { SheetShown } from '@oneneedle/contract';
import type { Ctx } from '../../platform/index.ts';
import { versionShown } from '../templates/actions.ts';
import { allTemplates, type TemplateRow } from '../templates/store.ts';
import { type InspectionTown, inspectionTown } from '../town.ts';
import { sheetProblem } from './problems.ts';
import { entersFor, readsSheet, sightOf } from './reach.ts';
import { keptOf } from './saving.ts';
import {
  answersOf,
  coursesOf,
  type DeedRow,
  findSheet,
  findVisit,
  photosOf,
  type SheetRow,
  sheetsOf,
  type VisitRow,
} from './store.ts';

/** One sheet. */
export async function readSheet(ctx: Ctx, id: string) {
  const town = await inspectionTown(ctx);
  const sheet = await findSheet(ctx.db, id);
  const visit = sheet && (await findVisit(ctx.db, sheet.visit_id));
  if (!sheet || !visit || !readsSheet(sightOf(ctx, town), sheet, visit)) {
    throw sheetProblem('sheet-unknown');
  }
  const [shown] = await sheetsShown(ctx, town, [{ sheet, visit }]);
  if (!shown) throw new Error('one sheet is shown as one');
  return shown;
}

/** The sheets of a visit that the asker may read. */
export async function listSheets(ctx: Ctx, visitId: string) {
  const town = await inspectionTown(ctx);
  const visit = await findVisit(ctx.db, visitId);
  const sight = sightOf(ctx, town);
  const sheets = visit ? await sheetsOf(ctx.db, [visit.id]) : [];
  const seen = sheets.flatMap((sheet) =>
    visit && readsSheet(sight, sheet, visit) ? [{ sheet, visit }] : [],
  );
  return { rows: await sheetsShown(ctx, town, seen) };
}

interface OfVisit {
  readonly sheet: SheetRow;
  readonly visit: VisitRow;
}

/** Sheets with their check sheets and courses, which are read once for all of them. */
async function sheetsShown(
  ctx: Ctx,
  town: InspectionTown,
  sheets: readonly OfVisit[],
): Promise<SheetShown[]> {
  const templates = await allTemplates(ctx.db);
  const courses = await coursesOf(
    ctx.db,
    sheets.map(({ sheet }) => sheet.id),
  );
  return sheets.map(({ sheet, visit }) => {
    const template = versionOf(templates, sheet);
    const course = courses.get(sheet.id) ?? [];
    return {
      ...sheetShown(town, { sheet, visit, template, course }),
      may: mayOf(ctx, town, { sheet, visit }),
    };
  });
}

/** The version of the check sheet that a sheet was written by. */
export function versionOf(
  templates: readonly TemplateRow[],
  sheet: Pick<SheetRow, 'template' | 'template_version'>,
): TemplateRow {
  const { template: code, template_version: version } = sheet;
  const found = templates.find((row) => row.code === code && row.version === version);
  if (!found) throw new Error('a sheet without its check sheet');
  return found;
}

/** A sheet whose clock was further off than this is shown with the difference. */
const clockSecondsMost = 600;

/** Whether somebody changes what was sent: the office, and nobody a sheet of their own. */
function mayOf(ctx: Ctx, town: InspectionTown, { sheet, visit }: OfVisit): SheetShown['may'] {
  const isOwn = sheet.person === ctx.actor.person || sheet.account_id === ctx.actor.accountId;
  return { change: entersFor(ctx, visit, town) && !isOwn && sheet.state === 'sent' };
}

interface Whole extends OfVisit {
  readonly template: TemplateRow;
  readonly course: readonly DeedRow[];
}

function sheetShown(
  town: InspectionTown,
  { sheet, visit, template, course }: Whole,
): Omit<SheetShown, 'may'> {
  const isOff = Math.abs(sheet.clock_ahead) > clockSecondsMost;
  return {
    id: sheet.id,
    ...keptOf(sheet),
    photos: photosOf(sheet),
    round: visit.round_id,
    period: visit.period,
    template: versionShown(template),
    subject: town.named(visit.subject),
    village: town.named(visit.village),
    ...(visit.planned_on === null ? {} : { plannedOn: visit.planned_on }),
    mode: visit.mode as 'open',
    inspectors: visit.inspectors.map(town.named),
    person: town.named(sheet.person),
    origin: sheet.origin as 'field',
    ...(isOff ? { clockAhead: sheet.clock_ahead } : {}),
    isSpare: sheet.is_spare,
    state: sheet.state as SheetShown['state'],
    savedAt: sheet.saved_at,
    ...(sheet.sent_at === null ? {} : { sentAt: sheet.sent_at }),
    ...(sheet.told_on === null ? {} : { toldOn: sheet.told_on }),
    ...(sheet.confirm_until === null ? {} : { confirmUntil: sheet.confirm_until }),
    version: sheet.version,
    course: course.map((deed) => deedShown(deed, town)),
  };
}

function deedShown(deed: DeedRow, { named }: InspectionTown): SheetShown['course'][number] {
  const { answers_before: before, how, note, on_behalf_of: village, person } = deed;
  return {
    deed: deed.deed as SheetShown['course'][number]['deed'],
    ...(person === null ? {} : { person: named(person) }),
    ...(village === null ? {} : { onBehalfOf: named(village) }),
    ...(how === null ? {} : { how: how as 'onSite' }),
    ...(note === null ? {} : { note }),
    ...(before === null ? {} : { answersBefore: answersOf({ answers: before }) as never }),
    at: deed.at,
  };
}
