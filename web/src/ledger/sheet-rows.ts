/** Between the reply of the server and the cells of a score sheet. Pure. */

import type { SheetReply, SheetRow } from './replies.ts';

/** What one row sends. */
export interface RowInput {
  subject: string;
  entry?: { id: string; version: number };
  on?: string;
  values: Record<string, string>;
  matter?: string;
  docNo?: string;
  points?: string;
  reason?: string;
  evidence: string[];
  note?: string;
}

/** The entry that a row changes: the first one that is not posted. */
export function entryOf({ entries }: SheetRow): SheetRow['entries'][number] | undefined {
  return entries[0];
}

/** The prefix of the ids of columns that hold fields of the kind. */
const field = 'field:';

/** The id of the column of a field. */
export function fieldColumn(name: string): string {
  return `${field}${name}`;
}

/** What the server calls wrong, as the id of a column; the day where it names none. */
export function columnOf(name: string | undefined): string {
  if (name === 'chosen') return 'points';
  if (name === 'doc') return 'docNo';
  if (name === undefined || ['about', 'kind', 'clause', 'period', 'to', 'on'].includes(name)) {
    return 'on';
  }
  return name === 'matter' || name === 'evidence' ? name : fieldColumn(name);
}

/** A row as the server takes it, from what its cells say now. */
export function rowInput(
  row: SheetRow,
  cell: (column: string) => string,
  sheet: Pick<SheetReply, 'kinds'>,
): RowInput {
  const entry = entryOf(row);
  const values = (sheet.kinds[0]?.fields ?? []).map(
    ({ name }) => [name, cell(fieldColumn(name))] as const,
  );
  const given = (name: string) => (cell(name) === '' ? {} : { [name]: cell(name) });
  const evidence = cell('evidence');
  return {
    subject: row.subject,
    ...(entry?.version === undefined ? {} : { entry: { id: entry.id, version: entry.version } }),
    ...given('on'),
    values: Object.fromEntries(values.filter(([, text]) => text !== '')),
    ...given('matter'),
    ...given('docNo'),
    ...given('points'),
    ...given('reason'),
    evidence:
      evidence === ''
        ? []
        : evidence
            .split(/[；;\n]/)
            .map((one) => one.trim())
            .filter(Boolean),
    ...given('note'),
  };
}

/** What the entry of a row says under the id of a column. */
export function savedText(row: SheetRow, column: string): string {
  const entry = entryOf(row);
  if (!entry) return '';
  const { on, values, chosen, matter, docNo, evidence, note } = entry;
  const parts: Record<string, string | undefined> = {
    on,
    matter,
    docNo,
    note,
    points: chosen?.points,
    reason: chosen?.reason,
    evidence: evidence.join('；'),
  };
  const name = column.startsWith(field) ? column.slice(field.length) : undefined;
  if (name !== undefined) return values.find((one) => one.name === name)?.text ?? '';
  return parts[column] ?? '';
}
