/** The HTTP server: the API behind the gate, the OpenAPI document, and the pages. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import type { AnyRouter } from '@orpc/server';
import { ORPCError } from '@orpc/server';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { type Language, languageOf, type ProblemBody, problemBody } from './gate/errors.ts';
import { type Incoming, newRequestId } from './gate/gate.ts';
import { Problem } from './gate/problem.ts';
import { gateProblem } from './gate/problems.ts';
import { isForeign } from './gate/same-origin.ts';
import type { Log } from './log.ts';

export interface HttpNeeds {
  readonly router: AnyRouter;
  /** The OpenAPI document as JSON text. */
  readonly openapi: string;
  /** The same as a page for people. */
  readonly reference: string;
  /** Folder of the built pages; absent where only the API is served. */
  readonly pages?: string;
  readonly log: Log;
  /** Whether somebody signed in sent these headers. */
  readonly isSignedIn: (headers: Headers) => Promise<boolean>;
  /** Whether the set-up of an empty installation is open. */
  readonly isSetUpOpen: boolean;
  /** The pages take the day from it, not from the machine they are read on. */
  readonly clock: () => Date;
}

/** Builds the server; the caller makes it listen. */
export async function httpServer(needs: HttpNeeds): Promise<FastifyInstance> {
  const app = fastify({
    logger: false, // ours says the pattern of an address, never the address with its values
    bodyLimit: bodyBytesMax,
    frameworkErrors: (_error, request, reply) =>
      sendProblem(reply, bodyOf(gateProblem('not-readable'), request, needs.log)),
    forceCloseConnections: 'idle',
    // A proxy on the same machine names the asker; anybody else could write any address there,
    // and failed sign-ins are counted by address.
    trustProxy: 'loopback',
  });
  // Before every address: one that is registered earlier would answer in words of the library.
  app.setErrorHandler((error, request, reply) => {
    const tooLarge =
      error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
    sendProblem(reply, bodyOf(tooLarge ? gateProblem('too-large') : error, request, needs.log));
  });
  readBodies(app, needs);
  app.addHook('onSend', async (request, reply, payload) => {
    for (const [name, value] of Object.entries(safeHeaders)) {
      if (!reply.hasHeader(name)) reply.header(name, value); // a file may want a stricter one
    }
    const isApi = request.url.startsWith('/api/');
    if (isApi) reply.header('date', needs.clock().toUTCString());
    if (isApi && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    const isJson = String(reply.getHeader('content-type') ?? '').startsWith('application/json');
    if (reply.statusCode >= 400 && isJson) reply.type('application/problem+json; charset=utf-8');
    return payload;
  });
  const api = apiHandler(needs);
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(needs.openapi),
  );
  app.get('/api/public/reference', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(needs.reference),
  );
  app.all('/api/*', async (request, reply) => {
    const requestId = newRequestId();
    reply.header('x-request-id', requestId);
    if (isForeign(request)) {
      return sendProblem(reply, bodyOf(gateProblem('foreign-origin'), request, needs.log));
    }
    const { matched } = await api.handle(request, reply, {
      prefix: '/api',
      context: incomingOf(request, reply, requestId),
    });
    if (!matched) sendProblem(reply, bodyOf(gateProblem('address-unknown'), request, needs.log));
  });
  if (needs.pages && existsSync(needs.pages)) await servePages(app, needs.pages);
  return app;
}

/** Largest request of all: a part of a file, or a workbook. */
const bodyBytesMax = 16 * 1024 * 1024;
/** A stranger sends a name and a password, or, with the key of the set-up, a workbook of units. */
const strangerBytesMax = 64 * 1024;

/**
 * Bodies are read here, within bounds, and handed on as what they are. Whoever is not signed in is
 * turned away before a byte of a larger body is read.
 */
function readBodies(app: FastifyInstance, needs: Pick<HttpNeeds, 'isSignedIn' | 'isSetUpOpen'>) {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) =>
      bodyAs(request.headers['content-type'] ?? '', body),
  );
  app.addHook('onRequest', async (request) => {
    const declared = Number(request.headers['content-length'] ?? 0);
    const isUnknown = request.headers['transfer-encoding'] !== undefined;
    if (declared <= strangerBytesMax && !isUnknown) return;
    const isOpen = /^\/api\/(?:auth|health)\//.test(request.url);
    if (needs.isSetUpOpen && request.url.startsWith('/api/public/')) return;
    if (isOpen) throw gateProblem('too-large');
    // A cookie or a token alone is no proof: anybody can write one.
    if (await needs.isSignedIn(proofsOf(request))) return;
    throw gateProblem('not-signed-in');
  });
}

