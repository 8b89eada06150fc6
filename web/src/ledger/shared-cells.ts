/**
 * The cells of a sheet that several fill in: what everybody sees, what is typed here and not
 * acknowledged yet, where both met, and one's own steps back and forth. Pure.
 */

import type { SharedCell } from '@oneneedle/contract';

/** A cell by its row and column. */
export interface CellPlace {
  subject: string;
  column: string;
}

/** A cell that was typed here and that the server has not acknowledged. */
export interface OwnCell extends CellPlace {
  value: string;
  /** What stood there when it was typed. */
  base: { version: number; value: string };
  /** The pasted block that it is saved with, all or nothing. */
  block?: string;
  /** What somebody else put there meanwhile; it waits for a choice. */
  theirs?: SharedCell;
  /** On its way to the server. */
  isSending?: boolean;
}

/** One cell of a step: what it said before and after. */
export interface Change extends CellPlace {
  from: string;
  to: string;
}

/** All cells, with the steps of this page. */
export interface Cells {
  known: ReadonlyMap<string, SharedCell>;
  own: ReadonlyMap<string, OwnCell>;
  past: readonly (readonly Change[])[];
  future: readonly (readonly Change[])[];
}

/** What the entry of a row says in a column: what shows where nobody typed. */
export type SavedText = (place: CellPlace) => string;

export const noCells: Cells = { known: new Map(), own: new Map(), past: [], future: [] };

const stepsKept = 100;
/** Cells that are typed one by one go together, so many a request. */
const singlesAtOnce = 1000;

/** The name of a cell as one text. */
export function cellKey({ subject, column }: CellPlace): string {
  return `${subject}\u001f${column}`;
}

/** What a cell says: typed here, typed by anyone and not sent, or what the entry says. */
export function valueAt({ own, known }: Cells, place: CellPlace, saved: SavedText): string {
  const key = cellKey(place);
  const shared = known.get(key);
  return own.get(key)?.value ?? (shared?.isPending ? shared.value : saved(place));
}

/** After typing, as one step back; a block is saved together. */
export function withTyped(
  cells: Cells,
  typed: readonly (CellPlace & { value: string })[],
  { saved, block }: { saved: SavedText; block?: string },
): Cells {
  const changes = typed.flatMap(({ subject, column, value }): Change[] => {
    const from = valueAt(cells, { subject, column }, saved);
    return from === value ? [] : [{ subject, column, from, to: value }];
  });
  if (changes.length === 0) return cells;
  const own = new Map(cells.own);
  for (const change of changes) setOwn(own, { cells, saved }, { ...change, block });
  return { ...cells, own, past: [...cells.past, changes].slice(-stepsKept), future: [] };
}

function setOwn(
  own: Map<string, OwnCell>,
  { cells, saved }: { cells: Cells; saved: SavedText },
  { subject, column, to: value, block }: Change & { block?: string | undefined },
): void {
  const key = cellKey({ subject, column });
  const before = own.get(key);
  if (before?.value === value) return;
  const isBack = before && !before.isSending && !before.theirs && before.base.value === value;
  if (isBack) {
    own.delete(key);
    return;
  }
  const version = cells.known.get(key)?.version ?? 0;
  const base = before?.base ?? { version, value: valueAt(cells, { subject, column }, saved) };
  const { theirs } = before ?? {};
  own.set(key, {
    ...{ subject, column, value, base },
    ...(block === undefined ? {} : { block }),
    ...(theirs ? { theirs } : {}),
    ...(before?.isSending ? { isSending: true } : {}),
  });
}

/** One step back. A cell that somebody else changed after it is not touched: both values are shown. */
export function undone(cells: Cells, saved: SavedText): Cells {
  const step = cells.past.at(-1);
  if (!step) return cells;
  const back = step.map(({ from, to, ...place }) => ({ ...place, from: to, to: from }));
  const { past, future } = cells;
  return { ...stepped(cells, back, saved), past: past.slice(0, -1), future: [step, ...future] };
}

/** One step forth, on the same terms. */
export function redone(cells: Cells, saved: SavedText): Cells {
  const [step, ...rest] = cells.future;
  if (!step) return cells;
  return { ...stepped(cells, step, saved), past: [...cells.past, step], future: rest };
}

function stepped(cells: Cells, step: readonly Change[], saved: SavedText): Cells {
  const own = new Map(cells.own);
  for (const change of step) {
    const key = cellKey(change);
    const now = valueAt(cells, change, saved);
    const shared = cells.known.get(key);
    const isOwn = own.has(key) || shared === undefined || shared.isMine;
    if (now === change.to) continue;
    if (isOwn && now === change.from) setOwn(own, { cells, saved }, change);
    else if (!own.get(key)?.theirs) {
      const { subject, column, to: value } = change;
      const base = { version: shared?.version ?? 0, value: now };
      const theirs = shared ?? { subject, column, version: 0, isPending: false, isMine: false };
      own.set(key, { subject, column, value, base, theirs: { ...theirs, value: now } });
    }
  }
  return { ...cells, own };
}

