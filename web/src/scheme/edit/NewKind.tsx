/** A kind of fact made for a clause while its rule is written; it comes into the catalogue with the approval. */

import { useState } from 'react';
import { Field } from '../../forms/index.ts';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { factKindWords } from '../../words/fact-kinds.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { type PartProps, useEditing } from './edit-context.ts';
import { draftedKind, fieldNames, formOfRule, hearsFacts, kindForms, nameIn } from './new-kind.ts';
import { keyOf, pieces } from './shape.ts';

interface NewKindProps {
  /** Of the clause or veto. */
  readonly path: string;
  readonly value: PartProps['value'];
  /** Codes that exist. */
  readonly taken: ReadonlySet<string>;
  /** How many kinds the draft itself has. */
  readonly drafted: number;
  /** It is heard fact by fact, whatever a rule says. */
  readonly hears?: boolean;
}

export function NewKind({ path, value, taken, drafted, hears }: NewKindProps) {
  const w = useWords(schemeEditWords);
  const words = useWords(factKindWords);
  const { apply } = useEditing();
  const rule = keyOf(value, 'rule');
  const [name, setName] = useState(() => nameIn(String(keyOf(value, 'text') ?? '')));
  const [typed, setTyped] = useState<string>();
  const [form, setForm] = useState<(typeof kindForms)[number]>();
  const fields = typed ?? fieldNames(rule).join('、');
  const shape = form ?? (hears ? 'event' : formOfRule(rule));
  const make = () => {
    const code = String(keyOf(value, 'code') ?? '');
    const kind = draftedKind({ code, name, form: shape, fields: pieces(fields), rule, taken });
    apply(
      { op: 'insert', path: 'kinds', at: drafted, value: kind },
      ...(hears || hearsFacts(rule)
        ? [{ op: 'set', path: `${path}.on`, value: String(kind.kind) } as const]
        : []),
    );
  };
  return (
    <fieldset className="form-group new-kind">
      <legend>{w.newKind}</legend>
      <Field label={w.kindName} hint={w.kindNameHint} required>
        {(parts) => (
          <input {...parts} value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      <Field label={words.form} hint={words.formHint}>
        {(parts) => (
          <select
            {...parts}
            value={shape}
            onChange={({ target }) => setForm(kindForms.find((one) => one === target.value))}
          >
            {kindForms.map((one) => (
              <option key={one} value={one}>
                {words[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={w.kindFields} hint={w.kindFieldsHint}>
        {(parts) => (
          <input {...parts} value={fields} onChange={({ target }) => setTyped(target.value)} />
        )}
      </Field>
      <Button disabled={name.trim() === ''} onClick={make}>
        {w.makeKind}
      </Button>
    </fieldset>
  );
}
