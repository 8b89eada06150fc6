/** The arrangement of a table, kept in the address; the choice of columns, kept in this browser. */

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useAddress } from '../shell/address.ts';
import type { Arrangement } from './arrange.ts';
import type { Column } from './column.ts';

interface Arranged {
  arrangement: Arrangement;
  setSearch(text: string): void;
  choose(column: string, value: string): void;
  /** Rising, falling, as given, in turn. */
  turnSort(column: string): void;
  clear(): void;
}

/**
 * Search, choices and order from the address: `?q=东溪&sort=-total&is.group=一类`. `prefix` keeps
 * two tables of one page apart.
 */
export function useArrangement(prefix = ''): Arranged {
  const { search, change } = useAddress();
  const names = useMemo(
    () => ({ q: `${prefix}q`, sort: `${prefix}sort`, is: `${prefix}is.` }),
    [prefix],
  );
  const typed = useTyped(search[names.q] ?? '', (text) => change({ [names.q]: text || undefined }));
  const sort = search[names.sort] ?? '';
  const choices = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(search)
          .filter(([name]) => name.startsWith(names.is))
          .map(([name, value]) => [name.slice(names.is.length), value]),
      ),
    [search, names],
  );
  return {
    arrangement: { search: typed.text, choices, sort },
    setSearch: typed.set,
    choose: (column, value) => change({ [names.is + column]: value || undefined }),
    turnSort: (column) => {
      const next = { '': column, [column]: `-${column}`, [`-${column}`]: '' }[sort] ?? column;
      change({ [names.sort]: next || undefined });
    },
    clear: () => {
      const none = Object.keys(choices).map((column) => [names.is + column, undefined]);
      typed.set('');
      change({ ...Object.fromEntries(none), [names.q]: undefined });
    },
  };
}

/** What is typed shows at once; the address follows when the hand rests. */
function useTyped(kept: string, keep: (text: string) => void) {
  const [text, setText] = useState(kept);
  const [last, setLast] = useState(kept);
  // "Back" and links change the address behind the field: the field follows.
  if (kept !== last) {
    setLast(kept);
    setText(kept);
  }
  useEffect(() => {
    if (text === kept) return;
    const timer = window.setTimeout(() => {
      setLast(text);
      keep(text);
    }, 200);
    return () => window.clearTimeout(timer);
  }, [text, kept, keep]);
  return { text, set: setText };
}

/** Which columns are shown, by the table's name; the first column is always shown. */
export function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]) {
  const place = `oneneedle.columns.${name}`;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () =>
      readHidden(place) ?? new Set(columns.flatMap(({ id, optional }) => (optional ? [id] : []))),
  );
  const shown = useMemo(
    () => columns.filter(({ id }, index) => index === 0 || !hidden.has(id)),
    [columns, hidden],
  );
  const toggle = useCallback(
    (id: string) =>
      setHidden((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        try {
          localStorage.setItem(place, JSON.stringify([...after]));
        } catch {
          // A browser that keeps nothing still shows the choice until the page is closed.
        }
        return after;
      }),
    [place],
  );
  return { shown, hidden, toggle };
}

function readHidden(place: string): ReadonlySet<string> | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return Array.isArray(kept) ? new Set(kept.map(String)) : undefined;
  } catch {
    return undefined;
  }
}
