/** Links to numbers: to another level of the same explanation, and to the page of its own. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTown } from '../shell/index.ts';
import { type NumberPlace, searchOf } from './place.ts';

interface PlaceLinkProps {
  place: NumberPlace;
  className?: string;
  children: ReactNode;
}

/** Another level where one is: in the drawer the drawer stays, on the page the page. */
export function PlaceLink({ place, className, children }: PlaceLinkProps) {
  return (
    <Link
      to="."
      search={((before: object) => ({ ...before, ...searchOf(place) })) as never}
      className={className}
      activeOptions={{ exact: true }}
      activeProps={{ 'aria-current': undefined, className: '' }}
    >
      {children}
    </Link>
  );
}

interface SubjectLinkProps {
  line: string;
  period: string;
  subject: string;
  place?: NumberPlace;
  className?: string;
  children: ReactNode;
}

/** The page of one subject in a period; it can be sent, kept and printed. */
export function SubjectLink(props: SubjectLinkProps) {
  const { line, period, subject, place = {}, className, children } = props;
  const town = useTown();
  return (
    <Link
      to={'/$town/standings/$line/$period/subjects/$subject' as string}
      params={{ town, line, period, subject } as never}
      search={searchOf(place) as never}
      className={className}
    >
      {children}
    </Link>
  );
}
