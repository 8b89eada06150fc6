/** Who read the fairness report of a period: all SQL of it. */

import { randomUUID } from 'node:crypto';
import type { Queries } from '../../platform/index.ts';

interface Named {
  readonly line: string;
  readonly period: string;
}

/** Somebody said that the report was read. */
export interface FairnessReading {
  /** Person by opaque code, or account. */
  readonly readBy: string;
  readonly readAt: string;
  /** Facts that the ledger had then. */
  readonly ledgerSize: number;
}

/** All readings of a period, the latest first. */
export async function fairnessReadings(
  db: Queries,
  { line, period }: Named,
): Promise<FairnessReading[]> {
  const rows = await db
    .selectFrom('fairness_reading')
    .select(['read_by', 'read_at', 'ledger_size'])
    .where('line', '=', line)
    .where('period', '=', period)
    .orderBy('read_at', 'desc')
    .execute();
  return rows.map(({ read_by, read_at, ledger_size }) => ({
    readBy: read_by,
    readAt: read_at,
    ledgerSize: Number(ledger_size),
  }));
}

/** Whether anybody read the report of a period, and when last; undefined where nobody did. */
export async function fairnessRead(
  db: Queries,
  line: string,
  period: string,
): Promise<FairnessReading | undefined> {
  const [latest] = await fairnessReadings(db, { line, period });
  return latest;
}

/** Keeps that somebody read it. */
export async function insertReading(
  db: Queries,
  { tenantId, line, period, ...reading }: FairnessReading & Named & { readonly tenantId: string },
): Promise<void> {
  await db
    .insertInto('fairness_reading')
    .values({
      tenant_id: tenantId,
      id: randomUUID(),
      line,
      period,
      read_by: reading.readBy,
      read_at: reading.readAt,
      ledger_size: reading.ledgerSize,
    })
    .execute();
}
