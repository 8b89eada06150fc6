/** One field of a kind of fact, typed as a cell of a workbook would hold it. */

import { withoutUnit } from '../format/index.ts';
import { DateField, Field } from '../forms/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import type { Kind } from './replies.ts';

interface ValueFieldProps {
  field: Kind['fields'][number];
  value: string;
  error?: string | undefined;
  onChange(text: string): void;
}

export function ValueField({ field, value, error, onChange }: ValueFieldProps) {
  const f = useWords(ledgerFormWords);
  const { title, type, options, required, unit } = field;
  const common = { label: title, required, ...(error ? { error } : {}) };
  if (type === 'date') return <DateField {...common} value={value} onChange={onChange} />;
  if (options) {
    return (
      <Field {...common}>
        {(parts) => (
          <select {...parts} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">{f.choose}</option>
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        )}
      </Field>
    );
  }
  const hints = {
    rate: f.rate,
    rank: f.rank,
    number: undefined,
    label: undefined,
    text: undefined,
  };
  const hint = hints[type];
  return (
    <Field {...common} {...(hint ? { hint } : {})}>
      {(parts) => (
        <input
          {...parts}
          inputMode={type === 'number' ? 'decimal' : undefined}
          maxLength={1000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => type === 'number' && onChange(withoutUnit(value, unit))}
        />
      )}
    </Field>
  );
}
