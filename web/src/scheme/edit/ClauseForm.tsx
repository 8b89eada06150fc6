/** The form of a clause: the words of the paper, how it counts with an example, what it hears, the rest. */

import type { FactKind, FormField, OutlineRow } from '@oneneedle/kernel';
import type { ReactNode } from 'react';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { Examples } from './Examples.tsx';
import { type PartProps, useEditing } from './edit-context.ts';
import { FieldRows, Findings } from './GroupPart.tsx';
import { HeardKinds } from './HeardKinds.tsx';
import { NewKind } from './NewKind.tsx';
import { hearsFacts, needsKind } from './new-kind.ts';
import { RulePart } from './RulePart.tsx';
import { keyOf, membersOf } from './shape.ts';

interface ClauseProps {
  readonly row: OutlineRow;
  readonly value: PartProps['value'];
  readonly source: string;
  /** The catalogue of the town and the kinds of the draft. */
  readonly kinds: readonly FactKind[];
  readonly drafted: number;
  /** What the import said about this clause. */
  readonly remarks: readonly string[];
  /** How the import read what the words leave open. */
  readonly assumed: readonly string[];
  /** Where it goes if it is no clause at all. */
  readonly elsewhere: ReactNode;
}

const first: ReadonlySet<string> = new Set(['code', 'text', 'owner', 'source']);
const heard: ReadonlySet<string> = new Set(['on', 'where']);

export function ClauseForm(props: ClauseProps) {
  const { row, value, source, kinds, drafted, remarks, assumed, elsewhere } = props;
  const w = useWords(schemeEditWords);
  const { forms } = useEditing();
  const shape = forms.Clause;
  const fields: readonly FormField[] = shape?.kind === 'fields' ? shape.fields : [];
  const { path, pending, text = '' } = row;
  const rule = keyOf(value, 'rule');
  const rest = fields.filter(({ key }) => key !== 'rule' && !first.has(key) && !heard.has(key));
  return (
    <>
      <Findings path={path} />
      {pending !== undefined && (
        <section className="clause-paper" lang="zh-CN">
          <p>
            <strong>{w.paper}</strong> <q>{text}</q>
          </p>
          <p>
            <strong>{w.open}</strong> {pending}
          </p>
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
          {elsewhere}
        </section>
      )}
      {pending === undefined && assumed.length > 0 && (
        <section className="clause-paper" lang="zh-CN">
          <p>
            <strong>{w.paper}</strong> <q>{text}</q>
          </p>
          {assumed.map((sentence) => (
            <p key={sentence}>
              <strong>{w.toCheck}</strong> {sentence}
            </p>
          ))}
        </section>
      )}
      <RulePart key={path} path={path} value={value} />
      <section aria-label={w.hears}>
        <h3>{w.hears}</h3>
        {membersOf(keyOf(value, 'on')).length === 0 && <p className="soft">{w.hearsNone}</p>}
        <HeardKinds on={keyOf(value, 'on')} kinds={kinds} />
        <FieldRows path={path} value={value} fields={fields.filter(({ key }) => heard.has(key))} />
        {needsKind({ on: keyOf(value, 'on'), hears: hearsFacts(rule), rule }, kinds) && (
          <NewKind
            key={path}
            taken={new Set(kinds.map(({ kind }) => kind))}
            {...{ path, value, drafted }}
          />
        )}
      </section>
      <Examples {...{ source, path, kinds }} />
      <section aria-label={w.moreFields}>
        <h3>{w.moreFields}</h3>
        <FieldRows path={path} value={value} fields={fields.filter(({ key }) => first.has(key))} />
        <FieldRows path={path} value={value} fields={rest} />
      </section>
    </>
  );
}
