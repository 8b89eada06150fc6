/** A sheet as it is typed: each stroke is kept on this computer, and shown at once. */

import type { SheetContent } from '@oneneedle/kernel';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, written } from '../../../field/draft.ts';
import { isShortOfRoom } from '../../../field/room.ts';
import { keeper, onChange } from '../../../field/store.ts';

/** What is typed, and how it is written on. */
export interface Typing {
  readonly draft: Draft;
  readonly content: SheetContent;
  write(change: (content: SheetContent) => SheetContent): void;
  /** This computer had no room for the last stroke. */
  readonly isUnkept: boolean;
  /** Shows what is kept now, where something else than this page wrote it. */
  reread(): Promise<void>;
}

/** The sheet of an id; `null` where this computer has none, undefined before it is known. */
export function useTyping(id: string): Typing | null | undefined {
  const [draft, setDraft] = useState<Draft | null>();
  const [content, setContent] = useState<SheetContent>();
  const [isUnkept, setUnkept] = useState(false);
  const latest = useRef<SheetContent>(undefined);
  const show = useCallback((next: SheetContent | undefined) => {
    latest.current = next;
    setContent(next);
  }, []);
  const reread = useCallback(async () => {
    const left = readAside(id);
    const kept = await keeper.change(id, (one) => (left ? written(one, () => left, now()) : one));
    putAside(id, undefined);
    setDraft(kept ?? null);
    show(kept?.content);
  }, [id, show]);
  useEffect(() => {
    void reread();
    // What stands around the content is told; the content itself is newest on this page.
    return onChange(() => void keeper.draft(id).then((kept) => setDraft(kept ?? null)));
  }, [id, reread]);
  const write = useCallback(
    (change: (content: SheetContent) => SheetContent) => {
      if (latest.current === undefined) return;
      const next = change(latest.current);
      show(next);
      putAside(id, next);
      const isKept = () => {
        // Without room it stays on this page, and is put on the disk once there is some.
        if (isShortOfRoom()) return setUnkept(true);
        setUnkept(false);
        if (latest.current === next) putAside(id, undefined);
      };
      keeper
        .change(id, (one) => written(one, () => next, now()))
        .then(isKept, () => setUnkept(true));
    },
    [id, show],
  );
  if (draft === undefined || draft === null) return draft;
  return { draft, content: content ?? draft.content, write, isUnkept, reread };
}

const now = () => new Date().toISOString();

/** The last strokes before the page was closed, where the store had not taken them yet. */
function putAside(id: string, content: SheetContent | undefined): void {
  try {
    if (content === undefined) localStorage.removeItem(asideOf(id));
    else localStorage.setItem(asideOf(id), JSON.stringify(content));
  } catch {
    // A full or closed store: they are on their way into the other one.
  }
}

function readAside(id: string): SheetContent | undefined {
  try {
    return (JSON.parse(localStorage.getItem(asideOf(id)) ?? 'null') as SheetContent) ?? undefined;
  } catch {
    return undefined;
  }
}

function asideOf(id: string): string {
  return `oneneedle.draft.sheet.${id}`;
}
