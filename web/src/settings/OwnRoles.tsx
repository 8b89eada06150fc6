/** What I may do in this town, what each role is for, and who stands in for me. */

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { api, type client } from '../api/index.ts';
import { Query, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { settingsWords } from '../words/settings.ts';
import { GrantText, isSubstitutable } from './GrantText.tsx';

/** My account as the server tells me of it. */
export type OwnAccount = Awaited<ReturnType<typeof client.accounts.own>>;

/** A village has no role in which somebody stands in, and loads no form for it. */
const OwnSubstitutes = lazy(async () => ({
  default: (await import('./OwnSubstitutes.tsx')).OwnSubstitutes,
}));

export function OwnRoles() {
  const w = useWords(settingsWords);
  const town = useTown();
  const query = useQuery(api.accounts.own.queryOptions({ input: { town } }));
  return (
    <Query query={query} what={w.roles}>
      {({ grants, substitutes }) => (
        <ul className="grants">
          {grants.map((grant) => (
            <li key={grant.id}>
              <GrantText grant={grant} />
              <p className="soft">{w.duty(grant.role)}</p>
              {isSubstitutable(grant) && (
                <Suspense fallback={null}>
                  <OwnSubstitutes
                    grant={grant}
                    substitutes={substitutes.filter((one) => one.grant === grant.id)}
                  />
                </Suspense>
              )}
            </li>
          ))}
        </ul>
      )}
    </Query>
  );
}
