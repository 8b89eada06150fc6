/** The text of a draft as a form sees it: its outline, its values, and edits that change nothing else. */

import {
  EditRefusal,
  type EditValue,
  editScheme,
  type OutlineRow,
  outlineOf,
  readYaml,
  type SchemeEdit,
} from '@oneneedle/kernel';
import { useCallback, useMemo, useState } from 'react';
import { withoutSettledMarks } from './pending-marks.ts';
import type { History } from './use-history.ts';

export interface Editor {
  readonly rows: readonly OutlineRow[];
  /** Absent where the text cannot be read at all. */
  readonly value: EditValue | undefined;
  /** Why the text cannot be read. */
  readonly unreadable: string | undefined;
  /** Why the last edit was not made. */
  readonly refused: string | undefined;
  /** All edits or none; tells whether they were made. */
  apply(edits: readonly SchemeEdit[]): boolean;
}

/** Edits are made here and not by the server: a form answers at once, also with the network cut. */
export function useEditor(text: string, history: History): Editor {
  const [refused, setRefused] = useState<string>();
  const rows = useMemo(() => outlineOf(text), [text]);
  const read = useMemo(() => readYaml(text), [text]);
  const apply = useCallback(
    (edits: readonly SchemeEdit[]) => {
      try {
        const after = editScheme(history.now(), edits);
        history.step(withoutSettledMarks(after, edits, rows), placeOf(edits));
        setRefused(undefined);
        return true;
      } catch (error) {
        if (!(error instanceof EditRefusal)) throw error;
        setRefused(error.message);
        return false;
      }
    },
    [history, rows],
  );
  return {
    rows,
    value: read.value as EditValue | undefined,
    unreadable: read.findings[0]?.sentence,
    refused,
    apply,
  };
}

/** Typing on at one place is one step back. */
function placeOf(edits: readonly SchemeEdit[]): string {
  const [only, ...others] = edits;
  return only?.op === 'set' && others.length === 0 && typeof only.value === 'string'
    ? only.path
    : '';
}
