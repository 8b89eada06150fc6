/** A row of evidence as it is told to others. */

import { personNames } from '../org/index.ts';
import type { Queries } from '../platform/index.ts';
import type { EvidenceRow } from './store.ts';

/** Rows as items of the contract, with the names of who brought them where they still have one. */
export async function itemsOf(db: Queries, accountId: string, rows: readonly EvidenceRow[]) {
  const names = await personNames(db, [...new Set(rows.flatMap((row) => row.added_by ?? []))]);
  return rows.map((row) =>
    itemOf(row, { accountId, addedBy: names.get(row.added_by ?? '') ?? '' }),
  );
}

function itemOf(row: EvidenceRow, { accountId, addedBy }: { accountId: string; addedBy: string }) {
  const { height, lat_e7: latE7, lon_e7: lonE7, redacted_at, redacted_reason, width } = row;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as 'picture' | 'pdf' | 'document' | 'sheet' | 'text',
    mediaType: row.media_type,
    receivedSha256: row.received_sha256,
    storedSha256: row.stored_sha256,
    bytes: row.shown_bytes,
    hasPreview: row.preview_sha256 !== null,
    ...(width === null || height === null ? {} : { size: { width, height } }),
    ...(row.taken_at === null ? {} : { takenAt: row.taken_at }),
    ...(latE7 === null || lonE7 === null ? {} : { place: { latE7, lonE7 } }),
    caption: row.caption,
    ...(row.taken_on === null ? {} : { takenOn: row.taken_on }),
    takenBy: row.taken_by,
    note: row.note,
    addedAt: row.added_at,
    addedBy,
    isMine: row.added_by_account === accountId,
    cited: { facts: row.facts ?? 0, entries: row.entries ?? 0 },
    ...(redacted_at === null || redacted_reason === null
      ? {}
      : { redacted: { at: redacted_at, reason: redacted_reason } }),
  };
}

/** A piece of evidence as the contract has it. */
export type EvidenceItem = ReturnType<typeof itemOf>;
