/** Binds the addresses of items; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { UsesFor } from '../../evidence/index.ts';
import type { Gate, Incoming } from '../../platform/index.ts';
import { createItem } from './create.ts';
import { actOnItem } from './deeds.ts';
import { listItems } from './list.ts';
import { drawLookBacks, listLookBacks, repeatLookBack } from './look-backs.ts';
import { numberSlip } from './numbered-slip.ts';
import { itemOptions } from './options.ts';
import { listOutcomes, mapOutcome } from './outcome.ts';
import { readItem } from './page.ts';
import { pasteItems, previewPaste } from './paste.ts';
import { addRecurring, endRecurring, listRecurring } from './recurring.ts';

export function itemsRoutes(gate: Gate, { usesFor }: { readonly usesFor: UsesFor }) {
  const os = implement(contract.items).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context, input }) => listItems(context, input)),
    options: os.options.handler(({ context }) => itemOptions(context)),
    item: os.item.handler(({ context, input }) => readItem(context, input.id)),
    makeDocument: os.makeDocument.handler(({ context, input }) => numberSlip(context, input)),
    create: os.create.handler(({ context, input: { town: _, ...input } }) =>
      createItem(context, input),
    ),
    act: os.act.handler(({ context, input: { town: _, ...input } }) =>
      actOnItem(context, input, usesFor),
    ),
    previewPaste: os.previewPaste.handler(({ context, input }) => previewPaste(context, input)),
    paste: os.paste.handler(({ context, input }) => pasteItems(context, input)),
    lookBacks: os.lookBacks.handler(({ context }) => listLookBacks(context)),
    lookBack: os.lookBack.handler(({ context, input }) => repeatLookBack(context, input)),
    drawLookBacks: os.drawLookBacks.handler(({ context, input }) => drawLookBacks(context, input)),
    recurring: os.recurring.handler(({ context }) => listRecurring(context)),
    addRecurring: os.addRecurring.handler(({ context, input: { town: _, ...input } }) =>
      addRecurring(context, input),
    ),
    endRecurring: os.endRecurring.handler(({ context, input }) => endRecurring(context, input)),
    outcomes: os.outcomes.handler(({ context }) => listOutcomes(context)),
    mapOutcome: os.mapOutcome.handler(({ context, input }) => mapOutcome(context, input)),
  };
}
