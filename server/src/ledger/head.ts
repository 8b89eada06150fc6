/** The right edge of a town's log: whoever posts holds it, so that numbers have no gaps. */

import {
  emptyFrontier,
  emptyRoot,
  type HashHex,
  type LogFrontier,
  rootOf,
} from '@oneneedle/kernel';
import type { Queries } from '../platform/index.ts';

/** The transaction and tenant of a deed, and its instant. */
export interface LedgerPlace {
  readonly db: Queries;
  readonly tenant: { readonly id: string };
  /** Instant of the deed. */
  readonly now: string;
}

/** How many facts the log holds, and its root. */
export interface LedgerHead {
  readonly size: number;
  readonly root: HashHex;
}

/** The head of the log as it stands; an empty log has a root too. */
export async function ledgerHead(db: Queries): Promise<LedgerHead> {
  const row = await db.selectFrom('ledger_head').select(['size', 'root']).executeTakeFirst();
  return row ?? { size: 0, root: emptyRoot };
}

/**
 * Holds the log until the transaction ends: nobody else posts meanwhile. What is read after this
 * (seals, facts) is what the next posting will stand on.
 */
export async function lockLedger({ db, tenant }: Omit<LedgerPlace, 'now'>): Promise<LogFrontier> {
  const { size, hashes } = emptyFrontier;
  await db
    .insertInto('ledger_head')
    .values({ tenant_id: tenant.id, size, root: emptyRoot, frontier: JSON.stringify(hashes) })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute();
  const row = await db
    .selectFrom('ledger_head')
    .select(['size', 'frontier'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { size: row.size, hashes: row.frontier as unknown as HashHex[] };
}

/** Writes the new edge; only after `lockLedger` in the same transaction. */
export async function moveHead(db: Queries, frontier: LogFrontier): Promise<void> {
  await db
    .updateTable('ledger_head')
    .set({
      size: frontier.size,
      root: rootOf(frontier),
      frontier: JSON.stringify(frontier.hashes),
    })
    .execute();
}
