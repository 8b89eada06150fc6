/** What changed against the period before, clause by clause: it adds up to the whole. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { Query } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { MoreList } from './MoreList.tsx';
import type { Changes as Reply } from './replies.ts';
import type { PeriodInput } from './use-period.ts';

export function Changes({ input }: { input: PeriodInput & { readonly subject: string } }) {
  const w = useWords(assessmentWords);
  const query = useQuery(api.assessment.changes.queryOptions({ input }));
  return (
    <section className="drawer-part">
      <h3>{w.changes}</h3>
      <Query query={query} what={w.changes}>
        {(changes) => <Told changes={changes} />}
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
              <span className="figure-end">{sentence}</span>
            </>
          ),
        }))}
      />
    </>
  );
}
