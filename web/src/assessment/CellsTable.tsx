/** Cells without a number: what is missing, not due, not applicable, or decided as zero. */

import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { cellsInOrder } from './readiness.ts';
import type { EmptyCell, Readiness } from './replies.ts';
import { usePeriodInput } from './use-period.ts';

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
      { id: 'code', title: w.clauseCode, width: 5, text: ({ code }) => code },
      { id: 'clause', title: w.clause, width: 28, text: ({ label }) => label },
      { id: 'reason', title: w.cellReason, width: 24, text: ({ reason }) => reason },
      {
        id: 'mend',
        title: w.cellMend,
        width: 9,
        text: ({ state }) => (state === 'missing' ? w.toSheet : ''),
        open: ({ code, state }) => {
          if (state !== 'missing') return;
          const { town, line, period } = input;
          void navigate({
            to: '/$town/ledger/sheet',
            params: { town } as never,
            search: { line, period, clause: code } as never,
          });
        },
      },
    ],
    [w, input, navigate],
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

function stateText(state: EmptyCell['state'], w: (typeof readinessWords)['en']): string {
  return {
    scored: '',
    notDue: w.notDue,
    notApplicable: w.notApplicable,
    missing: w.missing,
    zeroed: w.zeroed,
  }[state];
}
