/** What rests on a piece of evidence: facts, entries and spots, each a way to them. */

import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Query, RoomLink, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords } from '../words/evidence.ts';
import type { EvidenceItem } from './use-uploads.ts';

/** A photo that proves more facts than this names the rest by number alone. */
const mostNamed = 12;

export function UsesList({ item }: { item: EvidenceItem }) {
  const w = useWords(evidenceWords);
  const town = useTown();
  const query = useQuery(api.evidence.uses.queryOptions({ input: { town, evidenceId: item.id } }));
  return (
    <Query query={query} what={w.citedHead}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>{item.isMine ? w.looseMine : w.isLoose}</p>
        ) : (
          <ul className="evidence-uses" aria-label={w.citedHead}>
            <Facts ids={rows.filter(({ citedBy }) => citedBy === 'fact').map(({ id }) => id)} />
            {rows
              .filter(({ citedBy }) => citedBy === 'entry')
              .map(({ id }) => (
                <li key={id}>
                  <RoomLink to="ledger" search={{ entry: id }}>
                    {w.anEntry}
                  </RoomLink>
                </li>
              ))}
            {rows
              .filter(({ citedBy }) => citedBy === 'item')
              .map(({ id }) => (
                <li key={id}>
                  <Link to="/$town/work/items/$id" params={{ town, id }}>
                    {w.anItem}
                  </Link>
                </li>
              ))}
            {rows
              .filter(({ citedBy }) => citedBy === 'spot')
              .map(({ id }) => (
                <li key={id}>
                  <Link to="/$town/work/campaigns" params={{ town }}>
                    {w.aSpot}
                  </Link>
                </li>
              ))}
            {rows
              .filter(({ citedBy }) => citedBy === 'sheet')
              .map(({ id }) => (
                <li key={id}>{w.aSheet}</li>
              ))}
          </ul>
        )
      }
    </Query>
  );
}

function Facts({ ids }: { ids: readonly string[] }) {
  const w = useWords(evidenceWords);
  const format = useFormat();
  const town = useTown();
  const found = useQueries({
    queries: ids
      .slice(0, mostNamed)
      .map((id) => api.ledger.fact.queryOptions({ input: { town, id } })),
  });
  return ids.map((id, index) => {
    const fact = found[index]?.data?.fact;
    const day = fact?.on ? format.day(fact.on) : fact?.period && format.period(fact.period);
    const about = fact?.subjects.map(({ name }) => name).join('、');
    return (
      <li key={id}>
        <RoomLink to="ledger" search={{ fact: id }}>
          {w.aFact(id)}
        </RoomLink>
        {fact && <p className="soft">{[day, about, fact.kindName].filter(Boolean).join(' · ')}</p>}
      </li>
    );
  });
}
