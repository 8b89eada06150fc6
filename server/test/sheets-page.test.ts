/** The page of tables names every title that is read, so that nobody has to guess one. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fieldTitles, partTitles } from '../src/ledger/titles.ts';
import { rosterTables } from '../src/org/roster-columns.ts';

const page = readFileSync(
  fileURLToPath(new URL('../../docs/reference/sheets.md', import.meta.url)),
  'utf8',
);

describe('docs/reference/sheets.md', () => {
  it.each(Object.values(partTitles).map((titles) => titles.join('、')))('names %s', (titles) => {
    for (const title of titles.split('、')) expect(page).toContain(title);
  });

  it.each(Object.entries(fieldTitles))('says that %s is %s', (name, title) => {
    expect(page).toContain(`\`${name}\` ${title}`);
  });

  it.each(rosterTables.map((table) => [table.name, table] as const))(
    'names the columns of %s',
    (_, table) => {
      for (const { title, also = [] } of table.columns) {
        for (const word of [title, ...also]) expect(page).toContain(word);
      }
    },
  );
});
