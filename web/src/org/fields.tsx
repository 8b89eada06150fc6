/** Fields that several forms of the room share. */

import type { PersonRow, UnitRow } from '@oneneedle/contract';
import { useId, useMemo } from 'react';
import { Choice, Field, type Option } from '../forms/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { heldText } from './org-rows.ts';
import { useTypeName } from './type-names.ts';
import { usePersons, useUnits } from './use-org.ts';

interface TextFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  /** Offered while one types. */
  offers?: readonly string[];
  hint?: string;
  required?: boolean;
  type?: 'text' | 'tel';
}

/** One line of text. */
export function TextField({ value, onChange, offers, type = 'text', ...rest }: TextFieldProps) {
  const list = useId();
  return (
    <Field {...rest}>
      {(parts) => (
        <>
          <input
            {...parts}
            type={type}
            autoComplete="off"
            value={value}
            list={offers ? list : undefined}
            onChange={(event) => onChange(event.target.value)}
          />
          {offers && (
            <datalist id={list}>
              {offers.map((offer) => (
                <option key={offer} value={offer} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

interface UnitChoiceProps {
  label: string;
  value: string;
  onChange(code: string): void;
  /** Which units are offered; those in force, where it is not given. */
  wanted?(unit: UnitRow): boolean;
  hint?: string;
  required?: boolean;
}

/** A unit of the roster, found by name or a former name. */
export function UnitChoice({ wanted = isInForce, ...rest }: UnitChoiceProps) {
  const typeName = useTypeName();
  const { data } = useUnits();
  const options = useMemo(
    () =>
      (data?.rows ?? []).filter(wanted).map(
        ({ code, name, type, aliases }): Option => ({
          value: code,
          label: `${name} · ${typeName(type)}`,
          also: [code, ...aliases].join(' '),
        }),
      ),
    [data, wanted, typeName],
  );
  return <Choice {...rest} options={options} />;
}

export function isInForce({ state }: UnitRow): boolean {
  return state !== 'ended';
}

/** A person of the roster, found by name, code or post. */
export function PersonChoice(props: {
  label: string;
  value: string;
  onChange(code: string): void;
  required?: boolean;
}) {
  const w = useWords(orgWords);
  const { data } = usePersons();
  const options = useMemo(
    () =>
      (data?.rows ?? [])
        .filter(({ erasedAt }) => erasedAt === undefined)
        .map((person): Option => ({ value: person.code, label: personLabel(person, w.comma) })),
    [data, w],
  );
  return <Choice {...props} options={options} />;
}

/** "田野 P-0003 东溪村 村党组织书记": two people of one name can be told apart. */
function personLabel({ name, code, posts }: PersonRow, comma: string): string {
  return [name, code, heldText(posts, comma)].filter((part) => part !== '').join(' ');
}

/** "a；b" → ["a", "b"] */
export function listFrom(text: string): string[] {
  return text
    .split(/[；;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
