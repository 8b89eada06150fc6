/**
 * What stays of a failed sign-in. The request that failed rolls back, so the row is written on a
 * connection of its own: into the audit of the town that keeps the account, else of the installation.
 */

import type pg from 'pg';
import { auditInput } from '../platform/index.ts';
import { type SignInTold, signInRow } from './sign-in-history.ts';

/** A try that proved nothing; the password is told to nobody. */
export interface Failure {
  readonly deed: string;
  /** What the owner of the account is shown of it, where somebody tried to sign in. */
  readonly signIn?: SignInTold;
  /** Absent where the name is nobody's: then the name stands as a digest. */
  readonly accountId?: string;
  readonly userName: string;
  /** Where it came from; stands as a digest, so that tries from one place are known as such. */
  readonly address: string;
  /** Instant of the try. */
  readonly now: string;
  readonly requestId: string;
}

/** Writes the row; `key` is that of the digests of the whole audit. */
export async function writeFailure(pool: pg.Pool, key: string, failure: Failure): Promise<void> {
  const { accountId, userName, address, deed, now, requestId, signIn } = failure;
  if (signIn) await writeSignIn(pool, signIn);
  const told = accountId === undefined ? { userName, address } : { address };
  const input = auditInput(told, ['userName', 'address'], key);
  const homeId = accountId === undefined ? undefined : await homeOf(pool, accountId);
  if (homeId === undefined) {
    await pool.query(
      `insert into public.installation_audit (at, account_id, deed, input, request_id)
       values ($1, $2, $3, $4, $5)`,
      [now, accountId ?? null, deed, input, requestId],
    );
    return;
  }
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('oneneedle.tenant', $1, true)", [homeId]);
    await client.query(
      `insert into public.audit (tenant_id, at, account_id, deed, input, request_id)
       values ($1, $2, $3, $4, $5, $6)`,
      [homeId, now, accountId, deed, input, requestId],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function writeSignIn(pool: pg.Pool, told: SignInTold): Promise<void> {
  const { account_id, at, way, outcome, address, browser } = signInRow(told);
  await pool.query(
    `insert into public.sign_in (account_id, at, way, outcome, address, browser)
     values ($1, $2, $3, $4, $5, $6)`,
    [account_id, at, way, outcome, address, browser],
  );
}

async function homeOf(pool: pg.Pool, accountId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ home_id: string | null }>(
    'select home_id from public.account where id = $1',
    [accountId],
  );
  return rows[0]?.home_id ?? undefined;
}
