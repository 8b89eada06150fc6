/** Binds the addresses of schemes; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../platform/index.ts';
import { approveScheme, endScheme, type SchemeNeeds } from './approval-actions.ts';
import { answerOne, commentOn, listComments, openComments } from './comment-actions.ts';
import * as drafts from './draft-actions.ts';
import { dropKind, listKinds, saveKind } from './kind-actions.ts';
import * as reading from './read-actions.ts';

export function schemeRoutes(gate: Gate, needs: SchemeNeeds) {
  const os = implement(contract.scheme).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context }) => reading.listSchemes(context)),
    upload: os.upload.handler(({ context, input }) => drafts.uploadScheme(context, input)),
    read: os.read.handler(({ context, input }) => reading.readVersion(context, input.id)),
    lint: os.lint.handler(({ context, input }) => reading.lintScheme(context, input.source)),
    write: os.write.handler(({ context, input }) => drafts.writeScheme(context, input)),
    draftNext: os.draftNext.handler(({ context, input }) => drafts.draftNext(context, input.id)),
    withdraw: os.withdraw.handler(({ context, input }) => drafts.withdrawScheme(context, input.id)),
    openComments: os.openComments.handler(({ context, input }) => openComments(context, input)),
    comments: os.comments.handler(({ context, input }) => listComments(context, input.id)),
    comment: os.comment.handler(({ context, input }) => commentOn(context, input)),
    answer: os.answer.handler(({ context, input }) => answerOne(context, input)),
    approve: os.approve.handler(({ context, input }) => approveScheme(context, input)),
    end: os.end.handler(({ context, input }) => endScheme(context, input, needs)),
    compare: os.compare.handler(({ context, input }) => reading.compareVersions(context, input)),
    source: os.source.handler(({ context, input }) => reading.sourceFile(context, input.id)),
    document: os.document.handler(({ context, input }) => reading.documentFile(context, input.id)),
    paper: os.paper.handler(({ context, input }) => reading.paperFile(context, input.id)),
    clauses: os.clauses.handler(({ context, input }) => reading.findClauses(context, input)),
    kinds: os.kinds.handler(({ context }) => listKinds(context)),
    writeKind: os.writeKind.handler(({ context, input }) => saveKind(context, input, needs)),
    removeKind: os.removeKind.handler(({ context, input }) => dropKind(context, input.code, needs)),
  };
}
