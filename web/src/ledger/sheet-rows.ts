/** Between the reply of the server and the cells of a score sheet. Pure. */

import type { SheetRow } from './replies.ts';

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
