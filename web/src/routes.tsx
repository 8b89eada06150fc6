/** The table of routes. A page loads with its route; a new page is one line here. */

import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from './api/index.ts';
import { RouteFailed, RouteLoading, RouteMissing } from './shell/RouteStates.tsx';
import { TownFrame } from './shell/TownFrame.tsx';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: RouteMissing,
  errorComponent: RouteFailed,
  pendingComponent: RouteLoading,
});

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

// Inside a town: only for those who are signed in, inside the frame.
const town = createRoute({
  getParentRoute: () => root,
  path: '/$town',
  beforeLoad: ({ context, location }) => signedIn(context.queries, location.href),
  component: TownFrame,
});
const desk = createRoute({
  getParentRoute: () => town,
  path: 'desk',
  component: lazyRouteComponent(() => import('./desk/DeskPage.tsx'), 'DeskPage'),
});
const work = createRoute({
  getParentRoute: () => town,
  path: 'work',
  component: lazyRouteComponent(() => import('./work/items/ItemsPage.tsx'), 'ItemsPage'),
});
const workItem = createRoute({
  getParentRoute: () => town,
  path: 'work/items/$id',
  component: lazyRouteComponent(() => import('./work/items/ItemsPage.tsx'), 'ItemsPage'),
});
const workSlip = createRoute({
  getParentRoute: () => town,
  path: 'work/items/$id/slip',
  component: lazyRouteComponent(() => import('./work/items/SlipPage.tsx'), 'SlipPage'),
});
const workBook = createRoute({
  getParentRoute: () => town,
  path: 'work/book',
  component: lazyRouteComponent(() => import('./work/items/BookPage.tsx'), 'BookPage'),
});
const workKeeping = createRoute({
  getParentRoute: () => town,
  path: 'work/keeping',
  component: lazyRouteComponent(() => import('./work/items/KeepingPage.tsx'), 'KeepingPage'),
});
const workGoals = createRoute({
  getParentRoute: () => town,
  path: 'work/goals',
  component: lazyRouteComponent(() => import('./work/goals/GoalsPage.tsx'), 'GoalsPage'),
});
const demands = createRoute({
  getParentRoute: () => town,
  path: 'work/demands',
  component: lazyRouteComponent(() => import('./work/demands/DemandsPage.tsx'), 'DemandsPage'),
});
const newDemand = createRoute({
  getParentRoute: () => town,
  path: 'work/demands/new',
  component: lazyRouteComponent(() => import('./work/demands/GatePage.tsx'), 'GatePage'),
});
const bookDemand = createRoute({
  getParentRoute: () => town,
  path: 'work/demands/book',
  component: lazyRouteComponent(() => import('./work/demands/BookPage.tsx'), 'BookPage'),
});
const dutyLists = createRoute({
  getParentRoute: () => town,
  path: 'work/duty-lists',
  component: lazyRouteComponent(() => import('./work/demands/DutyListsPage.tsx'), 'DutyListsPage'),
});
const knownFigures = createRoute({
  getParentRoute: () => town,
  path: 'work/known-figures',
  component: lazyRouteComponent(
    () => import('./work/demands/KnownFiguresPage.tsx'),
    'KnownFiguresPage',
  ),
});
const drafts = createRoute({
  getParentRoute: () => town,
  path: 'work/drafts',
  component: lazyRouteComponent(() => import('./work/drafts/DraftsPage.tsx'), 'DraftsPage'),
});
const draftsDocument = createRoute({
  getParentRoute: () => town,
  path: 'work/drafts/$document',
  component: lazyRouteComponent(() => import('./work/drafts/DocumentPage.tsx'), 'DocumentPage'),
});
const burden = createRoute({
  getParentRoute: () => town,
  path: 'work/burden',
  component: lazyRouteComponent(() => import('./work/demands/BurdenPage.tsx'), 'BurdenPage'),
});
const campaigns = createRoute({
  getParentRoute: () => town,
  path: 'work/campaigns',
  component: lazyRouteComponent(
    () => import('./work/campaigns/CampaignsPage.tsx'),
    'CampaignsPage',
  ),
});
const campaign = createRoute({
  getParentRoute: () => town,
  path: 'work/campaigns/$campaign',
  component: lazyRouteComponent(() => import('./work/campaigns/CampaignPage.tsx'), 'CampaignPage'),
});
const retrospectives = createRoute({
  getParentRoute: () => town,
  path: 'work/retrospectives',
  component: lazyRouteComponent(
    () => import('./work/retrospectives/RetrospectivesPage.tsx'),
    'RetrospectivesPage',
  ),
});
const handling = createRoute({
  getParentRoute: () => town,
  path: 'work/handling',
  component: lazyRouteComponent(() => import('./work/circulars/HandlingPage.tsx'), 'HandlingPage'),
});
const circulars = createRoute({
  getParentRoute: () => town,
  path: 'work/circulars',
  component: lazyRouteComponent(
    () => import('./work/circulars/CircularsPage.tsx'),
    'CircularsPage',
  ),
});
const circular = createRoute({
  getParentRoute: () => town,
  path: 'work/circulars/$month',
  component: lazyRouteComponent(() => import('./work/circulars/CircularPage.tsx'), 'CircularPage'),
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
    work,
    workItem,
    workSlip,
    workBook,
    workKeeping,
    workGoals,
    drafts,
    draftsDocument,
    demands,
    newDemand,
    bookDemand,
    dutyLists,
    knownFigures,
    burden,
    campaigns,
    campaign,
    retrospectives,
    handling,
    circulars,
    circular,
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
    audit,
    county,
  ]),
  ...gallery,
]);

/** The session, or the page that must come before everything else. */
async function signedIn(queries: QueryClient, next: string) {
  const session = await queries.ensureQueryData(sessionQuery);
  if (session === null) throw redirect({ to: '/sign-in', search: { next } as never });
  if (session.mustChangePassword) throw redirect({ to: '/password' });
  return session;
}
