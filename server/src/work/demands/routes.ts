/** Binds the addresses of the burden gate; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import {
  exportList,
  importList,
  knownFigureKeeper,
  markList,
  previewList,
} from '../../org/index.ts';
import type { Gate, Incoming } from '../../platform/index.ts';
import { askDemand, bookDemand, demandOptions, judge, listDemands, readDemand } from './actions.ts';
import {
  acknowledgeBooking,
  mergeDemand,
  overrideDemand,
  sendDemand,
  withdrawDemand,
} from './deeds.ts';
import { dutyKeeper } from './duty.ts';
import { listDuties, listFigures } from './lists.ts';
import { readMeter } from './meter.ts';

export function demandsRoutes(gate: Gate) {
  const os = implement(contract.demands).$context<Incoming>().use(gate.town);
  return {
    options: os.options.handler(({ context, input }) => demandOptions(context, input)),
    judge: os.judge.handler(({ context, input: { town: _, ...input } }) => judge(context, input)),
    ask: os.ask.handler(({ context, input: { town: _, ...input } }) => askDemand(context, input)),
    book: os.book.handler(({ context, input: { town: _, ...input } }) =>
      bookDemand(context, input),
    ),
    list: os.list.handler(({ context, input }) => listDemands(context, input)),
    one: os.one.handler(({ context, input }) => readDemand(context, input)),
    override: os.override.handler(({ context, input }) => overrideDemand(context, input)),
    send: os.send.handler(({ context, input }) => sendDemand(context, input)),
    withdraw: os.withdraw.handler(({ context, input }) => withdrawDemand(context, input)),
    acknowledge: os.acknowledge.handler(({ context, input }) => acknowledgeBooking(context, input)),
    merge: os.merge.handler(({ context, input }) => mergeDemand(context, input)),
    meter: os.meter.handler(({ context, input }) => readMeter(context, input)),
    dutyEntries: os.dutyEntries.handler(({ context }) => listDuties(context)),
    exportDutyLists: os.exportDutyLists.handler(({ context }) => exportList(context, dutyKeeper)),
    previewDutyLists: os.previewDutyLists.handler(({ context, input }) =>
      previewList(context, dutyKeeper, input.file),
    ),
    markDutyLists: os.markDutyLists.handler(({ context, input }) =>
      markList(context, dutyKeeper, input.file),
    ),
    importDutyLists: os.importDutyLists.handler(({ context, input }) =>
      importList(context, dutyKeeper, input),
    ),
    knownFigures: os.knownFigures.handler(({ context, input }) => listFigures(context, input)),
    exportKnownFigures: os.exportKnownFigures.handler(({ context }) =>
      exportList(context, knownFigureKeeper),
    ),
    previewKnownFigures: os.previewKnownFigures.handler(({ context, input }) =>
      previewList(context, knownFigureKeeper, input.file),
    ),
    markKnownFigures: os.markKnownFigures.handler(({ context, input }) =>
      markList(context, knownFigureKeeper, input.file),
    ),
    importKnownFigures: os.importKnownFigures.handler(({ context, input }) =>
      importList(context, knownFigureKeeper, input),
    ),
  };
}
