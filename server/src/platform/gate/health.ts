/** Whether the program is alive, and whether it can do its work. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import { sql } from 'kysely';
import type { Gate, Incoming } from './gate.ts';
import type { Policy } from './policy.ts';

export const healthPolicy: Policy<typeof contract.health> = { live: 'public', ready: 'public' };

export function healthRoutes(gate: Gate, { version }: { version: string }) {
  const os = implement(contract.health).$context<Incoming>().use(gate.outside);
  return {
    live: os.live.handler(() => ({ alive: true as const })),
    ready: os.ready.handler(async ({ context }) => {
      await sql`select 1 from tenant limit 1`.execute(context.db);
      return { ready: true as const, version };
    }),
  };
}
