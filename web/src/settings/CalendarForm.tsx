/** Entering a year: the notice is pasted as it was published, the days read out of it are looked at. */

import { readHolidayNotice } from '@oneneedle/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { calendarWords } from '../words/calendar.ts';
import { useWords } from '../words/catalogue.ts';
import type { CalendarYearShown } from './CalendarPage.tsx';
import { stretchesOf } from './calendar-days.ts';

interface CalendarFormProps {
  year: number;
  /** What was entered before, where it is corrected. */
  known?: CalendarYearShown;
  onSaved(): void;
}

export function CalendarForm({ year, known, onSaved }: CalendarFormProps) {
  const w = useWords(calendarWords);
  const town = useTown();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [source, setSource] = useState(known?.source ?? '');
  const [reason, setReason] = useState('');
  const [isAgreed, setAgreed] = useState(false);
  const [isTried, setTried] = useState(false);
  const read = useMemo(() => readHolidayNotice(year, text), [year, text]);
  const save = useSave(client.calendar.enter, {
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: api.calendar.key() });
      onSaved();
    },
  });
  const isSound = read.off.length > 0 && (read.remarks.length === 0 || isAgreed);
  const isWhole = source.trim() !== '' && (!known || reason.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isSound || !isWhole) return;
    const days = { off: [...read.off], on: [...read.on] };
    void save.run({ town, year, source, ...days, ...(known ? { reason } : {}) });
  };
  const missing = (isMissing: boolean, sentence = w.missing) =>
    isTried && isMissing ? { error: sentence } : {};
  return (
    <form onSubmit={submit} noValidate>
      <NoticeField
        value={text}
        onChange={(value) => {
          setText(value);
          setAgreed(false);
        }}
        {...missing(text.trim() === '', w.pasteEmpty)}
      />
      {text.trim() !== '' && <ReadDays read={read} isAgreed={isAgreed} onAgree={setAgreed} />}
      <TextField
        label={w.sourceName}
        hint={w.sourceHint}
        value={source}
        onChange={setSource}
        {...missing(source.trim() === '')}
      />
      {known && (
        <TextField
          label={w.reason}
          hint={w.reasonHint}
          value={reason}
          onChange={setReason}
          {...missing(reason.trim() === '')}
        />
      )}
      <div className="deeds">
        <Button kind="main" type="submit" disabled={save.isBusy}>
          {w.save}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}

interface NoticeFieldProps {
  value: string;
  error?: string;
  onChange(value: string): void;
}

function NoticeField({ value, onChange, ...rest }: NoticeFieldProps) {
  const w = useWords(calendarWords);
  return (
    <Field label={w.paste} hint={w.pasteHint} required {...rest}>
      {(parts) => (
        <textarea
          {...parts}
          rows={9}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface TextFieldProps {
  label: string;
  hint: string;
  error?: string;
  value: string;
  onChange(value: string): void;
}

function TextField({ value, onChange, ...rest }: TextFieldProps) {
  return (
    <Field required {...rest}>
      {(parts) => (
        <input
          {...parts}
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface ReadDaysProps {
  read: ReturnType<typeof readHolidayNotice>;
  isAgreed: boolean;
  onAgree(isAgreed: boolean): void;
}

/** What the machine understood; where the notice contradicts itself a person must say that they looked. */
function ReadDays({ read: { off, on, remarks }, isAgreed, onAgree }: ReadDaysProps) {
  const w = useWords(calendarWords);
  return (
    <section aria-live="polite" aria-label={w.read} className="settings-part">
      <dl className="pairs">
        <dt>{w.off}</dt>
        <dd>{off.length === 0 ? w.none : w.stretchesCounted(stretchesOf(off), off.length)}</dd>
        <dt>{w.on}</dt>
        <dd>{on.length === 0 ? w.none : w.stretchesCounted(stretchesOf(on), on.length)}</dd>
      </dl>
      {remarks.length > 0 && (
        <>
          <p className="field-error">{w.remarks}</p>
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
          {off.length > 0 && (
            <label className="check">
              <input
                type="checkbox"
                checked={isAgreed}
                onChange={(event) => onAgree(event.target.checked)}
              />
              {w.agree}
            </label>
          )}
        </>
      )}
    </section>
  );
}
