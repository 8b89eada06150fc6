/**
 * The door for those who do not sign in: plain links and calendars. They stand beside the gate because
 * they answer a browser and a calendar, not a program; each sets the tenant of its own transaction, and row security
 * shows it nothing else.
 */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { maskedAddress } from '../org/index.ts';
import { type AppDatabase, languageOf } from '../platform/index.ts';
import { readFeed } from './feed-reading.ts';
import { linkHeaders } from './link-page.ts';
import { type HearLink, readLink, type Typed } from './link-reading.ts';

interface DoorNeeds {
  readonly database: AppDatabase;
  readonly clock: () => Date;
  /** Address of the installation. */
  readonly origin: string;
  /** Takes in what a village does not agree with; without it the page has no such form. */
  readonly hear?: HearLink;
}

type LinkRequest = FastifyRequest<{ Params: { town: string; token: string } }>;

/** Opens the door; before the server listens. */
export function openPlainDoor(http: FastifyInstance, needs: DoorNeeds): void {
  http.get('/l/:town/:token', (request: LinkRequest, reply) => answer(needs, request, reply));
  http.post('/l/:town/:token', async (request: LinkRequest, reply) =>
    answer(needs, request, reply, await typedIn(request.body)),
  );
  http.get('/c/:town/:file', (request: FeedRequest, reply) => calendar(needs, request, reply));
}

type FeedRequest = FastifyRequest<{ Params: { town: string; file: string } }>;

async function calendar(needs: DoorNeeds, request: FeedRequest, reply: FastifyReply) {
  const { database, clock, origin } = needs;
  const { town, file } = request.params;
  const asked = { town, token: file.replace(/\.ics$/, ''), now: clock().toISOString(), origin };
  const text = await database.queries.transaction().execute((db) => readFeed(db, asked));
  reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  if (text === undefined) return reply.status(404).type('text/plain; charset=utf-8').send('');
  return reply.type('text/calendar; charset=utf-8').send(text);
}

async function answer(
  { database, clock, hear }: DoorNeeds,
  request: LinkRequest,
  reply: FastifyReply,
  typed: Typed = {},
) {
  const { town, token } = request.params;
  const accepted = String(request.headers['accept-language'] ?? '');
  const asked = {
    town,
    token,
    address: maskedAddress(request.ip),
    language: languageOf(new Headers({ 'accept-language': accepted })),
    now: clock().toISOString(),
    ...typed,
  };
  const { status, html } = await database.queries
    .transaction()
    .execute((db) => readLink(db, asked, hear));
  return reply.status(status).headers(linkHeaders).send(html);
}

/** Bytes of a form: a number, or two thousand characters as browsers write them. */
const formBytesMax = 20_000;

/** The fields of the two forms; whatever else was sent is a wrong number. */
async function typedIn(body: unknown): Promise<Typed> {
  if (!(body instanceof File) || body.size > formBytesMax) return { pin: '' };
  const fields = new URLSearchParams(await body.text());
  const ticket = fields.get('ticket');
  if (ticket === null) return { pin: (fields.get('pin') ?? '').slice(0, 40) };
  return { ticket, said: fields.get('said') ?? '' };
}
