/**
 * The one gate that every request passes: identify, permit, open the transaction with the tenant
 * set, check the input, run the deed, check the reply, write the audit, commit. Whatever fails on
 * the way rolls everything back.
 */

import { randomUUID } from 'node:crypto';
import type { AddressMeta } from '@oneneedle/contract';
import type { Meta } from '@orpc/contract';
import { os } from '@orpc/server';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { AppDatabase, Tables } from '../database/connect.ts';
import { auditInput, digestKey } from './audit.ts';
import type { Account, Ctx, Identity, Membership, OutsideCtx } from './context.ts';
import { finishReply, startReply } from './idempotency.ts';
import type { Rule } from './policy.ts';
import { gateProblem } from './problems.ts';
import { permitToken, refuseToken } from './token.ts';

/** What the HTTP server hands in with a request. */
export interface Incoming {
  readonly headers: Headers;
  readonly requestId: string;
  readonly setHeader: (name: string, value: string | string[]) => void;
}

/** What the gate needs from the program. */
export interface GateNeeds {
  readonly database: AppDatabase;
  readonly identity: Identity;
  /** Rules by the path of the address in the contract, for example `ledger.post`. */
  readonly policies: ReadonlyMap<string, Rule>;
  readonly clock: () => Date;
  /** Key of the digests in the audit. */
  readonly secret: string;
}

interface Request {
  readonly path: readonly string[];
  readonly method: string;
  readonly meta: AddressMeta;
  readonly input: unknown;
  readonly incoming: Incoming;
}

/**
 * The two entrances, as middleware: into a town, and outside of towns. A room binds its addresses
 * with `implement(contract.room).$context<Incoming>().use(gate.town)`.
 */
export function gateOf(needs: GateNeeds) {
  const incoming = os.$context<Incoming>();
  const intoTown = incoming.middleware(async ({ context, path, procedure, next }, input) => {
    const request = requestOf(procedure, { path, input, context });
    let entered: Ctx | undefined;
    const reply = await throughTown(needs, request, async (ctx) => {
      entered = ctx;
      return (await next({ context: ctx })).output;
    });
    // A repeated request is answered from what was kept: there was no context then.
    return { output: reply as never, context: entered as Ctx };
  });
  const outsideTowns = incoming.middleware(async ({ context, path, procedure, next }, input) => {
    const request = requestOf(procedure, { path, input, context });
    let entered: OutsideCtx | undefined;
    const reply = await throughOutside(needs, request, async (ctx) => {
      entered = ctx;
      return (await next({ context: ctx })).output;
    });
    return { output: reply as never, context: entered as OutsideCtx };
  });
  return {
    /** For addresses with `{town}`: the deed gets a `Ctx`. */
    town: intoTown,
    /** For sign-in, set-up, health, one's own account: the deed gets an `OutsideCtx`. */
    outside: outsideTowns,
  };
}

export type Gate = ReturnType<typeof gateOf>;

async function throughTown(
  needs: GateNeeds,
  request: Request,
  run: (ctx: Ctx) => Promise<unknown>,
): Promise<unknown> {
  const rule = needs.policies.get(request.path.join('.'));
  const account = await needs.identity.account(request.incoming.headers);
  if (!account) throw gateProblem('not-signed-in');
  const town = townOf(request.input);
  if (account.accessToken) permitToken(account.accessToken, request, doesWrite(request));
  const afterwards: (() => Promise<void>)[] = [];
  const substituted = new Set<string>();
  const replied = await inTransaction(needs, request, async (db) => {
    const now = needs.clock().toISOString();
    const membership = await enter(needs, db, { town, account, now });
    permitInTown(rule, membership, account);
    const { tenant, actor } = membership;
    const { headers, requestId, setHeader } = request.incoming;
    const afterCommit: Ctx['afterCommit'] = (work) => afterwards.push(work);
    const actInPlaceOf: Ctx['actInPlaceOf'] = (id) => substituted.add(id);
    const said = { now, requestId, headers, setHeader, afterCommit, actInPlaceOf };
    const ctx: Ctx = { ...said, db, tenant, actor, account };
    const writes = doesWrite(request);
    const isRepeatable = writes && !request.meta.isReadingKept;
    const key = isRepeatable ? headers.get('idempotency-key') : null;
    if (request.meta.creates && !key) throw gateProblem('idempotency-key-missing');
    const deed = request.path.join('.');
    const started = key ? await startReply(ctx, { key, deed, input: request.input }) : undefined;
    if (started?.reply !== undefined) return started.reply;
    const reply = await run(ctx);
    if (writes)
      await audit(needs, ctx, { deed, request, inPlaceOf: inPlaceOf(substituted, ctx, rule) });
    if (key) await finishReply(ctx, { key, reply: keptReply(reply, request.meta.shownOnce) });
    return reply;
  });
  for (const work of afterwards) await work().catch(() => {}); // what it wrote stands all the same
  return replied;
}

/** Finds the town and the account's posts in it, and sets the tenant that row security goes by. */
async function enter(
  needs: GateNeeds,
  db: Transaction<Tables>,
  { town, account, now }: { town: string; account: Account; now: string },
): Promise<Membership> {
  const membership = await needs.identity.membership(db, { town, account, now });
  const isElsewhere = account.accessToken && account.accessToken.townId !== membership?.tenant.id;
  if (!membership || isElsewhere) throw gateProblem('town-unknown', { town });
  return membership;
}

