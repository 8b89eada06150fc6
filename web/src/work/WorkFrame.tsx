/** The page around every part of the room: title, state, the parts, then what narrows the list. */

import type { ReactNode } from 'react';
import { Page } from '../shell/index.ts';
import { WorkNav, type WorkView } from './WorkNav.tsx';

interface WorkFrameProps {
  here: WorkView;
  title: string;
  state?: ReactNode;
  filters?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function WorkFrame({ here, filters, children, ...rest }: WorkFrameProps) {
  return (
    <Page
      {...rest}
      filters={
        <>
          <WorkNav here={here} />
          {filters}
        </>
      }
    >
      {children}
    </Page>
  );
}
