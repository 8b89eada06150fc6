/** Binds the addresses of evidence; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../platform/index.ts';
import * as actions from './actions.ts';
import * as uploads from './upload-actions.ts';

export function evidenceRoutes(gate: Gate, places: uploads.FilePlaces) {
  const os = implement(contract.evidence).$context<Incoming>().use(gate.town);
  return {
    openUpload: os.openUpload.handler(({ context, input }) =>
      uploads.openUpload(places, context, input),
    ),
    upload: os.upload.handler(({ context, input }) =>
      uploads.uploadState(places, context, input.uploadId),
    ),
    sendPart: os.sendPart.handler(({ context, input }) => uploads.sendPart(places, context, input)),
    finishUpload: os.finishUpload.handler(({ context, input: { town: _, ...input } }) =>
      uploads.finishUpload(places, context, input),
    ),
    dropUpload: os.dropUpload.handler(({ context, input }) =>
      uploads.dropUpload(places, context, input.uploadId),
    ),
    list: os.list.handler(({ context, input: { town: _, ...input } }) =>
      actions.listEvidence(context, input),
    ),
    one: os.one.handler(({ context, input }) => actions.evidenceItem(context, input.evidenceId)),
    uses: os.uses.handler(({ context, input }) => actions.evidenceUses(context, input.evidenceId)),
    file: os.file.handler(({ context, input }) =>
      actions.evidenceFile(places, context, input.evidenceId),
    ),
    preview: os.preview.handler(({ context, input }) =>
      actions.evidencePreview(places, context, input.evidenceId),
    ),
    describe: os.describe.handler(({ context, input: { town: _, ...input } }) =>
      actions.describeEvidence(context, input),
    ),
    remove: os.remove.handler(({ context, input }) =>
      actions.removeEvidence(context, input.evidenceId),
    ),
    redact: os.redact.handler(({ context, input }) => actions.redactEvidence(context, input)),
  };
}
