/** The page around every part of inspection: title, state, the parts, then what narrows the list. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page, useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { inspectionWords } from '../words/inspection.ts';
import { FieldLinks } from './FieldLinks.tsx';
import '../work/work.css';

interface View {
  /** Behind `/{town}/inspection`. */
  path: string;
  word: 'rounds' | 'calendar' | 'findings' | 'told' | 'templates';
  /** Who has something to read there; everybody of the room where it is absent. */
  roles?: readonly string[];
}

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
] as const satisfies readonly View[];

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
  return (
    <Page
      {...rest}
      filters={
        <>
          <InspectionNav here={here} />
          {filters}
        </>
      }
    >
      {children}
    </Page>
  );
}

/** Links to the parts that the account may open. */
function InspectionNav({ here }: { here: InspectionView }) {
  const w = useWords(inspectionWords);
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
          to={`/${town}/inspection${path}`}
          search={{} as never}
          className={word === here ? 'is-here' : ''}
          activeProps={{}}
        >
          <span aria-current={word === here ? 'page' : undefined}>{w[word]}</span>
        </Link>
      ))}
      <FieldLinks />
    </nav>
  );
}
