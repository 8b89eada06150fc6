/** A group of fields, those that are written and a choice of those that may be. */

import type { FormField } from '@oneneedle/kernel';
import { useId } from 'react';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { signOf } from '../source-lines.ts';
import { type PartProps, useEditing } from './edit-context.ts';
import { Part } from './Part.tsx';
import { blankOf, fieldsOf, isPlain, keyOf, resolved, under } from './shape.ts';

interface GroupProps extends PartProps {
  readonly label: string;
  readonly fields: readonly FormField[];
}

export function GroupPart({ label, place, path, value, fields }: GroupProps) {
  const { below } = useEditing();
  return (
    <fieldset className="form-group">
      <legend>{label}</legend>
      <Findings path={path} />
      <FieldRows {...{ path, value, fields }} />
      {below(place, path, value)}
    </fieldset>
  );
}

interface RowsProps {
  readonly path: string;
  readonly value: PartProps['value'];
  readonly fields: readonly FormField[];
}

/** The fields themselves, without a frame. */
export function FieldRows({ path, value, fields }: RowsProps) {
  const { always, words } = useEditing();
  const { shown, others } = fieldsOf(fields, value, always);
  return (
    <>
      {shown.map((field) => {
        const { key, place, required, shape } = field;
        const now = keyOf(value, key);
        const isLeft = !required && now !== undefined;
        return (
          <div key={key} className="form-row">
            <Part
              {...{ place, required, shape }}
              label={words.field(place)}
              path={under(path, key)}
              value={now}
            />
            {isLeft && <Leave field={field} path={under(path, key)} />}
          </div>
        );
      })}
      {others.length > 0 && <Begin path={path} fields={others} />}
    </>
  );
}

/** Takes a part away; a line is simply emptied. */
function Leave({ field: { place, shape }, path }: { field: FormField; path: string }) {
  const w = useWords(schemeEditWords);
  const { apply, words, forms } = useEditing();
  const here = resolved(shape, forms);
  if (isPlain(here) || (here.kind === 'list' && isPlain(resolved(here.item, forms)))) return null;
  return (
    <Button
      kind="link"
      className="form-leave"
      aria-label={w.leaveOut(words.field(place))}
      onClick={() => apply({ op: 'remove', path })}
    >
      {w.leaveOutShort}
    </Button>
  );
}

/** Adds what is not written yet. */
function Begin({ path, fields }: { path: string; fields: readonly FormField[] }) {
  const w = useWords(schemeEditWords);
  const { apply, words, forms } = useEditing();
  const id = useId();
  return (
    <p className="form-begin">
      <label htmlFor={id}>{w.writeMore}</label>{' '}
      <select
        id={id}
        value=""
        onChange={({ target }) => {
          const field = fields.find(({ key }) => key === target.value);
          if (!field) return;
          apply({ op: 'set', path: under(path, field.key), value: blankOf(field.shape, forms) });
        }}
      >
        <option value="">{w.chooseMore}</option>
        {fields.map(({ key, place }) => (
          <option key={key} value={key}>
            {words.field(place)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What is wrong with a group as a whole. */
export function Findings({ path }: { path: string }) {
  const { findingsAt } = useEditing();
  const findings = findingsAt(path);
  if (findings.length === 0) return null;
  return (
    <ul className="form-findings">
      {findings.map(({ code, severity, sentence }) => (
        <li key={`${code} ${sentence}`} className={`finding-${severity}`} lang="zh-CN">
          <span aria-hidden="true">{signOf(severity)}</span> {sentence}
        </li>
      ))}
    </ul>
  );
}
