/** Documents that were made; each opens with its source and what may be done with it. */

import { useMemo } from 'react';
import { useFormat } from '../format/index.ts';
import { Empty, useAddress, useDrawer } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { documentKindWords, paperWords } from '../words/papers.ts';
import { DocumentDrawer } from './DocumentDrawer.tsx';
import type { IssuedDocument } from './replies.ts';

export function DocumentsTable({ rows }: { rows: readonly IssuedDocument[] }) {
  const w = useWords(paperWords);
  const drawer = useDrawer();
  const columns = useColumns();
  const opened = rows.find(({ id }) => id === drawer.id);
  return (
    <>
      <DataTable
        name="official-documents"
        label={w.label}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => drawer.open(id)}
        {...(drawer.id === undefined ? {} : { openKey: drawer.id })}
        empty={<Empty what={w.none} why={w.noneWhy} />}
      />
      {opened && <DocumentDrawer document={opened} onClose={drawer.close} />}
    </>
  );
}

function useColumns(): readonly Column<IssuedDocument>[] {
  const w = useWords(paperWords);
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'number', title: w.number, width: 11, text: ({ number }) => number },
      { id: 'title', title: w.name, width: 19, text: ({ title }) => title },
      {
        id: 'official',
        title: w.officialNumber,
        width: 9,
        text: ({ officialNumber }) => officialNumber ?? '',
      },
      {
        id: 'state',
        title: w.stateHead,
        width: 4,
        text: ({ voided }) => (voided ? w.voided : w.stands),
        filter: true,
      },
      { id: 'from', title: w.madeFrom, width: 15, text: ({ madeFrom }) => madeFrom },
      { id: 'by', title: w.madeBy, width: 6, text: ({ madeBy }) => madeBy, optional: true },
      {
        id: 'at',
        title: w.madeAt,
        width: 12,
        text: ({ madeAt }) => format.moment(madeAt),
        sortBy: ({ madeAt }) => madeAt,
      },
    ],
    [w, format],
  );
}

/** In the order in which they are offered. */
const documentKinds = [
  'circular',
  'notice',
  'publication',
  'slip',
  'rectification',
  'answer',
  'result',
  'talk',
  'honour',
  'withholding',
  'decision',
  'selection',
  'scheme',
  'table',
] as const;

/** Which kind and year is asked for; kept in the address. */
export function KindChoice({ years }: { years: readonly number[] }) {
  const w = useWords(paperWords);
  const kinds = useWords(documentKindWords);
  const { search, change } = useAddress();
  return (
    <>
      <label>
        {w.kind}{' '}
        <select
          value={search.kind ?? ''}
          onChange={({ target }) => change({ kind: target.value || undefined, open: undefined })}
        >
          <option value="">{w.all}</option>
          {documentKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {w.year}{' '}
        <select
          value={search.year ?? ''}
          onChange={({ target }) => change({ year: target.value || undefined, open: undefined })}
        >
          <option value="">{w.all}</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
