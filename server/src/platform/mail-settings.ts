/** The mail server of an installation, from its environment. */

import { readFileSync } from 'node:fs';
import { Refusal } from './refusal.ts';

export interface MailSettings {
  /** `smtps://name:password@mail.example:465` */
  readonly url: string;
  /** Who the letters are from: `清单 <list@mail.example>`. */
  readonly from: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const names = { file: 'ONENEEDLE_SMTP_URL_FILE', from: 'ONENEEDLE_MAIL_FROM' };

/** undefined where none is set; refuses half of the settings, by name. */
export function mailSettingsOf(env: Env): MailSettings | undefined {
  const { [names.file]: file, [names.from]: from } = env;
  if (!file && !from) return undefined;
  if (!file || !from) {
    const missing = file ? names.from : names.file;
    throw new Refusal(`发邮件的设置不全，还缺 ${missing}。两项要写全，或者都不写。`);
  }
  return { url: urlIn(file), from };
}

/** The address carries a password: it stands in a file, not in the environment. */
function urlIn(path: string): string {
  let url = '';
  try {
    url = readFileSync(path, 'utf8').trim();
  } catch {
    // told below, as an address that is none
  }
  if (URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol)) return url;
  throw new Refusal(
    `设置 ${names.file}=${path} 里没有邮件服务器的地址。请在这个文件里写一行，例如 smtps://用户名:口令@邮件服务器:465，并让程序能读。`,
  );
}
