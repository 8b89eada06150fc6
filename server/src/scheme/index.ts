/** 办法: a scheme is drafted from a document, and put into one. */

export { importScheme, type Remark, type SchemeDraft } from './import/import-scheme.ts';
export { type RenderOptions, schemeDocument, schemeText } from './render.ts';
