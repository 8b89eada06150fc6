/** A field with its name above it, what it is for, and what is wrong with it, all read together. */

import { type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  /** What is expected, where the name does not say it: "如 城建办〔2026〕3号". */
  hint?: string;
  /** What is wrong, why, and what to write; shown beside the field and read with it. */
  error?: string;
  required?: boolean;
  /** Draws the field with the attributes that tie it to its name, hint and error. */
  children(parts: FieldParts): ReactNode;
}

/** Spread these over the `<input>`, `<select>` or `<textarea>`. */
export interface FieldParts {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  'aria-required': boolean | undefined;
}

/** `<Field label="事由" error={…}>{(parts) => <textarea {...parts} …/>}</Field>` */
export function Field({ label, hint, error, required, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span aria-hidden="true" className="soft">
            {' '}
            *
          </span>
        )}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error !== undefined && error !== '',
        'aria-required': required,
      })}
      {hint && (
        <p id={`${id}-hint`} className="soft field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
