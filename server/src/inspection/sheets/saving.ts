/**
 * A writing of a sheet arrives: from a phone, typed from paper, or from a file. What happens to it is
 * decided by `savingOf` of the kernel alone; here stand who may write, and what is kept.
 */

import { randomUUID } from 'node:crypto';
import type { ArrivingSheet } from '@oneneedle/contract';
import {
  faultsIn,
  type SheetContent,
  type SheetOfVisit,
  savingOf,
  sheetDigest,
  sparesOf,
} from '@oneneedle/kernel';
import { citeEvidence, ownEvidence } from '../../evidence/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { findTemplate, linesOf, type TemplateRow } from '../templates/store.ts';
import { inspectionTown, signer } from '../town.ts';
import { requireFiling } from './filing.ts';
import { sheetProblem } from './problems.ts';
import { entersFor } from './reach.ts';
import {
  answersOf,
  findVisit,
  insertSheet,
  insertSheetDeed,
  type KeptPhoto,
  lockSheet,
  photosOf,
  type SheetRow,
  sheetsOf,
  updateSheet,
  type VisitRow,
} from './store.ts';

type Arriving = ArrivingSheet & { readonly sheetId: string };

/** Saves a writing, or says why what is here stays as it is. */
export async function saveSheet(ctx: Ctx, arriving: Arriving) {
  const { person, visit } = await requireWriter(ctx, arriving);
  const template = await requireSound(ctx, visit, arriving);
  const kept = await lockSheet(ctx.db, arriving.sheetId);
  if (kept && (kept.visit_id !== visit.id || kept.person !== person)) {
    throw sheetProblem('sheet-other');
  }
  const saving = savingOf(kept && writingOf(kept), arriving);
  if (kept) {
    if (saving === 'twoVersions') throw sheetProblem('two-versions', { kept: keptOf(kept) });
    if (saving === 'closed') throw sheetProblem('sent-already', { kept: keptOf(kept) });
    if (saving === 'older') return told(kept, { outcome: 'older', kept: keptOf(kept) });
    if (saving === 'same') return told(await withOwnPhotos(ctx, kept, visit));
  }
  if (!isOpen(visit)) throw sheetProblem('round-over');
  if (kept && saving === 'replace') await keepReplaced(ctx, kept, person);
  const row = { ...columnsOf(ctx, arriving, kept), template: template.code };
  if (kept) await updateSheet(ctx.db, kept.id, row);
  else await insertSheet(ctx.db, { ...row, ...(await beginningOf(ctx, visit, arriving, person)) });
  const saved = await lockSheet(ctx.db, arriving.sheetId);
  if (!saved) throw new Error('a sheet that was just written');
  return told(await withOwnPhotos(ctx, saved, visit));
}

/** What of a row the protocol is decided by. */
export function writingOf({ digest, revision, state }: SheetRow) {
  return { digest, revision, isDraft: state === 'draft' };
}

/** A row as it is judged among the sheets of its visit. */
export function ofVisit({ id, is_spare, person, state }: SheetRow): SheetOfVisit {
  return { id, person, isDraft: state === 'draft', isSpare: is_spare };
}

/** Whether sheets of a visit are still taken. */
export function isOpen({ round_state, state }: VisitRow): boolean {
  return ['planned', 'drawn', 'going'].includes(round_state) && state !== 'withdrawn';
}

/** @returns whose sheet it is: on the phone the asker's own, at the office that of whoever was there */
async function requireWriter(
  ctx: Ctx,
  { origin, person: whose, visit: visitId }: Arriving,
): Promise<{ readonly person: string; readonly visit: VisitRow }> {
  if (origin === 'field') await requireFiling(ctx.db);
  const visit = await findVisit(ctx.db, visitId, { hold: true });
  const town = await inspectionTown(ctx);
  const person = signer(ctx);
  const of = whose ?? person;
  if (!visit?.inspectors.includes(of)) throw sheetProblem('visit-unknown');
  const enters = origin !== 'field' && entersFor(ctx, visit, town);
  if (of !== person && !enters) throw sheetProblem('visit-unknown');
  return { person: of, visit };
}

async function requireSound(ctx: Ctx, visit: VisitRow, arriving: Arriving): Promise<TemplateRow> {
  const version = { code: visit.template, version: arriving.templateVersion };
  const template = await findTemplate(ctx.db, version);
  if (!template || template.state === 'draft') throw sheetProblem('template-other', version);
  if (sheetDigest(arriving as SheetContent) !== arriving.digest) throw sheetProblem('garbled');
  const faults = faultsIn(linesOf(template), arriving.answers as SheetContent['answers']);
  if (faults.length > 0) {
    throw sheetProblem('answers-wrong', { lines: faults.map(({ line }) => line) });
  }
  const isAnswered = arriving.signature !== 'none' || arriving.statement !== '';
  if (visit.mode === 'unannounced' && isAnswered) throw sheetProblem('nobody-called');
  return template;
}

