/** A password, hidden until the person wants to see what was typed. */

import { useState } from 'react';
import { Field } from '../forms/index.ts';
import { Button } from '../shell/index.ts';
import { authWords } from '../words/auth.ts';
import { useWords } from '../words/catalogue.ts';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  /** `current-password` or `new-password`, so that a browser's store knows which. */
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  error?: string;
}

/** The field with a button that shows it: a wrong key is the commonest reason of a refusal. */
export function PasswordField({ value, onChange, autoComplete, ...rest }: PasswordFieldProps) {
  const w = useWords(authWords);
  const [isShown, setShown] = useState(false);
  return (
    <Field {...rest} required>
      {(parts) => (
        <span className="password-line">
          <input
            {...parts}
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            spellCheck={false}
            maxLength={200}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? w.hide : w.show}
          </Button>
        </span>
      )}
    </Field>
  );
}
