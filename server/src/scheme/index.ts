/** 办法: a scheme is drafted from a document, put into one, and in force from a day to a day. */

export type { SchemeNeeds } from './approval-actions.ts';
export { type ClauseQuery, type FoundClause, searchClauses } from './clause-search.ts';
export { importScheme, type Remark, type SchemeDraft } from './import/import-scheme.ts';
export {
  type AdoptedScheme,
  groupNames,
  kindsOf,
  putKinds,
  putScheme,
  type SchemeInForce,
  schemeOf,
  schemesInForce,
  sourceOf,
} from './in-force.ts';
export { schemePolicy } from './policy.ts';
export { type RenderOptions, schemeDocument, schemeText } from './render.ts';
export { schemeRoutes } from './routes.ts';
export { kindsStamp } from './store.ts';
