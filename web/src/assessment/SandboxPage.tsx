/** Another version of the scheme on the facts of a period; nothing is stored. */

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Empty, Page, Query, RoomLink, useAddress } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { PeriodLink } from './PeriodLink.tsx';
import { Permitted } from './Permitted.tsx';
import { movesOf } from './sandbox.ts';
import { TrialTable } from './TrialTable.tsx';
import { usePeriodInput } from './use-period.ts';
import './assessment.css';

export function SandboxPage() {
  const w = useWords(readinessWords);
  const format = useFormat();
  const { line, period } = usePeriodInput();
  const { version } = useAddress().search;
  return (
    <Page
      title={w.sandboxOf(format.period(period))}
      state={w.sandboxWhy}
      filters={
        <>
          <VersionChoice />
          <PeriodChoice />
        </>
      }
      actions={
        <PeriodLink to="standings" {...{ line, period }}>
          {w.toStandings}
        </PeriodLink>
      }
    >
      {version !== undefined && <Outcome key={version} versionId={version} />}
    </Page>
  );
}

/** The other versions of the line that can be tried: drafts too. */
function VersionChoice() {
  const w = useWords(readinessWords);
  const { town, line, period } = usePeriodInput();
  const { search, change } = useAddress();
  const query = useQuery(api.scheme.list.queryOptions({ input: { town } }));
  const periods = useQuery(api.assessment.periods.queryOptions({ input: { town } })).data?.rows;
  const current = periods?.find((row) => row.line === line && row.period === period);
  return (
    <Query query={query} what={w.chooseVersion}>
      {({ rows }) => {
        const own = rows.filter(
          (row) =>
            row.line === line &&
            // A draft that was just begun still carries the number of the version in force.
            (row.state === 'draft' ||
              (row.state === 'approved' && row.version !== current?.schemeVersion)),
        );
        if (own.length === 0) {
          return (
            <Empty
              what={w.noVersions}
              why={w.noVersionsWhy}
              action={<RoomLink to="scheme">{w.toScheme}</RoomLink>}
            />
          );
        }
        return (
          <label className="version-choice">
            {w.chooseVersion}{' '}
            <select
              value={search.version ?? ''}
              onChange={(event) => change({ version: event.target.value || undefined }, 'push')}
            >
              <option value="">{w.chooseFirst}</option>
              {own.map(({ id, version = '', name, state }) => (
                <option key={id} value={id}>
                  {w.versionOption(version, name, state === 'draft' ? w.draft : w.approved)}
                </option>
              ))}
            </select>
          </label>
        );
      }}
    </Query>
  );
}

/** The periods of the line whose facts it can be tried on. */
function PeriodChoice() {
  const w = useWords(readinessWords);
  const format = useFormat();
  const navigate = useNavigate();
  const { town, line, period } = usePeriodInput();
  const { search } = useAddress();
  const query = useQuery(api.assessment.periods.queryOptions({ input: { town } }));
  const own = (query.data?.rows ?? []).filter((row) => row.line === line);
  if (own.length < 2) return null;
  return (
    <label className="version-choice">
      {w.choosePeriod}{' '}
      <select
        value={period}
        onChange={({ target }) =>
          void navigate({
            to: '/$town/standings/$line/$period/sandbox',
            params: { town, line, period: target.value } as never,
            search: (search.version === undefined ? {} : { version: search.version }) as never,
          })
        }
      >
        {own.map((row) => (
          <option key={row.period} value={row.period}>
            {format.period(row.period)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Outcome({ versionId }: { versionId: string }) {
  const w = useWords(readinessWords);
  const input = usePeriodInput();
  const query = useQuery({
    ...api.assessment.sandbox.queryOptions({ input: { ...input, versionId } }),
    // Worked out anew only when somebody asks: it takes seconds, and the facts rarely move meanwhile.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { town } = input;
  const versions = useQuery(api.scheme.list.queryOptions({ input: { town } })).data?.rows;
  const isDraft = versions?.find(({ id }) => id === versionId)?.state === 'draft';
  return (
    <Permitted query={query} what={w.sandbox}>
      {(trial) => {
        const { up, down, same } = movesOf(trial);
        const after = isDraft ? w.draftOf(trial.afterVersion) : w.versionOf(trial.afterVersion);
        return (
          <>
            <p>{w.sandboxState(trial.beforeVersion, after, up, down, same)}</p>
            <TrialTable trial={trial} />
            {trial.notices.length > 0 && (
              <section>
                <h2>{w.sandboxNotices}</h2>
                <ul>
                  {trial.notices.map((notice) => (
                    <li key={notice} className="prose">
                      {notice}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        );
      }}
    </Permitted>
  );
}
