/** Plain links of villages: allowed by a decision, made, looked over, ended. */

import { randomUUID } from 'node:crypto';
import { accountNames, hashPassword, unitsNamed } from '../org/index.ts';
import type { Ctx } from '../platform/index.ts';
import { linkDigest, newLinkToken, newPin } from './link-secret.ts';
import { linkRows, linkSetting, readingRows } from './link-store.ts';
import { tellingTitles } from './link-titles.ts';
import { deskProblem } from './problems.ts';

/** A link is good for seven days. */
const lifeMilliseconds = 7 * 24 * 60 * 60 * 1000;

/** All links, the newest first, with how often they were read. */
export async function listLinks(ctx: Ctx) {
  const setting = await linkSetting(ctx.db);
  const links = await linkRows(ctx.db);
  const villages = await unitsNamed(
    ctx.db,
    links.map((link) => link.unit_code),
  );
  const names = new Map(villages.map(({ code, name }) => [code, name]));
  const makers = await accountNames(ctx);
  const rows = links.map((link) => ({
    id: link.id,
    village: { code: link.unit_code, name: names.get(link.unit_code) ?? link.unit_code },
    createdAt: link.created_at,
    createdBy: makers.get(link.created_by) ?? link.created_by,
    expiresAt: link.expires_at,
    state: stateOf(link, ctx.now),
    readings: link.readings,
    ...(link.last_read_at === null ? {} : { lastReadAt: link.last_read_at }),
    wrongPins: link.wrong_pins,
  }));
  const { link_decision: decision, link_contact: contact } = setting;
  return { ...(decision === null ? {} : { decision }), contact, rows };
}

interface LinkState {
  readonly ended_at: string | null;
  readonly locked_at: string | null;
  readonly expires_at: string;
}

function stateOf(link: LinkState, now: string) {
  if (link.ended_at !== null) return 'ended' as const;
  if (link.locked_at !== null) return 'locked' as const;
  return link.expires_at <= now ? ('expired' as const) : ('live' as const);
}

/** Allows links by the number of a decision; without one they are off, and those that live end. */
export async function setLinks(
  ctx: Ctx,
  { decision, contact }: { decision?: string | undefined; contact: string },
): Promise<{ done: true }> {
  if (decision !== undefined && contact === '') throw deskProblem('link-contact-missing');
  const values = {
    link_decision: decision ?? null,
    link_contact: contact,
    changed_at: ctx.now,
    changed_by: ctx.account.id,
  };
  await ctx.db
    .insertInto('desk_setting')
    .values({ tenant_id: ctx.tenant.id, ...values })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(values))
    .execute();
  if (decision === undefined) await endWhere(ctx, {});
  return { done: true };
}

interface NewLink {
  readonly unit: string;
  /** Lines whose titles tell of somebody, and that whoever makes the link lets leave all the same. */
  readonly confirmed?: readonly string[] | undefined;
}

/** Makes the link of a village; an earlier one of the same village ends. */
export async function makeLink(ctx: Ctx, { unit, confirmed = [] }: NewLink) {
  const { link_decision: decision, link_contact: contact } = await linkSetting(ctx.db);
  if (decision === null) throw deskProblem('links-off');
  const [village] = await unitsNamed(ctx.db, [unit]);
  if (village?.type !== 'village') throw deskProblem('village-unknown', { code: unit });
  const titles = await tellingTitles(ctx.db, unit);
  const isSeen = titles.every(({ id }) => confirmed.includes(id));
  if (!isSeen) throw deskProblem('link-titles', { titles });
  await endWhere(ctx, { unit });
  const id = randomUUID();
  const token = newLinkToken();
  const pin = newPin();
  const expiresAt = new Date(Date.parse(ctx.now) + lifeMilliseconds).toISOString();
  await ctx.db
    .insertInto('plain_link')
    .values({
      tenant_id: ctx.tenant.id,
      id,
      unit_code: unit,
      token_digest: linkDigest(token),
      pin_hash: await hashPassword(pin),
      created_by: ctx.account.id,
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute();
  const path = `/l/${ctx.tenant.code}/${token}`;
  return { id, village: village.name, path, pin, contact, expiresAt };
}

/** Ends a link at once. */
export async function endLink(ctx: Ctx, { link }: { link: string }): Promise<{ done: true }> {
  if ((await endWhere(ctx, { link })) === 0) throw deskProblem('link-unknown');
  return { done: true };
}

async function endWhere(ctx: Ctx, { unit, link }: { unit?: string; link?: string }) {
  let query = ctx.db
    .updateTable('plain_link')
    .set({ ended_at: ctx.now })
    .where('ended_at', 'is', null);
  if (unit !== undefined) query = query.where('unit_code', '=', unit);
  if (link !== undefined) query = query.where('id', '=', link);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** When a link was read, and every wrong number. */
export async function listReadings(ctx: Ctx, { link }: { link: string }) {
  const known = (await linkRows(ctx.db)).some(({ id }) => id === link);
  if (!known) throw deskProblem('link-unknown');
  return { rows: await readingRows(ctx.db, link) };
}
