/** From a version to its trial on past facts, for whoever may try one. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';
import type { VersionRead } from './replies.ts';

/** Leads to the latest sealed period of the line, where all facts are in; else to the latest. */
export function TryLink({ version }: { version: VersionRead['version'] }) {
  const w = useWords(schemeWords);
  const town = useTown();
  const own = useQuery(api.accounts.own.queryOptions({ input: { town } })).data;
  const periods = useQuery(api.assessment.periods.queryOptions({ input: { town } })).data?.rows;
  const mayTry = own?.grants.some(({ role }) => role === 'assessment-office');
  const isDraft = version.state === 'draft';
  const others = (periods ?? []).filter(
    ({ line, schemeVersion }) =>
      line === version.line && (isDraft || schemeVersion !== version.version),
  );
  const period = others.find(({ state }) => state === 'sealed') ?? others[0];
  if (!mayTry || period === undefined || version.state === 'withdrawn') return null;
  return (
    <Link
      to={'/$town/standings/$line/$period/sandbox' as never}
      params={{ town, line: period.line, period: period.period } as never}
      search={{ version: version.id } as never}
    >
      {w.tryOnFacts(period.label)}
    </Link>
  );
}
