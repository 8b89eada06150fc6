/** Reading a plain link: is it living, is the number right, what does the village see. */

import { chineseDate, isoDate } from '@oneneedle/kernel';
import type { Transaction } from 'kysely';
import { unitsNamed, verifyPassword } from '../org/index.ts';
import { chinaDay, type Language, setTenant, type Tables } from '../platform/index.ts';
import { listPage, pinPage, type SaidState, shutPage } from './link-page.ts';
import { linkDigest, plainPin } from './link-secret.ts';
import {
  countTry,
  forgiveTries,
  holdLink,
  keepReading,
  type LivingLink,
  linkSetting,
  livingLink,
  lockLink,
  type Outcome,
  wasLockedLately,
  wrongPinsMax,
} from './link-store.ts';
import { isTicket, ticketFor } from './link-ticket.ts';
import { tellsOfSomebody } from './link-titles.ts';
import { linkWords } from './link-words.ts';
import type { DeskPlace } from './store.ts';
import { deskDays } from './waiting-days.ts';
import { countsWhere, linesWhere, opensForVillage, type WaitingLine } from './waiting-for.ts';

/** Matters on one page: with the longest titles still a small page for a slow telephone. */
const rowsMax = 60;

/** What came in one of the forms. */
export interface Typed {
  /** The number as it was typed. */
  readonly pin?: string;
  /** What lets a page that was opened with its number send a sentence. */
  readonly ticket?: string;
  readonly said?: string;
}

/** Takes in what a village says; false where it came too often. */
export type HearLink = (
  place: DeskPlace,
  said: { readonly link: string; readonly unit: string; readonly said: string },
) => Promise<boolean>;

/** What a browser asks of a link; without anything typed the page is opened. */
export interface LinkAsked extends Typed {
  /** Short name of the town in the address. */
  readonly town: string;
  readonly token: string;
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
export async function readLink(
  db: Transaction<Tables>,
  asked: LinkAsked,
  hear?: HearLink,
): Promise<PlainReply> {
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
  const found = { asked, link, town: tenant.name, hears: hear !== undefined };
  if (asked.ticket !== undefined && hear && !link.isLocked) {
    if (!isTicket(link, { ticket: asked.ticket, now }))
      return { status: 403, html: pinPage(language) };
    const state = await hearSaid({ db, tenant, now }, { ...found, hear });
    return { status: 200, html: await villagePage(db, { ...found, state }) };
  }
  if (asked.pin === undefined)
    return link.isLocked ? locked : { status: 200, html: pinPage(language) };
  const tried = link.isLocked ? undefined : await countTry(db, link.id);
  if (tried === undefined) {
    if (!(await wasLockedLately(db, link.id, now))) await keep('locked');
    return locked;
  }
  if (await verifyPassword({ hash: link.pinHash, password: plainPin(asked.pin) })) {
    await forgiveTries(db, link.id);
    await keep('read');
    return { status: 200, html: await villagePage(db, found) };
  }
  await keep('wrong-pin');
  if (tried < wrongPinsMax) return { status: 403, html: pinPage(language, wrongPinsMax - tried) };
  await lockLink(db, link.id, now);
  return locked;
}

/** Sentences shorter than this tell nobody anything; longer ones belong on paper. */
const saidLengths = { least: 5, most: 2000 };

async function hearSaid(
  place: DeskPlace,
  { asked, link, hear }: Pick<Found, 'asked' | 'link'> & { readonly hear: HearLink },
): Promise<SaidState> {
  const said = (asked.said ?? '').trim();
  if (said.length < saidLengths.least || said.length > saidLengths.most) return 'length';
  // Whoever hears counts what came within a day: two at once would both be the fifth.
  await holdLink(place.db, link.id);
  const isKept = await hear(place, { link: link.id, unit: link.unit, said });
  return isKept ? 'kept' : 'tooMany';
}

interface Found {
  readonly asked: LinkAsked;
  readonly link: LivingLink;
  readonly town: string;
  /** Whether the page has the form. */
  readonly hears: boolean;
  /** What became of a sentence that was just sent. */
  readonly state?: SaidState;
}

async function villagePage(db: Transaction<Tables>, { asked, link, town, hears, state }: Found) {
  const today = chinaDay(asked.now);
  const waiting = opensForVillage(link.unit);
  const lines = await linesWhere(db, waiting, { take: rowsMax });
  const { all } = await countsWhere(db, waiting, await deskDays(db, today));
  const asks = lines.flatMap((line) => line.contact_unit ?? []);
  const units = await unitsNamed(db, [link.unit, ...asks]);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const { link_contact: contact } = await linkSetting(db);
  const tells = await tellsOfSomebody(db);
  // What came after the link was made, nobody let leave with a name in it.
  const titleOf = ({ title, opened_at: at }: WaitingLine) =>
    at > link.createdAt && tells(title) ? linkWords(asked.language).untold : title;
  return listPage(asked.language, {
    town,
    village: names.get(link.unit) ?? link.unit,
    today: dayText(asked.language, today),
    rows: lines.map((line) => ({
      title: titleOf(line),
      ...(line.due_on === null ? {} : { until: dayText(asked.language, line.due_on) }),
      ...askOf(names.get(line.contact_unit ?? '')),
    })),
    all,
    contact,
    expires: dayText(asked.language, chinaDay(link.expiresAt)),
    ...(hears ? { ticket: ticketFor(link, asked.now) } : {}),
    ...(state === undefined ? {} : { state }),
  });
}

function dayText(language: Language, day: string): string {
  return language === 'en' ? day : chineseDate(isoDate(day));
}

function askOf(unit: string | undefined): { ask?: string } {
  return unit === undefined ? {} : { ask: unit };
}
