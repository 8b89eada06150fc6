/** The sheets of one visit as the office reads them: the one that counts first, then what is kept beside it. */

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api/index.ts';
import { Button, Empty, Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import { SheetWhole } from './SheetWhole.tsx';
import './sheets.css';

export function VisitSheetsPage() {
  const w = useWords(sheetWords);
  const town = useTown();
  const { round = '', visit = '' } = useParams({ strict: false });
  const query = useQuery(api.sheets.list.queryOptions({ input: { town, visit } }));
  const [first] = query.data?.rows ?? [];
  return (
    <InspectionFrame
      here="rounds"
      title={first ? w.titleOf(first.subject.name) : w.title}
      actions={
        <>
          <Link to="/$town/inspection/rounds/$round" params={{ town, round }}>
            {w.back}
          </Link>
          <Link to="/$town/inspection/rounds/$round/results" params={{ town, round }}>
            {w.results}
          </Link>
          <Button onClick={() => window.print()}>{w.print}</Button>
        </>
      }
    >
      <Query query={query} what={w.title}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty what={w.none} why={w.noneWhy} />
          ) : (
            rows.map((sheet) => <SheetWhole key={sheet.id} sheet={sheet} />)
          )
        }
      </Query>
    </InspectionFrame>
  );
}
