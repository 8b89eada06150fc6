/**
 * Signing in by a unified identity, and binding one. An identity opens the account to which its owner
 * bound it after an ordinary sign-in, or with the first password of an invitation, and no other:
 * nothing is matched by name, telephone or number.
 */

import type { Incoming, OutsideCtx } from '../platform/index.ts';
import { type Invited, proveInvitation, requireInvitation } from './identity-invitation.ts';
import type { IdentityProvider, ProvenIdentity, Visit } from './identity-provider.ts';
import { orgProblem } from './problems.ts';
import { provePassword } from './proof.ts';
import type { Sealer } from './sealed-text.ts';
import { signedIn } from './session-actions.ts';
import { enter, refuseAddress, type SignInNeeds } from './sign-in-actions.ts';

export interface IdentityNeeds extends SignInNeeds {
  /** Absent where the installation accepts none. */
  readonly provider?: IdentityProvider;
  /** Of what the browser keeps between two requests. */
  readonly cookies: Sealer;
  /** Whether cookies go over https only. */
  readonly isSecure: boolean;
  readonly clock: () => Date;
}

/** What the browser was sent away for, and what must come back. */
interface Errand extends Visit {
  /** Account that binds; absent for a sign-in. */
  readonly accountId?: string;
  /** Which first password invited it; absent where somebody signed in binds. */
  readonly invitation?: string;
  readonly until: string;
}

/** An identity that was proven while its second step is still to come. */
interface Waiting extends ProvenIdentity {
  readonly until: string;
}

const errandCookie = 'oneneedle.identity_errand';
const waitingCookie = 'oneneedle.identity_waiting';
const cookieMinutes = 10;

/** What stands on the button, and since when mine is bound. */
export async function identityOffer({ provider }: IdentityNeeds, { db, account }: OutsideCtx) {
  if (!provider) return {};
  const bound =
    account &&
    (await db
      .selectFrom('identity')
      .select('bound_at')
      .where('issuer', '=', provider.issuer)
      .where('account_id', '=', account.id)
      .executeTakeFirst());
  return { name: provider.name, ...(bound ? { boundAt: bound.bound_at } : {}) };
}

/** An address at the provider, asked for before the transaction. */
export type Sent = Awaited<ReturnType<IdentityProvider['visit']>>;

type Purpose =
  | { purpose: 'sign-in' }
  | { purpose: 'bind'; currentPassword: string }
  | ({ purpose: 'invited' } & Invited);

/**
 * Sends the browser away, with what must come back sealed in its cookie. Binding takes the password
 * once more: whoever finds a browser open must not leave a way in for themselves.
 */
export async function visitIdentity(
  needs: IdentityNeeds,
  ctx: OutsideCtx,
  { wanted, sent }: { wanted: Purpose; sent: Sent },
): Promise<{ address: string }> {
  const errand: Errand = {
    ...sent.visit,
    ...(await errandFor(needs, ctx, wanted)),
    until: untilOf(ctx.now),
  };
  ctx.setHeader('set-cookie', [cookieOf(needs, errandCookie, JSON.stringify(errand))]);
  return { address: sent.address };
}

/** For whom the browser is sent away, once they have proven that they may. */
async function errandFor(
  needs: IdentityNeeds,
  ctx: OutsideCtx,
  wanted: Purpose,
): Promise<Pick<Errand, 'accountId' | 'invitation'>> {
  if (wanted.purpose === 'sign-in') return {};
  if (wanted.purpose === 'invited') return proveInvitation(needs, ctx, wanted);
  const account = signedInOrRefuse(ctx);
  const { currentPassword } = wanted;
  await provePassword(needs.attempts, ctx, { account, currentPassword });
  return { accountId: account.id };
}

/** What came back, proven before the transaction: the provider may be slow. */
export interface Returned extends Pick<Errand, 'accountId' | 'invitation'> {
  readonly proven: ProvenIdentity;
}

/** Reads the cookie of the errand and asks the provider what the code proves. */
export async function proveReturn(
  { provider, cookies, clock }: IdentityNeeds,
  { headers }: Pick<Incoming, 'headers'>,
  { state, code }: { state: string; code: string },
): Promise<Returned> {
  if (!provider) throw orgProblem('identity-none');
  const errand = opened<Errand>(cookies, headers, errandCookie);
  if (!errand || errand.state !== state || errand.until < clock().toISOString()) {
    throw orgProblem('identity-errand');
  }
  const proven = await provider.prove(errand, code);
  const { accountId, invitation } = errand;
  return { proven, ...(accountId && { accountId }), ...(invitation && { invitation }) };
}

type Entered = { outcome: 'entered' | 'code-asked' | 'bound'; mustChangePassword: boolean };

/** Signs in or binds, as the errand said. */
export async function returnIdentity(
  needs: IdentityNeeds,
  ctx: OutsideCtx,
  { proven, accountId, invitation }: Returned,
): Promise<Entered> {
  if (accountId === undefined) return enterBy(needs, ctx, proven);
  if (invitation !== undefined) {
    await requireInvitation(ctx.db, { accountId, invitation });
    await bind(ctx, accountId, proven);
    return enterBy(needs, ctx, proven);
  }
  const account = signedInOrRefuse(ctx);
  if (account.id !== accountId) throw orgProblem('identity-errand');
  await bind(ctx, accountId, proven);
  ctx.setHeader('set-cookie', [forgotten(needs, errandCookie)]);
  return { outcome: 'bound', mustChangePassword: account.mustChangePassword };
}

