/** Binds the addresses of evidence; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../platform/index.ts';
import * as actions from './actions.ts';
import * as uploads from './upload-actions.ts';

export function evidenceRoutes(gate: Gate, needs: uploads.EvidenceNeeds) {
  const os = implement(contract.evidence).$context<Incoming>().use(gate.town);
  return {
    openUpload: os.openUpload.handler(({ context, input }) =>
      uploads.openUpload(needs, context, input),
    ),
    upload: os.upload.handler(({ context, input }) =>
      uploads.uploadState(needs, context, input.uploadId),
    ),
    sendPart: os.sendPart.handler(({ context, input }) => uploads.sendPart(needs, context, input)),
    finishUpload: os.finishUpload.handler(({ context, input: { town: _, ...input } }) =>
      uploads.finishUpload(needs, context, input),
    ),
    dropUpload: os.dropUpload.handler(({ context, input }) =>
      uploads.dropUpload(needs, context, input.uploadId),
    ),
    list: os.list.handler(({ context, input: { town: _, ...input } }) =>
      actions.listEvidence(needs, context, input),
    ),
    one: os.one.handler(({ context, input }) =>
      actions.evidenceItem(needs, context, input.evidenceId),
    ),
    uses: os.uses.handler(({ context, input }) =>
      actions.evidenceUses(needs, context, input.evidenceId),
    ),
    file: os.file.handler(({ context, input }) =>
      actions.evidenceFile(needs, context, input.evidenceId),
    ),
    preview: os.preview.handler(({ context, input }) =>
      actions.evidencePreview(needs, context, input.evidenceId),
    ),
    describe: os.describe.handler(({ context, input: { town: _, ...input } }) =>
      actions.describeEvidence(needs, context, input),
    ),
    remove: os.remove.handler(({ context, input }) =>
      actions.removeEvidence(needs, context, input.evidenceId),
    ),
    redact: os.redact.handler(({ context, input }) =>
      actions.redactEvidence(needs, context, input),
    ),
  };
}
