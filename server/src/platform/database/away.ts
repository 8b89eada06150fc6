/** Tells a database that is away from one that says no. */

import { DatabaseError } from 'pg';

/** Whether the database is away, or on its way back: what failed by it may be tried again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return isConnectionLost(error);
  return error.code !== undefined && away.includes(error.code);
}

/** Its codes while it shuts down, crashed or starts. */
export const away = ['57P01', '57P02', '57P03'];

/** The driver says in words what has no code. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const lost = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];
  if ('code' in error && lost.includes(String(error.code))) return true;
  return /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(
    error.message,
  );
}
