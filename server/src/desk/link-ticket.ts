/**
 * What lets a page behind a plain link send one form back without the number being typed again, nor
 * standing in the page: it is made of the number's hash, which nobody outside knows, and lasts an hour.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LivingLink } from './link-store.ts';

const lifeMilliseconds = 60 * 60 * 1000;

type Link = Pick<LivingLink, 'id' | 'pinHash'>;

/** A ticket for the page that is shown now. */
export function ticketFor(link: Link, now: string): string {
  const until = (Date.parse(now) + lifeMilliseconds).toString(36);
  return `${until}.${signature(link, until)}`;
}

/** Whether a ticket is of this link and not over. */
export function isTicket(link: Link, { ticket, now }: { ticket: string; now: string }): boolean {
  const [until = '', signed = ''] = ticket.split('.');
  const wanted = Buffer.from(signature(link, until));
  const got = Buffer.from(signed);
  const isSigned = got.length === wanted.length && timingSafeEqual(got, wanted);
  return isSigned && Number.parseInt(until, 36) > Date.parse(now);
}

function signature({ id, pinHash }: Link, until: string): string {
  return createHmac('sha256', pinHash).update(`${id} ${until}`).digest('hex');
}
