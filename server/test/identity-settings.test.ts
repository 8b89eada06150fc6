import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { identitySettingsOf } from '../src/platform/index.ts';
import { emptyFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

/** All four settings, with a file that holds the secret. */
function whole(): Record<string, string> {
  const file = join(emptyFolder(), 'secret');
  writeFileSync(file, ' of the province \n');
  return {
    ONENEEDLE_IDENTITY_ISSUER: 'https://identity.example',
    ONENEEDLE_IDENTITY_CLIENT: 'qinghe',
    ONENEEDLE_IDENTITY_SECRET_FILE: file,
    ONENEEDLE_IDENTITY_NAME: '全省统一身份认证',
  };
}

describe('the settings of a unified identity', () => {
  it('are none, or four with the secret from its file', () => {
    expect(identitySettingsOf({})).toBeUndefined();
    expect(identitySettingsOf(whole())).toEqual({
      issuer: 'https://identity.example',
      client: 'qinghe',
      secret: 'of the province',
      name: '全省统一身份认证',
    });
  });

  it('are refused by name where one is missing, before anything starts', () => {
    const { ONENEEDLE_IDENTITY_NAME: _, ...rest } = whole();
    expect(() => identitySettingsOf(rest)).toThrow('ONENEEDLE_IDENTITY_NAME');
  });

  it.each(['http://identity.example', 'identity.example', 'ftp://127.0.0.1'])(
    'are refused with %s, over which anybody on the way could say who somebody is',
    (issuer) => {
      const settings = { ...whole(), ONENEEDLE_IDENTITY_ISSUER: issuer };
      expect(() => identitySettingsOf(settings)).toThrow('https://');
    },
  );

  it('are refused where the file of the secret is not there, or empty', () => {
    const missing = join(emptyFolder(), 'missing');
    const empty = join(emptyFolder(), 'empty');
    writeFileSync(empty, '\n');
    for (const file of [missing, empty]) {
      const settings = { ...whole(), ONENEEDLE_IDENTITY_SECRET_FILE: file };
      expect(() => identitySettingsOf(settings)).toThrow('读不到密钥');
    }
  });
});
