/** What each deduction cost, and what putting it right in time would have saved. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { Query } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { MoreList } from './MoreList.tsx';
import type { Chance } from './replies.ts';
import { PlaceLink } from './SubjectLink.tsx';
import type { PeriodInput } from './use-period.ts';

interface ChancesProps {
  input: PeriodInput & { readonly subject: string };
  /** Of the level that is shown; all where it is the total. */
  isMeant?: (chance: Chance) => boolean;
  /** The fact itself is shown: no door leads to it. */
  isHere?: boolean;
}

export function Chances({ input, isMeant, isHere = false }: ChancesProps) {
  const w = useWords(assessmentWords);
  const query = useQuery(api.assessment.chances.queryOptions({ input }));
  const isNothing = isMeant && query.data && !query.data.rows.some(isMeant);
  if (isNothing) return null;
  return (
    <section className="drawer-part">
      <h3>
        <PlaceLink place={{ about: 'chances' }}>{w.chances}</PlaceLink>
      </h3>
      <Query query={query} what={w.chances}>
        {({ rows, isPast, isTooLarge }) =>
          rows.length === 0 ? (
            <p>{isTooLarge ? w.chancesTooLarge : w.noChances}</p>
          ) : (
            <>
              <p className="soft">{isPast ? w.chancesPast : w.chancesWhy}</p>
              <MoreList
                items={rows
                  .filter((row) => !isMeant || isMeant(row))
                  .map(({ factId, clause, sentence }) => ({
                    key: `${factId} ${clause}`,
                    content: (
                      <>
                        <span>{sentence}</span>
                        {!isHere && (
                          <span className="figure-end">
                            <PlaceLink place={{ code: clause, fact: factId }}>
                              {w.fact(factId)}
                            </PlaceLink>
                          </span>
                        )}
                      </>
                    ),
                  }))}
              />
            </>
          )
        }
      </Query>
    </section>
  );
}
