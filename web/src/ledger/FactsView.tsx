/** Posted facts: the list, narrowed from the address, and one fact beside it. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Empty, Query, useAddress, useDrawer, useNarrow, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { FactCards } from './FactCards.tsx';
import { FactDrawer } from './FactDrawer.tsx';
import { FactFilters, noFilter, useFactFilter } from './FactFilters.tsx';
import { ImportForm } from './ImportForm.tsx';
import { LedgerFrame } from './LedgerFrame.tsx';
import { contentText, needsProof, proofCount, subjectsText } from './record-text.ts';
import type { Fact, Options } from './replies.ts';
import { isReader, useOptions } from './use-ledger.ts';

export function FactsView() {
  const w = useWords(ledgerWords);
  const town = useTown();
  const drawer = useDrawer('fact');
  const filter = useFactFilter();
  const options = useOptions();
  const isNarrow = useNarrow();
  const asCards = isNarrow && options.data !== undefined && isReader(options.data);
  const query = useQuery(
    api.ledger.facts.queryOptions({ input: { town, ...filter, limit: 2000 } }),
  );
  return (
    <LedgerFrame
      here="facts"
      title={w.ledger}
      state={query.data && <State {...query.data} options={options.data} />}
      filters={options.data && <FactFilters options={options.data} />}
      actions={options.data && <FactDeeds options={options.data} />}
    >
      <Query query={query} what={w.facts}>
        {({ rows }) =>
          asCards && rows.length > 0 ? (
            <FactCards rows={rows} onOpen={drawer.open} openId={drawer.id} />
          ) : (
            <FactTable rows={rows} onOpen={drawer.open} openId={drawer.id} />
          )
        }
      </Query>
      {drawer.id !== undefined && (
        <FactDrawer key={drawer.id} id={drawer.id} onClose={drawer.close} onOpen={drawer.open} />
      )}
    </LedgerFrame>
  );
}

interface StateProps {
  total: number;
  rows: readonly Fact[];
  options: Options | undefined;
}

/** An office is told what it may do; a village what it may say. */
function State({ total, rows, options }: StateProps) {
  const w = useWords(ledgerWords);
  const isVillage = options !== undefined && isReader(options);
  return isVillage ? w.villageState(total) : w.factsState(total, rows.length);
}

/** Files in and out: the list as a workbook, a workbook into entries. */
function FactDeeds({ options }: { options: Options }) {
  const w = useWords(ledgerWords);
  const town = useTown();
  const filter = useFactFilter();
  const [isImporting, setImporting] = useState(false);
  const address = `/api/towns/${town}/ledger`;
  const query = new URLSearchParams(
    Object.entries(filter).map(([key, value]) => [key, `${value}`]),
  );
  const isOffice = options.records.length + options.reviews.length > 0;
  return (
    <>
      {isOffice && <a href={`${address}/export?${query}`}>{w.exportFile}</a>}
      {options.mayVerify && <a href={`${address}/log`}>{w.logFile}</a>}
      {options.records.length > 0 && (
        <Button onClick={() => setImporting(true)}>{w.importFile}</Button>
      )}
      {isImporting && <ImportForm options={options} onClose={() => setImporting(false)} />}
    </>
  );
}

interface FactTableProps {
  rows: readonly Fact[];
  openId: string | undefined;
  onOpen(id: string): void;
}

function FactTable({ rows, openId, onOpen }: FactTableProps) {
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
