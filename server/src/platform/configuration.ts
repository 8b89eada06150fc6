/** Every setting of the program, read once, in one place. */

import { join } from 'node:path';
import { type IdentitySettings, identitySettingsOf } from './identity-settings.ts';
import { type MailSettings, mailSettingsOf } from './mail-settings.ts';
import { Refusal } from './refusal.ts';

export interface Configuration {
  /** Where it listens. */
  readonly host: string;
  readonly port: number;
  /** Folder for the own database, evidence files and logs. */
  readonly folder: string;
  /** Largest evidence file in bytes. */
  readonly fileBytesMax: number;
  readonly logLevel: string;
  /** Folder of pages that are built already; built from the sources where there is none. */
  readonly pages?: string;
  /** The address that people type, for cookies and links: `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** The unified identity that people may sign in with, where there is one. */
  readonly identity?: IdentitySettings;
  /** Hosts of chat services to which a town may have the number of open matters told. */
  readonly robotHosts: readonly string[];
  /** The mail server for the one e-mail a day, where there is one. */
  readonly mail?: MailSettings;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the environment; refuses values that make no sense, by name. */
export function configurationOf(env: Env, defaults: { folder: string }): Configuration {
  const host = env.ONENEEDLE_HOST || '127.0.0.1';
  const port = whole(env, 'PORT', 8080, 65_535);
  const identity = identitySettingsOf(env);
  const mail = mailSettingsOf(env);
  return {
    host,
    port,
    folder: env.ONENEEDLE_DATA || join(defaults.folder),
    fileBytesMax: whole(env, 'ONENEEDLE_FILE_MB_MAX', 50, 2048) * 1024 * 1024,
    logLevel: env.ONENEEDLE_LOG || 'warn',
    ...(env.ONENEEDLE_PAGES ? { pages: env.ONENEEDLE_PAGES } : {}),
    ...(identity ? { identity } : {}),
    ...(mail ? { mail } : {}),
    robotHosts: (env.ONENEEDLE_ROBOT_HOSTS ?? '').split(/[\s,]+/).filter((host) => host !== ''),
    origin: env.ONENEEDLE_ORIGIN || `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
  };
}

function whole(env: Env, name: string, fallback: number, max: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw new Refusal(`设置 ${name}=${text} 不对，应是 0 到 ${max} 的整数。`);
}
