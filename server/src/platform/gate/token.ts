/** How far a machine gets: less than its owner, and never to accounts, sign-in and the audit. */

import { tokenRooms } from '@oneneedle/contract';
import type { AccessToken, Ctx } from './context.ts';
import { gateProblem } from './problems.ts';

/** Refuses a room that the scope of the token does not name, or names for reading only. */
export function permitToken(
  { scope }: AccessToken,
  { path }: { readonly path: readonly string[] },
  writes: boolean,
): void {
  const [room = ''] = path;
  if (!(tokenRooms as readonly string[]).includes(room)) refuseToken();
  const allowed = scope[room];
  if (allowed === 'write' || (allowed === 'read' && !writes)) return;
  throw gateProblem('token-scope', { room, wanted: writes ? 'write' : 'read' });
}

/** What a named person decides, a machine does not decide in their name. */
export function requireNoToken({ account }: Pick<Ctx, 'account'>): void {
  if (account.accessToken) throw gateProblem('token-decides');
}

/** No token opens an address outside of towns, nor those about accounts. */
export function refuseToken(): never {
  throw gateProblem('token-refused');
}
