/** The parts of the room, each with an address of its own. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { useOptions } from './use-ledger.ts';
import './ledger.css';

const views = ['facts', 'entries', 'signatures', 'notes'] as const;

/** A view of the first page, or a page beside it. */
export type View = (typeof views)[number];

/** The view that an address names; facts where it names none. */
export function viewOf(search: Readonly<Record<string, string>>): View {
  if (search.entry !== undefined) return 'entries';
  return views.find((view) => view === search.view) ?? 'facts';
}

/** Whose business entries and signatures are; a village sees facts and its own words. */
const offices = ['recorder', 'reviewer', 'assessment-office', 'discipline'];

/** Links to the views that the account may open. */
export function LedgerNav({ here }: { here: View | 'record' | 'sheet' }) {
  const w = useWords(ledgerWords);
  const { data } = useOptions();
  const sees = useOwnRoles()?.some((role) => offices.includes(role));
  return (
    <nav className="ledger-nav no-print" aria-label={w.views}>
      <ViewLink to="" search={{}} isHere={here === 'facts'}>
        {w.facts}
      </ViewLink>
      {sees && (
        <ViewLink to="" search={{ view: 'entries' }} isHere={here === 'entries'}>
          {w.entries}
        </ViewLink>
      )}
      {data !== undefined && data.records.length > 0 && (
        <>
          <ViewLink to="/record" search={{}} isHere={here === 'record'}>
            {w.record}
          </ViewLink>
          <ViewLink to="/sheet" search={{}} isHere={here === 'sheet'}>
            {w.sheet}
          </ViewLink>
        </>
      )}
      {sees && (
        <ViewLink to="" search={{ view: 'signatures' }} isHere={here === 'signatures'}>
          {w.signatures}
        </ViewLink>
      )}
      <ViewLink to="" search={{ view: 'notes' }} isHere={here === 'notes'}>
        {w.notes}
      </ViewLink>
    </nav>
  );
}

interface ViewLinkProps {
  to: string;
  search: Record<string, string>;
  isHere: boolean;
  children: ReactNode;
}

function ViewLink({ to, search, isHere, children }: ViewLinkProps) {
  const town = useTown();
  return (
    <Link
      to={`/${town}/ledger${to}`}
      search={search as never}
      className={isHere ? 'is-here' : ''}
      activeProps={{}}
    >
      <span aria-current={isHere ? 'page' : undefined}>{children}</span>
    </Link>
  );
}
