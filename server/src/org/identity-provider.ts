/**
 * A unified identity of elsewhere by OpenID Connect: authorization code with PKCE, state and nonce.
 * It says who somebody is and nothing else: no account, no role, no name comes from there.
 */

import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { IdentitySettings } from '../platform/index.ts';
import { orgProblem } from './problems.ts';

/** Who somebody is, in the words of the provider. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** What must come back with the browser; kept sealed in its cookie. */
export interface Visit {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** What stands on the button. */
  readonly name: string;
  /** Where the browser goes; refuses while the provider does not answer. */
  visit(): Promise<{ readonly address: string; readonly visit: Visit }>;
  /** What a code proves; refuses one that the provider or the visit does not bear out. */
  prove(visit: Visit, code: string): Promise<ProvenIdentity>;
}

const patienceMilliseconds = 8_000;

const discovered = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
type Discovered = z.infer<typeof discovered>;
const tokens = z.looseObject({ id_token: z.string() });

/** The provider of the settings; nothing is asked of it before the first visit. */
export function identityProviderOf(
  settings: IdentitySettings,
  { origin }: { readonly origin: string },
): IdentityProvider {
  const redirect = `${origin}/sign-in/identity`;
  const known = rememberedOf(() => discover(settings.issuer));
  return {
    issuer: settings.issuer,
    name: settings.name,
    visit: async () => {
      const { authorization_endpoint } = (await known()).found;
      const visit = { state: randomText(), nonce: randomText(), verifier: randomText() };
      const address = new URL(authorization_endpoint);
      const asked = {
        response_type: 'code',
        scope: 'openid',
        client_id: settings.client,
        redirect_uri: redirect,
        state: visit.state,
        nonce: visit.nonce,
        code_challenge: createHash('sha256').update(visit.verifier).digest('base64url'),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return { address: address.href, visit };
    },
    prove: async ({ nonce, verifier }, code) => {
      const { found, keys } = await known();
      const told = await exchange(found, settings, { code, verifier, redirect });
      const { payload } = await verified(told, keys, settings);
      if (payload.nonce !== nonce || !payload.sub) throw orgProblem('identity-refused');
      return { issuer: settings.issuer, subject: payload.sub };
    },
  };
}

function randomText(): string {
  return randomBytes(32).toString('base64url');
}

interface Known {
  readonly found: Discovered;
  readonly keys: ReturnType<typeof createRemoteJWKSet>;
}

/** Asked once; a provider that did not answer is asked again at the next visit. */
function rememberedOf(find: () => Promise<Discovered>): () => Promise<Known> {
  let known: Known | undefined;
  return async () => {
    if (!known) {
      const found = await find();
      const options = { timeoutDuration: patienceMilliseconds };
      known = { found, keys: createRemoteJWKSet(new URL(found.jwks_uri), options) };
    }
    return known;
  };
}

async function discover(issuer: string): Promise<Discovered> {
  const reply = await asked(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const read = discovered.safeParse(reply.ok ? await reply.json().catch(() => ({})) : {});
  if (!read.success || read.data.issuer !== issuer) throw orgProblem('identity-away');
  return read.data;
}

/** Changes the code into what it proves; the provider tells it to this program, not to a browser. */
async function exchange(
  { token_endpoint }: Discovered,
  { client, secret }: IdentitySettings,
  { code, verifier, redirect }: { code: string; verifier: string; redirect: string },
): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
    code_verifier: verifier,
  });
  // RFC 6749, 2.3.1: both halves are encoded as in a form before they are joined.
  const half = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
  const basic = Buffer.from(`${half(client)}:${half(secret)}`).toString('base64');
  const reply = await asked(token_endpoint, {
    method: 'POST',
    body: form,
    headers: { authorization: `Basic ${basic}`, accept: 'application/json' },
  });
  if (reply.status >= 500) throw orgProblem('identity-away');
  const read = tokens.safeParse(reply.ok ? await reply.json().catch(() => ({})) : {});
  if (!read.success) throw orgProblem('identity-refused');
  return read.data.id_token;
}

/** Signature, issuer, audience and age by a well-kept library. */
async function verified(token: string, keys: Known['keys'], settings: IdentitySettings) {
  try {
    return await jwtVerify(token, keys, {
      issuer: settings.issuer,
      audience: settings.client,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
      algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'],
      clockTolerance: 60,
    });
  } catch (error) {
    if (error instanceof errors.JWKSTimeout) throw orgProblem('identity-away');
    if (error instanceof errors.JOSEError) throw orgProblem('identity-refused');
    throw orgProblem('identity-away'); // the keys could not be read
  }
}

async function asked(address: string, options: RequestInit = {}): Promise<Response> {
  const signal = AbortSignal.timeout(patienceMilliseconds);
  try {
    return await fetch(address, { ...options, redirect: 'error', signal });
  } catch {
    throw orgProblem('identity-away');
  }
}
