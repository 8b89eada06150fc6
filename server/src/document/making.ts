/** The door for rooms: plain data become a numbered document, kept as it was made. */

import { randomUUID } from 'node:crypto';
import { type Ctx, chinaDay, type Role } from '../platform/index.ts';
import { officialDocx } from './docx.ts';
import {
  type DocumentData,
  type DocumentKind,
  defaultDocument,
  fillingOf,
  kinds,
  type Origin,
  titleOf,
} from './kinds.ts';
import {
  choices,
  fileBytes,
  findTemplate,
  holdKind,
  type IssueRow,
  insertIssue,
  keepFile,
  nextNumber,
  sameIssue,
  sha256Of,
} from './store.ts';
import { filled } from './templates/fill.ts';

interface About {
  /** What it is about, in the words of the room: `circular 2026-10`. */
  readonly about: string;
  /** The edition of the data, as a person reads it: `2026年第三季度第2版（凭据码 …）`. */
  readonly madeFrom: string;
  /** Roles of the whole town that read it, beside whoever makes it. */
  readonly readers: readonly Role[];
}

/** A document as the room hears of it. */
export interface MadeDocument {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly isNew: boolean;
}

/**
 * Makes a document with the next number of its kind and year, from the template in use. Asked again
 * for the same matter and data it tells the one that there is, so that no number is wasted.
 */
export async function makeDocument<K extends DocumentKind>(
  ctx: Ctx,
  kind: K,
  data: DocumentData[K],
  { about, madeFrom, readers }: About,
): Promise<MadeDocument> {
  const { db, tenant, actor, now } = ctx;
  await holdKind(db, tenant.id, kind);
  const dataSha256 = sha256Of(JSON.stringify([madeFrom, data]));
  const same = await sameIssue(db, { kind, about, dataSha256 });
  if (same) return { id: same.id, number: numberOf(same), title: same.title, isNew: false };
  const year = Number(chinaDay(now).slice(0, 4));
  const number = await nextNumber(db, kind, year);
  const title = titleOf(kind, data);
  const version = (await choices(db)).get(kind)?.version ?? null;
  const origin = { number: numberOf({ kind, year, number }), madeFrom };
  const bytes = await documentBytes(db, { kind, data, origin, version });
  const id = randomUUID();
  await insertIssue(db, {
    tenant_id: tenant.id,
    id,
    kind,
    year,
    number,
    title,
    about,
    made_from: madeFrom,
    data_sha256: dataSha256,
    template_version: version,
    sha256: await keepFile(db, tenant.id, bytes),
    readers: [...readers],
    made_by_account: actor.accountId,
    made_by: actor.person ?? null,
    made_at: now,
  });
  return { id, number: origin.number, title, isNew: true };
}

interface Making<K extends DocumentKind> {
  readonly kind: K;
  readonly data: DocumentData[K];
  readonly origin: Origin;
  /** null: the default. */
  readonly version: number | null;
}

/** The bytes of a document; the same input gives the same bytes. */
async function documentBytes<K extends DocumentKind>(
  db: Ctx['db'],
  { kind, data, origin, version }: Making<K>,
): Promise<Uint8Array> {
  const template = version === null ? undefined : await findTemplate(db, kind, version);
  if (!template) return officialDocx(defaultDocument(kind, data, origin));
  return filled(await fileBytes(db, template.sha256), {
    kind,
    filling: fillingOf(kind, data, origin),
    title: titleOf(kind, data),
  });
}

/** `通报2026-003`: for inside; what stands in the red head is the register's. */
export function numberOf({
  kind,
  year,
  number,
}: Pick<IssueRow, 'kind' | 'year' | 'number'>): string {
  const { label } = kinds[kind as DocumentKind];
  return `${label}${year}-${String(number).padStart(3, '0')}`;
}
