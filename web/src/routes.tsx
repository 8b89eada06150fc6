/** The table of routes, in three files. A page loads with its route; a new page is one line there. */

import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { root, signedIn, town } from './route-roots.tsx';
import { resultsRoutes } from './routes-results.tsx';
import { workRoutes } from './routes-work.tsx';

/** The first page: the one list of the only town, or the choice of a town. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await signedIn(context.queries, '/');
    const [only, ...others] = session.towns;
    const isChoice = others.length > 0 || session.asking.length > 0;
    if (only === undefined || isChoice) throw redirect({ to: '/towns' });
    throw redirect({ to: `/${only.code}/desk` });
  },
});

// Outside of a town.
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./auth/SignInPage.tsx'), 'SignInPage'),
});
const identity = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/identity',
  component: lazyRouteComponent(() => import('./auth/IdentityPage.tsx'), 'IdentityPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./auth/SetUpPage.tsx'), 'SetUpPage'),
});
const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: lazyRouteComponent(() => import('./auth/PasswordPage.tsx'), 'PasswordPage'),
});
const towns = createRoute({
  getParentRoute: () => root,
  path: '/towns',
  beforeLoad: ({ context }) => signedIn(context.queries, '/towns'),
  component: lazyRouteComponent(() => import('./auth/TownsPage.tsx'), 'TownsPage'),
});

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => import('./help/HelpPage.tsx'), 'HelpPage'),
});

const desk = createRoute({
  getParentRoute: () => town,
  path: 'desk',
  component: lazyRouteComponent(() => import('./desk/DeskPage.tsx'), 'DeskPage'),
});
const standings = createRoute({
  getParentRoute: () => town,
  path: 'standings',
  component: lazyRouteComponent(() => import('./assessment/PeriodsPage.tsx'), 'PeriodsPage'),
});
const standingsOfPeriod = createRoute({
  getParentRoute: () => town,
  path: 'standings/$line/$period',
  component: lazyRouteComponent(() => import('./assessment/StandingsPage.tsx'), 'StandingsPage'),
});
const subject = createRoute({
  getParentRoute: () => town,
  path: 'standings/$line/$period/subjects/$subject',
  component: lazyRouteComponent(() => import('./assessment/SubjectPage.tsx'), 'SubjectPage'),
});
const readiness = createRoute({
  getParentRoute: () => town,
  path: 'standings/$line/$period/readiness',
  component: lazyRouteComponent(() => import('./assessment/ReadinessPage.tsx'), 'ReadinessPage'),
});
const sandbox = createRoute({
  getParentRoute: () => town,
  path: 'standings/$line/$period/sandbox',
  component: lazyRouteComponent(() => import('./assessment/SandboxPage.tsx'), 'SandboxPage'),
});
const ledger = createRoute({
  getParentRoute: () => town,
  path: 'ledger',
  component: lazyRouteComponent(() => import('./ledger/LedgerPage.tsx'), 'LedgerPage'),
});
const ledgerRecord = createRoute({
  getParentRoute: () => town,
  path: 'ledger/record',
  component: lazyRouteComponent(() => import('./ledger/RecordPage.tsx'), 'RecordPage'),
});
const ledgerSheet = createRoute({
  getParentRoute: () => town,
  path: 'ledger/sheet',
  component: lazyRouteComponent(() => import('./ledger/SheetPage.tsx'), 'SheetPage'),
});
const scheme = createRoute({
  getParentRoute: () => town,
  path: 'scheme',
  component: lazyRouteComponent(() => import('./scheme/SchemePage.tsx'), 'SchemePage'),
});
const schemeKinds = createRoute({
  getParentRoute: () => town,
  path: 'scheme/kinds',
  component: lazyRouteComponent(() => import('./scheme/FactKindsPage.tsx'), 'FactKindsPage'),
});
const schemeVersion = createRoute({
  getParentRoute: () => town,
  path: 'scheme/$version',
  component: lazyRouteComponent(() => import('./scheme/VersionPage.tsx'), 'VersionPage'),
});
const evidence = createRoute({
  getParentRoute: () => town,
  path: 'evidence',
  component: lazyRouteComponent(() => import('./evidence/EvidencePage.tsx'), 'EvidencePage'),
});
const org = createRoute({
  getParentRoute: () => town,
  path: 'org',
  component: lazyRouteComponent(() => import('./org/OrgPage.tsx'), 'OrgPage'),
});
const chains = createRoute({
  getParentRoute: () => town,
  path: 'org/chains',
  component: lazyRouteComponent(() => import('./org/ChainsPage.tsx'), 'ChainsPage'),
});
const settings = createRoute({
  getParentRoute: () => town,
  path: 'settings',
  component: lazyRouteComponent(() => import('./settings/OwnPage.tsx'), 'OwnPage'),
});
const accounts = createRoute({
  getParentRoute: () => town,
  path: 'settings/accounts',
  component: lazyRouteComponent(() => import('./settings/AccountsPage.tsx'), 'AccountsPage'),
});
const tokens = createRoute({
  getParentRoute: () => town,
  path: 'settings/tokens',
  component: lazyRouteComponent(() => import('./settings/TokensPage.tsx'), 'TokensPage'),
});
const calendar = createRoute({
  getParentRoute: () => town,
  path: 'settings/calendar',
  component: lazyRouteComponent(() => import('./settings/CalendarPage.tsx'), 'CalendarPage'),
});
const reminders = createRoute({
  getParentRoute: () => town,
  path: 'settings/reminders',
  component: lazyRouteComponent(() => import('./settings/RemindersPage.tsx'), 'RemindersPage'),
});
const links = createRoute({
  getParentRoute: () => town,
  path: 'settings/links',
  component: lazyRouteComponent(() => import('./settings/LinksPage.tsx'), 'LinksPage'),
});
const fieldFiling = createRoute({
  getParentRoute: () => town,
  path: 'settings/field',
  component: lazyRouteComponent(() => import('./settings/FieldPage.tsx'), 'FieldPage'),
});
const audit = createRoute({
  getParentRoute: () => town,
  path: 'settings/audit',
  component: lazyRouteComponent(() => import('./settings/AuditPage.tsx'), 'AuditPage'),
});
const county = createRoute({
  getParentRoute: () => town,
  path: 'settings/towns',
  component: lazyRouteComponent(() => import('./settings/CountyPage.tsx'), 'CountyPage'),
});

/**
 * Every building block in every state, for those who write pages; never in what is shipped. A build
 * with `--mode gallery` has it too, to measure what is as fast as the shipped page.
 */
const gallery =
  import.meta.env.DEV || import.meta.env.MODE === 'gallery'
    ? [
        createRoute({
          getParentRoute: () => root,
          path: '/gallery',
          component: lazyRouteComponent(() => import('./gallery/GalleryPage.tsx'), 'GalleryPage'),
        }),
      ]
    : [];

/** All routes of the page. */
export const routeTree = root.addChildren([
  start,
  signIn,
  identity,
  setUp,
  password,
  towns,
  help,
  town.addChildren([
    desk,
    ...workRoutes,
    ...resultsRoutes,
    standings,
    standingsOfPeriod,
    subject,
    readiness,
    sandbox,
    ledger,
    ledgerRecord,
    ledgerSheet,
    scheme,
    schemeKinds,
    schemeVersion,
    evidence,
    org,
    chains,
    settings,
    accounts,
    tokens,
    calendar,
    reminders,
    links,
    fieldFiling,
    audit,
    county,
  ]),
  ...gallery,
]);
