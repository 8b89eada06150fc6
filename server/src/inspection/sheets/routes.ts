/** Binds the addresses of sheets; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { UsesFor } from '../../evidence/index.ts';
import type { Gate, Incoming } from '../../platform/index.ts';
import { changeSheet } from './change.ts';
import { closeField, fileField, readFiling } from './filing.ts';
import { attachPhoto } from './photos.ts';
import { listSheets, readSheet } from './reading.ts';
import { saveSheet } from './saving.ts';
import { sendSheet } from './sending.ts';
import { fieldWork } from './work.ts';

export function sheetsRoutes(gate: Gate, { usesFor }: { readonly usesFor: UsesFor }) {
  const os = implement(contract.sheets).$context<Incoming>().use(gate.town);
  return {
    work: os.work.handler(({ context, input }) => fieldWork(context, input)),
    filing: os.filing.handler(({ context }) => readFiling(context)),
    file: os.file.handler(({ context, input }) => fileField(context, input)),
    close: os.close.handler(({ context }) => closeField(context)),
    save: os.save.handler(({ context, input: { town: _, ...input } }) => saveSheet(context, input)),
    attach: os.attach.handler(({ context, input }) => attachPhoto(context, input, usesFor)),
    send: os.send.handler(({ context, input }) => sendSheet(context, input)),
    one: os.one.handler(({ context, input }) => readSheet(context, input.sheetId)),
    list: os.list.handler(({ context, input }) => listSheets(context, input.visit)),
    change: os.change.handler(({ context, input: { town: _, ...input } }) =>
      changeSheet(context, input),
    ),
  };
}
