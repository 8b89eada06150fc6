/** The page around every part of published results: title, state, the parts, then what narrows the list. */

import type { ReactNode } from 'react';
import { Page, type Part, PartsNav } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { resultsFrameWords } from '../words/results-frame.ts';

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
] as const satisfies readonly Part[];

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
  const w = useWords(resultsFrameWords);
  return (
    <Page
      {...rest}
      filters={
        <>
          <PartsNav room="results" parts={views} here={here} words={w} label={w.parts} />
          {filters}
        </>
      }
    >
      {children}
    </Page>
  );
}
