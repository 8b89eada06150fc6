/** A day, typed or picked. The browser's own field: it speaks the person's language everywhere. */

import { useFormat } from '../format/index.ts';
import { Field } from './Field.tsx';

interface DateFieldProps {
  label: string;
  /** "2026-03-06", '' for none */
  value: string;
  onChange(value: string): void;
  min?: string;
  max?: string;
  hint?: string;
  error?: string;
  required?: boolean;
}

/** The day as a field, and beside it in words with its weekday: "3月6日（周五）". */
export function DateField({ value, onChange, min, max, ...rest }: DateFieldProps) {
  const format = useFormat();
  return (
    <Field {...rest}>
      {(parts) => (
        <span className="date-field">
          <input
            {...parts}
            type="date"
            value={value}
            min={min}
            max={max}
            onChange={(event) => onChange(event.target.value)}
          />{' '}
          <span className="soft">{value && format.day(value)}</span>
        </span>
      )}
    </Field>
  );
}
