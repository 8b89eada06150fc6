/** The routes of what is published, and of what follows from it. */

import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { town } from './route-roots.tsx';

const publications = createRoute({
  getParentRoute: () => town,
  path: 'results',
  component: lazyRouteComponent(
    () => import('./publication/PublicationsPage.tsx'),
    'PublicationsPage',
  ),
});

const publication = createRoute({
  getParentRoute: () => town,
  path: 'results/$line/$period',
  component: lazyRouteComponent(
    () => import('./publication/PublicationPage.tsx'),
    'PublicationPage',
  ),
});
const publish = createRoute({
  getParentRoute: () => town,
  path: 'results/$line/$period/publish',
  component: lazyRouteComponent(() => import('./publication/PublishPage.tsx'), 'PublishPage'),
});

const village = createRoute({
  getParentRoute: () => town,
  path: 'villages/$unit',
  component: lazyRouteComponent(() => import('./home/village/VillagePage.tsx'), 'VillagePage'),
});

const fairness = createRoute({
  getParentRoute: () => town,
  path: 'standings/$line/$period/fairness',
  component: lazyRouteComponent(
    () => import('./assessment/fairness/FairnessPage.tsx'),
    'FairnessPage',
  ),
});

const pay = createRoute({
  getParentRoute: () => town,
  path: 'results/pay',
  component: lazyRouteComponent(() => import('./outcome/pay/PayPage.tsx'), 'PayPage'),
});

const paySheet = createRoute({
  getParentRoute: () => town,
  path: 'results/pay/$sheet',
  component: lazyRouteComponent(() => import('./outcome/pay/PaySheetPage.tsx'), 'PaySheetPage'),
});

const objections = createRoute({
  getParentRoute: () => town,
  path: 'results/objections',
  component: lazyRouteComponent(
    () => import('./publication/objections/ObjectionsPage.tsx'),
    'ObjectionsPage',
  ),
});

const newObjection = createRoute({
  getParentRoute: () => town,
  path: 'results/objections/new',
  component: lazyRouteComponent(
    () => import('./publication/objections/NewObjectionPage.tsx'),
    'NewObjectionPage',
  ),
});

const objectionStatistics = createRoute({
  getParentRoute: () => town,
  path: 'results/objections/statistics',
  component: lazyRouteComponent(
    () => import('./publication/objections/StatisticsPage.tsx'),
    'StatisticsPage',
  ),
});

const objection = createRoute({
  getParentRoute: () => town,
  path: 'results/objections/$id',
  component: lazyRouteComponent(
    () => import('./publication/objections/ObjectionPage.tsx'),
    'ObjectionPage',
  ),
});

const papers = createRoute({
  getParentRoute: () => town,
  path: 'results/papers',
  component: lazyRouteComponent(() => import('./papers/PapersPage.tsx'), 'PapersPage'),
});

const grades = createRoute({
  getParentRoute: () => town,
  path: 'results/grades',
  component: lazyRouteComponent(() => import('./outcome/GradesPage.tsx'), 'GradesPage'),
});

const outcomes = createRoute({
  getParentRoute: () => town,
  path: 'results/outcomes',
  component: lazyRouteComponent(() => import('./outcome/OutcomesPage.tsx'), 'OutcomesPage'),
});

const tolerance = createRoute({
  getParentRoute: () => town,
  path: 'results/tolerance',
  component: lazyRouteComponent(() => import('./outcome/TolerancePage.tsx'), 'TolerancePage'),
});

const benchmark = createRoute({
  getParentRoute: () => town,
  path: 'results/benchmark',
  component: lazyRouteComponent(
    () => import('./home/benchmark/BenchmarkPage.tsx'),
    'BenchmarkPage',
  ),
});

const newBenchmark = createRoute({
  getParentRoute: () => town,
  path: 'results/benchmark/new',
  component: lazyRouteComponent(
    () => import('./home/benchmark/BenchmarkForm.tsx'),
    'NewBenchmarkPage',
  ),
});

const benchmarkList = createRoute({
  getParentRoute: () => town,
  path: 'results/benchmark/$list',
  component: lazyRouteComponent(
    () => import('./home/benchmark/BenchmarkListPage.tsx'),
    'BenchmarkListPage',
  ),
});

const onePage = createRoute({
  getParentRoute: () => town,
  path: 'results/one-page',
  component: lazyRouteComponent(() => import('./home/secretary/OnePage.tsx'), 'OnePage'),
});

export const resultsRoutes: AnyRoute[] = [
  benchmark,
  newBenchmark,
  benchmarkList,
  onePage,
  grades,
  outcomes,
  tolerance,
  papers,
  pay,
  paySheet,
  fairness,
  village,
  publications,
  publication,
  publish,
  objections,
  newObjection,
  objectionStatistics,
  objection,
];
