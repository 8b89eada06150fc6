/** The fields of a kind of fact: a row each, as the columns of its sheet will be. */

import { Button } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { factKindWords } from '../words/fact-kinds.ts';
import { type FieldRow, type FieldType, type KindForm, withField } from './kind-form.ts';

interface FieldsProps {
  form: KindForm;
  change(form: KindForm): void;
}

export function KindFields({ form, change }: FieldsProps) {
  const w = useWords(factKindWords);
  const write = (row: FieldRow) =>
    change({ ...form, fields: form.fields.map((one) => (one.id === row.id ? row : one)) });
  const drop = (id: number) =>
    change({ ...form, fields: form.fields.filter((one) => one.id !== id) });
  return (
    <section className="kind-fields">
      <h3>{w.fields}</h3>
      {form.fields.map((row) => (
        <FieldLine key={row.id} row={row} onWrite={write} onDrop={() => drop(row.id)} />
      ))}
      <Button onClick={() => change(withField(form))}>{w.addField}</Button>
    </section>
  );
}

interface LineProps {
  row: FieldRow;
  onWrite(row: FieldRow): void;
  onDrop(): void;
}

function FieldLine({ row, onWrite, onDrop }: LineProps) {
  const w = useWords(factKindWords);
  const types: Record<FieldType, string> = {
    number: w.number,
    rate: w.rate,
    rank: w.rank,
    date: w.date,
    label: w.labelType,
    text: w.text,
  };
  const text = (key: 'name' | 'unit' | 'options', label: string) => (
    <label>
      <span>{label}</span>
      <input value={row[key]} onChange={({ target }) => onWrite({ ...row, [key]: target.value })} />
    </label>
  );
  return (
    <div className="kind-field">
      {text('name', w.fieldName)}
      <label>
        <span>{w.fieldType}</span>
        <select
          value={row.type}
          onChange={({ target }) => onWrite({ ...row, type: target.value as FieldType })}
        >
          {Object.entries(types).map(([type, word]) => (
            <option key={type} value={type}>
              {word}
            </option>
          ))}
        </select>
      </label>
      {row.type === 'label' ? text('options', w.fieldOptions) : text('unit', w.fieldUnit)}
      <label className="kind-required">
        <input
          type="checkbox"
          checked={row.required}
          onChange={({ target }) => onWrite({ ...row, required: target.checked })}
        />{' '}
        <span>{w.fieldRequired}</span>
      </label>
      <Button kind="link" aria-label={w.dropField(row.name)} onClick={onDrop}>
        ✕
      </Button>
    </div>
  );
}
