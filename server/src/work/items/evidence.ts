/** Evidence of items: who may read it, what a deed cites, and what the course shows of it. */

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  citeEvidence,
  type EvidenceRef,
  evidenceOf,
  type ReadableUses,
  requireEvidence,
  type UsesFor,
} from '../../evidence/index.ts';
import type { Ctx, Queries } from '../../platform/index.ts';
import { itemBook } from './book.ts';
import { type Reach, ungivenStates } from './reach.ts';
import type { DeedRow, ItemRow } from './store.ts';

/** Adds what of items an asker may read to what other rooms say of facts and spots. */
export function withItems(usesFor: UsesFor): UsesFor {
  return async (ctx): Promise<ReadableUses> => {
    const { reach } = await itemBook(ctx);
    return { ...(await usesFor(ctx)), item: (id) => isInSight(id, reach) };
  };
}

/** The rule of `reads`, as a condition; a village's own account reads no talk, and so no evidence of it. */
function isInSight(id: RawBuilder<string>, reach: Reach): RawBuilder<SqlBool> {
  const offices = [...reach.offices];
  const cared = [...reach.cadreOf];
  return sql<boolean>`exists (select from work_item i where i.id::text = ${id} and (
    ${reach.all}::boolean
    or i.created_by_account = ${reach.accountId}
    or i.accountable = ${reach.person ?? null}
    or i.lead_unit = any (${offices}::text[])
    or i.issuer_unit = any (${offices}::text[])
    or i.support_units && ${offices}::text[]
    or (i.lead_unit = any (${cared}::text[]) or i.units && ${cared}::text[])
      and not i.state = any (${[...ungivenStates]}::text[])))`;
}

/** Writes down what a deed rests on. Refuses a file that is not there for whoever cites it. */
export async function citeForItem(
  ctx: Ctx,
  { item, evidence }: { item: ItemRow; evidence: readonly string[] },
  usesFor: UsesFor,
): Promise<void> {
  await requireEvidence(ctx, evidence, usesFor);
  const subjects = item.lead_unit === null ? [] : [item.lead_unit];
  await citeEvidence(ctx, { itemId: item.id, evidenceIds: evidence, subjects });
}

/** The files that a course cites, by their ids. */
export async function filesOf(
  db: Queries,
  course: readonly DeedRow[],
): Promise<ReadonlyMap<string, EvidenceRef>> {
  const ids = [...new Set(course.flatMap(({ evidence }) => evidence))];
  const found = ids.length === 0 ? [] : await evidenceOf(db, ids);
  return new Map(found.map((file) => [file.id, file]));
}
