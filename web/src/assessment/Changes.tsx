/** What changed against the period before, clause by clause: it adds up to the whole. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { Query } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { changesWithin } from './changes-within.ts';
import { MoreList } from './MoreList.tsx';
import type { Changes as Reply } from './replies.ts';
import { PlaceLink } from './SubjectLink.tsx';
import type { PeriodInput } from './use-period.ts';

interface ChangesProps {
  input: PeriodInput & { readonly subject: string };
  /** The numbers of the level that is shown and of all below it; all where it is the total. */
  codes?: ReadonlySet<string>;
}

export function Changes({ input, codes }: ChangesProps) {
  const w = useWords(assessmentWords);
  const query = useQuery(api.assessment.changes.queryOptions({ input }));
  return (
    <section className="drawer-part">
      <h3>
        <PlaceLink place={{ about: 'changes' }}>{w.changes}</PlaceLink>
      </h3>
      <Query query={query} what={w.changes}>
        {(changes) => <Told changes={codes ? changesWithin(changes, codes) : changes} />}
      </Query>
    </section>
  );
}

function Told({ changes: { change, beforeLabel, rows } }: { changes: Reply }) {
  const w = useWords(assessmentWords);
  if (change === undefined) return <p>{w.noChangesBefore}</p>;
  if (rows.length === 0) return <p>{w.changesEqual(beforeLabel)}</p>;
  return (
    <>
      <p>{w.changesFrom(beforeLabel, change.text)}</p>
      <MoreList
        items={rows.map(({ code, label, sentence }) => ({
          key: `${code} ${label}`,
          content: (
            <>
              <span>
                <span className="line-code">{code}</span> {label}
              </span>
              <span className="figure-end">
                {code === '' ? sentence : <PlaceLink place={{ code }}>{sentence}</PlaceLink>}
              </span>
            </>
          ),
        }))}
      />
    </>
  );
}
