/// <reference path="./oidc-provider.d.ts" />
/** A real OpenID provider in the test's own process, as a province runs one. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import type { IdentitySettings } from '../../src/platform/identity-settings.ts';

export interface RunningProvider {
  readonly settings: IdentitySettings;
  /** File with the secret, as an installation keeps it. */
  readonly secretFile: string;
  /** What the provider received last at an address: `/token`. */
  asked(path: string): number;
  stop(): Promise<void>;
}

const secret = 'a secret of the provider, long enough for its own taste';

/** Starts the provider on a free port for an installation at this address; whoever signs in is who they say. */
export async function startIdentityProvider(origin: string): Promise<RunningProvider> {
  let listener: ReturnType<Provider['callback']> = (_request, response) => response.end();
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    counts.set(path, (counts.get(path) ?? 0) + 1);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const client = 'township: duties'; // what must be encoded before it is joined with its secret
  listener = new Provider(issuer, {
    clients: [
      {
        client_id: client,
        client_secret: secret,
        redirect_uris: [`${origin}/sign-in/identity`],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['of the tests'] },
  }).callback();
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-identity-'));
  const secretFile = join(folder, 'secret');
  writeFileSync(secretFile, `${secret}\n`, { mode: 0o600 });
  return {
    settings: { issuer, client, secret, name: '全省统一身份认证' },
    secretFile,
    asked: (path) => counts.get(path) ?? 0,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}

/** Signs in at the provider as a browser does. @returns the address that the browser is sent back to. */
export async function signInAtProvider(address: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  const go = async (to: string, form?: Record<string, string>): Promise<URL> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(to, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const one of reply.headers.getSetCookie()) {
      const [pair = ''] = one.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const next = reply.headers.get('location');
    if (next !== null) {
      const target = new URL(next, to);
      return target.origin === new URL(address).origin ? go(target.href) : target;
    }
    const page = await reply.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!prompt || !action) throw new Error(`${reply.status} ${page.slice(-400)}`);
    return go(new URL(action, to).href, { prompt, login, password: 'of the provider' });
  };
  return go(address);
}
