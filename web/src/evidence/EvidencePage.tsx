/** All evidence that one may see: found by words and days, with what rests on each. */

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { api, type client } from '../api/index.ts';
import {
  Button,
  Drawer,
  Empty,
  Failed,
  Loading,
  Page,
  useAddress,
  useDrawer,
  useTown,
} from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords } from '../words/evidence.ts';
import { EvidenceFilters, useFilter } from './EvidenceFilters.tsx';
import { EvidenceTable } from './EvidenceTable.tsx';
import './evidence.css';

type Reply = Awaited<ReturnType<typeof client.evidence.list>>;

// Whoever only looks at the list loads neither what sends files nor what tells of one.
const EvidenceDrawer = lazy(async () => ({
  default: (await import('./EvidenceDrawer.tsx')).EvidenceDrawer,
}));
const NewEvidence = lazy(async () => ({
  default: (await import('./NewEvidence.tsx')).NewEvidence,
}));

/** What stands in the address while new evidence is sent. */
const fresh = 'new';

export function EvidencePage() {
  const w = useWords(evidenceWords);
  const town = useTown();
  const drawer = useDrawer();
  const filter = useFilter();
  const query = useInfiniteQuery(
    api.evidence.list.infiniteOptions({
      input: (after: string | undefined) => ({ town, ...filter, ...(after && { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ hasMore, rows }: Reply) => (hasMore ? rows.at(-1)?.id : undefined),
    }),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={w.evidence}
      state={query.data && <Counted rows={rows.length} hasMore={query.hasNextPage} />}
      filters={<EvidenceFilters />}
      actions={
        useMaySend() && (
          <Button kind="main" onClick={() => drawer.open(fresh)}>
            {w.sendNew}
          </Button>
        )
      }
    >
      {query.data === undefined && !query.isError && <Loading what={w.evidence} />}
      {query.data === undefined && query.isError && (
        <Failed error={query.error} what={w.evidence} onRetry={() => void query.refetch()} />
      )}
      {query.data && rows.length === 0 && <Nothing />}
      {rows.length > 0 && <EvidenceTable rows={rows} onOpen={drawer.open} openId={drawer.id} />}
      {query.hasNextPage && (
        <Button disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
          {w.more}
        </Button>
      )}
      {drawer.id === fresh && (
        <Drawer title={w.sendNew} onClose={drawer.close}>
          <Suspense fallback={<Loading />}>
            <NewEvidence />
          </Suspense>
        </Drawer>
      )}
      {drawer.id !== undefined && drawer.id !== fresh && (
        <Suspense fallback={null}>
          <EvidenceDrawer key={drawer.id} id={drawer.id} onClose={drawer.close} />
        </Suspense>
      )}
    </Page>
  );
}

/** "最新的 50 份，还有更早的。" */
function Counted({ rows, hasMore }: { rows: number; hasMore: boolean }) {
  const w = useWords(evidenceWords);
  const { fact } = useAddress().search;
  if (fact !== undefined) return w.ofFact(fact, rows);
  return hasMore ? w.newest(rows) : w.all(rows);
}

function Nothing() {
  const w = useWords(evidenceWords);
  const { change } = useAddress();
  const isNarrowed = Object.keys(useFilter()).length > 0;
  if (!isNarrowed) return <Empty what={w.nothing} why={w.nothingWhy} />;
  const none = { words: '', kind: '', use: '', mine: '', from: '', to: '', fact: '', entry: '' };
  return (
    <Empty
      what={w.noMatch}
      why={w.noMatchWhy}
      action={<Button onClick={() => change(none)}>{w.clear}</Button>}
    />
  );
}

/** Those who record or inspect; a village owes nothing, and a leader only looks. */
function useMaySend(): boolean {
  const town = useTown();
  const own = useQuery(api.accounts.own.queryOptions({ input: { town } })).data;
  const senders = ['assessment-office', 'recorder', 'reviewer', 'resident-cadre'];
  return own?.grants.some(({ role }) => senders.includes(role)) ?? false;
}
