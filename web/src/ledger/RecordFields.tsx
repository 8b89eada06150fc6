/** The fields of a fact: who, when, what, on what it rests; each with what is wrong beside it. */

import { privateTag } from '@oneneedle/contract/constants';
import { EvidenceField } from '../evidence/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice, DateField, Field } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import { DiscretionFields } from './DiscretionFields.tsx';
import { type RecordDraft, withPrivacy } from './record-draft.ts';
import type { Kind, Options } from './replies.ts';
import { SubjectsField } from './SubjectsField.tsx';
import { ValueField } from './ValueField.tsx';

export interface RecordFieldsProps {
  draft: RecordDraft;
  write(change: Partial<RecordDraft>): void;
  options: Options;
  kind: Kind;
  /** What is wrong, by the name of the field. */
  errors: ReadonlyMap<string, string>;
  onBusy(isBusy: boolean): void;
}

export function RecordFields(props: RecordFieldsProps) {
  const { draft, write, kind, errors } = props;
  const f = useWords(ledgerFormWords);
  return (
    <>
      <WhoAndWhen {...props} />
      <h2>{f.what}</h2>
      <div className="ledger-pair">
        {kind.fields.map((field) => (
          <ValueField
            key={field.name}
            field={field}
            value={draft.values[field.name] ?? ''}
            error={errors.get(field.name)}
            onChange={(text) => write({ values: { ...draft.values, [field.name]: text } })}
          />
        ))}
      </div>
      <DiscretionFields {...props} />
      <Area
        label={f.note}
        hint={f.noteHint}
        value={draft.note}
        onChange={(note) => write({ note })}
      />
      <Proof {...props} />
      <Privacy {...{ draft, write }} />
    </>
  );
}

/** Whoever records knows whether the ground is somebody's own affair; nobody can tell it later. */
function Privacy({ draft, write }: Pick<RecordFieldsProps, 'draft' | 'write'>) {
  const f = useWords(ledgerFormWords);
  return (
    <p>
      <label>
        <input
          type="checkbox"
          checked={draft.tags.includes(privateTag)}
          onChange={({ target }) => write(withPrivacy(draft, target.checked))}
        />{' '}
        {f.isPrivate}
      </label>
      <br />
      <span className="soft">{f.isPrivateHint}</span>
    </p>
  );
}

function WhoAndWhen({ draft, write, options, kind, errors }: RecordFieldsProps) {
  const f = useWords(ledgerFormWords);
  const { today } = useFormat();
  const isPerson = kind.about === 'person';
  const fitting = options.subjects.filter(
    (one) => kind.about === 'unitOrPerson' || one.isPerson === isPerson,
  );
  const isPeriodical = ['measure', 'status', 'tally', 'missing'].includes(kind.form);
  return (
    <>
      {kind.about !== 'none' && (
        <SubjectsField
          subjects={fitting}
          value={draft.subjects}
          onChange={(subjects) => write({ subjects })}
          error={errors.get('about')}
        />
      )}
      {kind.parts.map((role) => (
        <Choice
          key={role}
          label={role}
          options={options.subjects.map(({ code, name }) => ({ value: code, label: name }))}
          value={draft.parts[role] ?? ''}
          onChange={(code) => write({ parts: { ...draft.parts, [role]: code } })}
        />
      ))}
      <div className="ledger-pair">
        {draft.period === '' && (
          <DateField
            label={f.day}
            value={draft.on}
            onChange={(on) => write({ on })}
            max={today}
            {...errorOf(errors, 'on')}
            required
          />
        )}
        {isPeriodical && <PeriodField {...{ draft, write, options, errors }} />}
      </div>
    </>
  );
}

function PeriodField({
  draft,
  write,
  options,
  errors,
}: Pick<RecordFieldsProps, 'draft' | 'write' | 'options' | 'errors'>) {
  const f = useWords(ledgerFormWords);
  const format = useFormat();
  const periods = new Set(
    options.lines.flatMap(({ periods: own }) => own.map(({ period }) => period)),
  );
  return (
    <Field label={f.period} hint={f.periodHint} {...errorOf(errors, 'period')}>
      {(parts) => (
        <select
          {...parts}
          value={draft.period}
          onChange={({ target }) =>
            write({ period: target.value, ...(target.value === '' ? {} : { on: '' }) })
          }
        >
          <option value="">{f.noPeriod}</option>
          {[...periods].map((period) => (
            <option key={period} value={period}>
              {format.period(period)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Proof({ draft, write, options, kind, errors, onBusy }: RecordFieldsProps) {
  const f = useWords(ledgerFormWords);
  const town = useTown();
  const needsDocument = options.special.some(
    ({ line, code, kinds, needsDocument: isNeeded }) =>
      isNeeded &&
      kinds.includes(kind.kind) &&
      (draft.clause === '' || (line === draft.line && code === draft.clause)),
  );
  return (
    <>
      <h2>{f.proof}</h2>
      <EvidenceField
        town={town}
        value={draft.files}
        onChange={(files) => write({ files })}
        onBusy={onBusy}
        label={f.files}
      />
      <Area
        label={f.papers}
        hint={f.papersHint}
        value={draft.papers}
        onChange={(papers) => write({ papers })}
      />
      <div className="ledger-pair">
        <Line
          label={f.docNo}
          value={draft.docNo}
          onChange={(docNo) => write({ docNo })}
          error={errors.get('doc')}
          required={needsDocument}
        />
        <Line
          label={f.matter}
          hint={f.matterHint}
          value={draft.matter}
          onChange={(matter) => write({ matter })}
        />
        {draft.docNo.trim() !== '' && (
          <>
            <Line
              label={f.docBody}
              value={draft.docBody}
              onChange={(docBody) => write({ docBody })}
            />
            <DateField
              label={f.docDate}
              value={draft.docDate}
              onChange={(docDate) => write({ docDate })}
            />
            <Line
              label={f.docLevel}
              value={draft.docLevel}
              onChange={(docLevel) => write({ docLevel })}
            />
          </>
        )}
      </div>
    </>
  );
}

interface LineProps {
  label: string;
  value: string;
  onChange(text: string): void;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
}

function Line({ value, onChange, error, ...rest }: LineProps) {
  return (
    <Field {...rest} {...(error ? { error } : {})}>
      {(parts) => (
        <input
          {...parts}
          value={value}
          maxLength={200}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function Area({ value, onChange, error, ...rest }: LineProps) {
  return (
    <Field {...rest} {...(error ? { error } : {})}>
      {(parts) => (
        <textarea
          {...parts}
          rows={2}
          value={value}
          maxLength={2000}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function errorOf(errors: ReadonlyMap<string, string>, name: string): { error?: string } {
  const error = errors.get(name);
  return error === undefined ? {} : { error };
}
