import { createORPCClient } from '@orpc/client';
import { oc } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { linkOf } from '../src/api/link.ts';
import { problemError, problemOf, readableProblem } from '../src/api/problem.ts';
import { programNow } from '../src/format/clock.ts';

// The same calls by our link and by the library's: what is sent and what is heard must be the same.
const url = 'http://127.0.0.1:8080/api';
const routes = {
  read: oc.route({ method: 'GET', path: '/towns/{town}/things/{thing}' }),
  write: oc.route({ method: 'POST', path: '/towns/{town}/things' }),
  put: oc.route({ method: 'PUT', path: '/towns/{town}/things' }),
  end: oc.route({ method: 'DELETE', path: '/things/{thing}' }),
  plain: oc.route({ method: 'POST', path: '/things' }),
};
const addresses = {
  read: 'GET /towns/{town}/things/{thing}',
  write: 'POST /towns/{town}/things',
  put: 'PUT /towns/{town}/things',
  end: 'DELETE /things/{thing}',
  plain: 'POST /things',
};
type Calls = Record<string, (input?: unknown) => Promise<unknown>>;
const headers = () => ({ 'accept-language': 'zh-CN', 'idempotency-key': 'k-1' });
const ours: Calls = createORPCClient(linkOf({ addresses, url: () => url, headers }));
const theirs: Calls = createORPCClient(
  new OpenAPILink(routes, {
    url,
    headers,
    fetch: async (request, init) => {
      if (request.method === 'GET') request.headers.delete('idempotency-key');
      return readableProblem(await fetch(request, init));
    },
    customErrorResponseBodyDecoder: (body, { status }) => problemError(body, status),
  }),
);

let sent: Request[] = [];
let answer: () => Response = () => Response.json({});
beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(request);
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const file = new File(['points'], '得分 "一".xlsx', { type: 'application/vnd.ms-excel' });

it.each([
  ['read', { town: 'qinghe', thing: '1.1 a/b?c' }],
  ['read', { town: '青禾', thing: 3, period: '2026-Q1', bare: true, limit: 20, after: undefined }],
  [
    'read',
    { town: 'q', thing: 'x', lines: ['城建办', '党建办'], of: { a: 1, b: [false] }, no: null },
  ],
  ['write', { town: 'q', name: '第一句\n"第二句"', empty: '', none: null, away: undefined }],
  ['write', { town: 'q', rows: [{ on: new Date('2026-04-10T02:00:00Z'), n: 1.5 }, null, []] }],
  ['write', { town: 'q' }],
  ['put', { town: 'q', file, lines: ['a', 'b'], flag: false, count: 2, none: null }],
  ['write', { town: 'q', parts: [file, file] }],
  ['end', { thing: 'x' }],
  ['plain', undefined],
  ['plain', {}],
])('%s of %j is sent as the library sends it', async (name, input) => {
  await ours[name]?.(input);
  await theirs[name]?.(input);
  const [own, other] = await Promise.all(sent.map(written));
  expect(own).toEqual(other);
  expect(sent).toHaveLength(2);
});

it.each<[string, () => Response]>([
  ['JSON', () => Response.json({ rows: [1, null] })],
  ['nothing', () => new Response(null, { status: 204 })],
  ['text', () => new Response('plain', { headers: { 'content-type': 'text/plain' } })],
  [
    'a file',
    () => filed(`attachment; filename="a.xlsx"; filename*=UTF-8''%E5%BE%97%E5%88%86.xlsx`),
  ],
  ['a file with an old name', () => filed('attachment; filename="a \\"b\\".xlsx"')],
  ['a file without a name', () => filed('attachment')],
  ['a refusal', () => refusal({ title: 'x', code: 'org.x', detail: '为什么', data: { n: 1 } })],
  ['an incident', () => refusal({ title: 'x', code: 'gate.incident', instance: 'i-1' }, 500)],
])('%s is heard as the library hears it', async (_what, reply) => {
  answer = reply;
  expect(await heard(ours)).toEqual(await heard(theirs));
});

it.each([
  ['what is no answer of ours', () => new Response('<html>', { status: 502 }), 502],
  ['an empty refusal', () => new Response(null, { status: 503 }), 503],
])('%s has its status all the same', async (_what, reply, status) => {
  answer = reply;
  for (const calls of [ours, theirs]) {
    const error = await calls.plain?.({}).catch((thrown: unknown) => thrown);
    expect(problemOf(error)?.status).toBe(status);
  }
});

it('a call that no address has is refused before anything is sent', async () => {
  await expect(ours.nothing?.({})).rejects.toThrow('the contract has no nothing');
  expect(sent).toEqual([]);
});

it('the time of a reply is the time of the pages, whatever the clock of the machine says', async () => {
  vi.useFakeTimers({ now: new Date('2019-06-01T08:00:00Z') });
  answer = () => Response.json({}, { headers: { date: 'Mon, 23 Nov 2026 16:30:00 GMT' } });
  await ours.plain?.({});
  vi.advanceTimersByTime(60_000);
  answer = () => Response.json({});
  await ours.plain?.({});
  expect(new Date(programNow()).toISOString()).toBe('2026-11-23T16:31:00.000Z');
  vi.useRealTimers();
});

/** A request as plain values; the boundary of a form is new each time. */
async function written(request: Request) {
  const type = request.headers.get('content-type') ?? '';
  const isForm = type.startsWith('multipart/form-data');
  const own = [...request.headers].filter(([name]) => !(isForm && name === 'content-type'));
  const fields = isForm ? [...(await request.formData())] : await request.text();
  return {
    method: request.method,
    url: request.url,
    headers: own,
    isForm,
    body: Array.isArray(fields)
      ? await Promise.all(
          fields.map(async ([name, value]) =>
            value instanceof File
              ? [name, value.name, value.type, await value.text()]
              : [name, value],
          ),
        )
      : fields,
  };
}

async function heard(calls: Calls): Promise<unknown> {
  try {
    const value = await calls.plain?.({});
    return value instanceof File ? [value.name, value.type, await value.text()] : value;
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function filed(disposition: string): Response {
  const type = 'application/octet-stream';
  return new Response('bytes', {
    headers: { 'content-type': type, 'content-disposition': disposition },
  });
}

function refusal(body: object, status = 409): Response {
  const type = 'application/problem+json; charset=utf-8';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
}
