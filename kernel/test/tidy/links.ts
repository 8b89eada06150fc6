/** Every relative link of a document leads somewhere. */

import { posix } from 'node:path';
import type { TextFile } from './repository.ts';
import { type Finding, lineAt } from './source.ts';

const inlineLink = /\]\(\s*<?([^\s)>]+)>?(?:\s+["'(][^)]*)?\)/g;
const reference = /^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)>?/gm;
const code = /^(`{3,}|~{3,}).*?^\1|`[^`\n]+`/gms;

/** A link without a scheme names a file or folder of the repository; `paths` are its files. */
export function checkLinks({ path, text }: TextFile, paths: string[]): Finding[] {
  const known = new Set(paths.flatMap(withFolders));
  const prose = text.replace(code, (block) => block.replace(/[^\n]/g, ' '));
  return [...prose.matchAll(inlineLink), ...prose.matchAll(reference)].flatMap((match) => {
    const link = match[1] ?? '';
    if (/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(link)) return [];
    const target = decodeURIComponent(link.replace(/[#?].*$/, ''));
    const resolved = target.startsWith('/')
      ? target.slice(1)
      : posix.join(posix.dirname(path), target);
    if (known.has(resolved.replace(/\/$/, '') || '.')) return [];
    return [{ rule: 'links', path, line: lineAt(text, match.index), message: `no ${link}` }];
  });
}

function withFolders(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === path ? [path] : [path, ...withFolders(folder)];
}
