/**
 * A shared sheet on its way to the server and back. No React here, so that a test can run the clock:
 * typed cells are kept in this browser at once, saved after a breath, sent again after an outage; what
 * others typed is asked for every few seconds.
 */

import type { SharedCell } from '@oneneedle/contract';
import { sheetCellsMax } from '@oneneedle/contract/constants';
import { isOutage, type Problem, problemOf } from '../api/problem.ts';
import type { KeptCells } from './kept-cells.ts';
import {
  acknowledged,
  type CellPlace,
  type Cells,
  chosen,
  heard,
  keptFrom,
  keptText,
  nextRequest,
  notSent,
  type OwnCell,
  redone,
  type SavedText,
  sending,
  undone,
  withTyped,
} from './shared-cells.ts';

/** How it stands between this page and the server. */
export type Link = 'reading' | 'even' | 'saving' | 'away' | 'signed-out' | 'refused' | 'resting';

/** Somebody else on the sheet. */
export interface Other {
  name: string;
  at?: CellPlace | undefined;
}

/** What a page draws. */
export interface SharedView {
  cells: Cells;
  link: Link;
  /** Why the server refused to take what was typed. */
  problem?: Problem | undefined;
  others: readonly Other[];
  revision: number;
  /** Milliseconds since 1970 of the last acknowledgement. */
  savedAt?: number | undefined;
}

interface Reply {
  revision: number;
  saved: readonly SharedCell[];
  conflicts: readonly SharedCell[];
}

interface News {
  userName: string;
  revision: number;
  entriesStamp: string;
  cells: readonly SharedCell[];
  others: readonly Other[];
}

export interface SharedParts {
  /** The account that types. */
  userName: string;
  save(cells: readonly OwnCell[], isWhole: boolean, key: string): Promise<Reply>;
  follow(since: number, at: CellPlace | undefined, isLeaving: boolean): Promise<News>;
  newKey(): string;
  now(): number;
  /** Runs something later; answers how to forget it. */
  later(run: () => void, ms: number): () => void;
  /** What is kept in this browser for this person and sheet. */
  kept: KeptCells;
  /** The entries of the sheet changed: read them anew. */
  onEntries(): void;
  onSignedOut(): void;
  onSignedIn(): void;
  /** Another person signed in on this browser. */
  onOtherPerson(): void;
}

const breathMilliseconds = 400;
const askEveryMilliseconds = 3_000;
/** A window that nobody touched for so long stops asking, so that an unattended session can end. */
const restsAfterMilliseconds = 15 * 60_000;
const pauses = [1_000, 2_000, 5_000, 10_000];

export class SharedSheet {
  readonly #parts: SharedParts;
  readonly #listeners = new Set<() => void>();
  #view: SharedView;
  #saved: SavedText = () => '';
  #request: { cells: OwnCell[]; isWhole: boolean; key: string } | undefined;
  #isSaving = false;
  #isAsking = false;
  /** What stands on the sheet is known: before that nothing is saved, lest it seem to meet old traces. */
  #hasHeard = false;
  #failures = 0;
  #at: CellPlace | undefined;
  #stamp: string | undefined;
  #touchedAt: number;
  #forgetSave = () => {};
  #forgetAsk = () => {};
  #isOver = false;

  constructor(parts: SharedParts) {
    this.#parts = parts;
    this.#touchedAt = parts.now();
    const cells = keptFrom(parts.kept.read());
    this.#view = { cells, link: 'reading', others: [], revision: 0 };
  }

  get view(): SharedView {
    return this.#view;
  }

  /** Tells of every change; answers how to stop. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins to ask and to save. */
  start(): void {
    this.#isOver = false;
    void this.#ask();
  }

  /** Ends it; what was typed and not acknowledged stays in this browser. */
  stop(): void {
    void this.#save();
    this.#isOver = true;
    this.#forgetSave();
    this.#forgetAsk();
    this.#parts.follow(this.#view.revision, undefined, true).catch(() => {});
  }

  /** What the entries say, from the last reading of the sheet. */
  readFrom(saved: SavedText): void {
    this.#saved = saved;
  }