async function bind(
  ctx: OutsideCtx,
  id: string,
  { issuer, subject }: ProvenIdentity,
): Promise<void> {
  const held = await ctx.db
    .selectFrom('identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where((where) => where.or([where('subject', '=', subject), where('account_id', '=', id)]))
    .execute();
  if (held.some(({ account_id }) => account_id === id)) throw orgProblem('identity-bound');
  if (held.length > 0) throw orgProblem('identity-taken');
  await ctx.db
    .insertInto('identity')
    .values({ issuer, subject, account_id: id, bound_at: ctx.now })
    .execute();
}

/** The second step after an identity, from the cookie that says which one was proven. */
export async function enterByCode(
  needs: IdentityNeeds,
  ctx: OutsideCtx,
  { code }: { code: string },
): Promise<Entered> {
  const waiting = opened<Waiting>(needs.cookies, ctx.headers, waitingCookie);
  if (!waiting || waiting.until < ctx.now) throw orgProblem('identity-errand');
  return enterBy(needs, ctx, waiting, code);
}

async function enterBy(
  needs: IdentityNeeds,
  ctx: OutsideCtx,
  { issuer, subject }: ProvenIdentity,
  code?: string,
): Promise<Entered> {
  refuseAddress(needs.attempts, ctx);
  const row = await ctx.db
    .selectFrom('identity')
    .innerJoin('account', 'account.id', 'identity.account_id')
    .innerJoin('login.user as named', 'named.id', 'account.id')
    .select(['account.id', 'named.username'])
    .where('identity.issuer', '=', issuer)
    .where('identity.subject', '=', subject)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw orgProblem('identity-unbound');
  const userName = row.username ?? '';
  const { lockedUntil } = await needs.attempts.begin(userName, ctx.now);
  if (lockedUntil) throw orgProblem('account-locked', { until: lockedUntil });
  const setCookies = collected(ctx);
  const proven = { accountId: row.id, userName, code, way: 'identity' as const };
  const entered = await enter(needs, setCookies.ctx, proven);
  if (entered === 'code-asked') {
    const waiting: Waiting = { issuer, subject, until: untilOf(ctx.now) };
    const kept = cookieOf(needs, waitingCookie, JSON.stringify(waiting));
    ctx.setHeader('set-cookie', [forgotten(needs, errandCookie), kept]);
    return { outcome: 'code-asked', mustChangePassword: false };
  }
  const gone = [errandCookie, waitingCookie].map((name) => forgotten(needs, name));
  ctx.setHeader('set-cookie', [...setCookies.cookies(), ...gone]);
  return { outcome: 'entered', ...entered };
}

/** A reply sets its cookies together: the later header would take the place of the earlier. */
function collected(ctx: OutsideCtx) {
  let cookies: string[] = [];
  const setHeader: OutsideCtx['setHeader'] = (name, value) => {
    if (name === 'set-cookie') cookies = [value].flat();
    else ctx.setHeader(name, value);
  };
  return { ctx: { ...ctx, setHeader }, cookies: () => cookies };
}

/** Unbinds mine; the password stays the way in. */
export async function unbindIdentity(
  { attempts, provider }: IdentityNeeds,
  ctx: OutsideCtx,
  { currentPassword }: { currentPassword: string },
): Promise<{ done: true }> {
  const account = signedIn(ctx);
  if (!provider) throw orgProblem('identity-none');
  await provePassword(attempts, ctx, { account, currentPassword });
  const gone = await ctx.db
    .deleteFrom('identity')
    .where('issuer', '=', provider.issuer)
    .where('account_id', '=', account.id)
    .returning('subject')
    .execute();
  if (gone.length === 0) throw orgProblem('identity-not-bound');
  return { done: true };
}

/** Where the browser goes; refuses where the installation accepts no identity. */
export async function sentAway({ provider }: IdentityNeeds): Promise<Sent> {
  if (!provider) throw orgProblem('identity-none');
  return provider.visit();
}

function signedInOrRefuse(ctx: OutsideCtx) {
  if (!ctx.account) throw orgProblem('identity-sign-in-first');
  return ctx.account;
}

function untilOf(now: string): string {
  return new Date(Date.parse(now) + cookieMinutes * 60_000).toISOString();
}

/** Lax, because the browser comes back from another site; nobody else can read or make it. */
function cookieOf({ cookies, isSecure }: IdentityNeeds, name: string, text: string): string {
  const life = `Max-Age=${cookieMinutes * 60}; Path=/api/auth; HttpOnly; SameSite=Lax`;
  return `${name}=${cookies.seal(text)}; ${life}${isSecure ? '; Secure' : ''}`;
}

function forgotten({ isSecure }: IdentityNeeds, name: string): string {
  return `${name}=; Max-Age=0; Path=/api/auth; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

function opened<T>(cookies: Sealer, headers: Headers, name: string): T | undefined {
  const parts = (headers.get('cookie') ?? '').split(/;\s*/);
  const sealed = parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  const text = sealed ? cookies.open(sealed) : undefined;
  return text === undefined ? undefined : (JSON.parse(text) as T);
}
