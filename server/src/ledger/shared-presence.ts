/**
 * Who else is on a sheet, and what they typed since. Presence is kept in memory: it is over within
 * seconds, and a program that starts anew hears of everybody at their next question.
 */

import type { SharedCell } from '@oneneedle/contract';
import type { Ctx } from '../platform/index.ts';
import { actsFor, isInSight, sightOf } from './access.ts';
import { recordingBook } from './book.ts';
import { entriesStamp } from './entry-store.ts';
import { sheetName, showCell } from './shared-cells.ts';
import { cellsSince, revisionOf } from './shared-store.ts';
import { requireOffice, type SheetOf, sheetPlace } from './sheet-actions.ts';
import { namingOf } from './shown.ts';

/** Where a hand stands. */
interface CellPlace {
  readonly subject: string;
  readonly column: string;
}

interface Seen {
  readonly accountId: string;
  readonly name: string;
  readonly at?: CellPlace | undefined;
  /** Milliseconds since 1970. */
  readonly seenAt: number;
}

/** The windows that are open on each sheet of each town. */
export interface PresenceBoard {
  /** Tells of a window, or takes it away. */
  tell(sheet: string, window: string, seen: Seen | undefined): void;
  /** Who was seen on a sheet within the last seconds, each account once, without the asker, by name. */
  others(sheet: string, asker: { accountId: string; now: number }): Omit<Seen, 'seenAt'>[];
}

/** Nobody was heard of for so long: they are gone. Windows ask every three seconds. */
const goneAfterMilliseconds = 10_000;

/** An empty board, one a program. */
export function presenceBoard(): PresenceBoard {
  const sheets = new Map<string, Map<string, Seen>>();
  return {
    tell(sheet, window, seen) {
      const windows = sheets.get(sheet) ?? new Map<string, Seen>();
      windows.delete(window); // whoever was heard last stands last
      if (seen) windows.set(window, seen);
      if (windows.size === 0) sheets.delete(sheet);
      else sheets.set(sheet, windows);
    },
    others(sheet, { accountId, now }) {
      const windows = sheets.get(sheet) ?? new Map<string, Seen>();
      for (const [window, { seenAt }] of windows) {
        if (now - seenAt > goneAfterMilliseconds) windows.delete(window);
      }
      if (windows.size === 0) sheets.delete(sheet);
      const byAccount = new Map([...windows.values()].map((seen) => [seen.accountId, seen]));
      byAccount.delete(accountId);
      const byName = (a: Seen, b: Seen) => (a.name < b.name ? -1 : 1);
      return [...byAccount.values()].sort(byName).map(({ seenAt: _, ...seen }) => seen);
    },
  };
}

interface Following extends SheetOf {
  readonly since: number;
  readonly window: string;
  readonly at?: CellPlace | undefined;
  readonly isLeaving: boolean;
}

/** What is new on a sheet, for whoever may open it; who fills it in is told to the others. */
export async function followSheet(
  ctx: Ctx,
  board: PresenceBoard,
  { since, window, at, isLeaving, ...wanted }: Following,
) {
  const { db, actor, account, tenant, now } = ctx;
  const book = await recordingBook(db);
  const { place, period } = sheetPlace(book, wanted);
  requireOffice(ctx, place);
  const sheet = sheetName(place, period);
  const sight = sightOf(actor, book.roster);
  const naming = namingOf(book.roster);
  const office = place.owner ?? null;
  const sees = (subject: string) =>
    isInSight(sight, { about: [{ subject }], office }, naming.isPerson);
  const key = [tenant.id, ...Object.values(sheet)].join('\u001f');
  const instant = Date.parse(now);
  // Who only reads, such as discipline, is not announced to those who are read about.
  const { person } = actor;
  if (person !== undefined && actsFor(actor, 'recorder', place.owner)) {
    const { name } = naming.person(person);
    const seen = { accountId: account.id, name, at, seenAt: instant };
    board.tell(key, `${account.id} ${window}`, isLeaving ? undefined : seen);
  }
  const revision = await revisionOf(db, sheet);
  const rows = revision === since ? [] : await cellsSince(db, sheet, since);
  const cells: SharedCell[] = rows.map(showCell(ctx, book)).filter(({ subject }) => sees(subject));
  return {
    userName: account.userName,
    revision,
    entriesStamp: await entriesStamp(db, sheet),
    cells,
    others: board
      .others(key, { accountId: account.id, now: instant })
      .map(({ name, at: where }) => ({
        name,
        ...(where !== undefined && sees(where.subject) ? { at: where } : {}),
      })),
  };
}
