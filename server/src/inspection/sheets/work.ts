/** What an inspector takes along: the visits that name him, with all that a sheet without a network needs. */

import { type Ctx, chinaDay } from '../../platform/index.ts';
import { versionShown } from '../templates/actions.ts';
import { allTemplates, type TemplateRow } from '../templates/store.ts';
import { type InspectionTown, inspectionTown, plansFor, signer, stationsOn } from '../town.ts';
import { requireFiling } from './filing.ts';
import { versionOf } from './reading.ts';
import {
  answersOf,
  openVisits,
  previousSheets,
  type SheetRow,
  sheetsOf,
  type VisitRow,
} from './store.ts';

/** `field`: where the asker goes; `office`: what is entered there from paper or a file. */
export async function fieldWork(ctx: Ctx, { at }: { at: 'field' | 'office' }) {
  if (at === 'field') await requireFiling(ctx.db);
  const town = await inspectionTown(ctx);
  const person = signer(ctx);
  const offices = stationsOn(town, town.today).filter((office) => plansFor(ctx, office, town));
  const visits = await openVisits(ctx.db, at === 'field' ? { person } : { offices });
  const ids = visits.map(({ id }) => id);
  const read: Read = {
    town,
    person,
    sheets: await sheetsOf(ctx.db, ids),
    templates: await allTemplates(ctx.db),
    previous: await previousSheets(ctx.db, ids),
  };
  return {
    today: town.today,
    serverNow: ctx.now,
    me: { person, name: town.named(person).name },
    visits: visits.map((visit) => visitShown(visit, read)),
  };
}

interface Read {
  readonly town: InspectionTown;
  readonly person: string;
  readonly sheets: readonly SheetRow[];
  readonly templates: readonly TemplateRow[];
  readonly previous: ReadonlyMap<string, SheetRow>;
}

function visitShown(visit: VisitRow, read: Read) {
  const { person, sheets, town } = read;
  const previous = read.previous.get(visit.id);
  return {
    id: visit.id,
    round: visit.round_id,
    period: visit.period,
    template: versionShown(versionOf(read.templates, visit)),
    subject: town.named(visit.subject),
    village: town.named(visit.village),
    ...(visit.planned_on === null ? {} : { plannedOn: visit.planned_on }),
    mode: visit.mode as 'unannounced' | 'open',
    inspectors: visit.inspectors.map(town.named),
    places: visit.places,
    households: visit.households,
    ...(previous ? { previous: whatWas(previous) } : {}),
    sheets: sheets
      .filter(({ visit_id }) => visit_id === visit.id)
      .map((sheet) => ({
        id: sheet.id,
        person: town.named(sheet.person),
        isMine: sheet.person === person,
        revision: sheet.revision,
        state: sheet.state as 'draft',
        isSpare: sheet.is_spare,
      })),
  };
}

function whatWas(sheet: SheetRow) {
  return { on: chinaDay(sheet.sent_at ?? sheet.saved_at), answers: answersOf(sheet) as never };
}
