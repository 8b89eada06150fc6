/** Asking the town over HTTP, with everybody signed in. */

import { randomUUID } from 'node:crypto';
import { code, password, people, type Somebody } from './town.ts';

export interface Reply {
  readonly status: number;
  /** Whatever came back is looked into. */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** Asks as somebody; the path is that within the town. */
export type Ask = (who: Somebody, method: string, path: string, body?: object) => Promise<Reply>;

/** Signs everybody in. */
export async function askingAt(origin: string): Promise<Ask> {
  const json = { 'content-type': 'application/json' };
  const cookies = new Map<string, string>();
  for (const { userName } of people) {
    const body = JSON.stringify({ userName, password });
    const answer = await fetch(`${origin}/api/auth/sign-in`, {
      method: 'POST',
      headers: json,
      body,
    });
    if (answer.status !== 200) throw new Error(`sign-in: ${await answer.text()}`);
    const all = answer.headers.getSetCookie().map((text) => text.split(';')[0]);
    cookies.set(userName, all.join('; '));
  }
  return async ({ userName }, method, path, body) => {
    const cookie = cookies.get(userName) ?? '';
    const answer = await fetch(`${origin}/api/towns/${code}${path}`, {
      method,
      headers: { ...json, cookie, 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
}
