/** Chains of responsibility for paper: one village a sheet of A4, one village or all of them. */

import { useQuery } from '@tanstack/react-query';
import { api, useSession } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Page, Query, RoomLink, useAddress, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { ChainView } from './ChainView.tsx';
import { useUnits } from './use-org.ts';
import './org.css';

export function ChainsPage() {
  const w = useWords(orgWords);
  const { search } = useAddress();
  const { unit, on } = search;
  const units = useUnits(on);
  return (
    <Page
      title={w.chain}
      actions={
        <Button kind="main" onClick={() => window.print()}>
          {w.print}
        </Button>
      }
      filters={
        <RoomLink to="org" search={unit ? { open: `unit:${unit}` } : {}}>
          {w.backToRoster}
        </RoomLink>
      }
    >
      {unit ? (
        <Sheet unit={unit} on={on} />
      ) : (
        <Query query={units} what={w.roster}>
          {({ rows }) =>
            rows
              .filter(({ type, state }) => type === 'village' && state === 'now')
              .map(({ code }) => <Sheet key={code} unit={code} on={on} />)
          }
        </Query>
      )}
    </Page>
  );
}

function Sheet({ unit, on }: { unit: string; on: string | undefined }) {
  const w = useWords(orgWords);
  const format = useFormat();
  const town = useTown();
  const session = useSession();
  const townName = session.data?.towns.find(({ code }) => code === town)?.name ?? town;
  const query = useQuery(
    api.org.chain.queryOptions({ input: { town, unit, ...(on ? { on } : {}) } }),
  );
  return (
    <Query query={query} what={w.chain}>
      {(chain) => (
        <section className="chain-sheet sheet" aria-label={w.chainOf(chain.name)}>
          <h2>{w.chainOf(chain.name)}</h2>
          <p className="soft">{w.chainOn(townName, format.day(chain.on))}</p>
          <ChainView chain={chain} />
        </section>
      )}
    </Query>
  );
}
