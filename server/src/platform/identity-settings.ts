/** The unified identity that an installation accepts, from its environment. */

import { readFileSync } from 'node:fs';
import { Refusal } from './refusal.ts';

export interface IdentitySettings {
  /** Address of the provider, exactly as it names itself. */
  readonly issuer: string;
  /** What the provider calls this installation. */
  readonly client: string;
  readonly secret: string;
  /** What stands on the button: `全省统一身份认证`. */
  readonly name: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const names = {
  issuer: 'ONENEEDLE_IDENTITY_ISSUER',
  client: 'ONENEEDLE_IDENTITY_CLIENT',
  secretFile: 'ONENEEDLE_IDENTITY_SECRET_FILE',
  name: 'ONENEEDLE_IDENTITY_NAME',
};

/** undefined where none is set; refuses half of the settings, by name. */
export function identitySettingsOf(env: Env): IdentitySettings | undefined {
  const given = Object.values(names).filter((name) => env[name]);
  if (given.length === 0) return undefined;
  const missing = Object.values(names).filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new Refusal(
      `统一身份认证的设置不全，还缺 ${missing.join('、')}。四项要写全，或者都不写。`,
    );
  }
  const text = (name: string) => env[name] ?? '';
  const issuer = text(names.issuer);
  if (!isTrusted(issuer)) {
    throw new Refusal(`设置 ${names.issuer}=${issuer} 不对，应是 https:// 开头的网址。`);
  }
  const secret = secretIn(text(names.secretFile));
  return { issuer, client: text(names.client), secret, name: text(names.name) };
}

/** Over plain http anybody on the way could say who somebody is; this machine alone is no way. */
function isTrusted(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
  return protocol === 'https:' || (protocol === 'http:' && isHere);
}

function secretIn(path: string): string {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    if (secret !== '') return secret;
  } catch {
    // told below, as an empty file is
  }
  throw new Refusal(
    `设置 ${names.secretFile}=${path} 读不到密钥。请把统一身份认证平台给的密钥写进这个文件，并让程序能读。`,
  );
}
