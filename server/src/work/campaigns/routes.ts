/** Binds the addresses of campaigns; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { UsesFor } from '../../evidence/index.ts';
import { exportList, importList, markList, previewList } from '../../org/index.ts';
import type { Gate, Incoming } from '../../platform/index.ts';
import { campaignOptions, listCampaigns, makeCampaign, readCampaign } from './actions.ts';
import { correctCampaign, correctSpot, moveEnd } from './corrections.ts';
import { actOnSpot } from './spot-deeds.ts';
import { addSpot } from './spot-entry.ts';
import { readSpot } from './spot-page.ts';
import { spotKeeper, spotReader } from './spot-sheet.ts';

export function campaignsRoutes(gate: Gate, { usesFor }: { readonly usesFor: UsesFor }) {
  const os = implement(contract.campaigns).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context }) => listCampaigns(context)),
    options: os.options.handler(({ context }) => campaignOptions(context)),
    make: os.make.handler(({ context, input }) => makeCampaign(context, input)),
    one: os.one.handler(({ context, input }) => readCampaign(context, input)),
    correct: os.correct.handler(({ context, input }) => correctCampaign(context, input)),
    moveEnd: os.moveEnd.handler(({ context, input }) => moveEnd(context, input)),
    correctSpot: os.correctSpot.handler(({ context, input }) => correctSpot(context, input)),
    addSpot: os.addSpot.handler(({ context, input: { town: _, ...input } }) =>
      addSpot(context, input),
    ),
    spot: os.spot.handler(({ context, input }) => readSpot(context, input)),
    act: os.act.handler(({ context, input: { town: _, ...input } }) =>
      actOnSpot(context, input, usesFor),
    ),
    exportSpots: os.exportSpots.handler(({ context, input }) =>
      exportList(context, spotReader(input.id)),
    ),
    previewSpots: os.previewSpots.handler(({ context, input }) =>
      previewList(context, spotKeeper(input.id), input.file),
    ),
    markSpots: os.markSpots.handler(({ context, input }) =>
      markList(context, spotKeeper(input.id), input.file),
    ),
    importSpots: os.importSpots.handler(({ context, input }) =>
      importList(context, spotKeeper(input.id), input),
    ),
  };
}
