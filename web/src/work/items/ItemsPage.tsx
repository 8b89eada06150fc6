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
import { askedOf, ItemFilters } from './ItemFilters.tsx';
import type { Item, ItemList } from './replies.ts';
import { useItemOptions } from './use-items.ts';
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
  const query = useQuery(
    api.items.list.queryOptions({
      input: { town, ended, ...askedOf(search), take: 1000 },
      placeholderData: (before) => before, // the rows stay until the narrower ones are there
    }),
  );
  return (
    <WorkFrame
      here="items"
      title={w.items}
      state={query.data && <State {...query.data} />}
      filters={!isVillage && options.data && <ItemFilters options={options.data} />}
    >
      <Query query={query} what={w.items}>
        {({ rows }) => {
          const open = (item: Item) => go(item.id);
          if (asCards) return <ItemCards rows={rows} onOpen={open} />;
          return (
            <Suspense fallback={<Loading what={w.items} />}>
              <ItemTable rows={rows} onOpen={open} openId={id} />
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

/** How the items stand, all of them; and where not all are listed, how many are. */
function State({ counts, rows }: Pick<ItemList, 'counts' | 'rows'>) {
  const w = useWords(itemWords);
  const { open, overdue, near, found } = counts;
  const all = w.state(open, overdue, near);
  return rows.length < found ? `${all}${w.notAll(found, rows.length)}` : all;
}
