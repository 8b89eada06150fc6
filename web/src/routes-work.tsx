/** The routes of goals, items and inspection. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { town } from './route-roots.tsx';

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
const signs = createRoute({
  getParentRoute: () => town,
  path: 'work/signs',
  component: lazyRouteComponent(() => import('./work/signs/SignsPage.tsx'), 'SignsPage'),
});
const rounds = createRoute({
  getParentRoute: () => town,
  path: 'inspection',
  component: lazyRouteComponent(() => import('./inspection/rounds/RoundsPage.tsx'), 'RoundsPage'),
});
const round = createRoute({
  getParentRoute: () => town,
  path: 'inspection/rounds/$round',
  component: lazyRouteComponent(() => import('./inspection/rounds/RoundPage.tsx'), 'RoundPage'),
});
const roundResults = createRoute({
  getParentRoute: () => town,
  path: 'inspection/rounds/$round/results',
  component: lazyRouteComponent(
    () => import('./inspection/results/ResultsPage.tsx'),
    'ResultsPage',
  ),
});
const roundReview = createRoute({
  getParentRoute: () => town,
  path: 'inspection/rounds/$round/review',
  component: lazyRouteComponent(() => import('./inspection/review/ReviewDoor.tsx'), 'ReviewDoor'),
});
const toldResults = createRoute({
  getParentRoute: () => town,
  path: 'inspection/told',
  component: lazyRouteComponent(() => import('./inspection/results/ToldPage.tsx'), 'ToldPage'),
});
const findings = createRoute({
  getParentRoute: () => town,
  path: 'inspection/findings',
  component: lazyRouteComponent(
    () => import('./inspection/findings/FindingsPage.tsx'),
    'FindingsPage',
  ),
});
const visitSheets = createRoute({
  getParentRoute: () => town,
  path: 'inspection/rounds/$round/sheets/$visit',
  component: lazyRouteComponent(
    () => import('./inspection/sheets/VisitSheetsPage.tsx'),
    'VisitSheetsPage',
  ),
});
const enterSheets = createRoute({
  getParentRoute: () => town,
  path: 'inspection/sheets',
  component: lazyRouteComponent(() => import('./inspection/sheets/EnterPage.tsx'), 'EnterPage'),
});
const typeSheet = createRoute({
  getParentRoute: () => town,
  path: 'inspection/sheets/$sheet',
  component: lazyRouteComponent(() => import('./inspection/sheets/TypePage.tsx'), 'TypePage'),
});
const paperSheet = createRoute({
  getParentRoute: () => town,
  path: 'inspection/rounds/$round/paper/$visit',
  component: lazyRouteComponent(() => import('./inspection/templates/PaperPage.tsx'), 'PaperPage'),
});
const checkSheets = createRoute({
  getParentRoute: () => town,
  path: 'inspection/templates',
  component: lazyRouteComponent(
    () => import('./inspection/templates/TemplatesPage.tsx'),
    'TemplatesPage',
  ),
});
const checkSheet = createRoute({
  getParentRoute: () => town,
  path: 'inspection/templates/$template',
  component: lazyRouteComponent(
    () => import('./inspection/templates/TemplatePage.tsx'),
    'TemplatePage',
  ),
});
const writeSheet = createRoute({
  getParentRoute: () => town,
  path: 'inspection/write',
  component: lazyRouteComponent(() => import('./inspection/templates/WritePage.tsx'), 'WritePage'),
});
const visitCalendar = createRoute({
  getParentRoute: () => town,
  path: 'inspection/calendar',
  component: lazyRouteComponent(
    () => import('./inspection/rounds/CalendarPage.tsx'),
    'CalendarPage',
  ),
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

export const workRoutes = [
  work,
  workItem,
  workSlip,
  workBook,
  workKeeping,
  workGoals,
  demands,
  newDemand,
  bookDemand,
  dutyLists,
  knownFigures,
  drafts,
  draftsDocument,
  burden,
  signs,
  rounds,
  round,
  roundResults,
  roundReview,
  toldResults,
  findings,
  visitSheets,
  enterSheets,
  typeSheet,
  paperSheet,
  checkSheets,
  checkSheet,
  writeSheet,
  visitCalendar,
  campaigns,
  campaign,
  retrospectives,
  handling,
  circulars,
  circular,
];
