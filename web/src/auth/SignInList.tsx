/** Where and when one's own account was entered, or somebody tried to. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Query } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { settingsWords } from '../words/settings.ts';
import { browserText } from './browser.ts';
import './auth.css';

/** As many as one looks over at a glance. */
const shownFirst = 10;

export function SignInList() {
  const w = useWords(safetyWords);
  const s = useWords(settingsWords);
  const format = useFormat();
  const query = useQuery(api.auth.signIns.queryOptions());
  const [isAll, setAll] = useState(false);
  return (
    <Query query={query} what={w.signIns}>
      {({ rows }) => (
        <>
          <p className="prose">{rows.length === 0 ? w.noSignIns : w.signInsState}</p>
          <ul className="sessions">
            {(isAll ? rows : rows.slice(0, shownFirst)).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no number and never change
              <li key={at}>
                <span>
                  <strong>{w.outcome(row.outcome)}</strong>{' '}
                  {row.way === 'identity' && <span>{w.byIdentity}</span>}
                  <br />
                  <span className="soft">
                    {[browserText(row.browser) || w.unknownBrowser, row.address]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </span>
                <span className="soft">{format.moment(row.at)}</span>
              </li>
            ))}
          </ul>
          {!isAll && rows.length > shownFirst && (
            <Button onClick={() => setAll(true)}>{s.older}</Button>
          )}
        </>
      )}
    </Query>
  );
}
