/** What keeps items going: work that comes back, samples to look back at, outcomes as facts. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, client, useSave } from '../../api/index.ts';
import { Field } from '../../forms/index.ts';
import { Button, Query, SaveLine, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemKeepingWords } from '../../words/item-keeping.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { RecurringPart } from './RecurringPart.tsx';
import { useOutcomeText } from './use-items.ts';
import './items.css';

export function KeepingPage() {
  const k = useWords(itemKeepingWords);
  const roles = useOwnRoles() ?? [];
  const holds = (...some: string[]) => some.some((role) => roles.includes(role));
  return (
    <WorkFrame here="keeping" title={k.title} state={k.state}>
      <div className="item-whole">
        {holds('supervision', 'leader', 'recorder', 'reviewer', 'discipline') && <RecurringPart />}
        {holds('supervision', 'leader', 'discipline') && <LookBackPart />}
        {holds('supervision', 'leader', 'assessment-office', 'discipline') && (
          <OutcomePart mayMap={holds('assessment-office')} />
        )}
      </div>
    </WorkFrame>
  );
}

/** A sample that anybody draws again with the same seed. */
function LookBackPart() {
  const k = useWords(itemKeepingWords);
  const town = useTown();
  const [seed, setSeed] = useState('');
  const [count, setCount] = useState('5');
  const [asked, setAsked] = useState<{ seed: string; count: number }>();
  const query = useQuery(
    api.items.lookBacks.queryOptions({
      input: { town, seed: asked?.seed ?? '', count: asked?.count ?? 1 },
      enabled: asked !== undefined,
    }),
  );
  const n = /^\d{1,2}$/.test(count) ? Number(count) : 0;
  const isReady = seed.trim() !== '' && n >= 1 && n <= 50;
  return (
    <section>
      <h2>{k.lookBack}</h2>
      <form
        className="item-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) setAsked({ seed: seed.trim(), count: n });
        }}
      >
        <div className="item-pair">
          <Field label={k.seed} hint={k.seedHint} required>
            {(parts) => (
              <input
                {...parts}
                maxLength={100}
                value={seed}
                onChange={({ target }) => setSeed(target.value)}
              />
            )}
          </Field>
          <Field label={k.count} required>
            {(parts) => (
              <input
                {...parts}
                inputMode="numeric"
                value={count}
                onChange={({ target }) => setCount(target.value)}
              />
            )}
          </Field>
        </div>
        <Button type="submit" disabled={!isReady}>
          {k.draw}
        </Button>
      </form>
      {asked && (
        <Query query={query} what={k.lookBack}>
          {({ of, rows }) => (
            <>
              <p role="status">{k.drawn(rows.length, of)}</p>
              <ul>
                {rows.map(({ id, no = '', title }) => (
                  <li key={id}>
                    <Link to={`/${town}/work/items/${id}`}>{`${no} ${title}`}</Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Query>
      )}
    </section>
  );
}

function OutcomePart({ mayMap }: { mayMap: boolean }) {
  const k = useWords(itemKeepingWords);
  const town = useTown();
  const outcomeText = useOutcomeText();
  const query = useQuery(api.items.outcomes.queryOptions({ input: { town } }));
  const save = useSave(client.items.mapOutcome, { onSaved: () => void query.refetch() });
  const names = useMemo(
    () => new Map(query.data?.kinds.map(({ kind, name }) => [kind, name])),
    [query.data],
  );
  return (
    <section>
      <h2>{k.outcomes}</h2>
      <p className="prose">{k.outcomesSay}</p>
      <Query query={query} what={k.outcomes}>
        {({ rows, kinds }) => (
          <div className="item-form">
            {rows.map(({ outcome, kind = '' }) =>
              mayMap ? (
                <Field key={outcome} label={outcomeText(outcome)}>
                  {(parts) => (
                    <select
                      {...parts}
                      value={kind}
                      disabled={save.isBusy}
                      onChange={({ target: { value } }) =>
                        void save.run({ town, outcome, ...(value ? { kind: value } : {}) })
                      }
                    >
                      <option value="">{k.noKind}</option>
                      {kinds.map((one) => (
                        <option key={one.kind} value={one.kind}>
                          {one.name}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
              ) : (
                <p key={outcome}>{`${outcomeText(outcome)}　→　${names.get(kind) ?? k.noKind}`}</p>
              ),
            )}
            <SaveLine save={save} />
          </div>
        )}
      </Query>
    </section>
  );
}
