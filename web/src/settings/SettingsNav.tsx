/** The pages of the settings that this account has something to do on. */

import { Link } from '@tanstack/react-router';
import { useSession } from '../api/index.ts';
import { useOwnRoles, useTown } from '../shell/index.ts';
import { calendarWords } from '../words/calendar.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { settingsWords } from '../words/settings.ts';
import './settings.css';

/** Who makes plain links of villages, or looks over them. */
const linkReaders = ['administrator', 'supervision', 'leader', 'discipline'];

export function SettingsNav() {
  const w = useWords(settingsWords);
  const s = useWords(safetyWords);
  const c = useWords(calendarWords);
  const town = useTown();
  const roles = useOwnRoles() ?? [];
  const isCounty = useSession().data?.towns.some(
    ({ code, kind }) => code === town && kind === 'county',
  );
  const isAdministrator = roles.includes('administrator');
  const pages = [
    { to: '', word: w.own, isMine: true },
    { to: '/accounts', word: w.accounts, isMine: isAdministrator },
    { to: '/tokens', word: s.tokens, isMine: true },
    { to: '/calendar', word: c.calendar, isMine: true },
    { to: '/reminders', word: w.reminders, isMine: true },
    { to: '/links', word: w.links, isMine: roles.some((role) => linkReaders.includes(role)) },
    { to: '/field', word: w.field, isMine: isAdministrator },
    { to: '/audit', word: w.audit, isMine: isAdministrator || roles.includes('discipline') },
    { to: '/towns', word: w.towns, isMine: isAdministrator && isCounty },
  ];
  return (
    <nav className="settings-nav" aria-label={w.settings}>
      {pages
        .filter(({ isMine }) => isMine)
        .map(({ to, word }) => (
          <Link
            key={to}
            to={`/${town}/settings${to}`}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {word}
          </Link>
        ))}
    </nav>
  );
}
