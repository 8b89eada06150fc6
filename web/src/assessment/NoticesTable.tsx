/** What the office should look at; none of it keeps a period from the seal. */

import { useMemo } from 'react';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { noticesInOrder, noticeWord } from './notice-kinds.ts';
import type { Obstacle } from './replies.ts';

export function NoticesTable({ notices }: { notices: readonly Obstacle[] }) {
  const w = useWords(readinessWords);
  const rows = useMemo(
    () => noticesInOrder(notices).map((notice, index) => ({ ...notice, key: String(index) })),
    [notices],
  );
  const columns = useMemo<Column<Obstacle>[]>(
    () => [
      {
        id: 'kind',
        title: w.noticeKind,
        width: 9,
        filter: true,
        text: ({ code }) => w[noticeWord(code)],
      },
      { id: 'clause', title: w.clauseCode, width: 5, text: ({ clause = '' }) => clause },
      { id: 'office', title: w.office, width: 8, filter: true, text: ({ owner = '' }) => owner },
      { id: 'sentence', title: w.sentence, width: 48, text: ({ sentence }) => sentence },
    ],
    [w],
  );
  if (rows.length === 0) return <p>{w.noNotices}</p>;
  return (
    <>
      <p>{w.noticesWhy}</p>
      <DataTable
        name="readiness.notices"
        label={w.noticesTitle}
        rows={rows}
        rowKey={({ key }) => key}
        columns={columns}
        prefix="notices-"
      />
    </>
  );
}
