/** The documents on the decomposition bench, each a way to its sentences and drafts. */

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { draftWords } from '../../words/drafts.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { PasteForm } from './PasteForm.tsx';
import type { DocumentRow } from './replies.ts';
import { TableImport } from './TableImport.tsx';
import './drafts.css';

export function DraftsPage() {
  const w = useWords(draftWords);
  const town = useTown();
  const navigate = useNavigate();
  const [adding, setAdding] = useState<'text' | 'table'>();
  const query = useQuery(api.drafts.list.queryOptions({ input: { town } }));
  const columns = useColumns();
  const rows = query.data?.rows ?? [];
  const open = rows.filter((row) => row.open > 0);
  const show = (id: string) =>
    void navigate({ to: '/$town/work/drafts/$document', params: { town, document: id } });
  return (
    <WorkFrame
      here="drafts"
      title={w.bench}
      state={
        query.data &&
        w.state(
          open.length,
          open.reduce((sum, row) => sum + row.open, 0),
        )
      }
      actions={
        query.data?.mayWork && (
          <>
            <Button onClick={() => setAdding('table')}>{w.importTable}</Button>
            <Button kind="main" onClick={() => setAdding('text')}>
              {w.paste}
            </Button>
          </>
        )
      }
    >
      <Query query={query} what={w.bench}>
        {() => (
          <DataTable
            name="drafts"
            label={w.label}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => show(id)}
            empty={<Empty what={w.nothing} why={w.nothingWhy} />}
          />
        )}
      </Query>
      {adding === 'text' && <PasteForm onClose={() => setAdding(undefined)} onMade={show} />}
      {adding === 'table' && <TableImport onClose={() => setAdding(undefined)} onMade={show} />}
    </WorkFrame>
  );
}

function useColumns(): readonly Column<DocumentRow>[] {
  const w = useWords(draftWords);
  const format = useFormat();
  return useMemo(() => {
    const count = (id: 'open' | 'claimed' | 'aside') => ({
      id,
      title: w[id],
      kind: 'number' as const,
      width: 6,
      text: (row: DocumentRow) => String(row[id]),
    });
    return [
      { id: 'title', title: w.title, width: 22, text: ({ title }) => title },
      { id: 'kind', title: w.kind, width: 4, text: ({ kind }) => w[kind], filter: true },
      {
        id: 'dated',
        title: w.dated,
        width: 7,
        text: ({ dated }) => (dated ? format.shortDay(dated) : ''),
        sortBy: ({ dated }) => dated ?? '',
      },
      {
        id: 'standing',
        title: w.standing,
        width: 5,
        text: (row) => (row.open > 0 ? w.pending : w.closed),
        filter: true,
      },
      count('open'),
      count('claimed'),
      count('aside'),
      { id: 'by', title: w.by, width: 5, text: ({ by }) => by, filter: true },
      { id: 'source', title: w.source, width: 14, text: ({ source }) => source },
    ] satisfies Column<DocumentRow>[];
  }, [w, format]);
}
