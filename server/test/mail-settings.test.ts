import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mailSettingsOf } from '../src/platform/index.ts';
import { emptyFolder, removeFolders } from './terminal.ts';

afterAll(removeFolders);

/** Both settings, with a file that holds the address. */
function whole(address = 'smtps://list:word@mail.example:465'): Record<string, string> {
  const file = join(emptyFolder(), 'smtp');
  writeFileSync(file, ` ${address} \n`);
  return { ONENEEDLE_SMTP_URL_FILE: file, ONENEEDLE_MAIL_FROM: '清单 <list@mail.example>' };
}

describe('the settings for e-mail', () => {
  it('are none, or two with the address from its file', () => {
    expect(mailSettingsOf({})).toBeUndefined();
    expect(mailSettingsOf(whole())).toEqual({
      url: 'smtps://list:word@mail.example:465',
      from: '清单 <list@mail.example>',
    });
  });

  it('are refused by name where one is missing', () => {
    const { ONENEEDLE_MAIL_FROM: _, ...file } = whole();
    expect(() => mailSettingsOf(file)).toThrow('ONENEEDLE_MAIL_FROM');
    expect(() => mailSettingsOf({ ONENEEDLE_MAIL_FROM: 'a@b.example' })).toThrow(
      'ONENEEDLE_SMTP_URL_FILE',
    );
  });

  it.each(['', 'mail.example', 'http://mail.example'])('are refused with “%s”', (address) => {
    expect(() => mailSettingsOf(whole(address))).toThrow('ONENEEDLE_SMTP_URL_FILE');
  });

  it('are refused where the file cannot be read', () => {
    const settings = { ...whole(), ONENEEDLE_SMTP_URL_FILE: join(emptyFolder(), 'nothing') };
    expect(() => mailSettingsOf(settings)).toThrow('smtps://');
  });
});
