/** The text of a draft as it is being written: kept by the browser until the server has it. */

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, client, type Save, useLeaveGuard, useSave } from '../api/index.ts';
import { useTown } from '../shell/index.ts';
import type { VersionRead } from './replies.ts';

/** A draft on this page, whichever tab writes it. */
export interface Draft {
  text: string;
  mayWrite: boolean;
  isChanged: boolean;
  /** What is shown was typed earlier and never reached the server. */
  isRestored: boolean;
  write(text: string): void;
  save(): void;
  dropRestored(): void;
  saving: Save<unknown, unknown>;
}

/** Nothing typed is lost: every change stands in this browser until it is saved. */
export function useDraft(read: VersionRead): Draft {
  const { version, source } = read;
  const town = useTown();
  const queries = useQueryClient();
  const mayWrite = read.deeds.includes('write');
  const key = `scheme-draft:${town}:${version.id}`;
  const [kept] = useState(() => (mayWrite ? keptText(key) : undefined));
  const [text, setText] = useState(kept ?? source);
  const [saved, setSaved] = useState({ text: source, sha256: version.sourceSha256 });
  const [isRestored, setRestored] = useState(kept !== undefined && kept !== source);
  const isChanged = text !== saved.text;
  const saving = useSave(client.scheme.write, {
    onSaved: (reply, { source: sent }) => {
      setSaved({ text: sent, sha256: reply.version.sourceSha256 });
      setRestored(false);
      void queries.invalidateQueries({ queryKey: api.scheme.key() });
    },
  });
  useLeaveGuard(isChanged);
  useEffect(() => {
    if (!mayWrite) return;
    if (isChanged) keepText(key, text);
    else localStorage.removeItem(key);
  }, [mayWrite, isChanged, key, text]);
  return {
    text,
    mayWrite,
    isChanged,
    isRestored,
    write: setText,
    save: () => {
      if (!isChanged || saving.isBusy) return;
      void saving.run({ town, id: version.id, source: text, base: saved.sha256 });
    },
    dropRestored: () => {
      setText(saved.text);
      setRestored(false);
    },
    saving: saving as Save<unknown, unknown>,
  };
}

function keptText(key: string): string | undefined {
  return localStorage.getItem(key) ?? undefined;
}

function keepText(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // A full store: the leave guard still asks before the page is closed.
  }
}