/** What says who asks. */
function proofsOf({ headers: { cookie, authorization } }: FastifyRequest): Headers {
  return new Headers({
    ...(cookie === undefined ? {} : { cookie }),
    ...(authorization === undefined ? {} : { authorization }),
  });
}

async function bodyAs(type: string, body: Buffer): Promise<unknown> {
  if (body.length === 0) return undefined;
  const bytes = new Uint8Array(body);
  try {
    if (type.startsWith('application/json')) return JSON.parse(new TextDecoder().decode(bytes));
    if (type.startsWith('multipart/form-data')) {
      if (hasManyParts(type, body)) throw gateProblem('too-large');
      return await new Response(bytes, { headers: { 'content-type': type } }).formData();
    }
  } catch (error) {
    throw error instanceof Problem ? error : gateProblem('not-readable');
  }
  return new File([bytes], 'body', { type });
}

/** More fields than any form of ours has. */
const partsMax = 100;

/** Thousands of tiny parts take seconds to read, and everybody else waits meanwhile. */
function hasManyParts(type: string, body: Buffer): boolean {
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1] ?? '';
  let parts = 0;
  for (let at = -1; parts <= partsMax; parts += 1) {
    at = body.indexOf(`--${boundary}`, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Same origin only; pages load nothing from elsewhere, and no reply is kept by a shared cache. */
const safeHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

function apiHandler({ router, log }: HttpNeeds) {
  return new OpenAPIHandler(router, {
    customErrorResponseBodyEncoder: (error: ORPCError<string, unknown>) => error.data,
    interceptors: [
      async ({ next, context, request }) => {
        const started = performance.now();
        const { headers, requestId } = context as Incoming;
        try {
          const result = await next();
          if (result.matched) {
            log.info(
              { requestId, status: result.response.status, ms: since(started) },
              request.method,
            );
          }
          return result;
        } catch (error) {
          const body = problemBody(error, {
            language: languageOf(headers),
            requestId,
            report: (cause, incident) => log.error({ requestId, incident, cause }, 'bug'),
          });
          throw new ORPCError(body.code, { status: body.status, message: body.detail, data: body });
        }
      },
    ],
  });
}

function incomingOf(request: FastifyRequest, reply: FastifyReply, requestId: string): Incoming {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-forwarded-for', request.ip);
  return { headers, requestId, setHeader: (name, value) => reply.header(name, value) };
}

function bodyOf(error: unknown, request: FastifyRequest, log: Log): ProblemBody {
  const accepted = new Headers({
    'accept-language': String(request.headers['accept-language'] ?? ''),
  });
  const language: Language = languageOf(accepted);
  return problemBody(error, {
    language,
    requestId: newRequestId(),
    report: (cause, incident) => log.error({ incident, cause }, 'bug'),
  });
}

function sendProblem(reply: FastifyReply, body: ProblemBody): void {
  reply
    .status(body.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

/** The pages of the app: every address that is no file is the app itself, which knows its routes. */
async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: 'index.html',
    maxAge: 0,
    preCompressed: true,
    // The name of an asset changes with its content: what a browser has, it never asks for again.
    setHeaders: (reply, path) => {
      if (path.startsWith(join(folder, 'assets'))) {
        reply.header('cache-control', 'public, max-age=31536000, immutable');
      }
      // A kept worker of the page of the field would keep its old page alive.
      if (path.startsWith(join(folder, 'field'))) reply.header('cache-control', 'no-cache');
    },
  });
  // The worker of that page answers for what lies below `/field/`, and for nothing else.
  app.get('/field', (request, reply) =>
    reply.redirect(`/field/${request.url.slice('/field'.length)}`),
  );
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET') return reply.status(404).send();
    const isField = request.url.startsWith('/field/');
    const page = isField ? 'field/index.html' : 'index.html';
    return reply.type('text/html; charset=utf-8').sendFile(page);
  });
}

function since(started: number): number {
  return Math.round(performance.now() - started);
}
