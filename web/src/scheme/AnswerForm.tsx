/** Answering a comment: adopted or not, and why. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import type { Comment } from './replies.ts';

/** Closed until it is asked for, so that a long list of comments stays readable. */
export function AnswerForm({ comment, id }: { comment: Comment; id: string }) {
  const w = useWords(schemeTextWords);
  const town = useTown();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState(comment.answer ?? '');
  const save = useSave(client.scheme.answer, {
    onSaved: () => {
      setOpen(false);
      void queries.invalidateQueries({ queryKey: api.scheme.key() });
    },
  });
  if (!isOpen) {
    return (
      <Button onClick={() => setOpen(true)}>{comment.answer ? w.answerAgain : w.answer}</Button>
    );
  }
  const send = (adopted: boolean) =>
    void save.run({ town, id, commentId: comment.id, answer, adopted });
  const isEmpty = answer.trim() === '' || save.isBusy;
  return (
    <div>
      <Field label={w.answer} hint={w.answerHint} required>
        {(parts) => (
          <textarea
            {...parts}
            rows={2}
            maxLength={2000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
      <div className="modal-actions">
        <Button kind="main" disabled={isEmpty} onClick={() => send(true)}>
          {w.adopt}
        </Button>
        <Button disabled={isEmpty} onClick={() => send(false)}>
          {w.decline}
        </Button>
      </div>
      <SaveLine save={save} />
    </div>
  );
}
