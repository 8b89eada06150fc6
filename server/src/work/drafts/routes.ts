/** Binds the addresses of the decomposition bench; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import { exportList, markList, previewList } from '../../org/index.ts';
import type { Gate, Incoming } from '../../platform/index.ts';
import { listDocuments, makeDocument, readDocument } from './actions.ts';
import { actOnDraft } from './deeds.ts';
import { redactSentence } from './redaction.ts';
import { importTasks, taskKeeper } from './table.ts';

export function draftsRoutes(gate: Gate) {
  const os = implement(contract.drafts).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context }) => listDocuments(context)),
    make: os.make.handler(({ context, input }) => makeDocument(context, input)),
    one: os.one.handler(({ context, input }) => readDocument(context, input)),
    act: os.act.handler(({ context, input: { town: _, ...input } }) => actOnDraft(context, input)),
    redact: os.redact.handler(({ context, input }) => redactSentence(context, input)),
    form: os.form.handler(({ context }) => exportList(context, taskKeeper(''))),
    previewTable: os.previewTable.handler(({ context, input }) =>
      previewList(context, taskKeeper(input.title), input.file),
    ),
    markTable: os.markTable.handler(({ context, input }) =>
      markList(context, taskKeeper(input.title), input.file),
    ),
    importTable: os.importTable.handler(({ context, input: { town: _, ...input } }) =>
      importTasks(context, input),
    ),
  };
}