function columnsOf(ctx: Ctx, arriving: Arriving, kept: SheetRow | undefined) {
  const known = new Map((kept ? photosOf(kept) : []).map((photo) => [photo.sha256, photo]));
  const photos = arriving.photos.map((photo): KeptPhoto => {
    const { evidenceId, storedSha256 } = known.get(photo.sha256) ?? {};
    return { ...photo, ...(evidenceId && storedSha256 ? { evidenceId, storedSha256 } : {}) };
  });
  const ahead = Date.parse(arriving.deviceNow) - Date.parse(ctx.now);
  return {
    template_version: arriving.templateVersion,
    account_id: ctx.actor.accountId,
    origin: arriving.origin,
    revision: arriving.revision,
    digest: arriving.digest,
    answers: JSON.stringify(arriving.answers),
    statement: arriving.statement,
    signature: arriving.signature,
    photos: JSON.stringify(photos),
    clock_ahead: Math.max(-2e9, Math.min(2e9, Math.round(ahead / 1000))),
    saved_at: ctx.now,
  };
}

async function beginningOf(ctx: Ctx, visit: VisitRow, { sheetId }: Arriving, person: string) {
  const others = (await sheetsOf(ctx.db, [visit.id])).map(ofVisit);
  const mine = { id: sheetId, person, isDraft: true, isSpare: true };
  const whose = await whoseSheets(ctx, visit);
  return {
    tenant_id: ctx.tenant.id,
    id: sheetId,
    visit_id: visit.id,
    person,
    state: 'draft',
    is_spare: sparesOf([...others, mine], whose).has(sheetId),
  };
}

/** Whether the visit has one sheet of the team, or one of each. */
export async function whoseSheets(ctx: Pick<Ctx, 'db'>, visit: VisitRow): Promise<'team' | 'each'> {
  const version = { code: visit.template, version: visit.template_version };
  return (await findTemplate(ctx.db, version))?.sheets === 'each' ? 'each' : 'team';
}

/** What another device wrote and its writer looked at and did not want, stays in the course. */
async function keepReplaced(ctx: Ctx, kept: SheetRow, person: string): Promise<void> {
  await insertSheetDeed(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    sheet_id: kept.id,
    deed: 'change',
    account_id: ctx.actor.accountId,
    person,
    note: '两处写的不一样，对照后选了另一份；这是没有选的那份。',
    answers_before: JSON.stringify(answersOf(kept)),
    at: ctx.now,
  });
}

/** A photo whose arrival was not acknowledged is here all the same, and is not asked for again. */
async function withOwnPhotos(ctx: Ctx, sheet: SheetRow, visit: VisitRow): Promise<SheetRow> {
  const photos = photosOf(sheet);
  const bare = photos.filter(({ evidenceId }) => evidenceId === undefined);
  const hashes = bare.map(({ sha256 }) => sha256);
  const own = await ownEvidence(ctx.db, ctx.actor.accountId, hashes);
  const shown = photos.map((photo): KeptPhoto => {
    const found = photo.evidenceId === undefined ? own.get(photo.sha256) : undefined;
    return found ? { ...photo, evidenceId: found.id, storedSha256: found.storedSha256 } : photo;
  });
  if (sheet.state === 'draft') {
    await citeEvidence(ctx, {
      sheetId: sheet.id,
      evidenceIds: shown.flatMap(({ evidenceId }) => evidenceId ?? []),
      subjects: [visit.village],
    });
    if (own.size > 0) await updateSheet(ctx.db, sheet.id, { photos: JSON.stringify(shown) });
  }
  return { ...sheet, photos: shown as never };
}

/** A row as another device must see it. */
export function keptOf(sheet: SheetRow) {
  return {
    revision: sheet.revision,
    digest: sheet.digest,
    visit: sheet.visit_id,
    templateVersion: sheet.template_version,
    answers: answersOf(sheet) as ArrivingSheet['answers'],
    statement: sheet.statement,
    signature: sheet.signature as ArrivingSheet['signature'],
    photos: photosOf(sheet).map(({ evidenceId: _, storedSha256: __, ...photo }) => photo),
  };
}

/** The hashes of listed photos that are not here yet. */
export function missingPhotos(sheet: SheetRow): string[] {
  return photosOf(sheet).flatMap(({ evidenceId, sha256 }) =>
    evidenceId === undefined ? [sha256] : [],
  );
}

function told(
  sheet: SheetRow,
  more: { outcome: 'saved' | 'older'; kept?: ReturnType<typeof keptOf> } = { outcome: 'saved' },
) {
  return {
    ...more,
    revision: sheet.revision,
    digest: sheet.digest,
    state: sheet.state as 'draft',
    isSpare: sheet.is_spare,
    missing: missingPhotos(sheet),
  };
}
