/** Asking with an access token of somebody: what a script may do in their name, for the tests of rooms. */

import { randomUUID } from 'node:crypto';
import { type Answer, type Asker, type Kit, testPassword } from './kit/rooms.ts';

/** Makes an access token of somebody. @returns asks with it, as a script would */
export async function machine(
  kit: Kit,
  owner: Asker,
  { code, scope }: { code: string; scope: Readonly<Record<string, 'read' | 'write'>> },
): Promise<(method: 'POST' | 'PUT', path: string, body?: object) => Promise<Answer>> {
  const made = await owner.post(`/api/towns/${code}/access-tokens`, {
    name: '办公系统',
    scope,
    expiresOn: '2026-06-30',
    currentPassword: testPassword,
  });
  const headers = { authorization: `Bearer ${made.body.secret}` };
  return (method, path, body = {}) =>
    kit.stranger().ask(method, path, body, {
      ...headers,
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
    });
}
