/** A photo that a sheet lists has arrived as evidence. */

import { citeEvidence, receivedOf, requireEvidence, type UsesFor } from '../../evidence/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { inspectionTown, signer } from '../town.ts';
import { sheetProblem } from './problems.ts';
import { entersFor } from './reach.ts';
import { missingPhotos } from './saving.ts';
import {
  findSheet,
  findVisit,
  type KeptPhoto,
  lockSheet,
  photosOf,
  type SheetRow,
  updateSheet,
  type VisitRow,
} from './store.ts';

interface Attached {
  readonly sheetId: string;
  readonly sha256: string;
  readonly evidenceId: string;
}

/** Ties a piece of evidence to the photo of that hash; asked again, it changes nothing. */
export async function attachPhoto(ctx: Ctx, attached: Attached, usesFor: UsesFor) {
  const { sheet, visit } = await requireOwnSheet(ctx, attached.sheetId);
  const photos = photosOf(sheet);
  const listed = photos.filter(({ sha256 }) => sha256 === attached.sha256);
  if (listed.length === 0) throw sheetProblem('photo-unlisted');
  if (listed.some(({ evidenceId }) => evidenceId !== undefined)) {
    return { missing: missingPhotos(sheet) };
  }
  await requireEvidence(ctx, [attached.evidenceId], usesFor);
  const [found] = await receivedOf(ctx.db, [attached.evidenceId]);
  if (found?.receivedSha256 !== attached.sha256) throw sheetProblem('photo-other');
  const { storedSha256 } = found;
  const shown = photos.map(
    (photo): KeptPhoto =>
      photo.sha256 === attached.sha256 ? { ...photo, evidenceId: found.id, storedSha256 } : photo,
  );
  await updateSheet(ctx.db, sheet.id, { photos: JSON.stringify(shown) });
  await citeEvidence(ctx, {
    sheetId: sheet.id,
    evidenceIds: shown.flatMap(({ evidenceId }) => evidenceId ?? []),
    subjects: [visit.village],
  });
  return { missing: missingPhotos({ ...sheet, photos: shown as never }) };
}

/** A sheet that the asker wrote, or enters at the office, held with its visit. */
export async function requireOwnSheet(
  ctx: Ctx,
  id: string,
): Promise<{ readonly sheet: SheetRow; readonly visit: VisitRow }> {
  const town = await inspectionTown(ctx);
  const person = signer(ctx);
  const found = await findSheet(ctx.db, id);
  // The visit is held before the sheet, as whoever saves does it.
  const visit = found && (await findVisit(ctx.db, found.visit_id, { hold: true }));
  const sheet = await lockSheet(ctx.db, id);
  if (!sheet || !visit) throw sheetProblem('sheet-unknown');
  const isOwn = sheet.person === person && visit.inspectors.includes(person);
  if (!isOwn && !entersFor(ctx, visit, town)) throw sheetProblem('sheet-unknown');
  return { sheet, visit };
}
