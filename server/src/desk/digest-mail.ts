/** The e-mail itself: how many wait, never what. It stands in a mailbox that others keep. */

import { createTransport } from 'nodemailer';
import type { MailSettings } from '../platform/index.ts';
import type { WaitingCounts } from './waiting-for.ts';

/** A letter as it is handed to the mail server. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for the same account and day, so that a mailbox knows a double. */
  readonly messageId: string;
}

/** Sends one letter; `unknown` where it may have gone out. */
export interface Mailer {
  send(mail: Mail): Promise<'sent' | 'not-sent' | 'unknown'>;
}

/** Errors of which the library knows that the server took no letter. */
const notSent = new Set([
  'EDNS',
  'ECONNECTION',
  'EAUTH',
  'ENOAUTH',
  'ETLS',
  'EENVELOPE',
  'ECONFIG',
]);

/** Milliseconds: a mail server that does not answer holds up the others no longer. */
const patience = 20_000;

/** Letters by the installation's mail server. */
export function mailerOf({ url, from }: MailSettings): Mailer {
  const { hostname, username } = new URL(url);
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A password goes over no open line.
    requireTLS: username !== '' && !isHere,
  });
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({
          ...mail,
          from,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return 'sent';
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        return notSent.has(code) || isRefused(error) ? 'not-sent' : 'unknown';
      }
    },
  };
}

/** A connection that never came about. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'command' in error && error.command === 'CONN';
}

interface Digest {
  readonly email: string;
  readonly accountId: string;
  readonly counts: WaitingCounts;
  readonly day: string;
  readonly origin: string;
  readonly town: { readonly code: string; readonly name: string };
}

/** Pure. */
export function digestMail({ email, accountId, counts, day, origin, town }: Digest): Mail {
  const { all, overdue, near } = counts;
  const urgent =
    overdue + near === 0 ? '都不急。' : `其中超期 ${overdue} 件，三个工作日内到期 ${near} 件。`;
  return {
    to: email,
    subject: `${town.name}：有 ${all} 件事等您办`,
    text: [
      `有 ${all} 件事等您办，${urgent}`,
      `打开清单：${origin}/${town.code}/desk`,
      '',
      '工作日早上最多一封，没有新的事就不发。不想收：登录后在“设置—提醒”停掉。本信由系统发出，不用回。',
    ].join('\n'),
    messageId: `<desk-${town.code}-${accountId}-${day}@${new URL(origin).hostname}>`,
  };
}
