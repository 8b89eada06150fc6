/** What later rooms read of the ledger: facts, seals, and the head of the log. */

import {
  type HashHex,
  type PostedFact,
  type Receipt,
  rootOfLeaves,
  type Seal,
} from '@oneneedle/kernel';
import type { Queries } from '../platform/index.ts';
import { type LedgerHead, type LedgerPlace, ledgerHead, lockLedger } from './head.ts';
import { ledgerProblem } from './problems.ts';
import { factRows, factRowsOf, factsAfter, leafHashes, sealRows } from './store.ts';
import { factIn } from './stored.ts';

/** The facts of a town in the order of posting, and the log that holds exactly them. */
export interface LedgerFacts {
  readonly facts: readonly PostedFact[];
  readonly head: LedgerHead;
}

/** All facts, or those that were known when the log held `upTo` of them. */
export async function factsOf(db: Queries, { upTo }: { upTo?: number } = {}): Promise<LedgerFacts> {
  const rows = await factRows(db, upTo);
  const facts = rows.map(factIn);
  const head =
    upTo === undefined
      ? await ledgerHead(db)
      : { size: rows.length, root: rootOfLeaves(rows.map(({ leafHash }) => leafHash)) };
  return { facts, head };
}

/** When these facts were posted, by their number. */
export async function postingTimes(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await factRowsOf(db, ids);
  return new Map(rows.map(({ body }) => [body.id, body.postedAt]));
}

/** A seal as it is kept: with what proves it. */
export interface KeptSeal extends Seal {
  readonly resultHash?: HashHex;
  readonly receipt?: Receipt;
  /** Root of the log when it held `atSeq` facts. */
  readonly ledgerRoot: HashHex;
  /** Person by opaque code, or account. */
  readonly sealedBy?: string;
  readonly sealedAt: string;
}

/** All seals, by line, period and edition. */
export async function sealsOf(db: Queries): Promise<KeptSeal[]> {
  return (await sealRows(db)).map((row) => ({
    line: row.line,
    period: row.period,
    edition: row.edition,
    atSeq: row.at_seq,
    ...(row.decision_no === null ? {} : { decisionNo: row.decision_no }),
    printed: row.printed as unknown as Seal['printed'],
    ...(row.result_hash === null ? {} : { resultHash: row.result_hash }),
    ...(row.receipt === null ? {} : { receipt: row.receipt as unknown as Receipt }),
    ledgerRoot: row.ledger_root,
    ...(row.sealed_by === null ? {} : { sealedBy: row.sealed_by }),
    sealedAt: row.sealed_at,
  }));
}

/** What is sealed now; the root and the instant are the ledger's to say. */
export type NewSeal = Omit<KeptSeal, 'ledgerRoot' | 'sealedAt'> & {
  /** What spoke for waiting, and the reason why it was sealed all the same. */
  readonly despite?: { readonly sentences: readonly string[]; readonly reason: string } | undefined;
};

/** How many facts that count in the period a seal would not know. */
export async function factsBeyond(
  db: Queries,
  seal: Parameters<typeof factsAfter>[1],
): Promise<number> {
  return factsAfter(db, seal);
}

/**
 * Keeps a seal. A fact that counts in the period and that the sealed result does not know would be
 * lost for good, so it is refused as `seal-stale`: hold the log (`lockLedger`) before computing.
 */
export async function insertSeal(place: LedgerPlace, seal: NewSeal): Promise<void> {
  const { db, tenant, now } = place;
  await lockLedger(place);
  const later = await factsAfter(db, seal);
  if (later > 0) throw ledgerProblem('seal-stale', { later });
  await db
    .insertInto('seal')
    .values({
      tenant_id: tenant.id,
      line: seal.line,
      period: seal.period,
      edition: seal.edition,
      at_seq: seal.atSeq,
      decision_no: seal.decisionNo ?? null,
      printed: JSON.stringify(seal.printed),
      result_hash: seal.resultHash ?? null,
      receipt: seal.receipt === undefined ? null : JSON.stringify(seal.receipt),
      despite: seal.despite === undefined ? null : JSON.stringify(seal.despite),
      ledger_root: rootOfLeaves(await leafHashes(db, seal.atSeq)),
      sealed_by: seal.sealedBy ?? null,
      sealed_at: now,
    })
    .execute();
}
