/** The head of a grid, over as many levels as its columns say. */

import { memo, type ReactNode } from 'react';
import type { GridColumn } from './Grid.tsx';
import { headRows } from './head.ts';

interface GridHeadProps<Col extends GridColumn> {
  columns: readonly Col[];
  head?(column: Col): ReactNode;
  sortOf?(column: Col): 'ascending' | 'descending' | undefined;
}

function Head<Col extends GridColumn>({ columns, head, sortOf }: GridHeadProps<Col>) {
  return (
    <thead>
      {headRows(columns).map((cells, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level of the head is its number
        <tr key={level} aria-rowindex={level + 1}>
          {cells.map(({ title, column, start, span, rows }) => {
            const own = column === undefined ? undefined : columns[column];
            return (
              <th
                key={`${start}-${title}`}
                scope={own ? 'col' : 'colgroup'}
                colSpan={span}
                rowSpan={rows}
                data-first={start === 0 || undefined}
                className={own?.kind === 'number' ? 'figure' : undefined}
                aria-sort={own && sortOf?.(own)}
                title={title}
              >
                {own ? (head?.(own) ?? <HeadTitle column={own} />) : title}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

/** Sticky at the top; merged heads reach over the columns they name. */
export const GridHead = memo(Head) as typeof Head;

/** "得分 分": the title, and the unit in a quieter hand. */
export function HeadTitle({ column: { title, unit } }: { column: GridColumn }) {
  return (
    <>
      {title}
      {unit && <span className="unit">{unit}</span>}
    </>
  );
}
