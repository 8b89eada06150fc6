/** A text put on the bench: what it is, and the text as pasted. */

import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { DateField, Field } from '../../forms/index.ts';
import { Button, Modal, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { draftWords } from '../../words/drafts.ts';
import { shellWords } from '../../words/shell.ts';
import { Tick } from './Tick.tsx';

interface PasteFormProps {
  onClose(): void;
  onMade(id: string): void;
}

const kinds = ['speech', 'report', 'minutes', 'paper'] as const;
type Kind = (typeof kinds)[number];

export function PasteForm({ onClose, onMade }: PasteFormProps) {
  const w = useWords(draftWords);
  const s = useWords(shellWords);
  const town = useTown();
  const [kind, setKind] = useState<Kind>('speech');
  const [text, setText] = useState('');
  // Minutes are mostly of a committee: withheld until somebody says otherwise.
  const [withheld, setWithheld] = useState<boolean>();
  const isWithheld = withheld ?? kind === 'minutes';
  const [head, setHead] = useState<DocumentHead>({ title: '', dated: '', source: '' });
  const save = useSave(client.drafts.make, { onSaved: ({ id }) => onMade(id) });
  const isReady = head.title.trim() !== '' && text.trim() !== '';
  return (
    <Modal title={w.paste} onClose={onClose} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady || save.isBusy) return;
          void save.run({ town, kind, text, isWithheld, ...headOf(head) });
        }}
      >
        <p className="prose">{w.pasteSays}</p>
        <Field label={w.text} hint={w.textHint} required>
          {(parts) => (
            <textarea
              {...parts}
              rows={10}
              value={text}
              onChange={({ target }) => {
                setText(target.value);
                setHead((old) =>
                  old.title === '' ? { ...old, title: titleIn(target.value) } : old,
                );
              }}
            />
          )}
        </Field>
        <Field label={w.kind} required>
          {(parts) => (
            <select
              {...parts}
              value={kind}
              onChange={({ target }) => setKind(target.value as Kind)}
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {w[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <HeadFields head={head} onChange={setHead} />
        <Tick label={w.isWithheld} value={isWithheld} onChange={setWithheld} />
        <SaveLine save={save} />
        <div className="modal-actions">
          <Button kind="main" type="submit" disabled={!isReady || save.isBusy}>
            {w.put}
          </Button>
          <Button onClick={onClose}>{s.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}

/** What a document is called, when and where it comes from; empty for none. */
export interface DocumentHead {
  readonly title: string;
  readonly dated: string;
  readonly source: string;
}

export function headOf({ title, dated, source }: DocumentHead) {
  return { title: title.trim(), source, ...(dated === '' ? {} : { dated }) };
}

/** The first line, where it is short enough to be a title. */
function titleIn(text: string): string {
  const first = text.trim().split('\n')[0]?.trim() ?? '';
  return first.length <= 60 ? first : '';
}

interface HeadFieldsProps {
  head: DocumentHead;
  onChange(head: DocumentHead): void;
}

export function HeadFields({ head, onChange }: HeadFieldsProps) {
  const w = useWords(draftWords);
  return (
    <>
      <Field label={w.title} required>
        {(parts) => (
          <input
            {...parts}
            value={head.title}
            maxLength={200}
            onChange={({ target }) => onChange({ ...head, title: target.value })}
          />
        )}
      </Field>
      <DateField
        label={w.dated}
        value={head.dated}
        onChange={(dated) => onChange({ ...head, dated })}
      />
      <Field label={w.source} hint={w.sourceHint}>
        {(parts) => (
          <input
            {...parts}
            value={head.source}
            maxLength={200}
            onChange={({ target }) => onChange({ ...head, source: target.value })}
          />
        )}
      </Field>
    </>
  );
}
