/** Objections as a table; on a telephone they are cards. */

import { useMemo } from 'react';
import { useFormat } from '../../format/index.ts';
import { Empty } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { objectionWords } from '../../words/objections.ts';
import type { Row } from './ObjectionCards.tsx';
import { standsAt, until, wayWords } from './objection-words.ts';

interface ObjectionsTableProps {
  rows: readonly Row[];
  onOpen(row: Row): void;
}

export function ObjectionsTable({ rows, onOpen }: ObjectionsTableProps) {
  const w = useWords(objectionWords);
  return (
    <DataTable
      name="objections"
      label={w.label}
      rows={rows}
      rowKey={({ id }) => id}
      columns={useColumns()}
      onOpen={onOpen}
      empty={<Empty what={w.nothing} why={w.nothingWhy} />}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const w = useWords(objectionWords);
  const format = useFormat();
  return useMemo((): readonly Column<Row>[] => {
    const ways = wayWords(w);
    return [
      { id: 'no', title: w.no, width: 7, text: ({ no }) => no ?? w.noNumber },
      { id: 'matter', title: w.matter, width: 23, text: ({ matter }) => matter.title },
      { id: 'by', title: w.by, width: 6, text: ({ by }) => by?.name ?? w.nameless, filter: true },
      { id: 'state', title: w.now, width: 8, text: (row) => standsAt(w, row), filter: true },
      {
        id: 'answerBy',
        title: w.answerBy,
        width: 7,
        text: (row) => until(row, format.shortDay(row.answerBy), w.daysShort),
        sortBy: ({ answerBy }) => answerBy,
      },
      { id: 'decider', title: w.decider, width: 5, text: ({ decider }) => decider?.name ?? '' },
      { id: 'way', title: w.way, width: 5, text: ({ way }) => ways[way], filter: true },
    ];
  }, [w, format]);
}
