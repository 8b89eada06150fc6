/** Nothing that is committed tells where or through whom it was made. */

import type { TextFile } from './repository.ts';
import { type Finding, lineAt } from './source.ts';

const registryHost = /\bregistry\.[a-z0-9-]+\.[a-z]{2,}\b/gi;
const resolvedAddress = /"resolved":\s*"[a-z+]+:\/\/[^"]*"/gi;

/** First folders of absolute paths that exist only on somebody's own machine. */
const ownFolders = ['root/', 'home/[a-z]', 'Users/[A-Za-z]', 'work/(?:main|sh|\\.)', 'tmp/bash'];
const ownPath = new RegExp(`(?<![\\w.:/-])/(?:${ownFolders.join('|')})[^\\s'"\`)]*`, 'g');

/** No registry host, no download address in the lock file, no path of somebody's machine. */
export function checkTraces({ path, text }: TextFile): Finding[] {
  const patterns = [registryHost, ownPath];
  if (path.endsWith('package-lock.json')) patterns.push(resolvedAddress);
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      rule: 'traces',
      path,
      line: lineAt(text, match.index),
      message: `${match[0]} belongs to one machine or network`,
    })),
  );
}
