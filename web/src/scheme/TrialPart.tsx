/** The trial of a version beside its differences: worked out when asked for, on the facts of a period. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/index.ts';
import type { Trial } from '../assessment/replies.ts';
import { movesOf } from '../assessment/sandbox.ts';
import { useFormat } from '../format/index.ts';
import { Query, useAddress, useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeEditWords } from '../words/scheme-edit.ts';
import type { Version } from './replies.ts';

/** A period on whose facts a version can be tried. */
interface TriedPeriod {
  readonly line: string;
  readonly period: string;
  readonly schemeVersion: string;
}

/** The trial that the address asks for; undefined while none is chosen or its answer is on its way. */
export function useTrial(version: Version) {
  const town = useTown();
  const { search } = useAddress();
  const { line = '', id: versionId } = version;
  const period = search.try ?? '';
  return useQuery({
    ...api.assessment.sandbox.queryOptions({ input: { town, line, period, versionId } }),
    enabled: period !== '' && line !== '',
    // It takes seconds, and the facts rarely move while one reads.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

interface TrialProps {
  version: Version;
  /** The number of the version that the differences are against. */
  other: string | undefined;
  trial: ReturnType<typeof useTrial>;
}

export function TrialPart({ version, other, trial }: TrialProps) {
  const w = useWords(schemeEditWords);
  const format = useFormat();
  const town = useTown();
  const { search, change } = useAddress();
  const roles = useOwnRoles();
  const periods = useQuery(api.assessment.periods.queryOptions({ input: { town } })).data?.rows;
  const mayTry = roles?.includes('assessment-office') === true && version.state !== 'withdrawn';
  const own = (periods ?? []).filter(
    ({ line, schemeVersion }) =>
      line === version.line && (version.state === 'draft' || schemeVersion !== version.version),
  );
  if (!mayTry || periods === undefined) return null;
  if (own.length === 0) return <p className="soft">{w.trialNone}</p>;
  const period = own.find((one) => one.period === search.try);
  return (
    <section className="scheme-trial" aria-label={w.trial}>
      <label>
        {w.trial}{' '}
        <select
          value={period?.period ?? ''}
          onChange={({ target }) => change({ try: target.value || undefined })}
        >
          <option value="">{w.trialPeriod}</option>
          {own.map((one) => (
            <option key={one.period} value={one.period}>
              {format.period(one.period)}
            </option>
          ))}
        </select>
      </label>
      {version.state === 'draft' && <span className="soft">{w.trialSaved}</span>}
      {period && (
        <Query query={trial} what={w.trialOf(format.period(period.period))}>
          {(tried) => (
            <Whole {...{ tried, period, version }} isOther={other !== tried.beforeVersion} />
          )}
        </Query>
      )}
    </section>
  );
}

interface WholeProps {
  tried: Trial;
  period: TriedPeriod;
  version: Version;
  isOther: boolean;
}

function Whole({ tried, period, version, isOther }: WholeProps) {
  const w = useWords(schemeEditWords);
  const town = useTown();
  const { up, down, same } = movesOf(tried);
  return (
    <p>
      {w.trialWhole(up, down, same)} {isOther && <span className="soft">{w.trialOther}</span>}{' '}
      <Link
        to={'/$town/standings/$line/$period/sandbox' as never}
        params={{ town, line: period.line, period: period.period } as never}
        search={{ version: version.id } as never}
      >
        {w.trialAll}
      </Link>
    </p>
  );
}
