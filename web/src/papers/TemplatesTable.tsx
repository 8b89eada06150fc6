/** Every kind with the template in use and its running numbers; each opens. */

import { useMemo } from 'react';
import { useDrawer } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { documentKindWords, paperWords } from '../words/papers.ts';
import type { TemplateRow } from './replies.ts';
import { TemplateDrawer } from './TemplateDrawer.tsx';

export function TemplatesTable({ rows }: { rows: readonly TemplateRow[] }) {
  const w = useWords(paperWords);
  const kinds = useWords(documentKindWords);
  const drawer = useDrawer();
  const opened = rows.find(({ kind }) => kind === drawer.id);
  const columns = useMemo(
    (): readonly Column<TemplateRow>[] => [
      { id: 'kind', title: w.kind, width: 10, text: ({ kind }) => kinds[kind] },
      {
        id: 'inUse',
        title: w.inUse,
        width: 10,
        text: ({ inUse }) => (inUse === 0 ? w.ownTemplate : w.nth(inUse)),
        filter: true,
      },
      {
        id: 'last',
        title: w.lastNumber,
        width: 16,
        text: ({ numbers: [latest] }) =>
          latest ? w.lastOf(latest.year, latest.last, latest.voided) : w.noNumber,
      },
    ],
    [w, kinds],
  );
  return (
    <>
      <DataTable
        name="document-templates"
        label={w.templatesLabel}
        rows={rows}
        rowKey={({ kind }) => kind}
        columns={columns}
        onOpen={({ kind }) => drawer.open(kind)}
        {...(drawer.id === undefined ? {} : { openKey: drawer.id })}
      />
      {opened && <TemplateDrawer row={opened} onClose={drawer.close} />}
    </>
  );
}
