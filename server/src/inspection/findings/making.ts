/** Findings are made of a sheet once it holds, never before: until then the village may object. */

import { randomUUID } from 'node:crypto';
import {
  addMonths,
  type Calendar,
  dueOfFinding,
  type FindingSeverity,
  type IsoDate,
  isoDate,
  isWrong,
  repeatMonths,
  repeatOf,
} from '@oneneedle/kernel';
import { type DeskPlace, openLine } from '../../desk/index.ts';
import { calendarOf } from '../../org/index.ts';
import { chinaDay } from '../../platform/index.ts';
import { answersOf, photosOf, type SheetRow, type VisitRow } from '../sheets/store.ts';
import { findTemplate, linesOf } from '../templates/store.ts';
import { earlierFindings, insertFinding, insertFindingDeed } from './store.ts';

/** A sheet that holds from now on. */
interface Holding {
  readonly sheet: SheetRow;
  readonly visit: VisitRow;
}

/** Makes a finding of each place where something was wrong; of a line without a place, one. */
export async function makeFindings(place: DeskPlace, { sheet, visit }: Holding): Promise<void> {
  const version = { code: sheet.template, version: sheet.template_version };
  const template = await findTemplate(place.db, version);
  if (!template) throw new Error('a sheet without its check sheet');
  const days = daysOf(sheet, await calendarOf(place.db), place.now);
  const earlier = await earlierFindings(place.db, {
    village: visit.village,
    template: sheet.template,
    since: addMonths(days.found, -repeatMonths),
  });
  let made = 0;
  for (const { code, severity, at, isWhole, before } of wrongPlaces(sheet, linesOf(template))) {
    const id = randomUUID();
    const { village, subject } = visit;
    const found = { village, subject, line: code, place: at, isWhole, on: days.found };
    const repeated = repeatOf(
      found,
      earlier.map((one) => ({ ...one, on: isoDate(one.found_on) })),
    );
    await insertFinding(place.db, {
      tenant_id: place.tenant.id,
      id,
      sheet_id: sheet.id,
      line: code,
      subject,
      village,
      place: at,
      severity,
      found_on: days.found,
      due_on: days.due(severity),
      before,
      repeats: repeated?.id ?? null,
      state: 'found',
    });
    await insertFindingDeed(place.db, {
      tenant_id: place.tenant.id,
      id: randomUUID(),
      finding_id: id,
      deed: 'find',
      person: sheet.person,
      evidence: before,
      at: place.now,
    });
    made += 1;
  }
  if (made > 0) await askRectifying(place, { sheet, visit }, made);
}

interface Days {
  readonly found: IsoDate;
  readonly due: (severity: FindingSeverity) => IsoDate;
}

function daysOf(sheet: SheetRow, calendar: Calendar, now: string): Days {
  const finalOn = isoDate(chinaDay(now));
  const toldOn = sheet.told_on === null ? finalOn : isoDate(sheet.told_on);
  return {
    found: isoDate(chinaDay(sheet.sent_at ?? sheet.saved_at)),
    due: (severity) => dueOfFinding(calendar, severity, { toldOn, finalOn }).on,
  };
}

/** Where something was wrong, with the photos of that place and those of the whole line. */
function wrongPlaces(sheet: SheetRow, lines: ReturnType<typeof linesOf>) {
  const answers = answersOf(sheet);
  const photos = photosOf(sheet);
  return lines.flatMap((line) => {
    const answer = answers[line.code];
    if (answer === undefined || answer.asks === 'notSeen' || !isWrong(line, answer)) return [];
    const isBare = answer.places.length === 0;
    const places = isBare ? [{ id: '', at: answer.note }] : answer.places;
    return places.map(({ id, at }) => ({
      code: line.code,
      severity: line.severity,
      at: at.trim(),
      isWhole: isBare && (line.asks === 'yesNo' || line.asks === 'choice'),
      before: photos.flatMap(({ evidenceId, line: of, place: where }) =>
        of === line.code && (where === undefined || where === id) ? (evidenceId ?? []) : [],
      ),
    }));
  });
}

async function askRectifying(
  place: DeskPlace,
  { sheet, visit }: Holding,
  made: number,
): Promise<void> {
  await openLine(place, {
    room: 'inspection',
    kind: 'rectify',
    about: sheet.id,
    title: `下发整改：${visit.village}${visit.period}检查发现的${made}处问题`,
    why: '结果已经确认，整改期限从告知村里那天算起。',
    roles: ['recorder'],
    line: visit.office,
    address: `/inspection/findings?sheet=${sheet.id}`,
    contact: { unit: visit.village },
  });
}
