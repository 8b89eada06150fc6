/** The typed client of the program's API, from the contract: `client.org.…`, `api.org.….queryOptions()`. */

import type { Contract } from '@oneneedle/contract';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { preferences } from '../shell/preferences.ts';
import { addresses } from './addresses.ts';
import { linkOf } from './link.ts';

/** What one call may say beside its input. */
export interface CallContext {
  /** The same for every repetition of one attempt, so that a lost reply never makes a deed twice. */
  idempotencyKey?: string;
}

/** Calls by address: `await client.ledger.post({ town, … })`; throws what `problemOf` reads. */
export const client: JsonifiedClient<ContractRouterClient<Contract, CallContext>> =
  createORPCClient(
    linkOf<CallContext>({
      addresses,
      url: () => `${window.location.origin}/api`,
      headers: ({ idempotencyKey }) => ({
        'accept-language': preferences().language === 'zh' ? 'zh-CN' : 'en',
        'idempotency-key': idempotencyKey ?? newKey(),
      }),
    }),
  );

/** The same for queries: `useQuery(api.org.units.queryOptions({ input: { town } }))`. */
export const api = createTanstackQueryUtils(client);

/** A new idempotency key: 128 random bits. `randomUUID` is missing on pages without a certificate. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
