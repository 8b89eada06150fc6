/** One's own account in this town: roles, password, where one is signed in, other towns. */

import { Link } from '@tanstack/react-router';
import { useSession } from '../api/index.ts';
import { AskingTowns } from '../auth/AskingTowns.tsx';
import { IdentityPart } from '../auth/IdentityPart.tsx';
import { SecondStep } from '../auth/SecondStep.tsx';
import { SessionList } from '../auth/SessionList.tsx';
import { SignInList } from '../auth/SignInList.tsx';
import { Page, useTown } from '../shell/index.ts';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { OwnRoles } from './OwnRoles.tsx';
import { SettingsNav } from './SettingsNav.tsx';

export function OwnPage() {
  const w = useWords(authWords);
  const s = useWords(safetyWords);
  const town = useTown();
  const session = useSession().data;
  const name = session?.towns.find(({ code }) => code === town)?.name ?? town;
  return (
    <Page title={w.own} state={session && w.ownState(session.userName, name)}>
      <SettingsNav />
      <AskingTowns />
      <section className="settings-part">
        <h2>{w.ownPosts}</h2>
        <OwnRoles />
        {session && session.towns.length > 1 && (
          <p>
            <Link to="/towns">{w.otherTowns}</Link>
          </p>
        )}
      </section>
      <section className="settings-part">
        <h2>{w.passwordSection}</h2>
        <p className="prose">{w.passwordHint}</p>
        <p>
          <Link to="/password" search={{ next: `/${town}/settings` } as never}>
            {w.changePassword}
          </Link>
        </p>
      </section>
      <section className="settings-part">
        <h2>{s.secondStep}</h2>
        <SecondStep />
      </section>
      <IdentityPart />
      <section className="settings-part">
        <h2>{w.sessions}</h2>
        <SessionList />
      </section>
      <section className="settings-part">
        <h2>{s.signIns}</h2>
        <SignInList />
      </section>
    </Page>
  );
}
