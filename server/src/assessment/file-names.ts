/** File names from codes that people chose, safe on every system that a package may be copied to. */

import { createHash } from 'node:crypto';

/** Names that Windows keeps for devices, with or without an ending. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const mostCharacters = 40;

/**
 * One file name without ending for each code, none like another even where capitals are not told
 * apart. A code that is a good name stays as it is; any other carries twelve digits of
 * its hash, and so does one that looks as if it did.
 */
export function fileNames(codes: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const code of new Set(codes)) counts.set(folded(code), (counts.get(folded(code)) ?? 0) + 1);
  return new Map(
    codes.map((code) => {
      const plain = plainName(code);
      const isAlone = counts.get(folded(code)) === 1;
      const isKept = plain === code && isAlone && !/-[0-9a-f]{12}$/i.test(code);
      return [code, isKept ? code : `${plain}-${hashPart(code)}`];
    }),
  );
}

function plainName(code: string): string {
  const letters = code.normalize('NFC').replace(/[^\p{L}\p{N}._()（）-]+/gu, '_');
  const short = [...letters].slice(0, mostCharacters).join('');
  const named = short.replace(/^\.+/, '_').replace(/[. ]+$/, '_') || '_';
  return devices.test(named) ? `_${named}` : named;
}

function folded(code: string): string {
  return code.normalize('NFKC').toLowerCase();
}

function hashPart(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 12);
}
