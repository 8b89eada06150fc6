/** The catalogue of facts: what may be recorded, and which clauses hear it. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/index.ts';
import { Button, Empty, Page, Query, useDrawer, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { factKindWords } from '../words/fact-kinds.ts';
import { FactKindDrawer } from './FactKindDrawer.tsx';
import type { CatalogueRow } from './replies.ts';
import { SchemeLink } from './SchemeLink.tsx';
import './scheme.css';

/** The drawer of a kind that does not exist yet; no code begins so. */
const newKind = '+';

export function FactKindsPage() {
  const w = useWords(factKindWords);
  const town = useTown();
  const drawer = useDrawer();
  const columns = useColumns();
  const query = useQuery(api.scheme.kinds.queryOptions({ input: { town } }));
  const rows = query.data?.rows ?? [];
  const unheard = rows.filter(({ heardBy }) => heardBy.length === 0).length;
  const opened = rows.find(({ kind }) => kind.kind === drawer.id);
  const mayWrite = query.data?.mayWrite ?? false;
  return (
    <Page
      title={w.title}
      state={rows.length > 0 && w.state(rows.length, unheard)}
      actions={
        <>
          <SchemeLink to="">{w.back}</SchemeLink>
          {mayWrite && (
            <Button kind="main" onClick={() => drawer.open(newKind)}>
              {w.add}
            </Button>
          )}
        </>
      }
    >
      <Query query={query} what={w.what}>
        {() => (
          <DataTable
            name="fact-kinds"
            label={w.label}
            rows={rows}
            rowKey={({ kind }) => kind.kind}
            columns={columns}
            onOpen={({ kind }) => drawer.open(kind.kind)}
            {...(opened ? { openKey: opened.kind.kind } : {})}
            empty={<Empty what={w.empty} why={w.emptyWhy} />}
          />
        )}
      </Query>
      {(opened || (drawer.id === newKind && mayWrite)) && (
        <FactKindDrawer
          key={drawer.id}
          row={opened}
          mayWrite={mayWrite}
          onClose={drawer.close}
          onRenamed={drawer.open}
        />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<CatalogueRow>[] {
  const w = useWords(factKindWords);
  return useMemo(
    () => [
      { id: 'name', title: w.name, width: 12, text: ({ kind }) => kind.name },
      { id: 'code', title: w.code, width: 12, text: ({ kind }) => kind.kind },
      { id: 'form', title: w.form, width: 8, text: ({ kind }) => w[kind.form], filter: true },
      {
        id: 'fields',
        title: w.fields,
        width: 16,
        text: ({ kind }) => Object.keys(kind.fields ?? {}).join('、'),
      },
      {
        id: 'owner',
        title: w.owner,
        width: 8,
        text: ({ kind }) => kind.owner ?? '',
        filter: true,
      },
      { id: 'source', title: w.source, width: 10, text: ({ kind }) => kind.source ?? '' },
      {
        id: 'heardBy',
        title: w.heardBy,
        width: 12,
        text: ({ heardBy }) =>
          heardBy.length === 0 ? w.notHeard : heardBy.map(({ clause }) => clause).join('、'),
      },
      {
        id: 'formerly',
        title: w.formerly,
        width: 10,
        text: ({ kind }) => (kind.formerly ?? []).join('、'),
        optional: true,
      },
    ],
    [w],
  );
}
