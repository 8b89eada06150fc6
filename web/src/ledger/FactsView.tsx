/** Posted facts: the list, narrowed from the address, and one fact beside it. */

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api } from '../api/index.ts';
import { Button, Loading, Query, useDrawer, useNarrow, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { FactCards } from './FactCards.tsx';
import { FactFilters, useFactFilter } from './FactFilters.tsx';
import { LedgerFrame } from './LedgerFrame.tsx';
import type { Fact, Options } from './replies.ts';
import { isReader, useOptions } from './use-ledger.ts';

// A village on its telephone reads cards; what else there is comes when it is opened.
const FactTable = lazy(async () => ({ default: (await import('./FactTable.tsx')).FactTable }));
const FactDrawer = lazy(async () => ({ default: (await import('./FactDrawer.tsx')).FactDrawer }));
const ImportForm = lazy(async () => ({ default: (await import('./ImportForm.tsx')).ImportForm }));

export function FactsView() {
  const w = useWords(ledgerWords);
  const town = useTown();
  const drawer = useDrawer('fact');
  const filter = useFactFilter();
  const options = useOptions();
  const isNarrow = useNarrow();
  const isVillage = options.data && isReader(options.data);
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
          // On a telephone it is not known yet which of both is wanted: only one is loaded.
          isNarrow && isVillage === undefined && !options.isError ? (
            <Loading what={w.facts} />
          ) : isNarrow && isVillage && rows.length > 0 ? (
            <FactCards rows={rows} onOpen={drawer.open} openId={drawer.id} />
          ) : (
            <Suspense fallback={<Loading what={w.facts} />}>
              <FactTable rows={rows} onOpen={drawer.open} openId={drawer.id} />
            </Suspense>
          )
        }
      </Query>
      {drawer.id !== undefined && (
        <Suspense fallback={null}>
          <FactDrawer key={drawer.id} id={drawer.id} onClose={drawer.close} onOpen={drawer.open} />
        </Suspense>
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
      {isImporting && (
        <Suspense fallback={null}>
          <ImportForm options={options} onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </>
  );
}
