/** Results that a village was told of: look, then say that it is so, or what is not. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { Empty, Query, useDrawer, useTown } from '../../shell/index.ts';
import { DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { resultWords } from '../../words/results.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import { ResultDrawer } from './ResultDrawer.tsx';
import { useResultColumns } from './use-result-columns.ts';

export function ToldPage() {
  const w = useWords(resultWords);
  const town = useTown();
  const drawer = useDrawer();
  const query = useQuery(api.results.told.queryOptions({ input: { town } }));
  const rows = query.data?.rows ?? [];
  const columns = useResultColumns();
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return (
    <InspectionFrame
      here="told"
      title={w.results}
      state={query.data && w.state(count('toConfirm'), count('objected'))}
    >
      <Query query={query} what={w.results}>
        {() => (
          <DataTable
            name="told"
            label={w.toldLabel}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => drawer.open(id)}
            empty={<Empty what={w.nothing} why={w.nothingWhy} />}
          />
        )}
      </Query>
      {drawer.id && <ResultDrawer id={drawer.id} onClose={drawer.close} />}
    </InspectionFrame>
  );
}
