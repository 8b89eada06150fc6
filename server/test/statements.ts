/** Counts what the program asks of the database, so that a list costs the same however long it is. */

import pg from 'pg';
import { vi } from 'vitest';

/** The statements that name one of these tables while something is asked. */
export async function statementsOn(
  tables: RegExp,
  ask: () => Promise<unknown>,
): Promise<readonly string[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await ask();
    const calls: readonly (readonly unknown[])[] = spy.mock.calls;
    return calls.map(([query]) => textOf(query)).filter((text) => tables.test(text));
  } finally {
    spy.mockRestore();
  }
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';
}
