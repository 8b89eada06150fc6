/** What the pages of documents are told. */

import type { client } from '../api/index.ts';

type Papers = typeof client.papers;
export type DocumentsReply = Awaited<ReturnType<Papers['list']>>;
export type IssuedDocument = DocumentsReply['rows'][number];
export type TemplateRow = Awaited<ReturnType<Papers['templates']>>['rows'][number];
export type TemplateFinding = Awaited<ReturnType<Papers['check']>>['findings'][number];
