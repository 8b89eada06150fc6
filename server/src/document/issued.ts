/** The door for a room that asks what was made of its matter: the document as it was issued. */

import type { Queries } from '../platform/index.ts';
import type { DocumentKind } from './kinds.ts';
import { numberOf } from './making.ts';
import { fileBytes, latestIssue } from './store.ts';

/** A document that is not void. */
export interface IssuedDocument {
  readonly id: string;
  /** `异议答复2026-003` */
  readonly number: string;
  /** As the office's register has it; absent where it is not entered. */
  readonly officialNumber?: string;
  readonly sha256: string;
}

/** The latest of a kind about a matter, whoever asks: the room has judged that. */
export async function issuedDocument(
  db: Queries,
  of: { readonly kind: DocumentKind; readonly about: string },
): Promise<IssuedDocument | undefined> {
  const row = await latestIssue(db, of);
  if (!row) return undefined;
  const { id, sha256, official_number: official } = row;
  const number = numberOf(row);
  return { id, number, sha256, ...(official === null ? {} : { officialNumber: official }) };
}

/** Its bytes, as they were made. */
export async function issuedBytes(db: Queries, { sha256 }: IssuedDocument): Promise<Uint8Array> {
  return fileBytes(db, sha256);
}
