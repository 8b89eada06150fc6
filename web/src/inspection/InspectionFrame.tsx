/** The page around every part of inspection: title, state, the parts, then what narrows the list. */

import type { ReactNode } from 'react';
import { Page, type Part, PartsNav } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { inspectionWords } from '../words/inspection.ts';
import { FieldLinks } from './FieldLinks.tsx';

/** Whoever plans rounds or looks over them. Villages and resident cadres hear of results only. */
export const roundReaders = [
  'supervision',
  'assessment-office',
  'recorder',
  'reviewer',
  'leader',
  'discipline',
];

/** A part of the room is one line here. */
const views = [
  { path: '', word: 'rounds', roles: roundReaders },
  { path: '/calendar', word: 'calendar', roles: roundReaders },
  { path: '/told', word: 'told', roles: ['village', 'resident-cadre'] },
  { path: '/findings', word: 'findings' },
  { path: '/templates', word: 'templates' },
] as const satisfies readonly Part[];

/** A part of the room, by its word. */
export type InspectionView = (typeof views)[number]['word'];

interface InspectionFrameProps {
  here: InspectionView;
  title: string;
  state?: ReactNode;
  filters?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function InspectionFrame({ here, filters, children, ...rest }: InspectionFrameProps) {
  const w = useWords(inspectionWords);
  return (
    <Page
      {...rest}
      filters={
        <>
          <PartsNav room="inspection" parts={views} here={here} words={w} label={w.parts}>
            <FieldLinks />
          </PartsNav>
          {filters}
        </>
      }
    >
      {children}
    </Page>
  );
}
