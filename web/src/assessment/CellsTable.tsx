/** Cells without a number: what is missing, not due, not applicable, or decided as zero. */

import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { cellsInOrder } from './readiness.ts';
import type { EmptyCell, Readiness } from './replies.ts';
import { type PeriodInput, usePeriodInput } from './use-period.ts';

export function CellsTable({ data }: { data: Readiness }) {
  const w = useWords(readinessWords);
  const input = usePeriodInput();
  const navigate = useNavigate();
  const rows = useMemo(() => cellsInOrder(data.cells), [data.cells]);
  const columns = useMemo<Column<EmptyCell>[]>(
    () => [
      { id: 'subject', title: w.subject, width: 8, text: ({ name }) => name },
      {
        id: 'state',
        title: w.cellState,
        width: 6,
        filter: true,
        text: ({ state }) => stateText(state, w),
      },
      ...(rows.some(({ state }) => state === 'missing')
        ? [mendColumn(w, (place) => void navigate(place as never), input)]
        : []),
      { id: 'code', title: w.clauseCode, width: 5, text: ({ code }) => code },
      { id: 'clause', title: w.clause, width: 28, text: ({ label }) => label },
      { id: 'reason', title: w.cellReason, width: 24, text: ({ reason }) => reason },
    ],
    [w, rows, input, navigate],
  );
  const missing = rows.filter(({ state }) => state === 'missing').length;
  if (rows.length === 0) return <p>{w.noCells}</p>;
  return (
    <>
      <p>{w.cellsState(rows.length, missing)}</p>
      <DataTable
        name="readiness.cells"
        label={w.cells}
        rows={rows}
        rowKey={({ subject, code }) => `${subject} ${code}`}
        columns={columns}
        prefix="cells-"
        onOpen={({ subject, code }) =>
          void navigate({
            to: '/$town/standings/$line/$period',
            params: input as never,
            search: { subject, code } as never,
          })
        }
      />
    </>
  );
}

type Words = (typeof readinessWords)['en'];

/** Where material is brought in: a fact that does not do is taken back, none is recorded. */
function mendColumn(
  w: Words,
  go: (place: object) => void,
  { town, line, period }: PeriodInput,
): Column<EmptyCell> {
  return {
    id: 'mend',
    title: w.cellMend,
    width: 9,
    text: ({ state, factIds: [fact] }) => {
      if (state !== 'missing') return '';
      return fact === undefined ? w.toSheet : w.toFact(fact);
    },
    open: ({ code, state, factIds: [fact] }) => {
      if (state !== 'missing') return;
      if (fact !== undefined) go({ to: '/$town/ledger', params: { town }, search: { fact } });
      else {
        const search = { line, period, clause: code };
        go({ to: '/$town/ledger/sheet', params: { town }, search });
      }
    },
  };
}

function stateText(state: EmptyCell['state'], w: Words): string {
  return {
    scored: '',
    notDue: w.notDue,
    notApplicable: w.notApplicable,
    missing: w.missing,
    zeroed: w.zeroed,
  }[state];
}
