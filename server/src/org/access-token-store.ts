/** What is stored of access tokens: never the token itself, only its digest. */

import { createHash, randomBytes } from 'node:crypto';
import type { AccessToken, Account, Queries } from '../platform/index.ts';
import { chinaDay } from '../platform/index.ts';
import { maskedAddress } from './places.ts';

/** A new token of 256 bits; its first letters say what it is to whoever finds it lying about. */
export function newToken(): string {
  return `oneneedle_${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a token: it is long and random, so one turn of the hash is enough. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What stands after `Bearer` in a request; undefined where there is no such header. */
export function bearerOf(headers: Headers): string | undefined {
  return /^bearer\s+(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1];
}

interface MachineNeeds {
  readonly queries: Queries;
  readonly clock: () => Date;
  readonly accountOf: (queries: Queries, id: string) => Promise<Account | undefined>;
}

/** The account of the token's owner, with the token; undefined for one that is ended or expired. */
export async function machineOf(
  { queries, clock, accountOf }: MachineNeeds,
  headers: Headers,
  token: string,
): Promise<Account | undefined> {
  const now = clock().toISOString();
  const row = await queries
    .selectFrom('access_token')
    .select(['id', 'account_id', 'town_id', 'name', 'scope', 'last_used_at'])
    .where('digest', '=', tokenDigest(token))
    .where('ended_at', 'is', null)
    .where('expires_on', '>=', chinaDay(now))
    .executeTakeFirst();
  if (!row) return undefined;
  const account = await accountOf(queries, row.account_id);
  if (!account) return undefined;
  await noteUse(queries, { id: row.id, lastUsedAt: row.last_used_at, now, headers });
  const { id, name, town_id: townId } = row;
  return {
    ...account,
    accessToken: { id, name, townId, scope: row.scope as AccessToken['scope'] },
  };
}

interface Use {
  readonly id: string;
  readonly lastUsedAt: string | null;
  readonly now: string;
  readonly headers: Headers;
}

/** To ten minutes, as with sessions: a machine asks often. */
async function noteUse(queries: Queries, { id, lastUsedAt, now, headers }: Use): Promise<void> {
  if (lastUsedAt !== null && Date.parse(now) - Date.parse(lastUsedAt) < 600_000) return;
  const last_address = maskedAddress(headers.get('x-forwarded-for') ?? '');
  await queries
    .updateTable('access_token')
    .set({ last_used_at: now, last_address })
    .where('id', '=', id)
    .execute();
}
