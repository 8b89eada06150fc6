/** Binds the addresses of the ledger; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../platform/index.ts';
import { changeEntry, recordEntry, removeEntry } from './entry-actions.ts';
import { listEntries, readEntry } from './entry-list.ts';
import { factPage } from './fact-page.ts';
import { listFacts } from './fact-views.ts';
import { ledgerHead } from './head.ts';
import {
  exportFacts,
  factTemplate,
  importEntries,
  markImport,
  previewImport,
} from './import-actions.ts';
import { logFile } from './log-file.ts';
import { addNote, listNotes } from './note-actions.ts';
import { recordingOptions } from './options-actions.ts';
import { listRelated } from './related-actions.ts';
import { reverseFact } from './reversal-actions.ts';
import { postEntries, reviewEntries, sendBackEntries } from './review-actions.ts';
import { typeCells } from './shared-cells.ts';
import { followSheet, presenceBoard } from './shared-presence.ts';
import { sendSheet } from './shared-send.ts';
import { readSheet } from './sheet-actions.ts';
import { saveSheet } from './sheet-save.ts';
import { listSignatures, signClauses } from './sign-actions.ts';
import { listWaiting } from './waiting.ts';

export function ledgerRoutes(gate: Gate) {
  const os = implement(contract.ledger).$context<Incoming>().use(gate.town);
  const board = presenceBoard();
  return {
    options: os.options.handler(({ context }) => recordingOptions(context)),
    facts: os.facts.handler(({ context, input: { town: _, ...input } }) =>
      listFacts(context, input),
    ),
    fact: os.fact.handler(({ context, input }) => factPage(context, input.id)),
    head: os.head.handler(({ context }) => ledgerHead(context.db)),
    log: os.log.handler(({ context }) => logFile(context)),
    entries: os.entries.handler(({ context, input }) => listEntries(context, input)),
    waiting: os.waiting.handler(({ context }) => listWaiting(context)),
    entry: os.entry.handler(({ context, input }) => readEntry(context, input)),
    record: os.record.handler(({ context, input: { town: _, ...input } }) =>
      recordEntry(context, input),
    ),
    change: os.change.handler(({ context, input: { town: _, ...input } }) =>
      changeEntry(context, input),
    ),
    remove: os.remove.handler(({ context, input: { entryId, version } }) =>
      removeEntry(context, { id: entryId, version }),
    ),
    review: os.review.handler(({ context, input }) => reviewEntries(context, input)),
    sendBack: os.sendBack.handler(({ context, input }) => sendBackEntries(context, input)),
    post: os.post.handler(({ context, input }) => postEntries(context, input)),
    reverse: os.reverse.handler(({ context, input }) => reverseFact(context, input)),
    signatures: os.signatures.handler(({ context, input }) => listSignatures(context, input)),
    sign: os.sign.handler(({ context, input }) => signClauses(context, input)),
    sheet: os.sheet.handler(({ context, input }) => readSheet(context, input)),
    saveSheet: os.saveSheet.handler(({ context, input: { town: _, ...input } }) =>
      saveSheet(context, input),
    ),
    followSheet: os.followSheet.handler(({ context, input: { town: _, ...input } }) =>
      followSheet(context, board, input),
    ),
    typeCells: os.typeCells.handler(({ context, input: { town: _, ...input } }) =>
      typeCells(context, input),
    ),
    sendSheet: os.sendSheet.handler(({ context, input: { town: _, ...input } }) =>
      sendSheet(context, input),
    ),
    related: os.related.handler(({ context, input }) => listRelated(context, input)),
    notes: os.notes.handler(({ context, input }) => listNotes(context, input)),
    addNote: os.addNote.handler(({ context, input: { town: _, ...input } }) =>
      addNote(context, input),
    ),
    template: os.template.handler(({ context, input }) => factTemplate(context, input)),
    exportFacts: os.exportFacts.handler(({ context, input: { town: _, ...input } }) =>
      exportFacts(context, input),
    ),
    previewImport: os.previewImport.handler(({ context, input }) => previewImport(context, input)),
    markImport: os.markImport.handler(({ context, input }) => markImport(context, input)),
    importEntries: os.importEntries.handler(({ context, input }) => importEntries(context, input)),
  };
}
