/** Reading a plain link: is it living, is the number right, what does the village see. */

import { chineseDate, isoDate } from '@oneneedle/kernel';
import type { Transaction } from 'kysely';
import { unitsNamed, verifyPassword } from '../org/index.ts';
import { chinaDay, type Language, setTenant, type Tables } from '../platform/index.ts';
import { listPage, pinPage, shutPage } from './link-page.ts';
import { linkDigest, plainPin } from './link-secret.ts';
import {
  countTry,
  forgiveTries,
  keepReading,
  type LivingLink,
  linkSetting,
  livingLink,
  lockLink,
  type Outcome,
  wrongPinsMax,
} from './link-store.ts';
import { countsWhere, linesWhere, opensForVillage } from './waiting-for.ts';

/** Matters on one page: with the longest titles still a small page for a slow telephone. */
const rowsMax = 60;

/** What a browser asks of a link. */
export interface LinkAsked {
  /** Short name of the town in the address. */
  readonly town: string;
  readonly token: string;
  /** The number as it was typed; absent when the page is opened. */
  readonly pin?: string;
  /** Where it came from, without its last part. */
  readonly address: string;
  readonly language: Language;
  readonly now: string;
}

/** A page and its status. */
export interface PlainReply {
  readonly status: number;
  readonly html: string;
}

/** The page of a link; a link that is not there, over, ended or of another town all answer alike. */
export async function readLink(db: Transaction<Tables>, asked: LinkAsked): Promise<PlainReply> {
  const { language, now } = asked;
  const gone = { status: 404, html: shutPage(language, 'gone') };
  const tenant = await db
    .selectFrom('tenant')
    .select(['id', 'name'])
    .where('code', '=', asked.town)
    .executeTakeFirst();
  if (!tenant) return gone;
  await setTenant(db, tenant.id);
  const link = await livingLink(db, { digest: linkDigest(asked.token), now });
  if (!link) return gone;
  const keep = (outcome: Outcome) =>
    keepReading(db, {
      tenantId: tenant.id,
      link: link.id,
      at: now,
      outcome,
      address: asked.address,
    });
  const locked = { status: 423, html: shutPage(language, 'locked') };
  if (asked.pin === undefined)
    return link.isLocked ? locked : { status: 200, html: pinPage(language) };
  const tried = link.isLocked ? undefined : await countTry(db, link.id);
  if (tried === undefined) {
    await keep('locked');
    return locked;
  }
  if (await verifyPassword({ hash: link.pinHash, password: plainPin(asked.pin) })) {
    await forgiveTries(db, link.id);
    await keep('read');
    return { status: 200, html: await villagePage(db, { asked, link, town: tenant.name }) };
  }
  await keep('wrong-pin');
  if (tried < wrongPinsMax) return { status: 403, html: pinPage(language, wrongPinsMax - tried) };
  await lockLink(db, link.id, now);
  return locked;
}

interface Found {
  readonly asked: LinkAsked;
  readonly link: LivingLink;
  readonly town: string;
}

async function villagePage(db: Transaction<Tables>, { asked, link, town }: Found) {
  const today = chinaDay(asked.now);
  const waiting = opensForVillage(link.unit);
  const lines = await linesWhere(db, waiting, rowsMax);
  const { all } = await countsWhere(db, waiting, { today, nearUntil: today });
  const asks = lines.flatMap((line) => line.contact_unit ?? []);
  const units = await unitsNamed(db, [link.unit, ...asks]);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const { link_contact: contact } = await linkSetting(db);
  return listPage(asked.language, {
    town,
    village: names.get(link.unit) ?? link.unit,
    today: dayText(asked.language, today),
    rows: lines.map((line) => ({
      title: line.title,
      ...(line.due_on === null ? {} : { until: dayText(asked.language, line.due_on) }),
      ...askOf(names.get(line.contact_unit ?? '')),
    })),
    all,
    contact,
    expires: dayText(asked.language, chinaDay(link.expiresAt)),
  });
}

function dayText(language: Language, day: string): string {
  return language === 'en' ? day : chineseDate(isoDate(day));
}

function askOf(unit: string | undefined): { ask?: string } {
  return unit === undefined ? {} : { ask: unit };
}