/** What goes to the server next: a whole block, or the cells that were typed one by one. */
export function nextRequest({ own }: Cells): { cells: OwnCell[]; isWhole: boolean } | undefined {
  const all = [...own.values()];
  const stuck = new Set(all.flatMap(({ theirs, block }) => (theirs && block ? [block] : [])));
  const ready = all.filter(
    ({ theirs, isSending, block }) => !theirs && !isSending && !(block && stuck.has(block)),
  );
  const block = ready.find((cell) => cell.block !== undefined)?.block;
  const cells =
    block === undefined
      ? ready.slice(0, singlesAtOnce)
      : ready.filter((cell) => cell.block === block);
  return cells.length === 0 ? undefined : { cells, isWhole: block !== undefined };
}

/** While a request is under way. */
export function sending(cells: Cells, some: readonly CellPlace[]): Cells {
  return { ...cells, own: flagged(cells, some, true) };
}

/** When it came back without having been taken. */
export function notSent(cells: Cells, some: readonly CellPlace[]): Cells {
  return { ...cells, own: flagged(cells, some, false) };
}

function flagged({ own }: Cells, some: readonly CellPlace[], isSending: boolean) {
  const next = new Map(own);
  for (const place of some) {
    const { isSending: _, ...cell } = next.get(cellKey(place)) ?? {};
    if ('value' in cell) {
      next.set(cellKey(place), { ...(cell as OwnCell), ...(isSending ? { isSending } : {}) });
    }
  }
  return next;
}

/** After the server answered: taken cells are everybody's; what was typed meanwhile stays typed. */
export function acknowledged(
  before: Cells,
  sent: readonly OwnCell[],
  { saved, conflicts }: { saved: readonly SharedCell[]; conflicts: readonly SharedCell[] },
): Cells {
  const cells = notSent(before, sent);
  const [own, known] = [new Map(cells.own), new Map(cells.known)];
  const sentValues = new Map(sent.map((cell) => [cellKey(cell), cell.value]));
  for (const cell of saved) {
    const key = cellKey(cell);
    keepNewer(known, cell);
    const mine = own.get(key);
    if (!mine) continue;
    if (mine.value === sentValues.get(key)) own.delete(key);
    else own.set(key, { ...mine, base: { version: cell.version, value: cell.value } });
  }
  for (const cell of conflicts) {
    const key = cellKey(cell);
    keepNewer(known, cell);
    const mine = own.get(key);
    if (mine) own.set(key, { ...mine, theirs: cell });
  }
  return { ...cells, own, known };
}

/**
 * After hearing what others typed. A cell that is typed here too shows both; one whose traces were
 * not known yet when it was typed, and that says in the ledger what was seen, rests on them now.
 */
export function heard(cells: Cells, news: readonly SharedCell[], saved: SavedText): Cells {
  if (news.length === 0) return cells;
  const [own, known] = [new Map(cells.own), new Map(cells.known)];
  for (const cell of news) {
    const key = cellKey(cell);
    if (!keepNewer(known, cell)) continue;
    const mine = own.get(key);
    if (!mine || mine.isSending || cell.version === mine.base.version) continue;
    if (cell.isPending && cell.value === mine.value) own.delete(key);
    else if (cell.isPending || mine.theirs) own.set(key, { ...mine, theirs: cell });
    else if (mine.base.version === 0 && saved(cell) === mine.base.value) {
      own.set(key, { ...mine, base: { ...mine.base, version: cell.version } });
    }
  }
  return { ...cells, own, known };
}

function keepNewer(known: Map<string, SharedCell>, cell: SharedCell): boolean {
  const before = known.get(cellKey(cell));
  if (before && before.version > cell.version) return false;
  known.set(cellKey(cell), cell);
  return true;
}

/** After a person chose: theirs, or what is typed here, which now rests on what they saw. */
export function chosen(cells: Cells, place: CellPlace, which: 'mine' | 'theirs'): Cells {
  const key = cellKey(place);
  const mine = cells.own.get(key);
  if (!mine?.theirs) return cells;
  const own = new Map(cells.own);
  const { theirs, ...rest } = mine;
  if (which === 'theirs') own.delete(key);
  else own.set(key, { ...rest, base: { version: theirs.version, value: theirs.value } });
  return { ...cells, own };
}

/** Rows with something that is not sent for review. */
export function pendingRows({ known, own }: Cells): Set<string> {
  const pending = [...known.values()].filter(({ isPending }) => isPending);
  return new Set([...pending, ...own.values()].map(({ subject }) => subject));
}

/** What is kept in this browser until it is acknowledged. */
export function keptText({ own }: Cells): string {
  return JSON.stringify([...own.values()].map(({ isSending: _, theirs: __, ...cell }) => cell));
}

/** What was kept; a text that says something else keeps nothing. */
export function keptFrom(text: string | null): Cells {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return noCells;
    return {
      ...noCells,
      own: new Map(kept.filter(isOwnCell).map((cell) => [cellKey(cell), cell])),
    };
  } catch {
    return noCells;
  }
}

function isOwnCell(value: unknown): value is OwnCell {
  if (typeof value !== 'object' || value === null) return false;
  const { subject, column, value: text, base, block } = value as Record<string, unknown>;
  const { version, value: was } = (base ?? {}) as Record<string, unknown>;
  return (
    [subject, column, text, was].every((part) => typeof part === 'string') &&
    Number.isInteger(version) &&
    ['string', 'undefined'].includes(typeof block)
  );
}
