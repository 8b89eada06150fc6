/** One of many: villages, clauses, persons; found by typing a part of the name. */

import { Select } from 'antd';
import { useWords } from '../words/catalogue.ts';
import { formWords } from '../words/forms.ts';
import { Field } from './Field.tsx';
import { FormTheme } from './FormTheme.tsx';

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

/** A field with a list that narrows while one types. For up to a dozen plain options use `<select>`. */
export function Choice({ options, value, onChange, disabled, ...rest }: ChoiceProps) {
  const w = useWords(formWords);
  return (
    <FormTheme>
      <Field {...rest}>
        {(parts) => (
          <Select
            {...parts}
            showSearch={{ filterOption: isWanted }}
            allowClear={!rest.required}
            disabled={disabled}
            value={value || undefined}
            options={[...options]}
            placeholder={w.choose}
            notFoundContent={w.nothing}
            onChange={(next: string | undefined) => onChange(next ?? '')}
          />
        )}
      </Field>
    </FormTheme>
  );
}

function isWanted(typed: string, option?: Option): boolean {
  const wanted = typed.trim().toLowerCase();
  return [option?.label, option?.also].some((text) => text?.toLowerCase().includes(wanted));
}
