/** One of several ways to write a thing: chosen first, then filled in below, one step further in. */

import { useId, useState } from 'react';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { useEditing } from './edit-context.ts';
import { FieldRows, Findings } from './GroupPart.tsx';
import { Part, type ShapedProps } from './Part.tsx';
import { keyOf, resolved, type Way, wayOf, waysOf } from './shape.ts';

export function WaysPart({ place, path, value, label, shape, required }: ShapedProps) {
  const w = useWords(schemeEditWords);
  const { apply, words, forms } = useEditing();
  const id = useId();
  // An empty line may be any of several: what was chosen last stands until something is written.
  const [chosen, setChosen] = useState('');
  const ways = waysOf(shape, forms, place);
  const way = wayOf(ways, value) ?? ways.find((one) => one.id === chosen && isEmpty(value));
  const choose = (next: string) => {
    const to = ways.find((one) => one.id === next);
    setChosen(next);
    if (to) apply({ op: 'set', path, value: to.blank() });
    else if (!required) apply({ op: 'remove', path });
  };
  return (
    <fieldset className="form-group form-ways">
      <legend>
        <label htmlFor={id}>{label}</label>
      </legend>
      <Findings path={path} />
      <select
        id={id}
        data-path={path}
        value={way?.id ?? ''}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{required ? w.choose : w.notWritten}</option>
        {ways.map((one) => (
          <option key={one.id} value={one.id}>
            {wordOf(one, words)}
          </option>
        ))}
      </select>
      {way && <Body {...{ way, path, value }} />}
    </fieldset>
  );
}

function isEmpty(value: ShapedProps['value']): boolean {
  return value === undefined || value === '';
}

interface BodyProps {
  readonly way: Way;
  readonly path: string;
  readonly value: ShapedProps['value'];
}

function Body({ way, path, value }: BodyProps) {
  const { words, forms } = useEditing();
  const { field, shape, place, id } = way;
  if (id.startsWith('=')) return null;
  const label = wordOf(way, words);
  const here = resolved(shape, forms);
  if (here.kind === 'fields') {
    const at = field ? `${path}.${field.key}` : path;
    return (
      <div className="form-body form-nest">
        {field && <Findings path={at} />}
        <FieldRows path={at} value={field ? keyOf(value, field.key) : value} fields={here.fields} />
      </div>
    );
  }
  return (
    <div className="form-body">
      <Part
        {...{ place, shape, label }}
        path={field ? `${path}.${field.key}` : path}
        value={field ? keyOf(value, field.key) : value}
        required
      />
    </div>
  );
}

function wordOf({ id, place, field }: Way, words: ReturnType<typeof useEditing>['words']): string {
  if (field) return words.field(place);
  return words.option(place, id.startsWith('=') ? id.slice(1) : id);
}
