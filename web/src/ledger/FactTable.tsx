/** Posted facts as a table: what offices read, and a village on a wide screen. */

import { useMemo } from 'react';
import { useFormat } from '../format/index.ts';
import { Button, Empty, useAddress } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { noFilter, useFactFilter } from './FactFilters.tsx';
import { contentText, needsProof, proofCount, subjectsText } from './record-text.ts';
import type { Fact } from './replies.ts';

interface FactTableProps {
  rows: readonly Fact[];
  openId: string | undefined;
  onOpen(id: string): void;
}

export function FactTable({ rows, openId, onOpen }: FactTableProps) {
  const w = useWords(ledgerWords);
  const { change } = useAddress();
  const isNarrowed = Object.keys(useFactFilter()).some((name) => name !== 'reversed');
  const empty = isNarrowed ? (
    <Empty
      what={w.noMatch}
      why={w.noMatchWhy}
      action={<Button onClick={() => change(noFilter)}>{w.clear}</Button>}
    />
  ) : (
    <Empty what={w.noFacts} why={w.noFactsWhy} />
  );
  return (
    <DataTable
      name="ledger-facts"
      label={w.facts}
      rows={rows}
      rowKey={({ id }) => id}
      columns={useFactColumns()}
      onOpen={({ id }) => onOpen(id)}
      openKey={openId}
      empty={empty}
    />
  );
}

function useFactColumns(): readonly Column<Fact>[] {
  const w = useWords(ledgerWords);
  const format = useFormat();
  return useMemo(() => {
    const dayOf = ({ on, period }: Fact) =>
      on ? format.shortDay(on) : period ? format.period(period) : '';
    const proofText = (row: Fact) => {
      if (proofCount(row) > 0) return w.evidenceCount(proofCount(row));
      return needsProof(row) ? w.noEvidence : '';
    };
    const standing = ({ reversedBy, reverses }: Fact) =>
      reversedBy ? w.reversed : reverses ? w.reversal : w.stands;
    return [
      { id: 'id', title: w.id, width: 7, text: ({ id }) => id },
      {
        id: 'day',
        title: w.day,
        width: 7,
        text: dayOf,
        sortBy: ({ on, period }) => on ?? period ?? '',
      },
      { id: 'subject', title: w.subject, width: 8, text: (row) => subjectsText(row, w.comma) },
      { id: 'kind', title: w.kind, width: 9, text: ({ kindName }) => kindName },
      {
        id: 'content',
        title: w.content,
        width: 20,
        text: (row) => contentText(row, w.semicolon, format.shortDay),
        cell: (row) =>
          row.reversedBy ? (
            <span className="ledger-struck">{contentText(row, w.semicolon, format.shortDay)}</span>
          ) : (
            contentText(row, w.semicolon, format.shortDay)
          ),
      },
      { id: 'evidence', title: w.evidence, width: 4, text: proofText, sortBy: proofCount },
      { id: 'office', title: w.office, width: 7, text: ({ office = '' }) => office },
      { id: 'standing', title: w.standing, width: 6, text: standing },
      { id: 'recorder', title: w.recordedBy, width: 6, text: (row) => row.recordedBy?.name ?? '' },
      {
        id: 'reviewer',
        title: w.reviewedBy,
        width: 6,
        text: (row) => row.reviewedBy?.name ?? '',
        optional: true,
      },
      {
        id: 'matter',
        title: w.matter,
        width: 6,
        text: ({ matter = '' }) => matter,
        optional: true,
      },
      { id: 'doc', title: w.doc, width: 10, text: ({ doc }) => doc?.no ?? '', optional: true },
      {
        id: 'posted',
        title: w.postedAt,
        width: 9,
        text: ({ postedAt }) => format.moment(postedAt),
        sortBy: ({ seq }) => seq,
        optional: true,
      },
    ];
  }, [w, format]);
}
