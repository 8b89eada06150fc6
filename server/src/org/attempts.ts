/**
 * Failures of proving who one is. Those of an account stand in the database, at once and for good,
 * although the request that failed rolls back; those of a name that nobody has and of an address
 * stand in memory. So a name that nobody has answers as one that somebody has.
 */

import type pg from 'pg';
import { type Failure, writeFailure } from './failure-audit.ts';

const failuresMax = 5;
const lockMinutes = 15;
/** Failures of one address within the lock time: a whole office may sit behind one address. */
const addressFailuresMax = 50;

/** What a try may go on with; `accountId` is absent where nobody has the name. */
export interface Try {
  readonly accountId?: string;
  /** It has failed too often: the end of the lock as an instant. */
  readonly lockedUntil?: string;
}

export interface Attempts {
  /** Counts a try as failed before it is judged, so that many at once count as many. */
  begin(userName: string, now: string): Promise<Try>;
  /** Takes back what `begin` counted, where nothing was judged wrong and nothing proven yet. */
  giveBack(accountId: string): Promise<void>;
  /** Forgets the failures of an account, whatever becomes of the request. */
  succeed(accountId: string): Promise<void>;
  /** The end of the lock of an address that failed too often. */
  addressLockedUntil(address: string, now: string): string | undefined;
  /** Leaves a failure in the audit, although the request that failed rolls back. */
  keep(failure: Failure): Promise<void>;
  /** Counts a failure of an address. */
  countAddress(address: string, now: string): void;
}

/**
 * `pool` is not the pool of requests: a request that waits for a connection holds one already.
 * `key` is that of the digests in the audit.
 */
export function attemptsOf(pool: pg.Pool, key: string): Attempts {
  const names = tallyOf(failuresMax, { fades: false }); // as an account's, which only success ends
  const addresses = tallyOf(addressFailuresMax, { fades: true });
  return {
    begin: async (userName, now) => {
      const known = await beginKnown(pool, userName, now);
      if (known) return known;
      const lockedUntil = names.lockedUntil(userName, now);
      if (lockedUntil) return { lockedUntil };
      names.count(userName, now);
      return {};
    },
    giveBack: async (accountId) => {
      await pool.query(
        `update public.account set failed_count = greatest(failed_count - 1, 0),
           locked_until = case when failed_count - 1 >= $2 then locked_until end
         where id = $1`,
        [accountId, failuresMax],
      );
    },
    succeed: async (accountId) => {
      await pool.query(
        'update public.account set failed_count = 0, locked_until = null where id = $1',
        [accountId],
      );
    },
    keep: (failure) => writeFailure(pool, key, failure),
    addressLockedUntil: (address, now) => addresses.lockedUntil(address, now),
    countAddress: (address, now) => addresses.count(address, now),
  };
}

/** A lock that is over starts the count anew. */
async function beginKnown(pool: pg.Pool, name: string, now: string): Promise<Try | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `update public.account as own set
       failed_count = case when own.locked_until is null then own.failed_count else 0 end + 1,
       locked_until = case when
         case when own.locked_until is null then own.failed_count else 0 end + 1 >= $3
         then $4::timestamptz end
     from login."user" as named
     where named.id = own.id and named.username = $1 and own.disabled_at is null
       and (own.locked_until is null or own.locked_until <= $2::timestamptz)
     returning own.id`,
    [name, now, failuresMax, lockEnd(now)],
  );
  const [row] = rows;
  if (row) return { accountId: row.id };
  const locked = await pool.query<{ until: Date }>(
    `select own.locked_until as until from public.account as own
     join login."user" as named on named.id = own.id
     where named.username = $1 and own.disabled_at is null and own.locked_until > $2::timestamptz`,
    [name, now],
  );
  const until = locked.rows[0]?.until;
  return until ? { lockedUntil: until.toISOString() } : undefined;
}

interface Count {
  readonly count: number;
  readonly since: string;
  /** The end of the lock, once there is one. */
  readonly until?: string;
}

/** Counts by key in memory; the oldest keys are forgotten before memory fills. */
function tallyOf(max: number, { fades }: { fades: boolean }) {
  const seen = new Map<string, Count>();
  const isOver = ({ since, until }: Count, now: string) =>
    until === undefined ? fades && lockEnd(since) <= now : until <= now;
  return {
    lockedUntil(key: string, now: string): string | undefined {
      const until = seen.get(key)?.until;
      return until !== undefined && until > now ? until : undefined;
    },
    count(key: string, now: string): void {
      const own = seen.get(key);
      const goesOn = own !== undefined && !isOver(own, now);
      const count = goesOn ? own.count + 1 : 1;
      const since = goesOn ? own.since : now;
      seen.delete(key);
      seen.set(key, { count, since, ...(count >= max ? { until: lockEnd(now) } : {}) });
      const [oldest] = seen.keys();
      if (seen.size > 10_000 && oldest !== undefined) seen.delete(oldest);
    },
  };
}

function lockEnd(now: string): string {
  return new Date(Date.parse(now) + lockMinutes * 60_000).toISOString();
}
