/** Binds the addresses of signs and work groups; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import { exportList, importList, markList, previewList } from '../../org/index.ts';
import type { Gate, Incoming } from '../../platform/index.ts';
import { addSign, endSign, idleGroup, keepSign, limitSigns, listSigns } from './actions.ts';
import { signKeeper } from './keeper.ts';

export function signsRoutes(gate: Gate) {
  const os = implement(contract.signs).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context, input }) => listSigns(context, input)),
    add: os.add.handler(({ context, input: { town: _, ...input } }) => addSign(context, input)),
    end: os.end.handler(({ context, input }) => endSign(context, input)),
    keep: os.keep.handler(({ context, input }) => keepSign(context, input)),
    idle: os.idle.handler(({ context, input }) => idleGroup(context, input)),
    limit: os.limit.handler(({ context, input }) => limitSigns(context, input)),
    exportSigns: os.exportSigns.handler(({ context }) => exportList(context, signKeeper)),
    previewSigns: os.previewSigns.handler(({ context, input }) =>
      previewList(context, signKeeper, input.file),
    ),
    markSigns: os.markSigns.handler(({ context, input }) =>
      markList(context, signKeeper, input.file),
    ),
    importSigns: os.importSigns.handler(({ context, input }) =>
      importList(context, signKeeper, input),
    ),
  };
}
