/** Which draft is looked at, the way to the next, and the deeds on it. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, client, type Save, useSave } from '../../api/index.ts';
import { useAddress, useTown } from '../../shell/index.ts';
import type { Deed, DocumentData, Draft, Sentence } from './replies.ts';

export interface Bench {
  readonly data: DocumentData;
  /** The draft that is looked at; undefined where a sentence without one is. */
  readonly draft: Draft | undefined;
  readonly sentence: Sentence | undefined;
  readonly save: Save<Deed & { town: string; id: string }, DocumentData>;
  readonly redaction: Save<
    { town: string; id: string; sentence: number; reason: string },
    DocumentData
  >;
  /** Takes a sentence out. */
  redact(sentence: number, reason: string): void;
  pick(draft: string): void;
  pickSentence(number: number): void;
  /** To the next open draft, or the one before. */
  step(by: 1 | -1): void;
  /** Does a deed, then goes on to the next open draft. */
  act(deed: Deed): void;
}

/** The bench of a document; what is looked at stands in the address. */
export function useBench(data: DocumentData): Bench {
  const town = useTown();
  const queries = useQueryClient();
  const { search, change } = useAddress();
  const { id } = data.document;
  const open = data.drafts.filter(({ state }) => state === 'open');
  const number = Number(search.sentence ?? 0);
  const chosen = data.drafts.find((draft) => draft.id === search.draft);
  const draft = chosen ?? (number > 0 ? undefined : open[0]);
  const pick = useCallback(
    (draftId: string | undefined) => change({ draft: draftId, sentence: undefined }),
    [change],
  );
  const onSaved = (page: DocumentData) => {
    queries.setQueryData(api.drafts.one.queryKey({ input: { town, id } }), page);
    void queries.invalidateQueries({ queryKey: api.drafts.list.key() });
    void queries.invalidateQueries({ queryKey: api.items.key() });
  };
  const save = useSave(client.drafts.act, { onSaved });
  const redaction = useSave(client.drafts.redact, { onSaved });
  const after = (from: Draft | undefined, by: 1 | -1) => {
    const at = from === undefined ? -1 : data.drafts.indexOf(from);
    const behind = data.drafts.slice(at + 1).filter(({ state }) => state === 'open');
    const before = data.drafts.slice(0, Math.max(at, 0)).filter(({ state }) => state === 'open');
    return by === 1 ? (behind[0] ?? before[0]) : (before.at(-1) ?? behind.at(-1));
  };
  return {
    data,
    draft,
    sentence: data.sentences[(draft?.sentence ?? number) - 1],
    save,
    redaction,
    redact: (sentence, reason) => void redaction.run({ town, id, sentence, reason }),
    pick,
    pickSentence: (of) => change({ sentence: String(of), draft: undefined }),
    step: (by) => {
      const next = after(draft, by);
      if (next) pick(next.id);
    },
    act: (deed) => {
      const next = after(draft, 1);
      void save.run({ town, id, ...deed }).then((page) => {
        if (page === undefined) return;
        const added = page.drafts.find(({ id: one }) => !data.drafts.some((old) => old.id === one));
        pick(deed.deed === 'reopen' ? deed.draft : (added ?? next)?.id);
      });
    },
  };
}
