/** The code of the second step: six figures of the telephone, or a backup code. */

import { Field } from '../forms/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';

interface CodeFieldProps {
  value: string;
  onChange(value: string): void;
  hint: string;
  error?: string | undefined;
  /** On a page that is for nothing but this field. */
  isAlone?: boolean;
}

export function CodeField({ value, onChange, hint, error, isAlone = false }: CodeFieldProps) {
  const w = useWords(safetyWords);
  return (
    <Field label={w.code} required hint={hint} {...(error === undefined ? {} : { error })}>
      {(parts) => (
        <input
          {...parts}
          className="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          // biome-ignore lint/a11y/noAutofocus: only where the page asks for nothing else
          autoFocus={isAlone}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Whether enough is written to be a code at all. */
export function isCode(text: string): boolean {
  return text.replaceAll(/\s/g, '').length >= 6;
}