  /** Typing, as one step; a pasted block is saved whole or not at all. */
  type(typed: readonly (CellPlace & { value: string })[], isBlock = false): void {
    const block = isBlock && typed.length <= sheetCellsMax ? { block: this.#parts.newKey() } : {};
    this.#change(withTyped(this.#view.cells, typed, { saved: this.#saved, ...block }));
  }

  undo(): void {
    this.#change(undone(this.#view.cells, this.#saved));
  }

  redo(): void {
    this.#change(redone(this.#view.cells, this.#saved));
  }

  choose(place: CellPlace, which: 'mine' | 'theirs'): void {
    this.#change(chosen(this.#view.cells, place, which));
  }

  /** Where the hand stands, for the others. */
  stand(at: CellPlace | undefined): void {
    this.#at = at;
    this.touch();
  }

  /** Somebody is here: whoever rested asks again at once. */
  touch(): void {
    this.#touchedAt = this.#parts.now();
    if (this.#view.link === 'resting') {
      this.#set({ link: 'reading' });
      void this.#ask();
    }
  }

  /** Sends and asks now instead of waiting. */
  hurry(): void {
    if (this.#isOver) return;
    void this.#save();
    void this.#ask();
  }

  #change(cells: Cells): void {
    if (cells === this.#view.cells) return;
    this.#set({
      cells,
      ...(this.#view.link === 'refused' ? { link: 'saving', problem: undefined } : {}),
    });
    this.touch();
    if (!this.#isSaving && this.#failures === 0) this.#saveIn(breathMilliseconds);
  }

  #saveIn(ms: number): void {
    this.#forgetSave();
    this.#forgetSave = this.#parts.later(() => void this.#save(), ms);
  }

  async #save(): Promise<void> {
    if (this.#isSaving || this.#isOver || !this.#hasHeard) return;
    if (this.#view.link === 'refused') return;
    this.#forgetSave();
    const next = this.#request ?? nextRequest(this.#view.cells);
    if (!next) return;
    // The same key until an answer came: what was taken already is not taken twice.
    const request = { key: this.#parts.newKey(), ...next };
    this.#request = request;
    this.#isSaving = true;
    this.#set({ link: 'saving', cells: sending(this.#view.cells, request.cells) });
    try {
      const reply = await this.#parts.save(request.cells, request.isWhole, request.key);
      this.#request = undefined;
      this.#failures = 0;
      const cells = acknowledged(this.#view.cells, request.cells, reply);
      this.#isSaving = false;
      this.#set({ cells, link: 'even', savedAt: this.#parts.now() });
      // The ledger changed under the sheet: what the entries say must be read again to be shown.
      if (reply.conflicts.some(({ isPending }) => !isPending)) this.#parts.onEntries();
      void this.#save();
    } catch (error) {
      this.#isSaving = false;
      this.#refuse(error, request.cells);
    }
  }

  #refuse(error: unknown, cells: readonly OwnCell[]): void {
    const problem = problemOf(error);
    if (problem?.code === 'ledger.sheet-other-account') {
      this.#parts.onOtherPerson();
      return;
    }
    if (isOutage(error) || problem?.status === 401) {
      this.#set({ link: problem?.status === 401 ? 'signed-out' : 'away' });
      if (problem?.status === 401) this.#parts.onSignedOut();
      const pause = pauses[Math.min(this.#failures, pauses.length - 1)] ?? 10_000;
      this.#failures += 1;
      this.#saveIn(pause);
      return;
    }
    this.#request = undefined;
    this.#failures = 0;
    this.#set({ cells: notSent(this.#view.cells, cells), link: 'refused', problem });
  }

  async #ask(): Promise<void> {
    if (this.#isOver || this.#isAsking) return;
    this.#forgetAsk();
    const { now, later } = this.#parts;
    if (now() - this.#touchedAt > restsAfterMilliseconds) {
      this.#set({ link: 'resting', others: [] });
      return;
    }
    this.#isAsking = true;
    try {
      const news = await this.#parts.follow(this.#view.revision, this.#at, false);
      if (news.userName === this.#parts.userName) this.#hear(news);
      else this.#parts.onOtherPerson();
    } catch (error) {
      const isEnded = problemOf(error)?.status === 401;
      if (isEnded) this.#parts.onSignedOut();
      const isLost = isEnded || isOutage(error);
      if (isLost) this.#set({ link: isEnded ? 'signed-out' : 'away', others: [] });
    } finally {
      this.#isAsking = false;
    }
    if (!this.#isOver) this.#forgetAsk = later(() => void this.#ask(), askEveryMilliseconds);
  }

  #hear({ revision, entriesStamp, cells: news, others }: News): void {
    const wasPending = ({ subject, column }: SharedCell) =>
      this.#view.cells.known.get(`${subject}\u001f${column}`)?.isPending === true;
    const isSent = news.some((cell) => !cell.isPending && wasPending(cell));
    const isMoved = this.#stamp !== undefined && this.#stamp !== entriesStamp;
    this.#stamp = entriesStamp;
    const cells = heard(this.#view.cells, news, this.#saved);
    this.#hasHeard = true;
    if (this.#view.link === 'signed-out') this.#parts.onSignedIn();
    const isBack = ['reading', 'away', 'signed-out'].includes(this.#view.link);
    const isIdle = isBack && !this.#isSaving;
    this.#set({ cells, others, revision, ...(isIdle ? { link: 'even' } : {}) });
    if (isSent || isMoved) this.#parts.onEntries();
    if (isIdle) {
      this.#failures = 0;
      void this.#save();
    }
  }

  #set(change: Partial<SharedView>): void {
    const before = this.#view;
    this.#view = { ...before, ...change };
    const { cells } = this.#view;
    if (cells.own !== before.cells.own) {
      this.#parts.kept.keep(cells.own.size === 0 ? null : keptText(cells));
    }
    for (const listener of this.#listeners) listener();
  }
}
