/**
 * Where typed cells wait in this browser until the server has them: under the person who typed them,
 * so that nobody else who signs in here ever sees or saves them.
 */

/** The part of a browser's store that is needed. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface KeptCells {
  read(): string | null;
  keep(text: string | null): void;
}

/** The name of a sheet for one person. */
export function keptName(
  { town, userName }: { town: string; userName: string },
  { line, clause, period }: { line: string; clause: string; period: string },
): string {
  return ['oneneedle.draft', town, userName, 'ledger.shared', line, clause, period].join('.');
}

/**
 * The cells of one window. Every window keeps its own, so that two of them do not take away each
 * other's; a new one takes over what others left, which does no harm where they are open still.
 */
export function keptCells(store: Store, name: string, window: string): KeptCells {
  const place = `${name}#${window}`;
  const safely = <T>(run: () => T): T | undefined => {
    try {
      return run();
    } catch {
      return undefined; // a full or closed store: the page still holds what was typed
    }
  };
  return {
    read: () => safely(() => takenOver(store, name, place)) ?? null,
    keep: (text) => {
      safely(() => (text === null ? store.removeItem(place) : store.setItem(place, text)));
    },
  };
}

function takenOver(store: Store, name: string, place: string): string | null {
  const places = Array.from({ length: store.length }, (_, at) => store.key(at)).filter(
    (key): key is string => key?.startsWith(`${name}#`) === true,
  );
  const cells = places.flatMap((key) => listIn(store.getItem(key)));
  if (cells.length === 0) return null;
  const text = JSON.stringify(cells);
  store.setItem(place, text);
  for (const key of places) if (key !== place) store.removeItem(key);
  return text;
}

function listIn(text: string | null): unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
