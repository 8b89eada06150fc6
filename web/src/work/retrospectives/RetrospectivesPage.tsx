/** Retrospectives: the table of problems, and one of them with its steps beside it. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Empty, Query, useDrawer, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { retrospectiveWords } from '../../words/retrospectives.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { AddForm } from './AddForm.tsx';
import { RetrospectiveDrawer } from './RetrospectiveDrawer.tsx';
import { type Retrospective, useStepText } from './use-retrospectives.ts';
import './retrospectives.css';

export function RetrospectivesPage() {
  const w = useWords(retrospectiveWords);
  const town = useTown();
  const query = useQuery(api.retrospectives.list.queryOptions({ input: { town } }));
  const drawer = useDrawer();
  const [isAdding, setAdding] = useState(false);
  const columns = useColumns();
  const rows = query.data?.rows ?? [];
  const count = (...states: Retrospective['state'][]) =>
    rows.filter(({ state }) => states.includes(state)).length;
  const shown = rows.find(({ id }) => id === drawer.id);
  return (
    <WorkFrame
      here="retrospectives"
      title={w.retrospectives}
      state={
        query.data &&
        w.pageState(rows.length - count('kept', 'notKept'), count('due'), count('notKept'))
      }
      actions={
        query.data?.mayAdd && (
          <Button kind="main" onClick={() => setAdding(true)}>
            {w.add}
          </Button>
        )
      }
    >
      <Query query={query} what={w.retrospectives}>
        {() => (
          <DataTable
            name="retrospectives"
            label={w.label}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => drawer.open(id)}
            {...(drawer.id === undefined ? {} : { openKey: drawer.id })}
            empty={<Empty what={w.nothing} why={w.nothingWhy} />}
          />
        )}
      </Query>
      {shown && <RetrospectiveDrawer row={shown} onClose={drawer.close} />}
      {isAdding && <AddForm onClose={() => setAdding(false)} />}
    </WorkFrame>
  );
}

function useColumns(): readonly Column<Retrospective>[] {
  const w = useWords(retrospectiveWords);
  const format = useFormat();
  const step = useStepText();
  return useMemo(
    () =>
      [
        { id: 'problem', title: w.problem, width: 20, text: ({ problem }) => problem },
        { id: 'state', title: w.stateHead, width: 6, text: step, filter: true },
        {
          id: 'foundOn',
          title: w.foundOn,
          width: 6,
          text: ({ foundOn }) => format.shortDay(foundOn),
          sortBy: ({ foundOn }) => foundOn,
        },
        { id: 'unit', title: w.unit, width: 7, text: ({ unit }) => unit?.name ?? '', filter: true },
        { id: 'owner', title: w.owner, width: 5, text: ({ owner }) => owner?.name ?? '' },
        { id: 'cause', title: w.cause, width: 14, text: ({ cause }) => cause?.text ?? '' },
        { id: 'change', title: w.change, width: 14, text: ({ change }) => change?.note ?? '' },
        { id: 'figure', title: w.figure, width: 10, text: ({ look }) => look?.figure ?? '' },
        {
          id: 'lookOn',
          title: w.lookOn,
          width: 6,
          text: ({ look }) => (look ? format.shortDay(look.on) : ''),
          sortBy: ({ look }) => look?.on ?? '',
        },
        {
          id: 'figureFound',
          title: w.figureFound,
          width: 6,
          text: ({ conclusion }) => conclusion?.figure ?? '',
        },
      ] satisfies Column<Retrospective>[],
    [w, format, step],
  );
}
