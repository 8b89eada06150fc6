/**
 * Passwords and sessions by a well-kept library. None of its own addresses is reachable: the room's
 * deeds call it, so the gate, the audit and the permission matrix see every one.
 */

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { username } from 'better-auth/plugins';
import pg from 'pg';
import { z } from 'zod';
import { digestKey, surviveLostConnections } from '../platform/index.ts';
import { attemptsOf } from './attempts.ts';
import { isUserName } from './user-names.ts';

export type Login = ReturnType<typeof createLogin>['login'];

interface LoginNeeds {
  /** Address of the program's role. */
  readonly url: string;
  /** At least 32 characters; signs the session cookie. */
  readonly secret: string;
  /** `http://127.0.0.1:8080`; cookies are `Secure` under https. */
  readonly origin: string;
}

/** A sign-in lasts one office day; the row of a session says to ten minutes when it was last used. */
const sessionSeconds = 12 * 60 * 60;

/** Connections that the library keeps for itself. */
export const loginConnections = 4;

export function createLogin({ url, secret, origin }: LoginNeeds) {
  const pool = new pg.Pool({
    connectionString: url,
    max: loginConnections,
    options: '-c search_path=login',
  });
  surviveLostConnections(pool);
  const login = betterAuth({
    database: pool,
    secret,
    baseURL: origin,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1, // judged by our own rule, with a sentence
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: sessionSeconds, updateAge: 10 * 60 },
    advanced: { cookiePrefix: 'oneneedle' },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 60, usernameValidator: isUserName }),
      { id: 'open-session', endpoints: { openSession } } satisfies BetterAuthPlugin,
    ],
  });
  return { login, attempts: attemptsOf(pool, digestKey(secret)), close: () => pool.end() };
}

/**
 * Signs an account in that our own deeds have proven: by password, second step or unified identity.
 * The library knows no such way in, and each of its own would leave one of these out.
 */
const openSession = createAuthEndpoint(
  '/open-session',
  { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
  async (ctx) => {
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(ctx.body.userId);
    if (!user) throw new Error('only accounts that exist are proven');
    const session = await internalAdapter.createSession(user.id, false);
    await setSessionCookie(ctx, { session, user });
    return ctx.json({ done: true });
  },
);

const derive = promisify(argon2);

/** Argon2id by the second recommended option of RFC 9106 scaled to 19 MiB, as OWASP lists it. */
const cost = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };

/** @returns `argon2id$memory$passes$salt$tag` in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { ...cost, message: password, nonce });
  return [
    'argon2id',
    cost.memory,
    cost.passes,
    nonce.toString('base64url'),
    tag.toString('base64url'),
  ].join('$');
}

export async function verifyPassword(asked: { hash: string; password: string }): Promise<boolean> {
  const [kind, memory, passes, nonce = '', tag = ''] = asked.hash.split('$');
  if (kind !== 'argon2id') return false;
  const expected = Buffer.from(tag, 'base64url');
  const actual = await derive('argon2id', {
    ...cost,
    memory: Number(memory),
    passes: Number(passes),
    tagLength: expected.length,
    message: asked.password,
    nonce: Buffer.from(nonce, 'base64url'),
  });
  return timingSafeEqual(actual, expected);
}
