/** Objections that one may read: what about, by when to answer, how far they are. */

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { api } from '../../api/index.ts';
import {
  Button,
  Loading,
  Query,
  useAddress,
  useNarrow,
  useOwnRoles,
  useTown,
} from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { objectionWords } from '../../words/objections.ts';
import { ResultsFrame } from '../ResultsFrame.tsx';
import { ObjectionCards, type Row } from './ObjectionCards.tsx';
import './objecting.css';
import './objections.css';

const ObjectionsTable = lazy(async () => ({
  default: (await import('./ObjectionsTable.tsx')).ObjectionsTable,
}));

export function ObjectionsPage() {
  const w = useWords(objectionWords);
  const town = useTown();
  const navigate = useNavigate();
  const { search, change } = useAddress();
  const show = search.show === 'all' ? 'all' : 'open';
  const query = useQuery(api.objections.list.queryOptions({ input: { town, show } }));
  const rows = query.data?.rows ?? [];
  const onTheWay = rows.filter(({ state }) => state !== 'answered' && state !== 'withdrawn');
  const isNarrow = useNarrow();
  const open = ({ id }: Row) => void navigate({ to: `/${town}/results/objections/${id}` });
  return (
    <ResultsFrame
      here="objections"
      title={w.title}
      state={query.data && w.state(onTheWay.length, onTheWay.filter((row) => row.isOverdue).length)}
      filters={
        <Button onClick={() => change({ show: show === 'all' ? undefined : 'all' })}>
          {show === 'all' ? w.showOpen : w.showAll}
        </Button>
      }
      actions={<Actions mayWriteDown={query.data?.mayWriteDown ?? false} />}
    >
      <Query query={query} what={w.title}>
        {() => (
          <Suspense fallback={<Loading />}>
            {isNarrow ? (
              <ObjectionCards rows={rows} onOpen={open} />
            ) : (
              <ObjectionsTable rows={rows} onOpen={open} />
            )}
          </Suspense>
        )}
      </Query>
    </ResultsFrame>
  );
}

function Actions({ mayWriteDown }: { mayWriteDown: boolean }) {
  const w = useWords(objectionWords);
  const town = useTown();
  const own = useOwnRoles() ?? [];
  const isVillage = own.includes('village');
  const isOffice = own.includes('assessment-office') || own.includes('discipline');
  const looks = 'button button-plain objecting-link';
  return (
    <>
      {(mayWriteDown || isVillage) && (
        <Link to={`/${town}/results/objections/new`} search={{} as never} className={looks}>
          {mayWriteDown ? w.writeDown : w.newTitle}
        </Link>
      )}
      {isOffice && (
        <Link to={`/${town}/results/objections/statistics`} search={{} as never} className={looks}>
          {w.statistics}
        </Link>
      )}
    </>
  );
}
