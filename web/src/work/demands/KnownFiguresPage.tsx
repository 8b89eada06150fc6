/** What the town knows of each village by number: shown in demands, and not asked again. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, client } from '../../api/index.ts';
import { Empty, Query, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { ListDeeds } from './ListDeeds.tsx';
import type { KnownFigure } from './replies.ts';
import './demands.css';

export function KnownFiguresPage() {
  const w = useWords(demandWords);
  const town = useTown();
  const query = useQuery(api.demands.knownFigures.queryOptions({ input: { town } }));
  const rows = query.data?.rows ?? [];
  const units = new Set(rows.map(({ unit }) => unit.code)).size;
  const old = rows.filter(({ isOld }) => isOld).length;
  const columns = useFigureColumns();
  return (
    <WorkFrame
      here="demands"
      title={w.knownFigures}
      state={query.data && w.figuresState(rows.length, units, old)}
      actions={
        <ListDeeds
          mayKeep={query.data?.mayKeep ?? false}
          fetchFile={client.demands.exportKnownFigures}
          preview={client.demands.previewKnownFigures}
          mark={client.demands.markKnownFigures}
          take={client.demands.importKnownFigures}
        />
      }
    >
      <Query query={query} what={w.knownFigures}>
        {() => (
          <DataTable
            name="known-figures"
            label={w.knownFigures}
            rows={rows}
            rowKey={({ unit, name }) => `${unit.code} ${name}`}
            columns={columns}
            empty={<Empty what={w.figuresNone} why={w.figuresNoneWhy} />}
          />
        )}
      </Query>
    </WorkFrame>
  );
}

function useFigureColumns(): readonly Column<KnownFigure>[] {
  const w = useWords(demandWords);
  return useMemo(
    () =>
      [
        { id: 'unit', title: w.units, width: 8, text: ({ unit }) => unit.name, filter: true },
        { id: 'name', title: w.figure, width: 12, text: ({ name }) => name, filter: true },
        { id: 'value', title: w.value, kind: 'number', width: 7, text: ({ value }) => value },
        { id: 'measure', title: w.measure, width: 5, text: ({ measure }) => measure },
        {
          id: 'asOf',
          title: w.asOf,
          width: 13,
          text: ({ asOf, isOld }) => (isOld ? `${asOf}（${w.isOld}）` : asOf),
        },
        { id: 'source', title: w.source, width: 16, text: ({ source }) => source },
      ] satisfies Column<KnownFigure>[],
    [w],
  );
}
