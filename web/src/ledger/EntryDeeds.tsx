/** What a reviewer does with one entry or many: review and post, review only, post, give back. */

import { useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { mattersOf } from './entry-matters.ts';
import { LedgerModal } from './LedgerModal.tsx';
import type { Entry } from './replies.ts';
import { useRefresh } from './use-ledger.ts';

interface EntryDeedsProps {
  entries: readonly Entry[];
  /** Takes what became of it in a sentence: these buttons go when nothing is left to do. */
  onTold(sentence: string): void;
  onDone?: (() => void) | undefined;
}

/** Buttons for what the server says may be done with all of them; counted are matters. */
export function EntryDeeds({ entries, onTold, onDone }: EntryDeedsProps) {
  const w = useWords(ledgerWords);
  const town = useTown();
  const confirm = useConfirm();
  const refresh = useRefresh();
  const [isReturning, setReturning] = useState(false);
  const done = {
    onSaved: ({ facts, late }: Awaited<ReturnType<typeof client.ledger.post>>) => {
      refresh();
      onTold([w.postedNow(facts.length), ...late.map(({ sentence }) => sentence)].join(''));
      onDone?.();
    },
  };
  const review = useSave(client.ledger.review, done);
  const post = useSave(client.ledger.post, done);
  const chosen = entries.map(({ id, version }) => ({ id, version }));
  const count = mattersOf(entries).length;
  const all = (deed: Entry['deeds'][number]) =>
    count > 0 && entries.every(({ deeds }) => deeds.includes(deed));
  const ask = async (isPosting: boolean) => {
    const [title, body] = isPosting ? [w.postTitle, w.postSays] : [w.reviewTitle, w.reviewSays];
    const action = isPosting ? w.postOnly(count) : w.reviewPost(count);
    const isSure = await confirm({ title, body, rows: count, action });
    if (isSure) void (isPosting ? post : review).run({ town, entries: chosen });
  };
  const isBusy = review.isBusy || post.isBusy;
  const isReviewable = count === 0 || all('review');
  return (
    <>
      {isReviewable && (
        <>
          <Button kind="main" disabled={count === 0 || isBusy} onClick={() => void ask(false)}>
            {w.reviewPost(count)}
          </Button>
          <Button
            disabled={count === 0 || isBusy}
            onClick={() => void review.run({ town, entries: chosen, post: false })}
          >
            {w.reviewOnly}
          </Button>
        </>
      )}
      {all('post') && (
        <Button kind="main" disabled={isBusy} onClick={() => void ask(true)}>
          {w.postOnly(count)}
        </Button>
      )}
      {all('send-back') && (
        <Button disabled={isBusy} onClick={() => setReturning(true)}>
          {w.sendBack}
        </Button>
      )}
      <SaveLine save={review.step === 'idle' ? post : review} />
      {isReturning && (
        <SendBackForm entries={entries} onClose={() => setReturning(false)} onDone={onDone} />
      )}
    </>
  );
}

interface SendBackFormProps extends Omit<EntryDeedsProps, 'onTold'> {
  onClose(): void;
}

function SendBackForm({ entries, onClose, onDone }: SendBackFormProps) {
  const w = useWords(ledgerWords);
  const town = useTown();
  const [reason, setReason] = useState('');
  const chosen = entries.map(({ id, version }) => ({ id, version }));
  return (
    <LedgerModal
      title={w.sendBackTitle(mattersOf(entries).length)}
      says={w.sendBackSays}
      action={w.sendBack}
      call={client.ledger.sendBack}
      input={reason.trim().length >= 2 ? { town, entries: chosen, reason } : undefined}
      onClose={onClose}
      onDone={onDone}
    >
      <Field label={w.sendBackReason} required>
        {(parts) => (
          <textarea
            {...parts}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </LedgerModal>
  );
}
