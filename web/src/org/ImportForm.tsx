/** A roster file: units, persons, posts and pairings, each a sheet. */

import type { ImportPreview } from '@oneneedle/contract';
import { client } from '../api/index.ts';
import { type ImportColumn, ListImport, useChangeColumns } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { useRefresh } from './use-org.ts';

export function ImportForm({ onClose }: { onClose(): void }) {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  const [what, change] = useChangeColumns();
  const names = { units: f.units, persons: w.persons, posts: w.posts, pairings: w.pairings };
  const columns: ImportColumn<ImportPreview['changes'][number]>[] = [
    { head: f.sheet, cell: ({ table }) => names[table] },
    what,
    change,
  ];
  return (
    <ListImport
      title={f.importTitle}
      says={f.importSays}
      list={{ town: useTown() }}
      preview={client.org.previewImport}
      mark={client.org.markImport}
      take={client.org.importRoster}
      lines={({ changes }: ImportPreview) => changes}
      columns={columns}
      told={({ counts }) => (
        <ul>
          {counts
            .filter(({ added, changed, same }) => added + changed + same > 0)
            .map(({ table, added, changed, same }) => (
              <li key={table}>{f.importCounts(names[table], added, changed, same)}</li>
            ))}
        </ul>
      )}
      stays={f.othersStay}
      hasSheets
      refresh={useRefresh()}
      onClose={onClose}
    />
  );
}
