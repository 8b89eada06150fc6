/** One of many: villages, clauses, persons; found by typing a part of the name. */

import { lazy, Suspense } from 'react';
import { Field } from './Field.tsx';

export interface Option {
  value: string;
  /** "3.2 农村人居环境整治" */
  label: string;
  /** Other words it is found by: an alias, the initials of its pinyin ("dxc"). */
  also?: string;
}

interface ChoiceProps {
  label: string;
  options: readonly Option[];
  /** '' for none */
  value: string;
  onChange(value: string): void;
  hint?: string;
  error?: string;
  required?: boolean;
  disabled?: boolean;
}

/** The form library is large: a page with a `Field` and no `Choice` does not load it. */
const List = lazy(async () => ({ default: (await import('./ChoiceList.tsx')).ChoiceList }));

/** A field with a list that narrows while one types. For up to a dozen plain options use `<select>`. */
export function Choice({ options, value, onChange, disabled = false, ...rest }: ChoiceProps) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Field {...rest}>
      {(parts) => (
        <Suspense fallback={<input {...parts} disabled value={chosen?.label ?? ''} />}>
          <List
            {...{ parts, options, value, onChange, disabled }}
            isRequired={rest.required ?? false}
          />
        </Suspense>
      )}
    </Field>
  );
}
