/** The list of schemes: every version by line, the newest first, with where it stands. */

import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Empty, Page, Query, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';
import type { Version } from './replies.ts';
import { SchemeLink } from './SchemeLink.tsx';
import { useStageWord } from './stage.ts';
import { UploadButton } from './UploadButton.tsx';
import './scheme.css';

export function SchemePage() {
  const w = useWords(schemeWords);
  const town = useTown();
  const query = useQuery(api.scheme.list.queryOptions({ input: { town } }));
  const rows = query.data?.rows;
  const mayUpload = query.data?.mayUpload ?? false;
  return (
    <Page
      title={w.title}
      state={rows && rows.length > 0 && <State rows={rows} />}
      actions={
        <>
          <SchemeLink to="kinds">{w.kinds}</SchemeLink>
          {mayUpload && rows && rows.length > 0 && <UploadButton />}
        </>
      }
    >
      <Query query={query} what={w.what}>
        {(data) => <List rows={data.rows} mayUpload={data.mayUpload} />}
      </Query>
    </Page>
  );
}

function State({ rows }: { rows: readonly Version[] }) {
  const w = useWords(schemeWords);
  const inForce = rows.filter(({ stage }) => stage === 'in-force').length;
  const drafts = rows.filter(({ state }) => state === 'draft').length;
  return (
    <>
      {inForce === 0 ? w.stateNone : w.stateInForce(inForce)}
      {drafts > 0 && ` ${w.stateDrafts(drafts)}`}
    </>
  );
}

function List({ rows, mayUpload }: { rows: readonly Version[]; mayUpload: boolean }) {
  const w = useWords(schemeWords);
  const town = useTown();
  const router = useRouter();
  return (
    <DataTable
      name="schemes"
      label={w.label}
      rows={rows}
      rowKey={({ id }) => id}
      columns={useColumns()}
      onOpen={({ id }) => router.history.push(`/${town}/scheme/${id}`)}
      empty={
        <Empty
          what={w.empty}
          why={mayUpload ? w.emptyWhy : w.emptyRead}
          action={mayUpload && <UploadButton />}
        />
      }
    />
  );
}

function useColumns(): readonly Column<Version>[] {
  const w = useWords(schemeWords);
  const format = useFormat();
  const stageWord = useStageWord();
  return useMemo(
    () => [
      { id: 'name', title: w.name, width: 20, text: ({ name }) => name },
      { id: 'version', title: w.version, width: 6, text: ({ version = '' }) => version },
      {
        id: 'stage',
        title: w.stage,
        width: 9,
        text: ({ stage }) => stageWord(stage),
        filter: true,
      },
      {
        id: 'days',
        title: w.days,
        width: 13,
        text: ({ from, to }) => (from && to ? `${from}—${to.slice(5)}` : ''),
        sortBy: ({ from = '' }) => from,
      },
      { id: 'no', title: w.documentNo, width: 11, text: ({ documentNo = '' }) => documentNo },
      { id: 'decision', title: w.decision, width: 11, text: ({ decisionNo = '' }) => decisionNo },
      {
        id: 'changed',
        title: w.changedAt,
        width: 12,
        text: ({ changedAt }) => format.moment(changedAt),
        sortBy: ({ changedAt }) => changedAt,
        optional: true,
      },
    ],
    [w, format, stageWord],
  );
}
