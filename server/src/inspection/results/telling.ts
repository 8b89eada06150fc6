/**
 * The way of a result to the village. Unannounced: it goes out on the next workday, three workdays are
 * for confirming or objecting, and what nobody objects to holds after the last of them. Signed on the
 * spot it holds at once. This confirmation is not the objection against a posted list, which comes later.
 */

import { randomUUID } from 'node:crypto';
import { type Calendar, chineseDate, isoDate, workdaysAfter } from '@oneneedle/kernel';
import { closeLines, type DeskPlace, openLine } from '../../desk/index.ts';
import { calendarOf } from '../../org/index.ts';
import { chinaDay, type Queries, setTenant } from '../../platform/index.ts';
import { passCounting } from '../counting/waiting.ts';
import { passFindings } from '../findings/daily.ts';
import { makeFindings } from '../findings/making.ts';
import {
  findVisit,
  insertSheetDeed,
  lockSheet,
  type SheetRow,
  updateSheet,
  type VisitRow,
} from '../sheets/store.ts';
import { findTemplate } from '../templates/store.ts';
import { sheetsIn } from './store.ts';

/** Workdays for confirming, after the day on which the village was told. */
const confirmWorkdays = 3;

/** A sheet with its visit, both held. */
export interface Held {
  readonly sheet: SheetRow;
  readonly visit: VisitRow;
}

/** Who does a deed on a sheet; nobody where the day does it. */
export interface By {
  readonly account_id: string;
  readonly person: string;
}

/** Does for every town what the day brings; done twice on a day it changes nothing more. */
export async function passResultsEverywhere(
  { queries }: { queries: Queries },
  now: string,
): Promise<void> {
  const towns = await queries.selectFrom('tenant').select('id').orderBy('id').execute();
  for (const { id } of towns) {
    await queries.transaction().execute(async (db) => {
      await setTenant(db, id);
      await passResults({ db, tenant: { id }, now });
    });
  }
}

/** Tells what was sent on an earlier workday, and lets hold what nobody objected to in time. */
export async function passResults(place: DeskPlace): Promise<void> {
  const calendar = await calendarOf(place.db);
  const today = isoDate(chinaDay(place.now));
  for (const { id, visit_id: of } of await sheetsIn(place.db, ['sent', 'toConfirm'])) {
    // The visit is held before the sheet, as everywhere.
    const visit = await findVisit(place.db, of, { hold: true });
    const sheet = await lockSheet(place.db, id);
    if (!sheet || !visit || sheet.is_spare) continue;
    if (sheet.state === 'sent' && tellingDay(calendar, sheet) <= today) {
      await tellSheet(place, { sheet, visit });
    } else if (sheet.state === 'toConfirm' && (sheet.confirm_until ?? today) < today) {
      await holdSheet(place, { sheet, visit }, { deed: 'lapse' });
    }
  }
  await passFindings(place);
  await passCounting(place);
}

/** The workday after the one on which a sheet was sent. */
function tellingDay(calendar: Calendar, { sent_at: at, saved_at: saved }: SheetRow): string {
  return workdaysAfter(calendar, isoDate(chinaDay(at ?? saved)), 1).on;
}

/** Tells the village: from now on it reads the sheet. */
export async function tellSheet(
  place: DeskPlace,
  { sheet, visit }: Held,
  { by, how }: { readonly by?: By; readonly how?: 'onSite' } = {},
): Promise<void> {
  const today = isoDate(chinaDay(place.now));
  const until = workdaysAfter(await calendarOf(place.db), today, confirmWorkdays);
  const { guessedYear: year } = until;
  await insertSheetDeed(place.db, {
    ...deedOf(place, sheet, 'tell'),
    ...by,
    how: how ?? null,
    note: year === undefined ? null : `${year}年的放假安排还没有录入，确认期按周一至周五推算。`,
  });
  const told = { state: 'toConfirm', told_on: today, confirm_until: until.on };
  await updateSheet(place.db, sheet.id, told);
  await openLine(place, {
    room: 'inspection',
    kind: 'confirm-sheet',
    about: sheet.id,
    title: `看检查结果，${chineseDate(until.on)}前确认或说明哪里不符：${await nameOf(place, visit)}`,
    why: '确认期过后结果按现场表记实；整改期限从今天算起。',
    roles: ['resident-cadre', 'village'],
    unit: visit.village,
    dueOn: until.on,
    address: `/inspection/told?open=${sheet.id}`,
    contact: { unit: visit.office },
  });
}

/** What a representative signed on the spot holds at once; what he refused to sign is told there and then. */
export async function passOnSpot(place: DeskPlace, held: Held, by: By): Promise<void> {
  const { sheet, visit } = held;
  if (visit.mode !== 'open' || sheet.signature === 'none') return;
  await tellSheet(place, held, { by, how: 'onSite' });
  if (sheet.signature === 'refused') return;
  const told = { ...sheet, told_on: chinaDay(place.now) };
  const words = { deed: 'confirm', by, onBehalfOf: visit.village, how: 'onSite' } as const;
  await holdSheet(place, { sheet: told, visit }, { ...words, note: sheet.statement });
}

/** How a sheet came to hold. */
interface Holding {
  readonly deed: 'confirm' | 'lapse' | 'settle';
  readonly by?: By;
  readonly onBehalfOf?: string | undefined;
  readonly how?: 'onSite' | 'telephone' | 'inPerson' | 'paper' | undefined;
  readonly note?: string;
  readonly answersBefore?: string;
}

/** From now on the sheet holds: confirmed, or settled after an objection. */
export async function holdSheet(
  place: DeskPlace,
  { sheet, visit }: Held,
  { deed, by, onBehalfOf, how, note = '', answersBefore }: Holding,
): Promise<void> {
  await insertSheetDeed(place.db, {
    ...deedOf(place, sheet, deed),
    ...by,
    on_behalf_of: onBehalfOf ?? null,
    how: how ?? null,
    note: note === '' ? null : note,
    answers_before: answersBefore ?? null,
  });
  await updateSheet(place.db, sheet.id, { state: deed === 'settle' ? 'settled' : 'confirmed' });
  for (const kind of ['confirm-sheet', 'sheet-objected']) {
    await closeLines(place, { room: 'inspection', kind, about: sheet.id });
  }
  await makeFindings(place, { sheet, visit });
  if (deed === 'settle') await tellSettled(place, { sheet, visit });
  await passCounting(place);
}

/** The village hears how its objection was settled; the line goes when its result counts. */
async function tellSettled(place: DeskPlace, { sheet, visit }: Held): Promise<void> {
  await openLine(place, {
    room: 'inspection',
    kind: 'sheet-settled',
    about: sheet.id,
    title: `看不同意见的处理结果：${await nameOf(place, visit)}`,
    roles: ['resident-cadre', 'village'],
    unit: visit.village,
    address: `/inspection/told?open=${sheet.id}`,
    contact: { unit: visit.office },
  });
}

/** The beginnings of a deed on a sheet. */
export function deedOf({ tenant, now }: DeskPlace, { id }: Pick<SheetRow, 'id'>, deed: string) {
  return { tenant_id: tenant.id, id: randomUUID(), sheet_id: id, deed, at: now };
}

/** 东溪村2026年4月人居环境检查, as lines of the desk call it. */
export async function nameOf({ db }: DeskPlace, visit: VisitRow): Promise<string> {
  const version = { code: visit.template, version: visit.template_version };
  const template = await findTemplate(db, version);
  return `${visit.period}${template?.name ?? ''}`;
}
