/** Items: the list with lights, narrowed from the address, and one item beside it. */

import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { api } from '../../api/index.ts';
import { Loading, Query, useAddress, useNarrow, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { ItemCards } from './ItemCards.tsx';
import { ItemFilters, isKept } from './ItemFilters.tsx';
import type { Item } from './replies.ts';
import { isEnded, useItemOptions } from './use-items.ts';
import './items.css';

// A village on its telephone reads cards; what else there is comes when it is opened.
const ItemTable = lazy(async () => ({ default: (await import('./ItemTable.tsx')).ItemTable }));
const ItemDrawer = lazy(async () => ({ default: (await import('./ItemDrawer.tsx')).ItemDrawer }));

export function ItemsPage() {
  const w = useWords(itemWords);
  const town = useTown();
  const { search } = useAddress();
  const { id } = useParams({ strict: false }) as { id?: string };
  const go = useItemAddress();
  const options = useItemOptions();
  const isVillage = useOwnRoles()?.every((role) => role === 'village') ?? false;
  const asCards = useNarrow() && isVillage;
  const ended = search.ended !== undefined;
  const query = useQuery(api.items.list.queryOptions({ input: { town, ended } }));
  return (
    <WorkFrame
      here="items"
      title={w.items}
      state={query.data && <State rows={query.data.rows} />}
      filters={
        !isVillage && query.data && <ItemFilters rows={query.data.rows} options={options.data} />
      }
    >
      <Query query={query} what={w.items}>
        {({ rows }) => {
          const kept = rows.filter((item) => isKept(item, search, options.data?.person));
          const open = (item: Item) => go(item.id);
          if (asCards) return <ItemCards rows={kept} onOpen={open} />;
          return (
            <Suspense fallback={<Loading what={w.items} />}>
              <ItemTable rows={kept} onOpen={open} openId={id} />
            </Suspense>
          );
        }}
      </Query>
      {id !== undefined && (
        <Suspense fallback={null}>
          <ItemDrawer key={id} id={id} onClose={() => go(undefined)} />
        </Suspense>
      )}
    </WorkFrame>
  );
}

/** Goes to an item, or back to the list, with the filters as they are. */
function useItemAddress(): (id: string | undefined) => void {
  const router = useRouter();
  const town = useTown();
  return (id) => {
    const { search } = router.history.location;
    const path = id === undefined ? `/${town}/work` : `/${town}/work/items/${id}`;
    router.history.push(`${path}${search}`);
  };
}

function State({ rows }: { rows: readonly Item[] }) {
  const w = useWords(itemWords);
  const open = rows.filter((item) => !isEnded(item));
  const lit = (state: Item['light']['state']) =>
    open.filter(({ light }) => light.state === state).length;
  return w.state(open.length, lit('overdue'), lit('near'));
}
