/** Several of a thing, and named values: each a framed row that can be taken away. */

import type { EditValue, FormShape } from '@oneneedle/kernel';
import { useState } from 'react';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { useEditing } from './edit-context.ts';
import { Findings } from './GroupPart.tsx';
import { Part, type ShapedProps } from './Part.tsx';
import { blankOf, keyOf, membersOf } from './shape.ts';

interface ListProps extends ShapedProps {
  readonly list: Extract<FormShape, { kind: 'list' }>;
}

export function ListPart({ place, path, value, label, list }: ListProps) {
  const w = useWords(schemeEditWords);
  const { apply, forms } = useEditing();
  const members = membersOf(value);
  const isList = Array.isArray(value);
  const add = () => {
    const blank = blankOf(list.item, forms);
    if (isList) return apply({ op: 'insert', path, at: members.length, value: blank });
    const all = [...members, blank];
    apply({ op: 'set', path, value: list.orOne && all.length === 1 ? blank : all });
  };
  return (
    <fieldset className="form-group">
      <legend>{label}</legend>
      <Findings path={path} />
      {members.map((member, index) => {
        const at = isList ? `${path}[${index}]` : path;
        return (
          <div key={at} className="form-row form-member">
            <Part
              {...{ place, shape: list.item, path: at, value: member }}
              label={`${w.nth(index + 1)} ${saidBy(member)}`.trim()}
              required
            />
            {members.length > 1 && (
              <Button
                kind="link"
                className="form-leave"
                aria-label={w.leaveOut(w.nth(index + 1))}
                onClick={() => apply({ op: 'remove', path: at })}
              >
                {w.leaveOutShort}
              </Button>
            )}
          </div>
        );
      })}
      <Button onClick={add}>{w.addTo(label)}</Button>
    </fieldset>
  );
}

/** The words by which a member is known: its number and what it says. */
function saidBy(member: EditValue): string {
  const said = ['code', 'grade', 'text', 'name'].map((key) => keyOf(member, key));
  return said
    .filter((one) => typeof one === 'string' && one !== '')
    .join(' ')
    .slice(0, 30);
}

interface RecordProps extends ShapedProps {
  readonly of: FormShape;
}

/** Names that people choose, each with its value. */
export function RecordPart({ place, path, value, label, of }: RecordProps) {
  const w = useWords(schemeEditWords);
  const { apply } = useEditing();
  const entries = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
  return (
    <fieldset className="form-group form-record">
      <legend>{label}</legend>
      <Findings path={path} />
      {entries.map(([name, one]) => (
        <div key={name} className="form-row">
          <Part
            {...{ place, shape: of, value: one }}
            path={`${path}.${name}`}
            label={name === '*' ? w.others : name}
            required
          />
          <Button
            kind="link"
            className="form-leave"
            aria-label={w.leaveOut(name)}
            onClick={() => apply({ op: 'remove', path: `${path}.${name}` })}
          >
            {w.leaveOutShort}
          </Button>
        </div>
      ))}
      <NewName {...{ path, label, of }} taken={entries.map(([name]) => name)} />
    </fieldset>
  );
}

interface NewNameProps {
  readonly path: string;
  readonly label: string;
  readonly of: FormShape;
  readonly taken: readonly string[];
}

function NewName({ path, label, of, taken }: NewNameProps) {
  const w = useWords(schemeEditWords);
  const { apply, forms } = useEditing();
  const [name, setName] = useState('');
  const isFree = name.trim() !== '' && !taken.includes(name.trim());
  const add = () => {
    if (!isFree) return;
    apply({ op: 'set', path: `${path}.${name.trim()}`, value: blankOf(of, forms) });
    setName('');
  };
  return (
    <p className="form-new-name">
      <input
        aria-label={w.newName(label)}
        placeholder={w.newNameShort}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
      />{' '}
      <Button disabled={!isFree} onClick={add} aria-label={w.addTo(label)}>
        {w.add}
      </Button>
    </p>
  );
}
