/** The two columns of a list of changes: which one, and what of it. */

import { useMemo } from 'react';
import { useWords } from '../words/catalogue.ts';
import { importWords } from '../words/imports.ts';
import type { ImportColumn } from './ListImport.tsx';

interface Change {
  readonly label: string;
  readonly isNew: boolean;
  readonly fields: readonly {
    readonly title: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** "路灯（新增）": "地点 码头；数量 3 → 5". */
export function useChangeColumns(): readonly [ImportColumn<Change>, ImportColumn<Change>] {
  const w = useWords(importWords);
  return useMemo(
    () => [
      { head: w.what, cell: ({ label, isNew }) => (isNew ? `${label}（${w.isNew}）` : label) },
      {
        head: w.change,
        cell: ({ isNew, fields }) =>
          fields
            .filter(({ after }) => !isNew || after !== '')
            .map(({ title, before, after }) =>
              isNew || before === '' ? w.isSet(title, after) : w.isChanged(title, before, after),
            )
            .join(w.semicolon),
      },
    ],
    [w],
  );
}
