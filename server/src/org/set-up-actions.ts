/** The one-time set-up of an empty installation: the first county or town and its administrator. */

import { timingSafeEqual } from 'node:crypto';
import type { Unit } from '@oneneedle/kernel';
import { sql } from 'kysely';
import type { OutsideCtx, Queries } from '../platform/index.ts';
import { inTenant } from './account-store.ts';
import { foundTown } from './accounts.ts';
import type { Attempts } from './attempts.ts';
import { isCode } from './cell-values.ts';
import { isWeakPassword } from './password-rule.ts';
import { orgProblem } from './problems.ts';
import { addressOf } from './proof.ts';
import { insertUnits } from './roster-store.ts';
import { refuseAddress } from './sign-in-actions.ts';
import { appoint } from './town-actions.ts';
import { isUserName } from './user-names.ts';

export interface SetUpNeeds {
  /** Printed by the program at its start; absent where the set-up is not open. */
  readonly setUpKey?: string | undefined;
  readonly attempts: Attempts;
}

/** Whether nobody has an account yet, so that the program prints a key and opens the set-up. */
export async function isEmptyInstallation(db: Queries): Promise<boolean> {
  const account = await db.selectFrom('account').select('id').limit(1).executeTakeFirst();
  return account === undefined;
}

/** Whether the set-up is open; after it is done every address of it says so. */
export async function setUpState({ setUpKey }: SetUpNeeds, ctx: OutsideCtx) {
  if (!(await isEmptyInstallation(ctx.db))) throw orgProblem('set-up-done');
  if (setUpKey === undefined) throw orgProblem('set-up-closed');
  return { open: true as const };
}

/** Refuses whoever does not have the one-time key; wrong ones count as failed sign-ins. */
export async function requireSetUpKey(
  needs: SetUpNeeds,
  ctx: OutsideCtx,
  given: string,
): Promise<void> {
  await setUpState(needs, ctx);
  refuseAddress(needs.attempts, ctx);
  if (isSameText(given.trim().toLowerCase(), needs.setUpKey ?? '')) return;
  needs.attempts.countAddress(addressOf(ctx), ctx.now);
  throw orgProblem('set-up-key-wrong');
}

interface FirstUnit {
  readonly code?: string | undefined;
  readonly name: string;
  readonly type: string;
  readonly parent?: string | undefined;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
}

interface Founding {
  readonly key: string;
  readonly kind: 'town' | 'county';
  readonly name: string;
  readonly code: string;
  readonly units: readonly FirstUnit[];
  readonly userName: string;
  readonly password: string;
}

/** Founds the first county or town with its units and first administrator; of two at once, one. */
export async function foundFirst(needs: SetUpNeeds, ctx: OutsideCtx, founding: Founding) {
  await sql`select pg_advisory_xact_lock(7140003)`.execute(ctx.db);
  await requireSetUpKey(needs, ctx, founding.key);
  const { kind, name, code, userName, password } = founding;
  if (!isUserName(userName)) throw orgProblem('user-name-unfit');
  if (isWeakPassword(password, [userName, name, code])) throw orgProblem('password-weak');
  const units = unitsOf(founding);
  const tenantId = await foundTown(ctx.db, { code, name, kind });
  await inTenant(ctx.db, tenantId, async () => {
    await insertUnits(ctx.db, tenantId, units);
    await appoint(ctx, { tenantId, userName, password, isOwnPassword: true });
  });
  return { town: code };
}

/** The town itself above its units; a unit without a code is called by its name. */
function unitsOf({ kind, name, units }: Founding): Unit[] {
  const own = units.find(({ type }) => type === 'town');
  const top: FirstUnit = own ?? { name, type: kind, aliases: [], tags: [] };
  const topCode = codeOf(top);
  const all = [top, ...units.filter((unit) => unit !== own)].map((unit): Unit => {
    const above = unit.parent === undefined || unit.parent === name ? topCode : unit.parent;
    const { type, aliases, tags } = unit;
    return {
      code: codeOf(unit),
      name: unit.name,
      type,
      aliases,
      tags,
      sizes: {},
      ...(unit === top ? {} : { parent: above }),
    };
  });
  const codes = new Set<string>();
  for (const unit of all) {
    if (codes.has(unit.code)) throw orgProblem('set-up-unit-twice', { name: unit.name });
    codes.add(unit.code);
  }
  const stray = all.find(({ parent }) => parent !== undefined && !codes.has(parent));
  if (stray) throw orgProblem('unit-unknown', { code: stray.parent ?? '' });
  return all;
}

function codeOf({ code, name }: FirstUnit): string {
  const own = code ?? name;
  if (!isCode(own)) throw orgProblem('unit-code-bad', { name: own });
  return own;
}

/** In a time that says nothing about where the texts differ. */
function isSameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
