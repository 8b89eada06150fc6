/** An item that the gate let through is assigned where one stands, by whoever may. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../../api/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { useRefreshItems } from '../items/use-items.ts';
import { useDemandRefresh } from './use-demands.ts';

export function AssignItem({ id }: { id: string }) {
  const w = useWords(demandWords);
  const town = useTown();
  const refreshItems = useRefreshItems();
  const refreshDemands = useDemandRefresh();
  const [isDone, setDone] = useState(false);
  const { data: page } = useQuery(api.items.item.queryOptions({ input: { town, id } }));
  const save = useSave(client.items.act, {
    onSaved: () => {
      refreshItems();
      refreshDemands();
      setDone(true);
    },
  });
  if (isDone) return <p>{w.assigned}</p>;
  if (!page?.deeds.includes('assign')) return null;
  const input = { town, id, version: page.version, deed: 'assign' } as const;
  return (
    <div className="demand-deeds">
      <Button kind="main" disabled={save.isBusy} onClick={() => void save.run(input)}>
        {w.assignNow}
      </Button>
      <SaveLine save={save} />
    </div>
  );
}
