/** `oneneedle verify FILE.json`: a published list checked with nothing but its own text. */

import { readFileSync } from 'node:fs';
import { checkPublished } from '../publication/index.ts';
import type { Desk, Told } from './command.ts';
import { fitted } from './print.ts';
import { inLanguage } from './words/rooms.ts';

/** Whether a path names a published file rather than the folder of a package. */
export function isPublishedFile(path: string): boolean {
  return path.toLowerCase().endsWith('.json');
}

/** Names everything that is not as it was published; `expected` is the SHA-256 that the poster prints. */
export function verifyPublished(path: string, expected: string | undefined, desk: Desk): Told {
  const { language, say } = desk;
  const check = checkPublished(readFileSync(path, 'utf8'), expected);
  const { title, sha256: hash, subjects: count, facts, faults } = check;
  const agrees = faults.length === 0;
  const sentence = agrees
    ? say('verify.listAgrees', { title })
    : say('verify.listDiffers', { count: faults.length, title });
  const text = [
    sentence,
    ...faults.map((one) => `· ${inLanguage(one.sentence, language)}`),
    say('verify.listChecked', { count, facts, hash }),
  ].join('\n');
  const findings = faults.map(({ code, sentence: what }) => ({
    code: `published-${code}`,
    severity: 'error' as const,
    path: '',
    file: path,
    sentence: what,
  }));
  return {
    text: fitted(text, desk.columns),
    data: { agrees, ...check },
    ...(agrees ? {} : { refused: { sentence, findings } }),
  };
}