/**
 * In whose place a deed was done: whom it named itself, else whoever the actor stands in for if no
 * role of their own would have let them in.
 */
function inPlaceOf(named: ReadonlySet<string>, { actor }: Ctx, rule: Rule | undefined): string[] {
  const used =
    typeof rule === 'string' || rule === undefined
      ? []
      : actor.grants.filter(({ role }) => rule.includes(role));
  const isOwn = used.some((grant) => grant.inPlaceOf === undefined);
  const others = isOwn ? [] : used.flatMap((grant) => grant.inPlaceOf?.accountId ?? []);
  const accounts = named.size > 0 ? [...named] : [...new Set(others)];
  return accounts.sort();
}

function permitInTown(rule: Rule | undefined, { actor }: Membership, account: Account): void {
  if (account.mustChangePassword) throw gateProblem('password-must-change');
  if (rule === 'public' || rule === 'account' || rule === 'member') return;
  const permitted = rule !== undefined && actor.grants.some(({ role }) => rule.includes(role));
  if (!permitted) throw gateProblem('not-permitted');
}

async function throughOutside(
  needs: GateNeeds,
  request: Request,
  run: (ctx: OutsideCtx) => Promise<unknown>,
): Promise<unknown> {
  const rule = needs.policies.get(request.path.join('.'));
  if (rule !== 'public' && rule !== 'account') throw gateProblem('not-permitted');
  const { headers, requestId, setHeader } = request.incoming;
  const account = await needs.identity.account(headers);
  if (account?.accessToken && request.path[0] !== 'health') refuseToken();
  if (rule === 'account') {
    if (!account) throw gateProblem('not-signed-in');
    const isOwnPassword = request.path[0] === 'auth'; // where the first password is changed
    if (account.mustChangePassword && !isOwnPassword) throw gateProblem('password-must-change');
  }
  return inTransaction(needs, request, async (db) => {
    const now = needs.clock().toISOString();
    const ctx: OutsideCtx = {
      now,
      requestId,
      headers,
      setHeader,
      db,
      ...(account ? { account } : {}),
    };
    const reply = await run(ctx);
    if (doesWrite(request)) {
      await db
        .insertInto('installation_audit')
        .values({
          at: now,
          account_id: account?.id ?? null,
          deed: request.path.join('.'),
          input: auditInput(request.input, request.meta.personal ?? [], digestKey(needs.secret)),
          request_id: requestId,
        })
        .execute();
    }
    return reply;
  });
}

/** A first password is shown once: what is kept for a repetition has it no more. */
function keptReply(reply: unknown, shownOnce: readonly string[] = []): unknown {
  if (typeof reply !== 'object' || reply === null) return reply;
  return { ...reply, ...Object.fromEntries(shownOnce.map((name) => [name, ''])) };
}

/** A reading request runs in a transaction that cannot write. */
function inTransaction<T>(
  { database }: GateNeeds,
  request: Request,
  run: (db: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const transaction = database.queries.transaction();
  return (doesWrite(request) ? transaction : transaction.setAccessMode('read only')).execute(run);
}

function doesWrite({ method, meta }: Request): boolean {
  return method !== 'GET' && !meta.reads;
}

async function audit(
  { secret }: GateNeeds,
  ctx: Ctx,
  { deed, request, inPlaceOf }: { deed: string; request: Request; inPlaceOf: string[] },
): Promise<void> {
  await ctx.db
    .insertInto('audit')
    .values({
      tenant_id: ctx.tenant.id,
      at: ctx.now,
      account_id: ctx.account.id,
      on_behalf_of: onBehalfOf(request.input),
      in_place_of: inPlaceOf,
      access_token: ctx.account.accessToken?.name ?? null,
      deed,
      input: auditInput(request.input, request.meta.personal ?? [], digestKey(secret)),
      request_id: ctx.requestId,
    })
    .execute();
}

function requestOf(
  procedure: { '~orpc': { meta: Meta; route: { method?: string } } },
  { path, input, context }: { path: readonly string[]; input: unknown; context: Incoming },
): Request {
  const { meta, route } = procedure['~orpc'];
  return {
    path,
    input,
    incoming: context,
    meta: meta as AddressMeta,
    method: route.method ?? 'POST',
  };
}

function townOf(input: unknown): string {
  const town = typeof input === 'object' && input !== null && 'town' in input ? input.town : '';
  return typeof town === 'string' ? town : '';
}

/** A deed that may be done for somebody names that unit or person in `onBehalfOf`. */
function onBehalfOf(input: unknown): string | null {
  const named =
    typeof input === 'object' && input !== null && 'onBehalfOf' in input ? input.onBehalfOf : null;
  return typeof named === 'string' ? named : null;
}

/**
 * Sets the tenant of this transaction; row security shows nothing before that. For the room that
 * keeps accounts, and for jobs.
 */
export async function setTenant(db: Transaction<Tables>, tenantId: string): Promise<void> {
  await sql`select set_config('oneneedle.tenant', ${tenantId}, true)`.execute(db);
}

/** The number by which a person may ask about a failed request. */
export function newRequestId(): string {
  return randomUUID();
}
