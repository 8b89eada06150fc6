/** A field of a form by its shape: a line, a choice, or a group with fields of its own. */

import type { FormShape } from '@oneneedle/kernel';
import { Field } from '../../forms/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { type PartProps, useEditing } from './edit-context.ts';
import { Findings, GroupPart } from './GroupPart.tsx';
import { LinePart } from './LinePart.tsx';
import { ListPart, RecordPart } from './ListPart.tsx';
import { isLine, isPlain, membersOf, placeIn, resolved } from './shape.ts';
import { WaysPart } from './WaysPart.tsx';

export interface ShapedProps extends PartProps {
  readonly shape: FormShape;
  readonly label: string;
}

export function Part(props: ShapedProps) {
  const { forms } = useEditing();
  const shape = resolved(props.shape, forms);
  const place = placeIn(props.shape, props.place);
  if (isLine(shape)) return <LinePart {...props} kind={shape.kind} />;
  switch (shape.kind) {
    case 'choice':
      return <ChoicePart {...props} options={shape.options} />;
    case 'flag':
      return <FlagPart {...props} />;
    case 'list': {
      const item = resolved(shape.item, forms);
      if (item.kind === 'choice') return <ChecksPart {...props} options={item.options} />;
      if (isPlain(item)) {
        return <LinePart {...props} kind={item.kind} several={shape.orOne ? 'orOne' : 'list'} />;
      }
      return <ListPart {...props} list={shape} />;
    }
    case 'record':
      return <RecordPart {...props} place={place} of={shape.value} />;
    case 'fields':
      return <GroupPart {...props} place={place} fields={shape.fields} />;
    default:
      return <WaysPart {...props} place={place} shape={shape} />;
  }
}

function ChoicePart(props: ShapedProps & { options: readonly string[] }) {
  const { place, path, value, label, required, options } = props;
  const w = useWords(schemeEditWords);
  const { apply, words } = useEditing();
  const said = useSentence(path);
  return (
    <Field label={label} required={required} {...said}>
      {(parts) => (
        <select
          {...parts}
          data-path={path}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) =>
            target.value === '' && !required
              ? apply({ op: 'remove', path })
              : apply({ op: 'set', path, value: target.value })
          }
        >
          <option value="">{required ? w.choose : w.notWritten}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {words.option(place, option)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function FlagPart({ path, value, label, required }: ShapedProps) {
  const w = useWords(schemeEditWords);
  const { apply } = useEditing();
  const said = useSentence(path);
  return (
    <Field label={label} required={required} {...said}>
      {(parts) => (
        <select
          {...parts}
          data-path={path}
          value={value === undefined ? '' : String(value)}
          onChange={({ target }) =>
            target.value === ''
              ? apply({ op: 'remove', path })
              : apply({ op: 'set', path, value: target.value === 'true' })
          }
        >
          {!required && <option value="">{w.notWritten}</option>}
          <option value="true">{w.yes}</option>
          <option value="false">{w.no}</option>
        </select>
      )}
    </Field>
  );
}

/** Several of a few words: a box each. */
function ChecksPart(props: ShapedProps & { options: readonly string[] }) {
  const { place, path, value, label, options } = props;
  const { apply, words } = useEditing();
  const chosen = membersOf(value);
  const write = (option: string, isOn: boolean) => {
    const next = options.filter((one) => (one === option ? isOn : chosen.includes(one)));
    apply(next.length === 0 ? { op: 'remove', path } : { op: 'set', path, value: next });
  };
  return (
    <fieldset className="form-group form-checks">
      <legend>{label}</legend>
      <Findings path={path} />
      {options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={({ target }) => write(option, target.checked)}
          />{' '}
          {words.option(place, option)}
        </label>
      ))}
    </fieldset>
  );
}

function useSentence(path: string): { error?: string } {
  const { findingsAt } = useEditing();
  const error = findingsAt(path)
    .map(({ sentence }) => sentence)
    .join(' ');
  return error === '' ? {} : { error };
}
