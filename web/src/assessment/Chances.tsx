/** What each deduction cost, and what putting it right in time would have saved. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { Query } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { MoreList } from './MoreList.tsx';
import type { PeriodInput } from './use-period.ts';

export function Chances({ input }: { input: PeriodInput & { readonly subject: string } }) {
  const w = useWords(assessmentWords);
  const query = useQuery(api.assessment.chances.queryOptions({ input }));
  return (
    <section className="drawer-part">
      <h3>{w.chances}</h3>
      <Query query={query} what={w.chances}>
        {({ rows, isPast, isTooLarge }) =>
          rows.length === 0 ? (
            <p>{isTooLarge ? w.chancesTooLarge : w.noChances}</p>
          ) : (
            <>
              <p className="soft">{isPast ? w.chancesPast : w.chancesWhy}</p>
              <MoreList
                items={rows.map(({ factId, clause, sentence }) => ({
                  key: `${factId} ${clause}`,
                  content: <span>{sentence}</span>,
                }))}
              />
            </>
          )
        }
      </Query>
    </section>
  );
}
