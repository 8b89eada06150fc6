/** Where one is signed in, and signing out there. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Query, SaveLine } from '../shell/index.ts';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';
import { browserText } from './browser.ts';
import './auth.css';

export function SessionList() {
  const w = useWords(authWords);
  const queries = useQueryClient();
  const query = useQuery(api.auth.sessions.queryOptions());
  const onSaved = () => void queries.invalidateQueries({ queryKey: api.auth.sessions.key() });
  const end = useSave(client.auth.endSession, { onSaved });
  const endOthers = useSave(
    (_: undefined, options) => client.auth.endOtherSessions(undefined, options),
    { onSaved },
  );
  return (
    <Query query={query} what={w.sessions}>
      {({ rows }) => (
        <>
          <p className="prose">{w.sessionsState(rows.length)}</p>
          <ul className="sessions">
            {rows.map((session) => (
              <Row
                key={session.id}
                session={session}
                isBusy={end.isBusy}
                onEnd={() => void end.run({ session: session.id })}
              />
            ))}
          </ul>
          {rows.length > 1 && (
            <div className="form-deeds">
              <Button disabled={endOthers.isBusy} onClick={() => void endOthers.run(undefined)}>
                {w.endOthers}
              </Button>
              <SaveLine save={endOthers} />
            </div>
          )}
          <SaveLine save={end} />
        </>
      )}
    </Query>
  );
}

interface RowProps {
  session: {
    current: boolean;
    browser: string;
    address: string;
    startedAt: string;
    lastUsedAt: string;
  };
  isBusy: boolean;
  onEnd(): void;
}

function Row({ session, isBusy, onEnd }: RowProps) {
  const w = useWords(authWords);
  const format = useFormat();
  const { current, browser, address, startedAt, lastUsedAt } = session;
  return (
    <li>
      <span>
        <strong>{browserText(browser) || w.unknownBrowser}</strong>{' '}
        <span className="soft">{address}</span>
        <br />
        <span className="soft">
          {w.started} {format.moment(startedAt)} · {w.lastUsed} {format.moment(lastUsedAt)}
        </span>
      </span>
      {current ? (
        <span className="soft">{w.current}</span>
      ) : (
        <Button disabled={isBusy} onClick={onEnd}>
          {w.endSession}
        </Button>
      )}
    </li>
  );
}
