/** The 口径 page beside the text: every question that is open, the answer in force, and where to state it. */

import { conventions, type EditValue, readScheme } from '@oneneedle/kernel';
import { useMemo } from 'react';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { useEditing } from './edit-context.ts';
import { Part } from './Part.tsx';
import { keyOf } from './shape.ts';

interface ConventionsProps {
  readonly source: string;
  readonly value: EditValue | undefined;
  /** Goes to the row in which an answer may be stated. */
  onPath(path: string): void;
}

export function ConventionsPart({ source, value, onPath }: ConventionsProps) {
  const w = useWords(schemeEditWords);
  const all = useMemo(() => {
    const scheme = readScheme(source).value;
    return scheme && conventions(scheme);
  }, [source]);
  if (!all) return <p>{w.conventionsLater}</p>;
  return (
    <>
      <p className="soft">{w.conventionsWhy}</p>
      <ul className="convention-list">
        {all.map(({ no, question, answer, stated, path }) => (
          <li key={no}>
            <p lang="zh-CN">
              {no}. {question}
            </p>
            <p lang="zh-CN">
              <strong>{answer}</strong>{' '}
              <span className="soft">{stated ? w.stated : path === '' ? '' : w.byDefault}</span>
            </p>
            <Answer path={path} value={value} />
            {path !== '' && !path.startsWith('switches') && (
              <Button kind="link" onClick={() => onPath(path)}>
                {w.toPlace}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A convention that a switch answers is stated right here. */
function Answer({ path, value }: { path: string; value: EditValue | undefined }) {
  const { words, forms } = useEditing();
  const [top, key = ''] = path.split('.');
  const fields = forms.Switches?.kind === 'fields' ? forms.Switches.fields : [];
  const field = top === 'switches' ? fields.find((one) => one.key === key) : undefined;
  if (!field) return null;
  const { place, shape } = field;
  return (
    <Part
      {...{ place, shape, path }}
      label={words.field(place)}
      value={keyOf(keyOf(value, 'switches'), key)}
      required={false}
    />
  );
}
