/** The towns that one may enter, for an account with several, or with none. */

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery, useSession } from '../api/index.ts';
import { Button, Empty, Query } from '../shell/index.ts';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';
import { AskingTowns } from './AskingTowns.tsx';
import { OutsidePage } from './OutsidePage.tsx';
import { SignInAgain } from './SignInAgain.tsx';

export function TownsPage() {
  const w = useWords(authWords);
  const query = useSession();
  const count = query.data?.towns.length ?? 0;
  return (
    <OutsidePage title={w.towns} state={count > 0 ? w.townsState(count) : undefined}>
      <Query query={query} what={w.towns}>
        {(session) => {
          if (session === null) return <SignInAgain />;
          const isEmpty = session.towns.length === 0;
          return (
            <>
              <AskingTowns />
              {!isEmpty && <Places towns={session.towns} />}
              {isEmpty && session.asking.length === 0 && <NoTown />}
            </>
          );
        }}
      </Query>
    </OutsidePage>
  );
}

interface Town {
  code: string;
  name: string;
  kind: 'town' | 'county';
}

function Places({ towns }: { towns: readonly Town[] }) {
  const w = useWords(authWords);
  return (
    <ul className="places">
      {towns.map(({ code, name, kind }) => (
        <li key={code}>
          <Link to={kind === 'county' ? `/${code}/settings/towns` : `/${code}/desk`}>
            <span>{name}</span>
            {kind === 'county' && <span className="soft">{w.county}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NoTown() {
  const w = useWords(authWords);
  const queries = useQueryClient();
  return (
    <Empty
      what={w.noTown}
      why={w.noTownWhy}
      action={
        <Button onClick={() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })}>
          {w.reload}
        </Button>
      }
    />
  );
}
