/** A workbook of facts: each row becomes an entry that somebody else reviews. */

import { client } from '../api/index.ts';
import { ListImport } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import type { Options, Preview } from './replies.ts';
import { useRefresh } from './use-ledger.ts';

export function ImportForm({ options, onClose }: { options: Options; onClose(): void }) {
  const f = useWords(ledgerFormWords);
  const town = useTown();
  return (
    <ListImport
      title={f.importTitle}
      says={f.importSays}
      list={{ town }}
      preview={client.ledger.previewImport}
      mark={client.ledger.markImport}
      take={client.ledger.importEntries}
      lines={({ rows }: Preview) => rows}
      columns={[
        { head: f.rowSubject, cell: ({ subjects }) => subjects.join(f.comma) },
        { head: f.kind, cell: ({ kindName }) => kindName },
        { head: f.when, cell: ({ when }) => when },
        { head: f.summary, cell: ({ summary }) => summary },
        { head: f.lookAt, cell: ({ warnings }) => warnings.join('') },
      ]}
      label={f.goodRows}
      action={(count) => (count > 0 ? f.importCount(count) : f.importNone)}
      told={({ known }) => known > 0 && f.importKnown(known)}
      hasSheets
      extra={() => (
        <ul>
          {options.lines.map(({ line, name }) => (
            <li key={line}>
              <a href={`/api/towns/${town}/ledger/template?${new URLSearchParams({ line })}`}>
                {f.template(name)}
              </a>
            </li>
          ))}
        </ul>
      )}
      refresh={useRefresh()}
      onClose={onClose}
    />
  );
}
