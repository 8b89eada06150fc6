/** Demands as the pages show them: names instead of codes. */

import type { DemandPage, DemandRowShown, Judgement } from '@oneneedle/contract';
import {
  type AskedFigure,
  type BurdenDemand,
  type DemandFinding,
  isoDate,
} from '@oneneedle/kernel';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { dutyEntriesOf } from './duty.ts';
import type { Judged } from './judging.ts';
import { toldTo } from './secrets.ts';
import { type DemandRow, findDemands } from './store.ts';
import type { DemandTown } from './town.ts';

/** What the gate said, with names. */
export function showJudged({ findings, figures }: Judged, town: DemandTown): Judgement {
  return {
    findings: findings.map((finding) => ({ ...finding })),
    figures: figures.map(({ name, unit, isLocked, known }) => ({
      name,
      unit: town.named(unit),
      isLocked,
      ...(known
        ? {
            known: {
              value: known.value,
              measure: known.measure,
              asOf: known.asOf,
              source: known.source,
            },
          }
        : {}),
    })),
  };
}

/** In how many places the gate stopped a demand. */
export function stopsOf({ findings }: DemandRow): number {
  return (findings as unknown as DemandFinding[]).filter((one) => one.stops).length;
}

/** A demand in a list. */
export function demandLine(row: DemandRow, town: DemandTown): DemandRowShown {
  return {
    id: row.id,
    kind: row.kind as DemandRowShown['kind'],
    title: row.title,
    office: town.named(row.office),
    units: row.units.map(town.named),
    channel: row.channel as DemandRowShown['channel'],
    state: row.state as DemandRowShown['state'],
    isAfterwards: row.is_afterwards,
    isOverridden: isOverridden(row),
    isMerged: row.merged_into !== null,
    findings: (row.findings as unknown as DemandFinding[]).map((finding) => ({ ...finding })),
    askedAt: row.asked_at,
    ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
    ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    ...(row.due_clock === null ? {} : { dueClock: row.due_clock }),
  };
}

/** The day in China on which a demand left, or was asked. */
export function dayOf({ sent_at: sent, asked_at: asked }: DemandRow): string {
  return chinaDay(sent ?? asked);
}

/** The instants between which a month lies in China. */
export function instantsOf(month: string): { readonly since: string; readonly before: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const start = (of: string) => new Date(`${of}-01T00:00:00+08:00`).toISOString();
  return { since: start(month), before: start(next) };
}

/** A demand as the meter counts it. */
export function burdenOf(row: DemandRow): BurdenDemand {
  return {
    id: row.id,
    office: row.office,
    units: row.units,
    sentOn: isoDate(dayOf(row)),
    findings: (row.findings as unknown as DemandFinding[]).map(({ code }) => code),
    isOverridden: isOverridden(row),
    isAfterwards: row.is_afterwards,
  };
}

/** Whether a leader let it through. */
export function isOverridden({ decided_at: at, state }: DemandRow): boolean {
  return at !== null && state !== 'refused';
}

/** A demand with its course, and what the asker may do with it. */
export async function demandPage(
  ctx: Ctx,
  whole: DemandRow,
  town: DemandTown,
): Promise<DemandPage> {
  const told = (rows: readonly DemandRow[]) => toldTo(ctx.db, town.reach, rows);
  const [row = whole] = await told([whole]);
  const merged = row.merged_into;
  const into = merged === null ? [] : await told(await findDemands(ctx.db, { ids: [merged] }));
  const joined = await told(await findDemands(ctx.db, { merged: row.id }));
  const entry = (await dutyEntriesOf(ctx.db)).find(({ code }) => code === row.duty_entry);
  const figures = row.known as unknown as AskedFigure[];
  const other = ({ id, title, office }: DemandRow) => ({ id, title, office: town.named(office) });
  const [target] = into;
  return {
    ...demandLine(row, town),
    purpose: row.purpose,
    basis: row.basis,
    dataAsked: row.data_asked,
    figures: showJudged({ findings: [], figures }, town).figures,
    answers: row.answers as DemandPage['answers'],
    askedBy: row.asked_by === null ? '' : town.nameOf(row.asked_by),
    joined: joined.map(other),
    may: rightsOn(ctx, row, town),
    ...(row.about === null ? {} : { about: row.about }),
    ...(entry ? { dutyEntry: { code: entry.code, title: entry.title } } : {}),
    ...(target ? { mergedInto: other(target) } : {}),
    ...(row.ended_at === null ? {} : { end: { at: row.ended_at, reason: row.end_reason ?? '' } }),
    ...(row.acknowledged_at === null || row.acknowledged_by === row.asked_by
      ? {}
      : { acknowledged: { at: row.acknowledged_at, by: town.nameOf(row.acknowledged_by ?? '') } }),
    ...(row.decided_at === null
      ? {}
      : {
          decision: {
            outcome: row.state === 'refused' ? ('refuse' as const) : ('allow' as const),
            by: row.decided_by === null ? '' : town.nameOf(row.decided_by),
            at: row.decided_at,
            reason: row.decision_reason ?? '',
          },
        }),
  };
}

/** What the asker may do with a demand as it stands. */
export function rightsOn(ctx: Ctx, row: DemandRow, { reach }: DemandTown): DemandPage['may'] {
  const isOwn = row.asked_by_account === ctx.actor.accountId || reach.offices.has(row.office);
  const mayChange = isOwn || reach.isSupervision;
  // The office that it counts against does not take a booking of another back.
  const isBooker = row.asked_by_account === ctx.actor.accountId || reach.isSupervision;
  const isOpen = row.state === 'stopped' || row.state === 'cleared';
  return {
    decide:
      row.state === 'stopped' &&
      reach.isLeader &&
      reach.person !== undefined &&
      !isIssuer(ctx, row),
    send: mayChange && row.state === 'cleared' && row.kind !== 'item',
    withdraw: isOpen ? mayChange : row.is_afterwards && row.state === 'sent' && isBooker,
    merge: mayChange && isOpen,
    acknowledge:
      row.is_afterwards &&
      row.state === 'sent' &&
      row.acknowledged_at === null &&
      reach.offices.has(row.office),
  };
}

/** Whether somebody asked this themselves, or would decide in the place of who did. */
export function isIssuer({ actor }: Pick<Ctx, 'actor'>, row: DemandRow): boolean {
  const issuers = [row.asked_by, ...row.in_place_of];
  if (row.asked_by_account === actor.accountId) return true;
  if (actor.person !== undefined && issuers.includes(actor.person)) return true;
  const leading = actor.grants.filter(({ role }) => role === 'leader');
  const own = leading.some(({ inPlaceOf }) => inPlaceOf === undefined);
  return !own && leading.some(({ inPlaceOf }) => inPlaceOf?.accountId === row.asked_by_account);
}
