/** The robot of a town's chat group: allowed by a decision, at a host that the installation trusts. */

import { type AppDatabase, type Ctx, chinaClock, chinaDay, setTenant } from '../platform/index.ts';
import { quietHours } from './digest-run.ts';
import { deskProblem } from './problems.ts';
import { isOfficeDay } from './waiting-days.ts';

/** Milliseconds: a chat service that does not answer holds up nobody. */
const patience = 10_000;

/** Whether there is a robot, by which decision, and where it may be. */
export async function ownRobot(ctx: Ctx, hosts: readonly string[]) {
  const row = await ctx.db.selectFrom('desk_setting').select('robot_decision').executeTakeFirst();
  const decision = row?.robot_decision ?? undefined;
  return { hosts: [...hosts], ...(decision === undefined ? {} : { decision }) };
}

/** Turns the robot on by a decision, or off. Its address is never told again: it carries a key. */
export async function setRobot(
  ctx: Ctx,
  { decision, url }: { decision?: string | undefined; url?: string | undefined },
  hosts: readonly string[],
): Promise<{ done: true }> {
  const isOn = decision !== undefined && url !== undefined;
  if (isOn && !isTrusted(url, hosts)) throw deskProblem('robot-address', { hosts: [...hosts] });
  if (!isOn && (decision !== undefined || url !== undefined)) throw deskProblem('robot-incomplete');
  const values = {
    robot_decision: decision ?? null,
    robot_url: url ?? null,
    changed_at: ctx.now,
    changed_by: ctx.account.id,
  };
  await ctx.db
    .insertInto('desk_setting')
    .values({ tenant_id: ctx.tenant.id, ...values })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(values))
    .execute();
  return { done: true };
}

/** A town names no machine of the office network, and no host that the installation does not. */
function isTrusted(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username } = new URL(url);
  const isHere = host.startsWith('127.0.0.1:');
  return hosts.includes(host) && username === '' && (protocol === 'https:' || isHere);
}

/** What a run needs. */
export interface RobotNeeds {
  readonly database: AppDatabase;
  /** Hosts of chat services that the installation allows. */
  readonly hosts: readonly string[];
}

/** Tells every group that has a robot how many matters are open, once a workday. @returns how many groups. */
export async function tellGroups({ database, hosts }: RobotNeeds, now: string): Promise<number> {
  const clock = chinaClock(now);
  if (clock < quietHours.until || clock >= quietHours.from) return 0;
  const towns = await database.queries.selectFrom('tenant').select('id').orderBy('id').execute();
  let told = 0;
  for (const { id } of towns) {
    const message = await database.queries.transaction().execute(async (db) => {
      await setTenant(db, id);
      const row = await db.selectFrom('desk_setting').select('robot_url').executeTakeFirst();
      const url = row?.robot_url;
      if (!url || !isTrusted(url, hosts) || !(await isOfficeDay(db, chinaDay(now))))
        return undefined;
      const { lines } = await db
        .selectFrom('desk_line')
        .select((count) => count.fn.countAll<number>().as('lines'))
        .where('closed_at', 'is', null)
        .executeTakeFirstOrThrow();
      if (lines === 0) return undefined;
      const claimed = await db
        .insertInto('robot_sent')
        .values({ tenant_id: id, on_day: chinaDay(now), claimed_at: now, lines })
        .onConflict((conflict) => conflict.doNothing())
        .returning('lines')
        .executeTakeFirst();
      return claimed && { url, lines };
    });
    if (!message || !(await send(message))) continue;
    told += 1;
    await database.queries.transaction().execute(async (db) => {
      await setTenant(db, id);
      await db
        .updateTable('robot_sent')
        .set({ sent_at: now })
        .where('on_day', '=', chinaDay(now))
        .execute();
    });
  }
  return told;
}

/** The shape that the robots of 企业微信 and 钉钉 take. A message that did not arrive is not repeated. */
async function send({ url, lines }: { url: string; lines: number }): Promise<boolean> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        msgtype: 'text',
        text: { content: `您有 ${lines} 件待办（全镇未办）` },
      }),
      signal: AbortSignal.timeout(patience),
    });
    return reply.ok;
  } catch {
    return false;
  }
}
