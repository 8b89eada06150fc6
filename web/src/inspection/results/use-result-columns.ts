/** The columns of results, the same for the office and for the village. */

import { useMemo } from 'react';
import { useFormat } from '../../format/index.ts';
import type { Column } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { resultWords } from '../../words/results.ts';
import type { ResultRow } from '../replies.ts';
import { useResultState } from './result-words.ts';

export function useResultColumns(): readonly Column<ResultRow>[] {
  const w = useWords(resultWords);
  const format = useFormat();
  const state = useResultState();
  return useMemo((): readonly Column<ResultRow>[] => {
    const day = (id: 'toldOn' | 'confirmUntil', title: string): Column<ResultRow> => ({
      id,
      title,
      width: 7,
      text: (row) => (row[id] === undefined ? '' : format.shortDay(row[id])),
      sortBy: (row) => row[id] ?? '',
    });
    return [
      { id: 'subject', title: w.subject, width: 8, text: ({ subject }) => subject.name },
      { id: 'state', title: w.stateHead, width: 7, text: (row) => state(row.state), filter: true },
      {
        id: 'wrong',
        title: w.wrong,
        kind: 'number',
        unit: w.lineUnit,
        width: 6,
        text: ({ wrong }) => String(wrong),
      },
      day('toldOn', w.toldOn),
      day('confirmUntil', w.until),
      { id: 'person', title: w.writer, width: 6, text: ({ person }) => person.name },
      {
        id: 'round',
        title: w.round,
        width: 16,
        text: ({ period, template }) => `${format.period(period)} ${template}`,
      },
    ];
  }, [w, format, state]);
}
