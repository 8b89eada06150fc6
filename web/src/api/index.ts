/** The door to the server for pages. */

export { api, type CallContext, client, newKey } from './client.ts';
export { download } from './download.ts';
export { isOutage, type Problem, problemOf } from './problem.ts';
export { newQueryClient } from './queries.ts';
export type { SaveState, SaveStep } from './saver.ts';
export { type Session, sessionQuery, useSession } from './session.ts';
export { useLeaveGuard } from './use-leave-guard.ts';
export { type Save, useSave } from './use-save.ts';
