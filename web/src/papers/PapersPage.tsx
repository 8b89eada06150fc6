/** Documents that were made with their numbers; and the templates that they are made from. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/index.ts';
import { ResultsFrame } from '../publication/ResultsFrame.tsx';
import { Button, Query, useAddress, useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { paperWords } from '../words/papers.ts';
import { BatchState, PackForm } from './Batch.tsx';
import { DocumentsTable, KindChoice } from './DocumentsTable.tsx';
import { ResultNotices } from './ResultNotices.tsx';
import { TemplatesTable } from './TemplatesTable.tsx';
import './papers.css';

export function PapersPage() {
  const { search } = useAddress();
  return search.part === 'templates' ? <TemplatesPart /> : <DocumentsPart />;
}

function DocumentsPart() {
  const w = useWords(paperWords);
  const town = useTown();
  const { search } = useAddress();
  const [isPacking, setPacking] = useState(false);
  const isOffice = useOwnRoles()?.includes('assessment-office');
  const { kind, year } = search;
  const input = {
    town,
    ...(kind === undefined ? {} : { kind: kind as 'circular' }),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
  const query = useQuery(api.papers.list.queryOptions({ input }));
  const rows = query.data?.rows ?? [];
  const voided = rows.filter((row) => row.voided).length;
  const open = rows.filter((row) => !row.voided && row.officialNumber === undefined).length;
  return (
    <ResultsFrame
      here="papers"
      title={w.title}
      state={query.data && w.state(rows.length, open, voided)}
      filters={
        <>
          <Parts />
          <KindChoice years={query.data?.years ?? []} />
        </>
      }
      actions={
        <>
          {isOffice && <ResultNotices />}
          {rows.length > 0 && <Button onClick={() => setPacking(true)}>{w.pack}</Button>}
        </>
      }
    >
      <BatchState />
      <Query query={query} what={w.title}>
        {({ rows: shown }) => <DocumentsTable rows={shown} />}
      </Query>
      {isPacking && <PackForm rows={rows} onClose={() => setPacking(false)} />}
    </ResultsFrame>
  );
}

function TemplatesPart() {
  const w = useWords(paperWords);
  const town = useTown();
  const query = useQuery(api.papers.templates.queryOptions({ input: { town } }));
  const changed = query.data?.rows.filter(({ inUse }) => inUse > 0).length ?? 0;
  return (
    <ResultsFrame
      here="papers"
      title={w.title}
      state={query.data && w.templatesState(query.data.rows.length, changed)}
      filters={<Parts />}
    >
      <Query query={query} what={w.templates}>
        {({ rows }) => <TemplatesTable rows={rows} />}
      </Query>
    </ResultsFrame>
  );
}

/** Documents, or what they are made from; kept in the address. */
function Parts() {
  const w = useWords(paperWords);
  const { search, change } = useAddress();
  const isTemplates = search.part === 'templates';
  const go = (part: string | undefined) =>
    change({ part, open: undefined, kind: undefined, year: undefined }, 'push');
  return (
    <fieldset className="paper-parts" aria-label={w.parts}>
      <Button aria-pressed={!isTemplates} onClick={() => go(undefined)}>
        {w.documents}
      </Button>
      <Button aria-pressed={isTemplates} onClick={() => go('templates')}>
        {w.templates}
      </Button>
    </fieldset>
  );
}
