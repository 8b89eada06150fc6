/** The steps of the set-up that are a plain form: the key, the county or town, the administrator. */

import { type FormEvent, type ReactNode, useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, SaveLine } from '../shell/index.ts';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';
import { setUpWords } from '../words/set-up.ts';
import { PasswordField } from './PasswordField.tsx';
import type { ChangeDraft, SetUpDraft } from './set-up-draft.ts';

export interface StepProps {
  draft: SetUpDraft;
  change: ChangeDraft;
  onNext(): void;
  onBack(): void;
}

export function KeyStep({ draft, change, onNext }: StepProps) {
  const w = useWords(setUpWords);
  const [isTried, setTried] = useState(false);
  const check = useSave(client.setUp.check, { onSaved: onNext });
  const isMissing = draft.key.trim() === '';
  const submit = () => {
    setTried(true);
    if (!isMissing) void check.run({ key: draft.key });
  };
  return (
    <StepForm onSubmit={submit}>
      <TextField
        label={w.key}
        hint={w.keyHint}
        error={isTried && isMissing ? w.missing : undefined}
        value={draft.key}
        onChange={(key) => change({ key })}
      />
      <div className="form-deeds">
        <Button kind="main" type="submit" disabled={check.isBusy}>
          {w.next}
        </Button>
        <SaveLine save={check} />
      </div>
    </StepForm>
  );
}

const kinds = ['town', 'county'] as const;

export function PlaceStep({ draft, change, onNext, onBack }: StepProps) {
  const w = useWords(setUpWords);
  const [isTried, setTried] = useState(false);
  const isGoodCode = /^[a-z][a-z0-9-]{1,29}$/.test(draft.code);
  const submit = () => {
    setTried(true);
    if (draft.name.trim() !== '' && isGoodCode) onNext();
  };
  return (
    <StepForm onSubmit={submit}>
      <fieldset className="field">
        <legend>{w.kind}</legend>
        {kinds.map((kind) => (
          <label key={kind} className="choice-line">
            <input
              type="radio"
              name="kind"
              checked={draft.kind === kind}
              onChange={() => change({ kind })}
            />
            <span>
              {w.kindName(kind)} <span className="soft">{w.kindDuty(kind)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={w.name}
        hint={w.nameHint}
        error={isTried && draft.name.trim() === '' ? w.missing : undefined}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={w.code}
        hint={w.codeHint}
        error={isTried && !isGoodCode ? w.codeBad : undefined}
        value={draft.code}
        onChange={(code) => change({ code })}
      />
      <StepDeeds onBack={onBack} />
    </StepForm>
  );
}

export function AdministratorStep({ draft, change, onNext, onBack }: StepProps) {
  const w = useWords(setUpWords);
  const a = useWords(authWords);
  const [isTried, setTried] = useState(false);
  const { userName, password, repeated } = draft;
  const length = [...password].length;
  const submit = () => {
    setTried(true);
    if (userName.trim() !== '' && length >= 10 && password === repeated) onNext();
  };
  return (
    <StepForm onSubmit={submit}>
      <p className="prose">{w.administratorHint}</p>
      <TextField
        label={w.userName}
        hint={w.userNameHint}
        autoComplete="username"
        error={isTried && userName.trim() === '' ? w.missing : undefined}
        value={userName}
        onChange={(name) => change({ userName: name })}
      />
      <PasswordField
        label={a.password}
        autoComplete="new-password"
        hint={a.passwordRule}
        value={password}
        onChange={(text) => change({ password: text })}
        error={isTried && length < 10 ? a.tooShort(length) : undefined}
      />
      <PasswordField
        label={a.repeatPassword}
        autoComplete="new-password"
        value={repeated}
        onChange={(text) => change({ repeated: text })}
        error={isTried && password !== repeated ? a.notRepeated : undefined}
      />
      <StepDeeds onBack={onBack} />
    </StepForm>
  );
}

function StepForm({ onSubmit, children }: { onSubmit(): void; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      {children}
    </form>
  );
}

/** The way on and the way back; what was typed stays in both. */
export function StepDeeds({ onBack, onNext }: { onBack(): void; onNext?(): void }) {
  const w = useWords(setUpWords);
  return (
    <div className="form-deeds">
      <Button kind="main" type={onNext ? 'button' : 'submit'} onClick={onNext}>
        {w.next}
      </Button>
      <Button onClick={onBack}>{w.back}</Button>
    </div>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: string;
  error?: string | undefined;
  autoComplete?: string;
}

export function TextField({
  value,
  onChange,
  autoComplete = 'off',
  error,
  ...rest
}: TextFieldProps) {
  return (
    <Field {...rest} required {...(error === undefined ? {} : { error })}>
      {(parts) => (
        <input
          {...parts}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
