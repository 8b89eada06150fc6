/** Where the search of the top line looks inside a town: units, persons, clauses in force. */

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, client } from '../api/client.ts';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import type { FinderSource, Hit } from './Finder.tsx';

/** The sources of a town. Units and persons are read once; clauses are asked for by their words. */
export function useTownSources(town: string): readonly FinderSource[] {
  const w = useWords(shellWords);
  const queries = useQueryClient();
  return useMemo(() => {
    if (town === '') return [];
    return [
      { name: w.kindUnit, find: (text) => findUnits(queries, town, text, w.kindUnit) },
      { name: w.kindPerson, find: (text) => findPersons(queries, town, text, w.kindPerson) },
      { name: w.kindClause, find: (text) => findClauses(town, text) },
    ];
  }, [queries, town, w]);
}

async function findUnits(queries: QueryClient, town: string, text: string, kind: string) {
  const { rows } = await queries.fetchQuery(api.org.units.queryOptions({ input: { town } }));
  return rows
    .filter(({ name, aliases }) => [name, ...aliases].some((one) => one.includes(text)))
    .map(({ code, name, parentName }): Hit => {
      return { title: name, kind: parentName ?? kind, address: openAddress(town, `unit:${code}`) };
    });
}

async function findPersons(queries: QueryClient, town: string, text: string, kind: string) {
  const { rows } = await queries.fetchQuery(api.org.persons.queryOptions({ input: { town } }));
  return rows
    .filter(({ name }) => name.includes(text))
    .map(({ code, name, posts }): Hit => {
      const [post] = posts;
      const place = post ? `${post.unitName} ${post.role}` : kind;
      return { title: name, kind: place, address: openAddress(town, `person:${code}`) };
    });
}

async function findClauses(town: string, text: string): Promise<Hit[]> {
  const { rows } = await client.scheme.clauses({ town, text, limit: 10 });
  return rows.map(({ code, text: clause, scheme, versionId }) => ({
    title: `${code} ${clause}`,
    kind: scheme,
    address: `/${town}/scheme/${versionId}?${new URLSearchParams({ clause: code })}`,
  }));
}

function openAddress(town: string, id: string): string {
  return `/${town}/org?${new URLSearchParams({ open: id })}`;
}
