/**
 * Writes a call as a request and reads its reply, as the library of the contract does it for an
 * OpenAPI server, with what a page needs of it and nothing else: the library is ten times as large.
 */

import { type ClientLink, ORPCError } from '@orpc/client';
import { hearTime } from '../format/clock.ts';
import { problemError, readableProblem } from './problem.ts';

/** What the caller says beside the input. */
interface LinkNeeds<Context> {
  /** `POST /towns/{town}/…` by the names of the call. */
  readonly addresses: Readonly<Record<string, string>>;
  /** `http://127.0.0.1:8080/api` */
  readonly url: () => string;
  readonly headers: (context: Context) => Readonly<Record<string, string>>;
}

/** A link of `createORPCClient`; throws what `problemOf` reads, or what `fetch` throws. */
export function linkOf<Context extends object>(needs: LinkNeeds<Context>): ClientLink<Context> {
  return {
    call: async (path, input, { context, signal }) => {
      const request = requestOf(needs, path, { input, context, signal });
      const reply = await fetch(request, { redirect: 'manual' });
      hearTime(reply.headers.get('date'));
      return replyOf(readableProblem(reply));
    },
  };
}

interface Called<Context> {
  readonly input: unknown;
  readonly context: Context;
  readonly signal?: AbortSignal | undefined;
}

function requestOf<Context>(
  { addresses, url, headers: told }: LinkNeeds<Context>,
  path: readonly string[],
  { input, context, signal }: Called<Context>,
): Request {
  const name = path.join('.');
  const [method = '', template = ''] = addresses[name]?.split(' ') ?? [];
  if (template === '') throw new Error(`the contract has no ${name}`);
  const rest: Record<string, unknown> = { ...(input as object | undefined) };
  const filled = template.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = rest[field];
    delete rest[field];
    return encodeURIComponent(String(value));
  });
  const address = new URL(`${url()}${filled}`);
  const headers = new Headers(told(context));
  const options = { method, headers, ...(signal ? { signal } : {}) };
  if (method === 'GET') {
    headers.delete('idempotency-key'); // a read has nothing to repeat safely
    for (const [field, value] of fieldsOf(rest)) {
      if (typeof value === 'string') address.searchParams.append(field, value);
    }
    return new Request(address, options);
  }
  // Where the path says everything there is no body; nothing said at all is none either.
  const isInPath = filled !== template && Object.keys(rest).length === 0;
  const body = bodyOf(input === undefined || isInPath ? undefined : rest);
  if (typeof body === 'string') headers.set('content-type', 'application/json');
  return new Request(address, { ...options, ...(body === undefined ? {} : { body }) });
}

/** Text where no file is in it, else a form of fields. */
function bodyOf(rest: object | undefined): string | FormData | undefined {
  if (rest === undefined) return undefined;
  const fields = fieldsOf(rest);
  if (!fields.some(([, value]) => value instanceof Blob)) return JSON.stringify(rest);
  const form = new FormData();
  for (const [field, value] of fields) form.append(field, value);
  return form;
}

/** `lines[0]`, `base[version]`: every value under its own name; what is not said has no field. */
function fieldsOf(value: unknown, name = ''): [string, string | Blob][] {
  if (value instanceof Blob) return [[name, value]];
  if (value instanceof Date) return [[name, value.toISOString()]];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, part]) =>
      fieldsOf(part, name === '' ? key : `${name}[${key}]`),
    );
  }
  return value === undefined || value === null ? [] : [[name, String(value)]];
}

async function replyOf(reply: Response): Promise<unknown> {
  const body = await contentOf(reply);
  if (reply.status < 400 && reply.type !== 'opaqueredirect') return body;
  const { status } = reply;
  throw problemError(body, status) ?? new ORPCError('MALFORMED', { status, data: { body } });
}

/** A file where the server names one, else what its JSON says; nothing where there is nothing. */
async function contentOf(reply: Response): Promise<unknown> {
  const disposition = reply.headers.get('content-disposition');
  const type = reply.headers.get('content-type') ?? '';
  if (disposition !== null) {
    const bytes = await reply.blob();
    return new File([bytes], fileNameIn(disposition), { type: bytes.type });
  }
  const text = await reply.text();
  return type === '' || type.startsWith('application/json') ? parsed(text) : text;
}

function parsed(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

function fileNameIn(disposition: string): string {
  const [, encoded] = /filename\*=(?:UTF-8'')?([^;]*)/i.exec(disposition) ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="((?:\\"|[^"])*)"/i.exec(disposition)?.[1]?.replaceAll('\\"', '"') ?? 'blob';
}
