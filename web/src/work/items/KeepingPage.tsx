/** What keeps items going: work that comes back, samples to look back at, outcomes as facts. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, client, useSave } from '../../api/index.ts';
import { Field } from '../../forms/index.ts';
import { Query, SaveLine, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemKeepingWords } from '../../words/item-keeping.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { LookBackPart } from './LookBackPart.tsx';
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
        {holds('supervision', 'leader', 'discipline') && (
          <LookBackPart mayDraw={holds('supervision', 'leader')} />
        )}
        {holds('supervision', 'leader', 'assessment-office', 'discipline') && (
          <OutcomePart mayMap={holds('assessment-office')} />
        )}
      </div>
    </WorkFrame>
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
