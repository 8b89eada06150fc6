/**
 * What the program asks of the database for a request, written down as it goes over the wire, so
 * that a bare handler can ask exactly the same.
 */

import pg from 'pg';

/** One statement with its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Everything that one request asked, and the reply that was given. */
export interface Recording {
  readonly statements: readonly Statement[];
  /** Numbers made for this request: each is made anew whenever the statements are asked again. */
  readonly fresh: readonly string[];
  readonly reply: string;
}

/** Runs one request of this process and writes down its statements. */
export async function recorded(request: () => Promise<string>): Promise<Recording> {
  const statements: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const statement = statementOf(given);
    if (statement) statements.push(statement);
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    const reply = await request();
    return { statements, fresh: [], reply };
  } finally {
    pg.Client.prototype.query = query;
  }
}

/** The second of two recordings of one writing request; what differs between them was made for it. */
export function withFresh(first: Recording, second: Recording): Recording {
  const known = new Set(uuidsIn(first));
  return { ...second, fresh: uuidsIn(second).filter((id) => !known.has(id)) };
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function uuidsIn({ statements }: Recording): string[] {
  const found = statements.flatMap(({ values }) =>
    values.flatMap((value) => JSON.stringify(value ?? '').match(uuid) ?? []),
  );
  return [...new Set(found)];
}

function statementOf([first, second]: readonly unknown[]): Statement | undefined {
  if (typeof first === 'string') {
    return { text: first, values: Array.isArray(second) ? second : [] };
  }
  if (typeof first !== 'object' || first === null || !('text' in first)) return undefined;
  const { text, values = [] } = first as { text: string; values?: readonly unknown[] };
  return { text, values };
}

/** The statements with new numbers in the places of those that were made for the request. */
export function renewed(
  { statements, fresh }: Recording,
  next: () => string,
): readonly Statement[] {
  if (fresh.length === 0) return statements;
  const news = new Map(fresh.map((id) => [id, next()]));
  const renew = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(uuid, (id) => news.get(id) ?? id);
    return Array.isArray(value) ? value.map(renew) : value;
  };
  return statements.map(({ text, values }) => ({ text, values: values.map(renew) }));
}
