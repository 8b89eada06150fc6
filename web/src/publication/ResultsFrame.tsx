/** The page around every part of published results: title, state, the parts, then what narrows the list. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page, useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { resultsFrameWords } from '../words/results-frame.ts';
import '../work/work.css';

interface View {
  /** Behind `/{town}/results`. */
  path: string;
  word: keyof (typeof resultsFrameWords)['zh'] & string;
  /** Who has something to read there; everybody of the room where it is absent. */
  roles?: readonly string[];
}

/** Whoever keeps or decides what follows, and whoever it may be about. */
const concerned = [
  'organisation',
  'leader',
  'assessment-office',
  'discipline',
  'village',
  'resident-cadre',
  'recorder',
  'reviewer',
  'supervision',
];

/** A part of the room is one line here. */
const views = [
  { path: '', word: 'editions' },
  { path: '/objections', word: 'objections' },
  { path: '/grades', word: 'grades', roles: concerned },
  { path: '/outcomes', word: 'outcomes', roles: concerned },
  { path: '/tolerance', word: 'tolerance', roles: concerned },
  { path: '/pay', word: 'pay' },
  {
    path: '/papers',
    word: 'papers',
    roles: [
      'assessment-office',
      'supervision',
      'leader',
      'recorder',
      'reviewer',
      'organisation',
      'discipline',
      'administrator',
    ],
  },
  {
    path: '/benchmark',
    word: 'benchmark',
    roles: ['assessment-office', 'supervision', 'leader', 'discipline', 'organisation'],
  },
  {
    path: '/one-page',
    word: 'onePage',
    roles: ['leader', 'assessment-office', 'supervision'],
  },
] as const satisfies readonly View[];

/** A part of the room, by its word. */
export type ResultsView = (typeof views)[number]['word'];

interface ResultsFrameProps {
  here: ResultsView;
  title: string;
  state?: ReactNode;
  filters?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function ResultsFrame({ here, filters, children, ...rest }: ResultsFrameProps) {
  return (
    <Page
      {...rest}
      filters={
        <>
          <ResultsNav here={here} />
          {filters}
        </>
      }
    >
      {children}
    </Page>
  );
}

/** Links to the parts that the account may open. */
function ResultsNav({ here }: { here: ResultsView }) {
  const w = useWords(resultsFrameWords);
  const town = useTown();
  const own = useOwnRoles();
  const shown = (views as readonly View[]).filter(
    ({ roles }) => roles === undefined || roles.some((role) => own?.includes(role)),
  );
  return (
    <nav className="work-nav no-print" aria-label={w.parts}>
      {shown.map(({ path, word }) => (
        <Link
          key={path}
          to={`/${town}/results${path}`}
          search={{} as never}
          className={word === here ? 'is-here' : ''}
          activeProps={{}}
        >
          <span aria-current={word === here ? 'page' : undefined}>{w[word]}</span>
        </Link>
      ))}
    </nav>
  );
}
