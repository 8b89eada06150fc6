/** Binds the addresses of check sheets; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import {
  listTemplates,
  readTemplatePage,
  releaseTemplate,
  retireTemplate,
  saveTemplate,
  templateOptions,
} from './actions.ts';

export function templatesRoutes(gate: Gate) {
  const os = implement(contract.templates).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context }) => listTemplates(context)),
    options: os.options.handler(({ context }) => templateOptions(context)),
    one: os.one.handler(({ context, input }) => readTemplatePage(context, input)),
    save: os.save.handler(({ context, input: { town: _, ...input } }) =>
      saveTemplate(context, input),
    ),
    release: os.release.handler(({ context, input }) => releaseTemplate(context, input)),
    retire: os.retire.handler(({ context, input }) => retireTemplate(context, input)),
  };
}
