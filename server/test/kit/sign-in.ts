/** Signing in as a browser does it: the cookie that comes back goes along with what is asked next. */

import { type Answer, type Asker, type Kit, testPassword } from './rooms.ts';

export interface SignedIn extends Pick<Asker, 'get' | 'post'> {
  readonly answer: Answer;
  /** As the browser sends it; '' when the sign-in was refused. */
  readonly cookie: string;
}

interface Wanted {
  readonly userName: string;
  readonly password?: string;
  readonly headers?: Record<string, string>;
}

/** Tries to sign in; `get` and `post` ask with whatever cookie came back. */
export async function signIn(
  kit: Pick<Kit, 'stranger'>,
  { userName, password = testPassword, headers = {} }: Wanted,
): Promise<SignedIn> {
  const stranger = kit.stranger();
  const answer = await stranger.post('/api/auth/sign-in', { userName, password }, headers);
  const cookie = cookieOf(answer);
  return {
    answer,
    cookie,
    get: (path) => stranger.ask('GET', path, undefined, { cookie }),
    post: (path, body = {}, more = {}) => stranger.post(path, body, { cookie, ...more }),
  };
}

/** The cookies of an answer, without what the browser keeps to itself. */
export function cookieOf({ headers }: Answer): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
