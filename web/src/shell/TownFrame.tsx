/** The frame filled with who is signed in and which town the address names. */

import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { api, client } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useSave } from '../api/use-save.ts';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { Empty } from './Empty.tsx';
import { Frame } from './Frame.tsx';
import { useTown } from './RoomLink.tsx';
import { useCurrentPeriod } from './use-current-period.ts';
import { useOwnRoles } from './use-own-roles.ts';
import { useTownSources } from './use-town-sources.ts';

/** The frame around the pages of a town; a town that one may not enter is said so. */
export function TownFrame() {
  const w = useWords(shellWords);
  const code = useTown();
  const navigate = useNavigate();
  const session = useSession().data;
  const own = useQuery(api.accounts.own.queryOptions({ input: { town: code } }));
  const signOut = useSave((_: undefined, options) => client.auth.signOut(undefined, options), {
    onSaved: () => {
      // Everything that was read belongs to the one who leaves: a fresh page keeps none of it.
      window.location.assign('/sign-in');
    },
  });
  const period = useCurrentPeriod(code);
  const sources = useTownSources(code);
  const roles = useOwnRoles();
  const town = session?.towns.find((one) => one.code === code);
  if (session && town === undefined) {
    return (
      <main className="content">
        <Empty
          what={w.otherTownTitle}
          why={w.otherTownBody}
          action={
            <button type="button" className="button" onClick={() => void navigate({ to: '/' })}>
              {w.ownTowns}
            </button>
          }
        />
      </main>
    );
  }
  return (
    <Frame
      townName={town?.name ?? code}
      period={period}
      sources={sources}
      roles={roles}
      personName={own.data?.person?.name ?? session?.userName ?? w.person}
      hasTowns={session != null && session.towns.length > 1}
      onSignOut={() => void signOut.run(undefined)}
      notice={session === null ? <SignedOut /> : undefined}
    >
      <Outlet />
    </Frame>
  );
}

/** The session ended while the page was open; what was typed stays until it is signed in again. */
function SignedOut() {
  const w = useWords(shellWords);
  return (
    <>
      {w.signedOut}{' '}
      <a href="/sign-in" target="_blank" rel="noreferrer">
        {w.signInElsewhere}
      </a>
    </>
  );
}
