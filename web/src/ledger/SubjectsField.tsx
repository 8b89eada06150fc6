/** The subjects of a fact: usually one village, sometimes several. */

import { Choice } from '../forms/index.ts';
import { Button } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import type { Options } from './replies.ts';

interface SubjectsFieldProps {
  subjects: Options['subjects'];
  value: readonly string[];
  onChange(codes: string[]): void;
  error?: string | undefined;
}

/** Choosing adds to the list above the field; each name can be taken out again. */
export function SubjectsField({ subjects, value, onChange, error }: SubjectsFieldProps) {
  const f = useWords(ledgerFormWords);
  const names = new Map(subjects.map(({ code, name }) => [code, name]));
  const left = subjects.filter(({ code }) => !value.includes(code));
  return (
    <>
      <Choice
        key={value.length}
        label={f.subjects}
        hint={f.subjectsHint}
        options={left.map(({ code, name }) => ({ value: code, label: name }))}
        value=""
        onChange={(code) => code !== '' && onChange([...value, code])}
        {...(error ? { error } : {})}
        required
      />
      <ul className="ledger-chosen" aria-label={f.subjects}>
        {value.map((code) => (
          <li key={code}>
            {names.get(code) ?? code}{' '}
            <Button
              aria-label={f.takeOut(names.get(code) ?? code)}
              onClick={() => onChange(value.filter((other) => other !== code))}
            >
              {f.takeOutShort}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
