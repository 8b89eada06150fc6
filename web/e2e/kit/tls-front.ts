/** The program behind a certificate, under a name that is not this machine: what a phone really opens. */

import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A front that can be cut off as a network is. */
export interface TlsFront {
  readonly origin: string;
  readonly name: string;
  /** What a browser is told to trust, and nothing else. */
  readonly keyHash: string;
  /** Bytes of each script as they were sent, by its path. */
  readonly scripts: ReadonlyMap<string, number>;
  /** Cuts every connection, and lets none in. */
  cut(): void;
  restore(): void;
  isCut(): boolean;
  /** Cuts it at the so manieth request from now to a path like this: before the program hears it, or with its reply. */
  cutAt(path: RegExp, at: 'request' | 'reply', times?: number): void;
  /** From now on the worker of the page is another one. */
  renewWorker(): void;
  /** How often a path like this was asked. */
  asked(path: RegExp): number;
  stop(): Promise<void>;
}

/** What the front knows of what went through it. */
interface Passing {
  readonly target: URL;
  readonly paths: string[];
  readonly scripts: Map<string, number>;
  readonly sockets: Set<Socket>;
  cutting?: { readonly path: RegExp; readonly at: 'request' | 'reply'; readonly times: number };
  isCut: boolean;
  isRenewed: boolean;
}

export async function tlsFront(target: string): Promise<TlsFront> {
  const name = 'field.qinghe.test';
  const { cert, key, keyHash } = certificateOf(name);
  const passing: Passing = {
    target: new URL(target),
    paths: [],
    scripts: new Map(),
    sockets: new Set(),
    isCut: false,
    isRenewed: false,
  };
  const server = createServer({ key, cert }, (asked, reply) => pass(passing, asked, reply));
  server.on('connection', (socket: Socket) => {
    if (passing.isCut) return socket.destroy();
    passing.sockets.add(socket);
    socket.once('close', () => passing.sockets.delete(socket));
    socket.on('error', () => {});
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const end = () => endAll(passing);
  return {
    origin: `https://${name}:${port}`,
    name,
    keyHash,
    scripts: passing.scripts,
    cut: () => cutOff(passing),
    restore: () => {
      passing.isCut = false;
      delete passing.cutting;
    },
    isCut: () => passing.isCut,
    cutAt: (path, at, times = 1) => {
      passing.cutting = { path, at, times };
    },
    renewWorker: () => {
      passing.isRenewed = true;
    },
    asked: (path) => passing.paths.filter((one) => path.test(one)).length,
    stop: async () => {
      end();
      await new Promise((done) => server.close(done));
    },
  };
}

function endAll({ sockets }: Passing): void {
  for (const socket of sockets) socket.destroy();
}

function cutOff(passing: Passing): void {
  passing.isCut = true;
  endAll(passing);
}

/** Whether the network is cut at this very request, and where. */
function cutHere(passing: Passing, path: string): 'request' | 'reply' | undefined {
  const { cutting } = passing;
  if (!cutting?.path.test(path)) return undefined;
  const { times, ...rest } = cutting;
  if (times > 1) {
    passing.cutting = { ...rest, times: times - 1 };
    return undefined;
  }
  delete passing.cutting;
  return cutting.at;
}

/** A certificate of its own for a name, and the hash by which a browser is told to trust its key. */
function certificateOf(name: string): { cert: Buffer; key: Buffer; keyHash: string } {
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const about = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert];
  execFileSync('openssl', ['req', '-x509', ...made, ...about], { stdio: 'ignore' });
  const pem = readFileSync(cert);
  const keyBytes = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  const keyHash = createHash('sha256').update(keyBytes).digest('base64');
  return { cert: pem, key: readFileSync(key), keyHash };
}

/** Hands one request on, and its reply back unless the network is cut here. */
function pass(passing: Passing, incoming: IncomingMessage, reply: ServerResponse): void {
  const path = incoming.url ?? '/';
  passing.paths.push(path);
  const cut = cutHere(passing, path);
  if (cut === 'request') {
    cutOff(passing);
    return;
  }
  const { hostname, port } = passing.target;
  const isRenewed = passing.isRenewed && path === '/field/worker.js';
  const { method } = incoming;
  const headers = isRenewed ? { host: incoming.headers.host } : incoming.headers;
  const asked = forward({ hostname, port, path, method, headers }, (answer) => {
    if (cut === 'reply') {
      answer.resume();
      answer.on('end', () => cutOff(passing));
      return;
    }
    if (isRenewed) {
      reply.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
      reply.write('// a new version\n');
      answer.pipe(reply);
      return;
    }
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    let bytes = 0;
    answer.on('data', (piece: Buffer) => {
      bytes += piece.length;
    });
    answer.on('end', () => {
      if (/\.js$/.test(path) && answer.statusCode === 200) passing.scripts.set(path, bytes);
    });
    answer.pipe(reply);
  });
  asked.on('error', () => reply.destroy());
  incoming.pipe(asked);
}
