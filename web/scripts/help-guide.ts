/**
 * The help of the pages as a guide to read without the program. `node web/scripts/help-guide.ts`
 * writes docs/guides/pages.md; with `--check` it only says whether the file is what it would write.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { helpKeys } from '../src/help/help-of.ts';
import { pageHelp } from '../src/words/help.ts';

const file = join(import.meta.dirname, '../../docs/guides/pages.md');

/** The whole text of the guide. */
export function guideText(): string {
  const sections = helpKeys.map((key) => {
    const { title, said, picture } = pageHelp[key];
    return [
      `## ${title.zh}`,
      said.zh.join('\n'),
      ...(picture ? [`![${picture.zh}](system/pictures/${picture.name}.png)`] : []),
    ].join('\n\n');
  });
  return `${[
    '<!-- Generated from web/src/words/help.ts by `npm run gen`; edit there. -->',
    '# 一页一页的说明',
    '每一页上点“帮助”，看到的就是这里的一节；浏览器里的整本在 `/help`。怎样办一件事，从头到尾，看[在浏览器里用](system.md)。',
    ...sections,
  ].join('\n\n')}\n`;
}

if (import.meta.main) {
  const text = guideText();
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error('docs/guides/pages.md is stale: npm run gen');
    process.exitCode = 1;
  }
}
