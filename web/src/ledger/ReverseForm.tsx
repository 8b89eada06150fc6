/** Taking a fact back: why, and if wanted the right one in its place, as one deed. */

import { useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, Modal, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { shellWords } from '../words/shell.ts';
import { RecordFields } from './RecordFields.tsx';
import { draftOf, wordsOf } from './record-draft.ts';
import { errorsOf } from './record-errors.ts';
import type { Fact, Options } from './replies.ts';
import { useOptions, useRefresh } from './use-ledger.ts';

interface ReverseFormProps {
  fact: Fact;
  onClose(): void;
}

export function ReverseForm(props: ReverseFormProps) {
  const options = useOptions();
  return options.data ? <Loaded {...props} options={options.data} /> : null;
}

function Loaded({ fact, onClose, options }: ReverseFormProps & { options: Options }) {
  const w = useWords(ledgerWords);
  const shell = useWords(shellWords);
  const town = useTown();
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const [withRight, setWithRight] = useState(false);
  const [draft, setDraft] = useState(() => draftOf(fact));
  const [isSending, setSending] = useState(false);
  const kind = options.kinds.find((one) => one.kind === fact.kind);
  const save = useSave(client.ledger.reverse, {
    onSaved: () => {
      refresh();
      onClose();
    },
  });
  const isWhole = reason.trim().length >= 2 && !save.isBusy && !isSending;
  const corrected = withRight ? { corrected: wordsOf(draft, kind) } : {};
  return (
    <Modal title={w.reverseTitle(fact.id)} onClose={onClose} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) void save.run({ town, id: fact.id, reason, ...corrected });
        }}
      >
        <p className="prose">{w.reverseSays}</p>
        <Field label={w.reverseReason} hint={w.reverseReasonHint} required>
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
        {kind && (
          <label className="ledger-check">
            <input
              type="checkbox"
              checked={withRight}
              onChange={({ target }) => setWithRight(target.checked)}
            />
            {w.withRight}
          </label>
        )}
        {kind && withRight && (
          <RecordFields
            draft={draft}
            write={(change) => setDraft((before) => ({ ...before, ...change }))}
            options={options}
            kind={kind}
            errors={errorsOf(save.problem)}
            onBusy={setSending}
          />
        )}
        <SaveLine save={save} />
        <div className="modal-actions">
          <Button kind="main" type="submit" disabled={!isWhole}>
            {w.reverse}
          </Button>
          <Button onClick={onClose}>{shell.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
