/** The page around every part of the room: title, state, the parts, then what narrows the list. */

import type { ReactNode } from 'react';
import { Page } from '../shell/index.ts';
import { LedgerNav, type View } from './LedgerNav.tsx';

interface LedgerFrameProps {
  here: View | 'record' | 'sheet';
  title: string;
  state?: ReactNode;
  filters?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function LedgerFrame({ here, filters, children, ...rest }: LedgerFrameProps) {
  return (
    <Page
      {...rest}
      filters={
        <>
          <LedgerNav here={here} />
          {filters}
        </>
      }
    >
      {children}
    </Page>
  );
}
