/** Binds the addresses of lists of the district; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import { correctList, readList, readLists, recordList } from './actions.ts';
import { markFile, previewFile } from './files.ts';

export function benchmarkRoutes(gate: Gate) {
  const os = implement(contract.benchmark).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context }) => readLists(context)),
    one: os.one.handler(({ context, input }) => readList(context, input)),
    record: os.record.handler(({ context, input }) => recordList(context, input)),
    correct: os.correct.handler(({ context, input }) => correctList(context, input)),
    preview: os.preview.handler(({ context, input }) => previewFile(context, input)),
    mark: os.mark.handler(({ context, input }) => markFile(context, input)),
  };
}
