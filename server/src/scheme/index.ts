/** 办法: a scheme is drafted from a document, put into one, and in force from a day to a day. */

export { importScheme, type Remark, type SchemeDraft } from './import/import-scheme.ts';
export {
  type AdoptedScheme,
  kindsOf,
  putKinds,
  putScheme,
  type SchemeInForce,
  schemeOf,
  sourceOf,
  schemesInForce,
} from './in-force.ts';
export { type RenderOptions, schemeDocument, schemeText } from './render.ts';
