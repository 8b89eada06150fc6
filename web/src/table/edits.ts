/** What was typed into a sheet and not yet saved: undone, redone, kept across a closed browser. Pure. */

/** A cell by the key of its row and the id of its column. */
export interface CellName {
  row: string;
  column: string;
}

/** One typed cell: what it says now, and what was saved when it was typed. */
export interface Edit extends CellName {
  value: string;
  base: string;
}

/** Everything typed, with the steps back and forth. */
export interface Edits {
  now: ReadonlyMap<string, Edit>;
  past: readonly ReadonlyMap<string, Edit>[];
  future: readonly ReadonlyMap<string, Edit>[];
}

const steps = 100;

export const noEdits: Edits = { now: new Map(), past: [], future: [] };

/** The name of a cell as one text. */
export function cellKey({ row, column }: CellName): string {
  return `${row}\u001f${column}`;
}

/** After typing into cells, as one step. A cell that says again what was saved is no edit. */
export function withTyped(edits: Edits, typed: readonly Edit[]): Edits {
  const now = new Map(edits.now);
  for (const edit of typed) {
    const key = cellKey(edit);
    if (edit.value === edit.base) now.delete(key);
    else now.set(key, edit);
  }
  return { now, past: [...edits.past, edits.now].slice(-steps), future: [] };
}

/** One step back; the same when there is none. */
export function undone({ now, past, future }: Edits): Edits {
  const before = past.at(-1);
  if (before === undefined) return { now, past, future };
  return { now: before, past: past.slice(0, -1), future: [now, ...future] };
}

/** One step forth; the same when there is none. */
export function redone({ now, past, future }: Edits): Edits {
  const [after, ...rest] = future;
  if (after === undefined) return { now, past, future };
  return { now: after, past: [...past, now], future: rest };
}

/** After the server took these: they are what is saved. What was typed meanwhile stays typed. */
export function afterSave(edits: Edits, saved: readonly Edit[]): Edits {
  const now = new Map(edits.now);
  for (const { value, ...name } of saved) {
    const key = cellKey(name);
    const current = now.get(key);
    if (current?.value === value) now.delete(key);
    else if (current) now.set(key, { ...current, base: value });
  }
  // A step back past a save would show as saved what is not: the steps end here.
  return { now, past: [], future: [] };
}

/** The draft as text for this browser's store. */
export function draftText({ now }: Edits): string {
  return JSON.stringify([...now.values()]);
}

/** The draft from that text; a text that is no draft gives none. */
export function draftFrom(text: string | null): Edits {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return noEdits;
    const edits = kept.filter(isEdit);
    return { ...noEdits, now: new Map(edits.map((edit) => [cellKey(edit), edit])) };
  } catch {
    return noEdits;
  }
}

function isEdit(value: unknown): value is Edit {
  if (typeof value !== 'object' || value === null) return false;
  const { row, column, value: text, base } = value as Record<string, unknown>;
  return [row, column, text, base].every((part) => typeof part === 'string');
}
