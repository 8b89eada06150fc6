/** Binds the addresses of issued documents, templates and batches; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../platform/index.ts';
import { batchFile, readBatch, startBatch } from './batches/actions.ts';
import type { Packer } from './batches/packing.ts';
import { documentFile, listDocuments, registerDocument, voidDocument } from './issues/actions.ts';
import {
  checkUploaded,
  chooseTemplate,
  keepTemplate,
  listTemplates,
  previewTemplate,
  templateFile,
} from './templates/actions.ts';

export function papersRoutes(gate: Gate, { packer }: { readonly packer: Packer }) {
  const os = implement(contract.papers).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context, input }) => listDocuments(context, input)),
    file: os.file.handler(({ context, input }) => documentFile(context, input)),
    register: os.register.handler(({ context, input }) => registerDocument(context, input)),
    voidDocument: os.voidDocument.handler(({ context, input }) => voidDocument(context, input)),
    templates: os.templates.handler(({ context }) => listTemplates(context)),
    templateFile: os.templateFile.handler(({ context, input }) => templateFile(context, input)),
    preview: os.preview.handler(({ context, input }) => previewTemplate(context, input)),
    check: os.check.handler(({ context, input }) => checkUploaded(context, input)),
    keep: os.keep.handler(({ context, input }) => keepTemplate(context, input)),
    choose: os.choose.handler(({ context, input }) => chooseTemplate(context, input)),
    startBatch: os.startBatch.handler(({ context, input }) => startBatch(context, input, packer)),
    batch: os.batch.handler(({ context, input }) => readBatch(context, input)),
    batchFile: os.batchFile.handler(({ context, input }) => batchFile(context, input)),
  };
}
