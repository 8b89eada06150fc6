/** `oneneedle verify FILE`: a published list, or the page of one, checked with nothing but its own text. */

import { readFileSync } from 'node:fs';
import { checkPublished } from '../publication/index.ts';
import type { Desk, Told } from './command.ts';
import { fitted } from './print.ts';
import { inLanguage } from './words/rooms.ts';

/** Whether a path names a published file rather than the folder of a package. */
export function isPublishedFile(path: string): boolean {
  return /\.(?:json|html?)$/i.test(path);
}

/** Names everything that is not as it was published; `expected` is the 核对码 that the poster prints. */
export function verifyPublished(path: string, expected: string | undefined, desk: Desk): Told {
  const { language, say } = desk;
  const check = checkPublished(heldIn(readFileSync(path, 'utf8')), expected);
  const { title, sha256, root, subjects: count, facts, faults, isPublic } = check;
  const hash = root || sha256;
  const agrees = faults.length === 0;
  const sentence = agrees
    ? say(expected?.trim() ? 'verify.listAgrees' : 'verify.listInner', { title })
    : say('verify.listDiffers', { count: faults.length, title });
  const text = [
    sentence,
    ...faults.map((one) => `· ${inLanguage(one.sentence, language)}`),
    isPublic
      ? say('verify.publicChecked', { count, hash })
      : say('verify.listChecked', { count, facts, hash }),
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

/** The published text that a proof page holds; of any other file its whole text. */
function heldIn(text: string): string {
  return /<script type="application\/json" id="file">([^<]*)<\/script>/.exec(text)?.[1] ?? text;
}
