/** The ways to the page of the field, which is a page of its own: on the phone, and at the office. */

import { Link } from '@tanstack/react-router';
import { useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { filingWords } from '../words/filing.ts';

/** Whoever may be sent to look. */
const inspectors = [
  'assessment-office',
  'recorder',
  'reviewer',
  'supervision',
  'resident-cadre',
  'leader',
];
/** Whoever enters sheets of an office. */
const enterers = ['assessment-office', 'recorder', 'supervision'];

export function FieldLinks() {
  const w = useWords(filingWords);
  const town = useTown();
  const own = useOwnRoles() ?? [];
  const is = (roles: readonly string[]) => roles.some((role) => own.includes(role));
  return (
    <>
      {is(inspectors) && <a href={`/field/?town=${town}`}>{w.openPage}</a>}
      {is(enterers) && (
        <Link to="/$town/inspection/sheets" params={{ town }}>
          {w.enterPaper}
        </Link>
      )}
    </>
  );
}
