/** Binds the addresses of the pages of villages; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { AssessmentNeeds } from '../../assessment/index.ts';
import type { Gate, Incoming } from '../../platform/index.ts';
import { readVillage } from './reading.ts';
import { villageSheet } from './sheet.ts';

export function villagesRoutes(gate: Gate, needs: AssessmentNeeds) {
  const os = implement(contract.villages).$context<Incoming>().use(gate.town);
  return {
    page: os.page.handler(({ context, input }) => readVillage(needs, context, input)),
    sheet: os.sheet.handler(async ({ context, input }) =>
      villageSheet(
        await readVillage(needs, context, { ...input, isPaper: true }),
        context.tenant.name,
      ),
    ),
  };
}
